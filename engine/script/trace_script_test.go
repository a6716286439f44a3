package script_test

import (
	"encoding/json"
	"strings"
	"testing"

	"closenotify/engine/script"
)

// TestTextOfTrace: the text is found however the trace was formatted.
func TestTextOfTrace(t *testing.T) {
	const text = "# \"Ünïcode\" \\ \U0001f600 \t\u2028\nclient SSL_shutdown\n"
	quoted, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	ascii := strings.NewReplacer("Ü", `\u00dc`, "ï", `\u00EF`, "\U0001f600", `\ud83d\uDE00`).Replace(string(quoted))
	for _, q := range []string{string(quoted), ascii} {
		for _, trace := range []string{
			`{"script":` + q + `,"n":1}` + "\n{}\n\n",
			"\ufeff [\r\n\t{ \"n\" : -1.5e3 , \"a\":[{},[ ],\"]\\\"}\",{\"script\":\"no\"},null, true] ,\n\"b\":{\"c\":{}}, \"script\" : " + q + "} ]",
			`{"\u0073cript":` + q,
		} {
			if got, err := script.TextOfTrace(trace); err != nil || got != text {
				t.Errorf("%s: got %q, %v", trace, got, err)
			}
		}
	}
}

// TestTextOfOtherFiles: what is no such trace is refused with the reason.
func TestTextOfOtherFiles(t *testing.T) {
	for trace, want := range map[string]string{
		"": "does not begin with an object", "client SSL_shutdown\n": "does not begin with an object", `"script"`: "does not begin with an object",
		`{}`: `no key "script"`, `{"n":1,"step":"client SSL_shutdown"}` + "\n" + `{"script":"x"}`: `no key "script"`,
		`{`: "cut off", `{"script`: "cut off", `{"script"`: "cut off", `{"script":`: "cut off", `{"script":"a`: "cut off", `{"script":"a\`: "cut off",
		`{"script":"\u12`: "cut off", `{"script":"\u12g4"}`: "cut off", `{"script":"\x"}`: "cut off", `{"script":3}`: "cut off",
		`{"a":[`: "cut off", `{"a":]`: "cut off", `{"a":"`: "cut off", `{"a"}`: "cut off", `{a:1}`: "cut off",
	} {
		if got, err := script.TextOfTrace(trace); got != "" || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %q, %v; want %s", trace, got, err, want)
		}
	}
}

// FuzzTextOfTrace: of JSON that encoding/json reads, the text is the one that it finds.
func FuzzTextOfTrace(f *testing.F) {
	f.Add(`{"script":"a\ud800","n":1}`)
	f.Add(`{"a":{"b":[1,"\\"]},"script":"\ud83ddc00\ud83d\ude00\u12ab"}`)
	f.Fuzz(func(t *testing.T, trace string) {
		got, err := script.TextOfTrace(trace)
		var object map[string]json.RawMessage
		var want string
		if json.Unmarshal([]byte(trace), &object) != nil || json.Unmarshal(object[script.TraceKey], &want) != nil || strings.Count(trace, "script")+strings.Count(trace, `\u`) > 1 {
			return
		}
		if err != nil || strings.ToValidUTF8(got, "\ufffd") != want {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	})
}
