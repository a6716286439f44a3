package site

import (
	"os"
	"strings"
	"testing"
)

func TestParseHeaderRulesReadsOurConfiguration(t *testing.T) {
	config, err := os.ReadFile("../../netlify.toml")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := ParseHeaderRules(string(config))
	if err != nil {
		t.Fatal(err)
	}
	fields := map[string]bool{}
	for _, rule := range rules {
		for field := range rule.Values {
			fields[field] = true
		}
	}
	for _, want := range []string{"Content-Security-Policy", "Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options"} {
		if !fields[want] {
			t.Errorf("no rule sets %s", want)
		}
	}
}

func TestParseHeaderRulesReportsMistakes(t *testing.T) {
	for config, want := range map[string]string{
		"":                                   "no [[headers]] table",
		"[build]\ncommand = 'x'":             "no [[headers]] table",
		"[[headers]]\nfor = /x":              "line 2",
		"[[headers]]\nto = \"/x\"":           "no key \"to\"",
		"[[headers]]\nfor = \"/x\"":          "no values",
		"[headers.values]\nX = \"1\"":        "line 2",
		"[[headers]]\n[headers.values]\nX=1": "line 3",
	} {
		if rules, err := ParseHeaderRules(config); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, %v; want an error with %q", config, rules, err, want)
		}
	}
}

func TestHeaderRuleMatches(t *testing.T) {
	for _, test := range []struct {
		rule, path string
		want       bool
	}{
		{"/*", "/", true},
		{"/*", "/s/x", true},
		{"/v/*", "/v/1/web/app.wasm", true},
		{"/v/*", "/v", false},
		{"/v/*", "/s/x", false},
		{"/v/:build/web/app.wasm", "/v/1/web/app.wasm", true},
		{"/v/:build/web/app.wasm", "/v/1/web/app.css", false},
		{"/v/:build", "/v/1/web", false},
		{"/icon.svg", "/icon.svg", true},
	} {
		if have := (HeaderRule{For: test.rule}).matches(test.path); have != test.want {
			t.Errorf("%s matches %s: %v, want %v", test.rule, test.path, have, test.want)
		}
	}
}
