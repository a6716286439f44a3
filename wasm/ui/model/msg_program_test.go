package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/program"
	"closenotify/scenarios/programs"
)

// onStage is the page with a script on its stage, at its start.
func onStage(t *testing.T, text string) Model {
	t.Helper()
	m := settle(t, newModel(), EditScript{text})
	if len(m.Editor.Errors) > 0 {
		t.Fatalf("the script has errors: %v", m.Editor.Errors)
	}
	return settle(t, m, First{})
}

// clientScript is a script whose client has a program.
func clientScript(c string, steps ...string) string {
	return "program client\n" + c + "end program\n" + strings.Join(append(steps, ""), "\n")
}

// settle is Update with all that follows by itself: programs are compiled and runs are run.
func settle(t *testing.T, m Model, msgs ...Msg) Model {
	t.Helper()
	for _, msg := range msgs {
		var cmds []Cmd
		m, cmds = Update(m, msg)
		for _, cmd := range cmds {
			switch c := cmd.(type) {
			case Compile:
				m = settle(t, m, compiledUnits(c))
			case MakeQuestions:
				m = settle(t, m, madeQuestions(t, c))
			case Wait:
				switch c.Msg.(type) {
				case runMore, checkProgram, playTyped:
					m = settle(t, m, c.Msg)
				}
			}
		}
	}
	return m
}

// sourceOf is the program of a peer as it is drawn: a > before the line that runs next, a * before
// the one that ran last, a | before one that waits, and the notes after the text.
func sourceOf(m Model, r engine.Role) string {
	var b strings.Builder
	for _, l := range m.programScene(r).Lines {
		if !l.Ran && !l.Next && !l.Waits && l.Notes == nil {
			continue
		}
		sign := map[bool]string{true: "*"}[l.Ran] + map[bool]string{true: ">"}[l.Next] + map[bool]string{true: "|"}[l.Waits]
		fmt.Fprintf(&b, "%s%d %s\n", sign, l.N, strings.Join(append([]string{strings.TrimSpace(l.Text)}, l.Notes...), " # "))
	}
	return b.String()
}

const spinning = `int main(SSL *ssl)
{
    int r, e;
    SSL_shutdown(ssl);
    do {
        r = SSL_shutdown(ssl);
        e = SSL_get_error(ssl, r);
    } while (e == SSL_ERROR_WANT_READ);
    printf("%d\n", r);
    return 7;
}
`

// The line that ran last, the one that runs next, and what was asked are shown step by step. The
// result of a call is in its variable at once.
func TestProgramCallByCall(t *testing.T) {
	m := onStage(t, clientScript(spinning))
	if got, want := sourceOf(m, engine.Client), ">3 int r, e;\n"; got != want {
		t.Errorf("at the start:\n%swant\n%s", got, want)
	}
	m = settle(t, m, StepProgram{}, StepProgram{})
	want := "*6 r = SSL_shutdown(ssl); # SSL_shutdown \u2192 -1\n>7 e = SSL_get_error(ssl, r);\n"
	if got := sourceOf(m, engine.Client); got != want {
		t.Errorf("after two calls:\n%swant\n%s", got, want)
	}
	if got := variablesOf(m); got != "ssl the SSL, *r -1, e no value yet" {
		t.Errorf("variables: %s", got)
	}
	m = settle(t, m, StepProgram{})
	want = "*6 r = SSL_shutdown(ssl); # SSL_shutdown \u2192 -1\n>7 e = SSL_get_error(ssl, r); # SSL_get_error \u2192 SSL_ERROR_WANT_READ\n"
	if got := sourceOf(m, engine.Client); got != want {
		t.Errorf("after three calls:\n%swant\n%s", got, want)
	}
	if got := variablesOf(m); got != "ssl the SSL, r -1, *e 2" {
		t.Errorf("variables: %s", got)
	}
}

// variablesOf lists the variables of the client's program, changed ones with a star.
func variablesOf(m Model) string {
	var list []string
	for _, v := range m.programScene(engine.Client).Variables {
		list = append(list, map[bool]string{true: "*"}[v.Changed]+v.Name+" "+v.Value)
	}
	return strings.Join(list, ", ")
}

