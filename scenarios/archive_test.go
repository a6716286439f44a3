package scenarios_test

import (
	"strings"
	"testing"

	"closenotify/scenarios"
)

func TestDamagedLibraries(t *testing.T) {
	const start = "lessons 2\n"
	entry := func(number, after, name, title, wrong string) string {
		return number + after + "1:A" + name + title + "0:" + wrong + "0:0:0:0:0:0:0:0:\n"
	}
	good := entry("1:1", "1:0", "3:one", "3:One", "0:")
	if lib, err := scenarios.ParseLibrary(start + good + good); err != nil || len(lib.Entries()) != 2 {
		t.Fatalf("good ones: %v", err)
	}
	for text, want := range map[string]string{
		"":                                 "form that this page knows",
		"lessons 3\n":                      "form that this page knows",
		start + strings.Repeat("x", 4<<20): "form that this page knows",
		start + good + "1:2":               "damaged at byte 53",
		start + good[:len(good)-1]:         "damaged at byte 49",
		start + "x" + good:                 "damaged at byte 10",
		start + entry("1:0", "1:0", "3:one", "3:One", "0:"):   "damaged at byte 50",
		start + entry("2:01", "1:0", "3:one", "3:One", "0:"):  "damaged at byte 14",
		start + entry("2:-1", "1:0", "3:one", "3:One", "0:"):  "damaged at byte 14",
		start + entry("1:1", "1:x", "3:one", "3:One", "0:"):   "damaged at byte 16",
		start + entry("1:1", "1:0", "03:one", "3:One", "0:"):  "damaged at byte 19",
		start + entry("1:1", "1:0", "-3:one", "3:One", "0:"):  "damaged at byte 19",
		start + entry("1:1", "1:0", "999:one", "3:One", "0:"): "damaged at byte 19",
		start + entry("1:1", "1:0", "3:one", "0:", "0:"):      "damaged at byte 47",
		start + entry("1:1", "1:0", "3:one", "3:One", "1:a"):  "damaged at byte 51",
	} {
		if _, err := scenarios.ParseLibrary(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.100q: %v, want %s", text, err, want)
		}
	}
}

// TestADamagedScript: the mistake is reported when somebody asks for the script.
func TestADamagedScript(t *testing.T) {
	lib := scenarios.NewLibrary([]*scenarios.Entry{{Number: 1, Name: "one", Title: "One", Script: "call\n"}})
	if _, err := lib.Find("one"); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("the script is read: %v", err)
	}
}

// FuzzParseLibrary: whatever arrives, what is read is written and read again as the same.
func FuzzParseLibrary(f *testing.F) {
	f.Add(small().Encode())
	f.Add(small().Part("coded").Encode())
	f.Fuzz(func(t *testing.T, text string) {
		lib, err := scenarios.ParseLibrary(text)
		if err != nil {
			return
		}
		if written := lib.Encode(); written != text {
			t.Fatalf("%q becomes %q", text, written)
		}
		for _, e := range lib.Entries() {
			lib.Find(e.Name)
		}
	})
}
