package scenarios_test

import (
	"errors"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
	"closenotify/scenarios/library"
)

const (
	plainText = "# Plain\n\nclient SSL_shutdown\n"
	wrongText = "# Wrong\n\nclient SSL_free\n"
	rightText = "# Right\n\nclient SSL_shutdown\nclient SSL_free\n"
)

// small is a library with two chapters, a scenario with code, and a retired one.
func small() scenarios.Library {
	return scenarios.NewLibrary([]*scenarios.Entry{
		{Number: 3, Name: "plain", Chapter: "First", Title: "Plain", Script: plainText, Fix: "Do it.", Closing: scenarios.Closing{Seen: "That was all."}},
		{
			Number: 1, Name: "coded", Chapter: "Second", Title: "Coded",
			Script: "# Coded\n\nserver SSL_shutdown\n", Wrong: wrongText, Right: rightText,
			Closing: scenarios.Closing{Try: scenarios.Try{Text: "Try", After: 1, Step: "server SSL_free", Outcome: "It is gone."}},
		},
		{Number: 2, Title: "Old", Script: "# Old\n\nclient SSL_free\n"},
	})
}

func TestFind(t *testing.T) {
	part := small().Part("plain")
	for _, c := range []struct {
		name        string
		title       string
		err, inPart error
	}{
		{"plain", "Plain", nil, nil},
		{"coded", "Coded", nil, scenarios.ErrNotFetched},
		{"coded/wrong", "Wrong", nil, scenarios.ErrNotFetched},
		{"coded/right", "Right", nil, scenarios.ErrNotFetched},
		{"plain/wrong", "", scenarios.ErrNotShipped, scenarios.ErrNotShipped},
		{"coded/left", "", scenarios.ErrNotShipped, scenarios.ErrNotFetched},
		{"no-such", "", scenarios.ErrNotShipped, scenarios.ErrNotShipped},
		{"", "", scenarios.ErrNotShipped, scenarios.ErrNotShipped},
	} {
		sc, err := small().Find(c.name)
		if sc.Title != c.title || !errors.Is(err, c.err) || err == nil && sc.Name != c.name {
			t.Errorf("%q is %q, %v", c.name, sc.Title, err)
		}
		if _, err := part.Find(c.name); !errors.Is(err, c.inPart) {
			t.Errorf("in a part, %q: %v", c.name, err)
		}
		if _, err := (scenarios.Library{}).Find(c.name); !errors.Is(err, scenarios.ErrNotFetched) {
			t.Errorf("before anything is known, %q: %v", c.name, err)
		}
	}
	if !small().IsComplete() || part.IsComplete() || (scenarios.Library{}).IsComplete() {
		t.Error("a part is taken for the whole, or the whole for a part")
	}
}

func TestFindByNumber(t *testing.T) {
	for number, want := range map[int]string{1: "coded", 3: "plain"} {
		if sc, err := small().FindByNumber(number); err != nil || sc.Name != want || sc.Number != number {
			t.Errorf("%d is %q, %v", number, sc.Name, err)
		}
	}
	if sc, err := small().FindByNumber(2); err != nil || sc.Name != "" || sc.Number != 2 || len(sc.Script.Steps) != 1 {
		t.Errorf("the retired one is %+v, %v", sc, err)
	}
	part := small().Part("plain")
	for number, want := range map[int]error{0: scenarios.ErrNotShipped, 1: scenarios.ErrNotFetched, 2: scenarios.ErrNotFetched, 3: nil, 4: scenarios.ErrNotShipped} {
		if _, err := part.FindByNumber(number); !errors.Is(err, want) {
			t.Errorf("in a part, %d: %v", number, err)
		}
	}
}

func TestOrder(t *testing.T) {
	lib := small()
	if list := lib.Entries(); len(list) != 2 || list[0].Title != "Plain" || list[1].Chapter != "Second" {
		t.Errorf("the entries are %+v", list)
	}
	var names string
	for sc := range lib.All() {
		names += sc.Name + " "
	}
	if names != "plain coded " {
		t.Errorf("all are %s", names)
	}
	for name, want := range map[string]string{"plain": "coded", "coded": "", "coded/wrong": "", "no-such": "", "": ""} {
		if next := lib.Next(name); (next != nil) != (want != "") || next != nil && next.Name != want {
			t.Errorf("after %q comes %+v", name, next)
		}
	}
	if e := lib.Entry("coded/right"); e == nil || e.Closing.Try.After != 1 || e.Number != 1 {
		t.Errorf("the entry of a code is %+v", e)
	}
	if e := lib.Entry(""); e != nil {
		t.Errorf("nothing has the entry %+v", e)
	}
}