// Between two calls the program goes on line by line. A line that makes a call takes a step.
func TestProgramLineByLine(t *testing.T) {
	m := onStage(t, clientScript(spinning))
	m = settle(t, m, StepLine{}, StepLine{}, StepLine{}) // lines 4 and 6 make calls
	if m.At != 2 || m.Len() != 2 {
		t.Fatalf("step %d of %d", m.At, m.Len())
	}
	m = settle(t, m, StepLine{})
	if got, want := sourceOf(m, engine.Client), "*7 e = SSL_get_error(ssl, r); # SSL_get_error \u2192 SSL_ERROR_WANT_READ\n>8 } while (e == SSL_ERROR_WANT_READ);\n"; got != want || m.At != 2 {
		t.Errorf("step %d:\n%swant\n%s", m.At, got, want)
	}
	if got := variablesOf(m); got != "ssl the SSL, r -1, *e 2" {
		t.Errorf("variables: %s", got)
	}
	if want := "Line 8 is next: } while (e == SSL_ERROR_WANT_READ);. SSL_get_error \u2192 SSL_ERROR_WANT_READ."; m.Status != want {
		t.Errorf("said %q", m.Status)
	}
	m = settle(t, m, StepLine{}, StepLine{})
	if m.At != 3 {
		t.Errorf("the loop's next call is step %d", m.At)
	}
	m = settle(t, m, Back{}, Next{})
	if m.ahead.isOf(&m) {
		t.Error("the program stands between two calls although the cursor has moved")
	}
}

// A run to the end that goes on and on says so.
func TestRunOfSpinningLoop(t *testing.T) {
	m := onStage(t, clientScript(spinning))
	before := len(m.Undoable)
	m = settle(t, m, RunPrograms{})
	if m.At != engine.MaxRun || m.Len() != engine.MaxRun || m.running.on {
		t.Fatalf("step %d of %d", m.At, m.Len())
	}
	want := "After 1,000 calls it still goes on. The last 999 are the same: SSL_shutdown() in line 6 returns -1 SSL_ERROR_WANT_READ. This loop spins."
	if got := m.programScene(engine.Client).Verdict; got != want {
		t.Errorf("verdict %q", got)
	}
	if !strings.HasPrefix(m.Status, want) {
		t.Errorf("said %q", m.Status)
	}
	if got := len(m.Undoable) - before; got != 1 {
		t.Errorf("a run is %d changes", got)
	}
	if m = settle(t, m, Undo{}); m.Len() != 0 {
		t.Errorf("undo leaves %d steps", m.Len())
	}
	m, _ = Update(m, RunPrograms{})
	if m, _ = Update(m, RunPrograms{}); m.running.on || m.Len() == 0 || m.Len() >= engine.MaxRun {
		t.Errorf("a run that was stopped made %d calls", m.Len())
	}
}

// Playing and running stop before a line with a breakpoint, and go on from there.
func TestLineBreakpoints(t *testing.T) {
	m := onStage(t, clientScript(spinning))
	m = settle(t, m, ToggleLineBreak{engine.Client, 7}, RunPrograms{})
	if m.At != 2 || m.running.on || !strings.HasPrefix(m.Status, "Breakpoint. Line 7 is next: ") {
		t.Fatalf("step %d, %q", m.At, m.Status)
	}
	if got, want := sourceOf(m, engine.Client), "*6 r = SSL_shutdown(ssl);\n>7 e = SSL_get_error(ssl, r);\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if m = settle(t, m, RunPrograms{}); m.At != 3 {
		t.Errorf("the second time at step %d", m.At)
	}
	m = settle(t, m, ToggleLineBreak{engine.Client, 7}, ToggleLineBreak{engine.Client, 4}, First{}, Play{})
	if m.At != 0 || m.Playing {
		t.Errorf("playing is at step %d", m.At)
	}
	m, _ = Update(m, Play{})
	if m.At != 1 || !m.Playing {
		t.Errorf("playing on is at step %d", m.At)
	}
	m = settle(t, m, ToggleLineBreak{engine.Client, 4}, ToggleLineBreak{engine.Client, 99})
	if len(m.LineBreaks[engine.Client]) != 0 {
		t.Errorf("breakpoints: %v", m.LineBreaks)
	}
}

