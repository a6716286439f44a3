package site

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// repositorySite makes a site from the assets of the repository, with another program.
func repositorySite(t *testing.T) (Options, Files) {
	t.Helper()
	o := input(t, "program")
	o.Web = filepath.Join("..", "..", "web")
	return o, build(t, o)
}

// TestThePolicyAllowsWhatIsInThePages: the digests in netlify.toml are those of the inline
// script and the inline style.
func TestThePolicyAllowsWhatIsInThePages(t *testing.T) {
	rules, err := ReadHeaderRules(filepath.Join("..", "..", "netlify.toml"))
	if err != nil {
		t.Fatal(err)
	}
	policy := rules[0].Values.Get("Content-Security-Policy")
	_, files := repositorySite(t)
	inline := regexp.MustCompile(`(?s)<(style|script)[^>]*>(.+?)</(style|script)>`)
	for _, name := range []string{"index.html", "s/x.html", "404.html"} {
		found := inline.FindAllStringSubmatch(string(files[name]), -1)
		if len(found) == 0 {
			t.Errorf("%s has nothing inline", name)
		}
		for _, f := range found {
			if want := f[1] + "-src 'self'"; !strings.Contains(policy, want) || !strings.Contains(policy, "'"+integrity([]byte(f[2]))+"'") {
				t.Errorf("%s: netlify.toml must allow the %s with the digest %s", name, f[1], integrity([]byte(f[2])))
			}
		}
	}
}

// TestEveryFileOfThePagesHasItsDigest: what a page loads from the build it takes only if it
// is whole.
func TestEveryFileOfThePagesHasItsDigest(t *testing.T) {
	_, files := repositorySite(t)
	element := regexp.MustCompile(`<(?:script|link)[^>]* (?:src|href|data-program)="/(v/[^"]+)"[^>]*>`)
	digest := regexp.MustCompile(` (?:integrity|data-integrity)="([^"]+)"`)
	for name, want := range map[string]int{"index.html": 3, "s/x.html": 3, "404.html": 2} {
		found := element.FindAllStringSubmatch(string(files[name]), -1)
		if len(found) != want {
			t.Errorf("%s loads %d files of the build, want %d", name, len(found), want)
		}
		for _, f := range found {
			have := digest.FindStringSubmatch(f[0])
			if have == nil || strings.ReplaceAll(have[1], "&#43;", "+") != integrity(files[f[1]]) {
				t.Errorf("%s: %s has the wrong digest or none", name, f[0])
			}
			if !strings.Contains(f[0], " crossorigin") && !strings.Contains(f[0], "data-program") {
				t.Errorf("%s: %s cannot be loaded by a page in a sandboxed frame", name, f[0])
			}
		}
		for _, f := range found {
			if !strings.Contains(string(files[workerName]), `"`+f[1]+`":"`+integrity(files[f[1]])+`"`) {
				t.Errorf("the worker does not check %s", f[1])
			}
		}
	}
}

// TestOnlyFilesOfTheBuildAreKept: a 404 in a build's folder, of this build or of an earlier
// one, is not kept.
func TestOnlyFilesOfTheBuildAreKept(t *testing.T) {
	o, files := repositorySite(t)
	rules, err := ReadHeaderRules(filepath.Join("..", "..", "netlify.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range rules {
		if rule.Values.Get("Cache-Control") != "" {
			t.Errorf("netlify.toml has a Cache-Control for %s, whether there is a file or not", rule.For)
		}
	}
	server := httptest.NewServer(NewHandler(o.Out, rules))
	defer server.Close()
	kept := 0
	paths := append(files.names(), "v/0000000000000000/web/app.js", "v/0000000000000000/web/app.wasm", "_headers")
	for _, path := range paths {
		answer, err := http.Get(server.URL + "/" + path)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		immutable := strings.Contains(answer.Header.Get("Cache-Control"), "immutable")
		_, err = os.Stat(filepath.Join(o.Out, path))
		if isBuildFile := err == nil && strings.HasPrefix(path, "v/") && !strings.HasSuffix(path, ".gz"); immutable != isBuildFile {
			t.Errorf("%s is answered with %d and Cache-Control %q", path, answer.StatusCode, answer.Header.Get("Cache-Control"))
		}
		if immutable {
			kept++
		}
		if (path == "_headers" || strings.HasPrefix(path, "v/00")) && answer.StatusCode != http.StatusNotFound {
			t.Errorf("%s is answered with %d", path, answer.StatusCode)
		}
	}
	if kept < 9 {
		t.Errorf("%d files are kept, want 9 or more", kept)
	}
}
