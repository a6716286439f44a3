package model

import (
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
)

// withProgram is a script whose client has a program.
const withProgram = `# A program

program client
int main(SSL *ssl)
{
    int r = SSL_shutdown(ssl);
    return r;
}
end program

client next
server SSL_read 100
client next
`

// updateCompiled is Update, with the programs compiled that it asks for.
func updateCompiled(t *testing.T, m Model, msg Msg) Model {
	t.Helper()
	m, cmds := updateStored(m, msg)
	for _, answer := range answers(cmds) {
		m = updateCompiled(t, m, answer)
	}
	return m
}

// answers are what a compiler answers to the Compiles among cmds.
func answers(cmds []Cmd) (list []Msg) {
	for _, cmd := range cmds {
		if c, ok := cmd.(Compile); ok {
			made := make([]script.Compiled, len(c.Units))
			for i, u := range c.Units {
				made[i] = compile.Unit(u)
			}
			list = append(list, Compiled{c.Units, made})
		}
	}
	return list
}

// A text with a program is on the stage once the program is compiled, and not before.
func TestTypedProgramIsCompiled(t *testing.T) {
	m, cmds := Update(newModel(), EditScript{withProgram})
	if m.Len() == 3 || !m.Editor.Compiling || len(cmds) == 0 {
		t.Fatal("the text is on the stage without being compiled")
	}
	m = updateCompiled(t, newModel(), EditScript{withProgram})
	m, _ = Update(m, Seek{3})
	if m.Len() != 3 || m.Editor.Open {
		t.Fatalf("%d steps, open %v", m.Len(), m.Editor.Open)
	}
	ran, ok := m.Step(3).Program()
	if !ok || !ran.Ended || ran.Exit != 0 {
		t.Errorf("the last step is %+v", ran)
	}
	if text := m.text(); text != withProgram {
		t.Errorf("the text is now %q", text)
	}
}

// What the compiler refuses stands at its place in the script.
func TestTypedProgramWithError(t *testing.T) {
	m := updateCompiled(t, newModel(), EditScript{strings.Replace(withProgram, "return r;", "return q;", 1)})
	if len(m.Editor.Errors) != 1 || m.Editor.Errors[0].Line != 7 || m.Editor.Errors[0].Text != "q" {
		t.Fatalf("errors: %v", m.Editor.Errors)
	}
	if m.Preset != FirstPreset {
		t.Error("the stage has changed")
	}
}

// A program that was typed over is not put on the stage by the answer to an earlier question.
func TestLateAnswerOfCompiler(t *testing.T) {
	m, cmds := Update(newModel(), EditScript{withProgram})
	units := cmds[0].(Compile).Units
	m, _ = Update(m, EditScript{"client SSL_read 5\n"})
	m, _ = Update(m, Compiled{units, []script.Compiled{compile.Unit(units[0])}})
	if m.Len() != 1 || m.Editor.Typed != "client SSL_read 5\n" {
		t.Errorf("%d steps, text %q", m.Len(), m.Editor.Typed)
	}
}

// A program that was typed over is not needed any more.
func TestNeedsPrograms(t *testing.T) {
	m, cmds := Update(newModel(), EditScript{withProgram})
	first := cmds[0].(Compile).Units
	if !m.Compiling.Needs(first) {
		t.Error("what was typed is not needed")
	}
	m, cmds = Update(m, EditScript{strings.Replace(withProgram, "return r", "return 5", 1)})
	if second := cmds[0].(Compile).Units; m.Compiling.Needs(first) || !m.Compiling.Needs(second) {
		t.Error("what was typed last is not needed, or what was typed before is")
	}
}

// The program is compiled again for another release.
func TestProgramUnderAnotherRelease(t *testing.T) {
	m := updateCompiled(t, newModel(), EditScript{withProgram})
	c := m.Config
	c.Profile = "openssl-1.1.1"
	m = updateCompiled(t, m, SetConfig{c})
	if m.Config.Profile != c.Profile || m.Programs[engine.Client].Text == "" || m.Len() != 3 {
		t.Errorf("%s with %d steps", m.Config.Profile, m.Len())
	}
}