// A loop in one line comes to its breakpoint with each call.
func TestBreakpointInLoopOfOneLine(t *testing.T) {
	m := onStage(t, clientScript("int main(SSL *ssl)\n{\n    while (SSL_shutdown(ssl) != 1) ;\n    return 0;\n}\n"))
	m = settle(t, m, ToggleLineBreak{engine.Client, 3})
	for want := range 4 {
		if m = settle(t, m, RunPrograms{}); m.At != want {
			t.Fatalf("at step %d, want %d", m.At, want)
		}
	}
}

const polling = `int main(SSL *ssl)
{
    struct pollfd p = {.fd = SSL_get_fd(ssl), .events = POLLIN};
    int n = poll(&p, 1, LIMIT);
    return n ? 0 : 7;
}
`

// What the page says of a program in each state.
func TestProgramStatus(t *testing.T) {
	body := func(c string) string { return "int main(SSL *ssl)\n{\n    " + c + "\n}\n" }
	for _, c := range []struct {
		program string
		steps   []string
		status  string
		bad     bool
	}{
		{spinning, nil, "has not begun", false},
		{spinning, []string{"client next"}, "goes on in line 6", false},
		{body("char b[9]; fcntl(3, F_SETFL, 0); return SSL_read(ssl, b, 9);"), []string{"client next", "client next"}, "waits in SSL_read(9)", false},
		{strings.Replace(polling, "LIMIT", "5000", 1), []string{"client next"}, "waits in poll(POLLIN, 5 s)", false},
		{strings.Replace(polling, "LIMIT", "-1", 1), []string{"client next"}, "waits in poll(POLLIN, no limit)", false},
		{strings.Replace(polling, "LIMIT", "5000", 1), []string{"client next", "client timeout", "client next"}, "ended with 7", false},
		{strings.Replace(polling, "LIMIT", "5000", 1), []string{"client next", "server SSL_shutdown", "client next"}, "ended with 0", false},
		{body("abort();"), []string{"client next"}, "aborted", true},
		{body("int r; return r;"), []string{"client next"}, "stopped in line 3: r is used before it has a value", true},
	} {
		m := onStage(t, clientScript(c.program, c.steps...))
		m = settle(t, m, Last{})
		if s := m.programScene(engine.Client); s.Status != c.status || s.Bad != c.bad {
			t.Errorf("%s%v: %q, bad %v", c.program, c.steps, s.Status, s.Bad)
		}
	}
}

// A wait in poll ends by another peer's step or by its limit; the page offers what does something.
func TestWaitInPoll(t *testing.T) {
	m := onStage(t, clientScript(strings.Replace(polling, "LIMIT", "5000", 1)))
	m = settle(t, m, RunPrograms{})
	if got := m.programScene(engine.Client); got.Verdict != "It waits in poll(POLLIN, 5 s). Let the other peer act, or let the time limit run out." || got.Steps.Next || !got.Steps.Limit || got.Steps.Run {
		t.Errorf("verdict %q, steps %+v", got.Verdict, got.Steps)
	}
	if got, want := sourceOf(m, engine.Client), "3 struct pollfd p = {.fd = SSL_get_fd(ssl), .events = POLLIN}; # SSL_get_fd \u2192 3\n*|4 int n = poll(&p, 1, 5000);\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	limit := settle(t, m, FireLimit{})
	if got, want := sourceOf(limit, engine.Client), "*4 int n = poll(&p, 1, 5000);\n>5 return n ? 0 : 7;\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := limit.programScene(engine.Client).Steps; !got.Next || got.Limit || !got.Run {
		t.Errorf("steps %+v", got)
	}
	again := settle(t, limit, FireLimit{})
	if again.Len() != limit.Len() || len(again.Notices) == 0 {
		t.Error("a limit runs out that there is not")
	}
	if m = settle(t, m, StepProgram{}); m.Len() != 1 || m.Status != "The client\u2019s program waits. Let the other peer act, or let the time limit run out." {
		t.Errorf("%d steps, %q", m.Len(), m.Status)
	}
}

