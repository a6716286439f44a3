package model

import (
	"strings"
	"testing"

	"closenotify/engine"
)

// comparedProgram is the Compare panel of a scenario whose client runs a program.
func comparedProgram(t *testing.T, body, steps string) (Model, CompareScene) {
	t.Helper()
	m := updateCompiled(t, newModel(), EditScript{"program client\nint main(SSL *ssl)\n{\n" + body + "\n}\nend program\n\n" + steps})
	if len(m.Editor.Errors) > 0 {
		t.Fatal(m.Editor.Errors[0])
	}
	m = updateCompiled(t, press(t, m, "last"), SetPane{PaneCompare})
	return m, SceneOf(m).Panels.Compare
}

// TestCompareKnowsWhatProgramsDo: another output, call or end is a difference.
func TestCompareKnowsWhatProgramsDo(t *testing.T) {
	old := "OPENSSL_VERSION_NUMBER < 0x30000000L"
	for body, want := range map[string]string{
		"    puts(" + old + " ? \"old\" : \"new\");\n    return SSL_shutdown(ssl);":                         "what the program prints",
		"    SSL_shutdown(ssl);\n    return " + old + ";":                                                   "how the program ends",
		"    if (" + old + ")\n        SSL_shutdown(ssl);\n    else\n        SSL_free(ssl);\n    return 0;": "the call that the program makes",
	} {
		_, c := comparedProgram(t, body, "client next\nclient next\n")
		if len(c.Groups) < 2 || len(c.Lacking) > 0 {
			t.Errorf("%s: %d groups, %v", body, len(c.Groups), c.Lacking)
			continue
		}
		found := ""
		for _, g := range c.Groups {
			for _, x := range g.Members {
				if strings.HasPrefix(x.Releases, "OpenSSL 1.1.1") {
					found = g.Difference
				}
			}
		}
		if found != want {
			t.Errorf("%s: 1.1.1 differs in %q, want %q", body, found, want)
		}
	}
}

// TestCompareSaysWhatCannotBeCompiled for a release.
func TestCompareSaysWhatCannotBeCompiled(t *testing.T) {
	m, c := comparedProgram(t, "    return SSL_R_UNEXPECTED_EOF_WHILE_READING;", "client next\n")
	if len(c.Lacking) != 1 || !strings.Contains(c.Lacking[0], "1.1.1: line 4, column 12") {
		t.Errorf("it says %q", c.Lacking)
	}
	if n := len(m.All.groups); n == 0 {
		t.Error("no release is compared")
	}
}

// TestCompareAsksOnce for the programs of other releases, and again after an answer to something.
func TestCompareAsksOnce(t *testing.T) {
	m := updateCompiled(t, newModel(), EditScript{withProgram})
	m, cmds := Update(press(t, m, "last"), SetPane{PaneCompare})
	asked := answers(cmds)
	if len(asked) != 1 || len(SceneOf(m).Panels.Compare.Lacking) != 1 {
		t.Fatalf("%d questions, %v", len(asked), SceneOf(m).Panels.Compare.Lacking)
	}
	units := asked[0].(Compiled).Units
	m, cmds = Update(m, CompileFailed{units, "you are offline"})
	if len(answers(cmds)) != 0 || len(m.Notices) != 0 {
		t.Errorf("asks again at once; notices %v", m.Notices)
	}
	if m, cmds = Update(m, Seek{1}); len(answers(cmds)) != 0 {
		t.Error("asks again at the next step")
	}
	m = updateCompiled(t, m, Compiled{units, asked[0].(Compiled).Made})
	if c := SceneOf(m).Panels.Compare; len(c.Lacking) != 0 || len(m.All.groups) == 0 {
		t.Errorf("%v", c.Lacking)
	}
}

// TestLateReturnsAreCompared.
func TestLateReturnsAreCompared(t *testing.T) {
	late := engine.LateReturn{Role: engine.Client, Step: 1, Ret: 1}
	other := late
	other.Ret = 0
	if sameReturn(late, other) || !sameReturn(late, late) {
		t.Error("another return value is no difference")
	}
	m := press(t, emptyModel(t), "act client BIO_set_nbio 0", "act client SSL_read 5", "act s2c fin")
	var old run
	c := m.Config
	c.Profile = "openssl-1.1.1"
	if !old.play(&m.Draft, c) {
		t.Fatal("it cannot be played with 1.1.1")
	}
	if result, difference := m.compareStep(&old, 3); result != Differs || difference != "what a call returns that waited" {
		t.Errorf("%s in %q", result, difference)
	}
}