// TestFromScript: a script with the text of a shipped one, or with its text under another
// configuration, is that one.
func TestFromScript(t *testing.T) {
	lib := small()
	for text, name := range map[string]string{
		plainText: "plain", wrongText: "coded/wrong", rightText: "coded/right", "# Old\n\nclient SSL_free\n": "", "client SSL_free\n": "", "": "",
	} {
		s, err := script.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := lib.FromScript(s); got.Name != name || got.Script.String() != text {
			t.Errorf("%q is taken for %q", text, got.Name)
		}
		s.Config = engine.Config{Version: engine.TLS12}
		if got := lib.FromScript(s); got.Name != "" {
			t.Errorf("%q with another version is taken for %q", text, got.Name)
		}
		if got, err := lib.LikeScript(s); got.Name != name || (err == nil) != (name != "") {
			t.Errorf("%q with another version is like %q, %v", text, got.Name, err)
		}
		s.Outro = "more"
		if got, err := lib.LikeScript(s); !errors.Is(err, scenarios.ErrNotShipped) {
			t.Errorf("%q with more text is like %q, %v", text, got.Name, err)
		}
	}
}

// TestLikeWhatIsNotKnown: a script that may be one that has not been fetched is not taken for
// another.
func TestLikeWhatIsNotKnown(t *testing.T) {
	const code = "program client\nint main(SSL *ssl)\n{\n    return 0;\n}\nend program\n\nclient next\n"
	part := small().Part("plain")
	for text, want := range map[string]error{
		plainText: nil, "# Coded\n\nserver SSL_shutdown\n": scenarios.ErrNotFetched, "# Mine\n\nclient SSL_free\n": scenarios.ErrNotShipped,
		"# Mine\n\n" + code: scenarios.ErrNotFetched,
	} {
		s, err := script.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.LikeScript(s); !errors.Is(err, want) {
			t.Errorf("%q: %v", text, err)
		}
		if _, err := (scenarios.Library{}).LikeScript(s); !errors.Is(err, scenarios.ErrNotFetched) {
			t.Errorf("before anything is known, %q: %v", text, err)
		}
	}
}

// TestLikeARun: a script with the steps for which the step run stands is the shipped one with run.
func TestLikeARun(t *testing.T) {
	const start = "# Code\n\nprogram client\nint main(SSL *ssl)\n{\n    return 0;\n}\nend program\n\nserver SSL_shutdown\n"
	lib := scenarios.NewLibrary([]*scenarios.Entry{
		{Number: 1, Name: "a", Title: "A", Script: plainText, Wrong: start + "\n# It runs.\nrun\nclient SSL_free\n", Right: rightText},
	})
	for end, want := range map[string]bool{
		"\n# It runs.\nrun\nclient SSL_free\n":                      true,
		"\n# It runs.\nclient next\nclient SSL_free\n":              true,
		"\n# It runs.\nclient next\nclient next\nclient SSL_free\n": true,
		"client next\nclient SSL_free\n":                            false,
		"\n# It runs.\nclient next\n":                               false,
		"\n# It runs.\nclient next\nclient SSL_free # a\n":          false,
		"\n# It runs.\nclient SSL_free\n":                           false,
		"client SSL_free\n":                                         true, // the program cannot run
	} {
		s, err := script.Parse(start + end)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := lib.LikeScript(s); (got.Name == "a/wrong") != want {
			t.Errorf("%q is like %q, %v", end, got.Name, err)
		}
	}
}

// TestTheWholeLibrary comes out of its text as it went in.
func TestTheWholeLibrary(t *testing.T) {
	lib := library.Shipped()
	again, err := scenarios.ParseLibrary(lib.Encode())
	if err != nil || again.Encode() != lib.Encode() || !again.IsComplete() {
		t.Fatalf("complete %v, %v", again.IsComplete(), err)
	}
	for _, l := range library.All() {
		sc, err := again.Find(l.Name)
		if err != nil || sc.Number != l.Number || sc.Title != l.Title || sc.Summary != l.Summary || sc.Script.String() != l.Script.String() {
			t.Errorf("%s is %+v, %v", l.Name, sc, err)
		}
		if got := again.FromScript(l.Script); got.Name != l.Name {
			t.Errorf("%s is taken for %q", l.Name, got.Name)
		}
		if e := again.Entry(l.Name); e.Closing != l.Closing || e.Fix != l.Fix || (e.Wrong == "") != (l.Wrong == nil) {
			t.Errorf("%s has the entry %+v", l.Name, e)
		}
	}
}