// The output of a program is shown with its steps.
func TestProgramOutput(t *testing.T) {
	m := onStage(t, clientScript("int main(SSL *ssl)\n{\n    puts(\"one\");\n    SSL_shutdown(ssl);\n    puts(\"two\");\n    return 0;\n}\n"))
	m = settle(t, m, RunPrograms{})
	if s := m.programScene(engine.Client); s.Output != "one\n" || s.Printed != "two\n" {
		t.Errorf("output %q and %q", s.Output, s.Printed)
	}
	if row := m.ladderScene().Rows[0]; row.Output != "one" || row.Call != "SSL_shutdown()" || row.Line != "line 4" || row.Return != "0" {
		t.Errorf("the first row is %+v", row)
	}
	if row := m.ladderScene().Rows[1]; row.Call != "ended with 0" || row.Output != "two" {
		t.Errorf("the second row is %+v", row)
	}
	m = settle(t, m, Back{}, StepLine{})
	if s := m.programScene(engine.Client); s.Output != "one\n" && s.Printed != "one\ntwo\n" {
		t.Errorf("output %q and %q after a line", s.Output, s.Printed)
	}
}

// A long program is listed in part, around the line that runs.
func TestLongProgram(t *testing.T) {
	text := "int main(SSL *ssl)\n{\n" + strings.Repeat("    SSL_shutdown(ssl);\n", 2000) + "    return 0;\n}\n"
	m := onStage(t, clientScript(text))
	for range 3 {
		m = settle(t, m, StepProgram{})
	}
	m = settle(t, m, RunPrograms{})
	s := m.programScene(engine.Client)
	at := slices.IndexFunc(s.Lines, func(l SourceLine) bool { return l.Ran })
	if len(s.Lines) != maxSourceLines || at < 10 || at > maxSourceLines-10 || s.Above+len(s.Lines)+s.Below != 2004 {
		t.Errorf("%d lines above, %d, %d below; the line that ran is %d of them", s.Above, len(s.Lines), s.Below, at)
	}
}

// The keys of programs mean the only program, or the one whose turn it is.
func TestProgramKeys(t *testing.T) {
	press := func(m Model, key string) Model {
		msg, ok := m.KeyMsg(Key{Key: key})
		if !ok {
			t.Fatalf("%s does nothing", key)
		}
		return settle(t, m, msg)
	}
	one := "int main(SSL *ssl)\n{\n    SSL_shutdown(ssl);\n    return 0;\n}\n"
	m := onStage(t, strings.Replace(clientScript(one), "end program\n", "end program\nprogram server\n"+one+"end program\n", 1))
	for _, want := range []string{"client next", "server next", "client next", "server next"} {
		m = press(m, "r")
		if got := m.Step(m.At).Op.String(); got != want {
			t.Errorf("R makes %s, want %s", got, want)
		}
	}
	if m = press(m, "v"); m.Dialog != "program" || !m.Code.ForStage {
		t.Errorf("V opens %q", m.Dialog)
	}
	if _, ok := newModel().keyOf("r"); ok {
		t.Error("R does something without a program")
	}
	if m = press(newModel(), "v"); m.Dialog != "program" || m.Code.ForStage {
		t.Errorf("without a program V opens %q", m.Dialog)
	}
}

// keyOf is the message of a key on the page.
func (m Model) keyOf(key string) (Msg, bool) { return m.KeyMsg(Key{Key: key}) }

