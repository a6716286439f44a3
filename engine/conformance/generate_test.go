package conformance

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// scripts are n random ones.
func scripts(n int, o Options) []string {
	r := rand.New(rand.NewPCG(1, 2))
	list := make([]string, n)
	for i := range list {
		list[i] = Generate(r, o)
	}
	return list
}

// body is the steps of a script, as subject and rest.
func body(script string) (steps [][2]string) {
	for line := range strings.Lines(script) {
		subject, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if slices.Contains(peers, subject) || slices.Contains(directions, subject) {
			steps = append(steps, [2]string{subject, rest})
		}
	}
	return steps
}

func TestGenerateRepeatsItself(t *testing.T) {
	a, b := scripts(50, Options{Steps: Whole}), scripts(50, Options{Steps: Whole})
	if !slices.Equal(a, b) {
		t.Error("the same seed gave other scripts")
	}
	slices.Sort(a)
	if n := len(slices.Compact(a)); n < 50 {
		t.Errorf("of 50 scripts only %d differ", n)
	}
}

func TestGenerateReachesEveryVerb(t *testing.T) {
	for _, steps := range []Steps{Core, Messages, Whole} {
		all := strings.ReplaceAll(strings.Join(scripts(500, Options{Steps: steps}), ""), "\n", " ")
		for _, v := range verbs {
			want := v.from <= steps
			if got := strings.Contains(all, " "+v.word+" "); got != want {
				t.Errorf("steps %d: %s is there: %v, want %v", steps, v.word, got, want)
			}
		}
	}
}

func TestGenerateKeepsToTheOptions(t *testing.T) {
	for _, s := range scripts(100, Options{Profile: "openssl-3.0", Version: "tls1.2"}) {
		head := "profile openssl-3.0\nversion tls1.2\nstart established\n"
		if !strings.HasPrefix(s, head) {
			t.Fatalf("begins otherwise than\n%s:\n%s", head, s)
		}
		if n := len(body(s)); n < 2 {
			t.Errorf("only %d steps:\n%s", n, s)
		}
	}
}

// What the description of the trace excepts from comparison is not generated.
func TestGenerateLeavesOutWhatIsNotCompared(t *testing.T) {
	begins := map[string]bool{}
	for _, v := range verbs {
		begins[v.word] = v.begins
	}
	clears := 0
	for _, s := range scripts(3000, Options{Steps: Whole}) {
		cleared := map[string]bool{}
		for _, step := range body(s) {
			word := strings.Fields(step[1])[0]
			if word == "SSL_renegotiate" || cleared[step[0]] && begins[word] {
				t.Fatalf("%s %s in\n%s", step[0], word, s)
			}
			if word == "SSL_clear" {
				cleared[step[0]] = true
				clears++
			}
		}
	}
	if clears == 0 {
		t.Error("no script had SSL_clear")
	}
}

// A handshake under way must not be cut: its byte counts are not fixed. It has come
// to its end when each peer has made three calls that go on with it.
func TestGenerateSparesAHandshakeUnderWay(t *testing.T) {
	goesOn := []string{"SSL_do_handshake", "SSL_read", "SSL_peek", "SSL_write"}
	unfinished := 0
	for _, s := range scripts(3000, Options{Steps: Whole}) {
		if !strings.Contains(s, "start before") {
			continue
		}
		calls := map[string]int{}
		for _, step := range body(s) {
			if slices.Contains(goesOn, strings.Fields(step[1])[0]) {
				calls[step[0]]++
			}
			if slices.Contains(directions, step[0]) && (calls["client"] < 3 || calls["server"] < 3) {
				t.Fatalf("%s %s in\n%s", step[0], step[1], s)
			}
		}
		if calls["client"] < 2 || calls["server"] < 2 {
			unfinished++
		}
	}
	if unfinished == 0 {
		t.Error("no handshake was left unfinished")
	}
}
