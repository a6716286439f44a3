package model

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
)

// codeAfter is the text of the Code panel at the end of a script.
func codeAfter(t *testing.T, text string) string {
	t.Helper()
	m := press(t, sendOne(newModel(), EditScript{text}), "last", "pane code")
	if len(m.Editor.Errors) > 0 || m.Len() == 0 {
		t.Fatalf("%v in\n%s", m.Editor.Errors, text)
	}
	return SceneOf(m).Panels.Code.String()
}

func TestCodePanel(t *testing.T) {
	want := `#include <openssl/ssl.h>
#include <unistd.h>

SSL *client, *server; /* connected to each other */
int client_fd, server_fd; /* their sockets */
char buf[1048576];
int ret;
size_t n; /* bytes read or written by an _ex call */

void scenario(void)
{
    /* c2s hold */
    ret = SSL_shutdown(client); /* 0 */
}
`
	if got := codeAfter(t, "c2s hold\nclient SSL_shutdown\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if c := SceneOf(press(t, newModel(), "first", "pane code")).Panels.Code; len(c.Lines) != 0 {
		t.Errorf("before the first step:\n%s", c)
	}
}

func TestCodePanelOfALongScenarioIsCut(t *testing.T) {
	got := codeAfter(t, strings.Repeat("client SSL_write 5\n", 100))
	if !strings.Contains(got, "    /* 80 earlier steps */\n") || strings.Count(got, "SSL_write") != 20 {
		t.Errorf("got\n%s", got)
	}
}

// TestCodePanelCompiles: gcc takes the panel's text without a warning, for every shipped
// scenario at its last step, and for every operation with every argument that is
// suggested or has a name, also after SSL_free.
func TestCodePanelCompiles(t *testing.T) {
	var programs []string
	for _, s := range library.All() {
		programs = append(programs, codeAfter(t, s.Script.String()))
	}
	if len(programs) == 0 {
		t.Fatal("nothing is shipped")
	}
	var calls strings.Builder // in one file, each with a function of its own, since each run of gcc takes a while
	for i, op := range operations(t) {
		for j, before := range []string{"", "client SSL_free\nserver SSL_free\n"} {
			function := "scenario_" + strconv.Itoa(i) + "_" + strconv.Itoa(j)
			calls.WriteString(strings.Replace(codeAfter(t, before+op+"\n"), "scenario", function, 1))
		}
	}
	dir := t.TempDir()
	args := []string{"-Wall", "-Wextra", "-Werror", "-fsyntax-only"}
	for i, text := range append(programs, calls.String()) {
		file := filepath.Join(dir, strconv.Itoa(i)+".c")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if out, err := exec.Command("gcc", args...).CombinedOutput(); err != nil {
		t.Fatalf("gcc with OpenSSL's headers is needed (make libssl installs it): %v\n%s", err, out)
	}
}

// modeCleared is a script after which SSL_set_mode is suggested: it is not while a mode is
// set.
func modeCleared(t *testing.T) script.Script {
	t.Helper()
	s, err := script.Parse("client SSL_clear_mode AUTO_RETRY\n")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// operations are all that is suggested at any step of a shipped scenario, or after
// modeCleared, and each word that can be an argument.
func operations(t *testing.T) []string {
	t.Helper()
	list, verbs := map[string]bool{}, map[engine.Verb]bool{}
	scripts := []script.Script{modeCleared(t)}
	for _, s := range library.All() {
		scripts = append(scripts, s.Script)
	}
	for _, s := range scripts {
		h, tip, err := s.Run()
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range h.Path(tip) {
			for _, op := range h.World(id).Enabled() {
				list[op.String()], verbs[op.Verb] = true, true
			}
		}
	}
	for _, v := range engine.Verbs() {
		if !verbs[v] && !v.IsOfProgram() {
			t.Errorf("%s is never suggested", v)
		}
		for n := 0; v.TakesArgument() && !v.TakesBytes() && n < 4; n++ {
			list[engine.Op{Verb: v, N: n}.String()] = true // past the last word it is the last word again
		}
	}
	return slices.Sorted(maps.Keys(list))
}