// A program is pasted, run, wrong, corrected, edited and run again.
func TestPasteProgram(t *testing.T) {
	m := settle(t, newModel(), PasteProgram{}, RunProgram{})
	if len(m.Code.Errors) != 1 || m.Dialog != "program" {
		t.Fatalf("nothing was pasted, and the errors are %v", m.Code.Errors)
	}
	m = settle(t, m, EditProgram{strings.Replace(spinning, "return 7", "return q", 1)}, RunProgram{})
	if e := m.Code.Errors; len(e) != 1 || e[0].Line != 10 || e[0].Column != 12 || e[0].Text != "q" || m.Preset != FirstPreset {
		t.Fatalf("errors %v", e)
	}
	m = settle(t, m, EditProgram{spinning})
	if len(m.Code.Errors) != 0 {
		t.Errorf("the corrected text has errors: %v", m.Code.Errors)
	}
	m = settle(t, m, RunProgram{Step: true})
	if m.Dialog != "" || m.Len() != 0 || m.Programs[engine.Client].Text != spinning || m.Title() != "The client\u2019s program" || !m.Dirty {
		t.Fatalf("%d steps, title %q", m.Len(), m.Title())
	}
	m = settle(t, m, StepProgram{}, StepProgram{}, OpenProgram{}, EditProgram{strings.Replace(spinning, "return 7", "return 8", 1)}, RunProgram{Here: true, Step: true})
	if m.Len() != 2 || !strings.Contains(m.Programs[engine.Client].Text, "return 8") {
		t.Errorf("%d steps", m.Len())
	}
	m = settle(t, m, OpenProgram{}, EditProgram{"int main(SSL *ssl)\n{\n    return SSL_shutdown(ssl);\n}"}, RunProgram{})
	if got := m.programScene(engine.Client).Status; got != "ended with 0" || m.Len() != 2 {
		t.Errorf("%d steps, %q", m.Len(), got)
	}
	if m = settle(t, m, Undo{}); !strings.Contains(m.Programs[engine.Client].Text, "return 8") || m.Len() != 2 {
		t.Error("undo does not bring the program back")
	}
}

// A text that no script can hold is refused with a reason, and nothing is lost.
func TestTextsThatAreNoProgram(t *testing.T) {
	for text, want := range map[string]string{
		" \n\t\n":                                     "There is no program yet. Paste one, or begin with one of the five.",
		strings.Repeat("x", 1<<20):                    "The program has 1048577 bytes. At most 65536 are taken.",
		"int main(SSL *s)\n{\nend program\n}\n":       "A line that says only \u201cend program\u201d would end the program in a script.",
		"int main(SSL *s)\n{ return \"\xff\" != 0; }": "The text is not UTF-8.",
	} {
		m := settle(t, newModel(), PasteProgram{}, EditProgram{text}, RunProgram{})
		if len(m.Code.Errors) != 1 || m.Code.Errors[0].Want != want || m.Code.Typed != text || m.Dialog != "program" {
			t.Errorf("%.30q: %v", text, m.Code.Errors)
		}
	}
}

// Each program to begin with runs, for either peer. One that takes the place of a person's own
// text gives it back.
func TestProgramsToBeginWith(t *testing.T) {
	for _, p := range programs.All() {
		for _, r := range engine.Roles {
			m := settle(t, newModel(), PasteProgram{}, SetProgramRole{r}, EditProgram{"mine"}, ChooseProgram{p.Name})
			if back := settle(t, m, RestoreProgram{}); back.Code.Typed != "mine" || m.Code.Typed != p.Text {
				t.Errorf("%s: %q", p.Name, back.Code.Typed)
			}
			m = settle(t, m, RunProgram{})
			if m.World().Program(r).Status() == program.None || m.Len() == 0 {
				t.Errorf("%s of the %s: %d steps", p.Name, r, m.Len())
			}
		}
	}
}

