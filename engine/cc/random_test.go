package cc

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var (
	programs = flag.Int("programs", 500, "how many random programs TestRandomPrograms compares with gcc")
	seed     = flag.Uint64("seed", 0, "of the random programs; 0 takes one from the clock")
)

// perFile is how many programs gcc compiles at a time: starting it is what costs.
const perFile = 250

// TestRandomPrograms compares what random programs do on the machine with what they do when
// gcc has compiled them.
func TestRandomPrograms(t *testing.T) {
	if *seed == 0 {
		*seed = uint64(time.Now().UnixNano())
	}
	t.Logf("seed %d", *seed)
	tally := newTally()
	for first := 0; first < *programs; first += perFile {
		n := min(perFile, *programs-first)
		t.Run(fmt.Sprint(first), func(t *testing.T) { compareRandom(t, tally, first, n) })
		if t.Failed() {
			break
		}
	}
	if tally.stopped*20 > *programs {
		t.Errorf("%d of %d programs do what C does not define: too many", tally.stopped, *programs)
	}
	t.Logf("%d programs, %d of them stopped for undefined behaviour", *programs, tally.stopped)
	if *programs >= 10_000 {
		tally.complete(t, 50)
	}
}

// compareRandom compares the programs from first on.
func compareRandom(t *testing.T, tally *tally, first, n int) {
	var file strings.Builder
	texts := make([]string, n)
	for i := range n {
		texts[i] = newProgram(tally, rand.New(rand.NewPCG(*seed, uint64(first+i))), i).text()
		file.WriteString(texts[i])
	}
	var want []outcome
	done := make(chan error)
	go func() { // while the machine runs them
		var err error
		want, err = runAll(t.TempDir(), file.String(), n)
		done <- err
	}()
	got := make([]outcome, n)
	for i, text := range texts {
		got[i] = run(t, text)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	var suspects []int
	for i, text := range texts {
		got := got[i]
		if strings.HasPrefix(got.end, "stopped") {
			suspects = append(suspects, i)
			continue
		}
		if got != want[i] {
			t.Errorf("program %d of seed %d\nthe machine:\n%s%s\ngcc:\n%s%s\n%s", first+i, *seed, got.output, got.end, want[i].output, want[i].end, numbered(text))
			return
		}
	}
	tally.stopped += len(suspects)
	checkUndefined(t, texts, suspects, first)
}

// checkUndefined checks that gcc's sanitizer finds what the machine stopped programs for.
func checkUndefined(t *testing.T, texts []string, suspects []int, first int) {
	var file, main strings.Builder
	for _, i := range suspects {
		file.WriteString(texts[i])
		fmt.Fprintf(&main, "if (atoi(v[1]) == %d) return p%d_main(0);\n", i, i)
	}
	if len(suspects) == 0 {
		return
	}
	path := filepath.Join(t.TempDir(), "undefined")
	build(t, path, prologue+file.String()+"\nint main(int c, char **v) { "+main.String()+"return 0; }\n", "-fsanitize=undefined", "-fno-sanitize-recover=undefined")
	for _, i := range suspects {
		out, _ := exec.Command(path, fmt.Sprint(i)).CombinedOutput()
		if !strings.Contains(string(out), "runtime error") {
			t.Errorf("program %d of seed %d is stopped, and gcc finds nothing undefined: %s\n%s", first+i, *seed, run(t, texts[i]).end, numbered(texts[i]))
		}
	}
}

func numbered(text string) string {
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		fmt.Fprintf(&b, "%3d %s\n", i+1, line)
	}
	return b.String()
}

// runAll compiles all programs in one file, and runs each in a process of its own.
func runAll(dir, file string, n int) ([]outcome, error) {
	var main strings.Builder
	main.WriteString("\n#include <unistd.h>\n#include <sys/wait.h>\nint main(void) { int st;\n" +
		"static char out[1 << 16]; setvbuf(stdout, out, _IOFBF, sizeof out);\n")
	for i := range n {
		fmt.Fprintf(&main, "fflush(stdout); if (fork() == 0) exit(p%d_main(0)); wait(&st); printf(\"\\n=== %%d\\n\", WIFEXITED(st) ? WEXITSTATUS(st) : -1);\n", i)
	}
	main.WriteString("return 0; }\n")
	path := filepath.Join(dir, "random")
	if err := buildFile(path, prologue+file+main.String()); err != nil {
		return nil, err
	}
	out, err := exec.Command(path).Output()
	if err != nil {
		return nil, err
	}
	var outcomes []outcome
	for range n {
		before, rest, ok := bytes.Cut(out, []byte("\n=== "))
		if !ok {
			return nil, fmt.Errorf("gcc's programs end early:\n%s", out)
		}
		end, rest, _ := bytes.Cut(rest, []byte("\n"))
		outcomes = append(outcomes, outcome{string(before), "exit " + string(end)})
		out = rest
	}
	return outcomes, nil
}

// lineOf returns the line of a text that an error of gcc names.
func lineOf(text, complaint string) string {
	m := place.FindStringSubmatch(complaint)
	if m == nil {
		return ""
	}
	lines := strings.Split(text, "\n")
	return lines[min(strings.Count(prologue, "\n")+number(m[1])-1, len(lines)-1)]
}

func build(t testing.TB, path, text string, flags ...string) {
	t.Helper()
	if err := buildFile(path, text, flags...); err != nil {
		t.Fatal(err)
	}
}

// buildFile has gcc make a program.
func buildFile(path, text string, flags ...string) error {
	if err := os.WriteFile(path+".c", []byte(text), 0o600); err != nil {
		return err
	}
	arguments := append([]string{"-O0", "-std=gnu11", "-w", "-o", path, path + ".c"}, flags...)
	if out, err := exec.Command("gcc", arguments...).CombinedOutput(); err != nil {
		return fmt.Errorf("gcc: %v\n%.3000s\n%s", err, out, lineOf(text, string(out)))
	}
	return nil
}