// A change that waits for the compiler can be given up.
func TestCancelCompiling(t *testing.T) {
	m, _ := Update(newModel(), PasteProgram{})
	m, _ = Update(m, EditProgram{spinning})
	m, cmds := Update(m, RunProgram{})
	if len(cmds) == 0 || !m.loading().On || m.loading().Done != -1 {
		t.Fatalf("loading %+v", m.loading())
	}
	m, _ = Update(m, CompileProgress{150_000, 600_000})
	if got := m.loading(); got.Text != "Loading the C compiler: 150 of 600 kB" || got.Done != 25 {
		t.Errorf("loading %+v", got)
	}
	m, _ = Update(m, CancelCompile{})
	m, _ = Update(m, compiledUnits(cmds[0].(Compile)))
	if m.loading().On || m.Dialog != "program" || m.Preset != FirstPreset {
		t.Error("the program is on the stage although it was cancelled")
	}
}

// Under another release the program is compiled again, and shown at the same step.
func TestProgramSceneUnderAnotherRelease(t *testing.T) {
	m := onStage(t, clientScript(spinning, "client next", "client next"))
	m = settle(t, m, Last{})
	c := m.Config
	c.Profile = "openssl-1.1.1"
	m = settle(t, m, SetConfig{c})
	if got := sourceOf(m, engine.Client); m.Config.Profile != c.Profile || !strings.HasPrefix(got, "*6 ") {
		t.Errorf("%s:\n%s", m.Config.Profile, got)
	}
}

// compiledUnits is the compiler's answer.
func compiledUnits(c Compile) Msg { return answers([]Cmd{c})[0] }

// The dialog is about a peer of the stage or about a new scenario. A change of that loses no text.
func TestPlaceOfProgram(t *testing.T) {
	m := onStage(t, clientScript(spinning, "client next"))
	m = settle(t, m, Last{}, PasteProgram{}, EditProgram{"mine"}, SetProgramPlace{true})
	if m.Code.Typed != spinning || !m.programDialog().Replaced || m.programDialog().Here != "after step 1" {
		t.Errorf("the dialog is about %+v", m.programDialog())
	}
	if m = settle(t, m, RestoreProgram{}); m.Code.Typed != "mine" {
		t.Errorf("the text is %q", m.Code.Typed)
	}
	m = settle(t, m, SetProgramRole{engine.Server}, EditProgram{"int main(SSL *s)\n{\n    return SSL_shutdown(s);\n}\n"}, RunProgram{Here: true, Step: true})
	if m.Len() != 1 || !m.hasProgram(engine.Client) || !m.hasProgram(engine.Server) {
		t.Errorf("%d steps, errors %v", m.Len(), m.Code.Errors)
	}
}

// A release in whose headers a name is missing is not put on the stage, and the page says why.
func TestProgramThatAReleaseRefuses(t *testing.T) {
	m := onStage(t, clientScript("int main(SSL *ssl)\n{\n    return OPENSSL_VERSION_MAJOR;\n}\n"))
	c := m.Config
	c.Profile = "openssl-1.1.1"
	m = settle(t, m, SetConfig{c})
	if n := len(m.Notices); n != 1 || !strings.HasPrefix(m.Notices[0].Text, "The program does not compile for OpenSSL 1.1.1: line 4, column 12 ") || m.Config.Profile == c.Profile {
		t.Errorf("%s: %+v", m.Config.Profile, m.Notices)
	}
}

// The number of an error is followed by its name.
func TestErrorsByName(t *testing.T) {
	m := onStage(t, clientScript("int main(SSL *ssl)\n{\n    char b[9];\n    SSL_read(ssl, b, 9);\n    unsigned long e = ERR_get_error();\n    return ERR_GET_REASON(e) == 294;\n}\n", "s2c fin", "client next", "client next"))
	m = settle(t, m, Last{})
	want := "5 unsigned long e = ERR_get_error(); # ERR_get_error \u2192 0xA000126 SSL_R_UNEXPECTED_EOF_WHILE_READING\n*6 return ERR_GET_REASON(e) == 294; # ERR_GET_REASON \u2192 294 SSL_R_UNEXPECTED_EOF_WHILE_READING\n"
	if got := sourceOf(m, engine.Client); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// A loop that was pasted without its function is put into main, and its variables are declared.
func TestLoopWithoutFunction(t *testing.T) {
	m := settle(t, newModel(), PasteProgram{}, EditProgram{"while ((ret = SSL_shutdown(ssl)) < 1)\n    n++;\n"}, RunProgram{})
	if !m.programDialog().Bare {
		t.Fatalf("the dialog says %+v", m.programDialog().Errors)
	}
	m = settle(t, m, WrapProgram{})
	for range 2 {
		if name := m.programDialog().Declare; name != "ret" && name != "n" {
			t.Fatalf("%q can be declared; errors %v", name, m.Code.Errors)
		}
		m = settle(t, m, DeclareVariable{m.programDialog().Declare})
	}
	if len(m.Code.Errors) > 0 || !strings.HasPrefix(m.Code.Typed, "int main(SSL *ssl)\n{\n    int ") || !strings.HasSuffix(m.Code.Typed, "    while ((ret = SSL_shutdown(ssl)) < 1)\n        n++;\n    return 0;\n}\n") {
		t.Errorf("%v\n%s", m.Code.Errors, m.Code.Typed)
	}
	before := m.Code.Typed
	if m = settle(t, m, WrapProgram{}, DeclareVariable{"x"}); m.Code.Typed != before {
		t.Error("a text without errors was changed")
	}
}

// What was typed and not run is still there when the dialog is opened again.
func TestTypedProgramStays(t *testing.T) {
	m := settle(t, newModel(), PasteProgram{}, EditProgram{"mine"}, HideDialog{}, PasteProgram{})
	if m.Code.Typed != "mine" {
		t.Errorf("the text is %q", m.Code.Typed)
	}
	m = onStage(t, clientScript(spinning))
	m = settle(t, m, OpenProgram{}, EditProgram{"changed"}, HideDialog{}, OpenProgram{})
	if m.Code.Typed != "changed" {
		t.Errorf("the text is %q", m.Code.Typed)
	}
	m = settle(t, m, HideDialog{}, PasteProgram{})
	if m.Code.Typed != "" || m.Code.replaced != "changed" {
		t.Errorf("the text is %q, and before it was %q", m.Code.Typed, m.Code.replaced)
	}
	m = settle(t, m, EditProgram{spinning}, RunProgram{Step: true}, PasteProgram{})
	if m.Code.Typed != spinning || m.Code.replaced != "" {
		t.Errorf("after a run the text is %q", m.Code.Typed)
	}
}

// A text that is too long for a program is not pasted, and the one that is there stays.
func TestRefuseProgram(t *testing.T) {
	m := settle(t, newModel(), PasteProgram{}, EditProgram{"mine"}, RefuseProgram{1 << 20})
	if d := m.programDialog(); d.Text != "mine" || len(d.Errors) != 1 || d.Errors[0].Text != "The text was not pasted. It has 1048576 bytes, and a program has at most 65536." {
		t.Errorf("the dialog says %+v", d.Errors)
	}
}

// A text is checked a moment after it was typed. The check shows no progress, and a press of Run
// that came before it, and waits for the compiler, still runs the program.
func TestCheckDoesNotDisplaceRun(t *testing.T) {
	m := settle(t, newModel(), PasteProgram{}, EditProgram{"wrong"}, RunProgram{})
	check := func() Msg {
		var cmds []Cmd
		m, cmds = Update(m, EditProgram{m.Code.Typed + "\n" + spinning})
		return cmds[0].(Wait).Msg
	}
	checking, cmds := Update(m, check())
	if loading := checking.programDialog().Loading; loading.On || len(cmds) == 0 {
		t.Errorf("while the text is checked the dialog says %+v", loading)
	}
	m.Code.Typed = ""
	later := check()
	m, cmds = Update(m, RunProgram{})
	if !m.programDialog().Loading.On {
		t.Error("while Run waits the dialog shows no progress")
	}
	m, _ = Update(m, later)
	m = settle(t, m, compiledUnits(cmds[0].(Compile)))
	if m.Dialog != "" || strings.TrimLeft(m.Programs[engine.Client].Text, "\n") != spinning {
		t.Errorf("after the check and the compiler the dialog is %q, the program %q", m.Dialog, m.Programs[engine.Client].Text)
	}
}
