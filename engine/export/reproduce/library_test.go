package reproduce_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/export/reproduce"
	"closenotify/engine/script"
)

// library is a release of OpenSSL that C files are linked to.
type library struct {
	profile string
	flags   []string // of gcc
}

// libraries are this machine's, and with -releases those in its folder.
func libraries(t *testing.T) []library {
	list := []library{machine(t)}
	if *releases == "" {
		return list
	}
	for _, p := range engine.Profiles() {
		root := filepath.Join(*releases, "root-"+strings.TrimPrefix(p.Name, engine.ProfilePrefix))
		if _, err := os.Stat(root); err == nil {
			list = append(list, unpacked(t, p.Name, root))
		}
	}
	if len(list) == 1 {
		t.Fatalf("%s: no releases", *releases)
	}
	return list
}

// unpacked is a library that releases.sh has unpacked, linked as it links the harness.
func unpacked(t *testing.T, profile, root string) library {
	root, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	l := library{profile: profile, flags: []string{"-Wl,--allow-shlib-undefined", "-I" + root + "/usr/include"}}
	err = filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		folder, name := filepath.Split(path)
		switch {
		case name == "libssl.so":
			l.flags = append(l.flags, "-L"+folder, "-Wl,-rpath,"+folder, "-I"+root+"/usr/include/"+filepath.Base(folder))
		case strings.HasPrefix(name, "ld-linux"):
			l.flags = append(l.flags, "-Wl,--dynamic-linker="+path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// probes tell the releases from each other, but for 3.5 and 3.6, which do the same.
var probes = []string{
	"s2c fin\nclient SSL_read 1\n",
	"server SSL_write 1\ns2c corrupt\nclient SSL_read 1\nserver SSL_read 1\n",
	"version tls1.2\ns2c inject alert\nclient SSL_read 1\n",
}

// machine is the library of this machine, with the profile that answers the probes as it does.
func machine(t *testing.T) library {
	profiles := engine.Profiles()
	for _, probe := range probes {
		s := parse(t, probe)
		got, err := library{}.play(t.TempDir(), s)
		if err != nil {
			t.Fatal(err)
		}
		profiles = slices.DeleteFunc(profiles, func(p engine.Profile) bool {
			s.Config.Profile = p.Name
			want, err := trace(s)
			return err != nil || !bytes.Equal(got, want)
		})
	}
	if len(profiles) == 0 {
		t.Fatal("this machine's OpenSSL answers like no profile")
	}
	return library{profile: profiles[0].Name}
}

func parse(t *testing.T, text string) script.Script {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return s
}

// trace is what the command trace prints of a scenario.
func trace(s script.Script) ([]byte, error) {
	w, err := compile.Start(s)
	if err != nil {
		return nil, err
	}
	var b []byte
	err = s.Play(w, func(_ int, step engine.Step, w engine.World) { b = script.AppendText(b, step, w) })
	return append(b, '\n'), err
}

// play writes a scenario as C into a folder, compiles and runs it.
func (l library) play(dir string, s script.Script) ([]byte, error) {
	c, err := reproduce.C(s)
	if err != nil {
		return nil, err
	}
	file := filepath.Join(dir, "reproduce.c")
	if err := os.WriteFile(file, c, 0o644); err != nil {
		return nil, err
	}
	gcc := append([]string{"-Wall", "-Wextra", "-Werror", "-O0", "-o", filepath.Join(dir, "reproduce"), file}, l.flags...)
	if out, err := exec.Command("gcc", append(gcc, "-lssl", "-lcrypto")...).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("gcc: %v\n%s", err, out)
	}
	return run(dir)
}

// run runs the program in a folder.
func run(dir string) ([]byte, error) {
	late, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	command := exec.CommandContext(late, filepath.Join(dir, "reproduce"))
	var complaint bytes.Buffer
	command.Stderr = &complaint
	out, err := command.Output()
	if err != nil || complaint.Len() > 0 {
		return out, fmt.Errorf("the program: %v %s", err, &complaint)
	}
	return out, nil
}

// errUndetermined is that the library does not do the same each time.
var errUndetermined = errors.New("the library does something else each time")

// beforeStop is a trace up to the step in which a program is stopped. From there on, traces are
// not equal: it does what the language of programs does not allow.
func beforeStop(trace []byte) []byte {
	before, _, stopped := bytes.Cut(trace, []byte("; stopped, "))
	if !stopped {
		return trace
	}
	return before[:bytes.LastIndexByte(before, '\n')+1]
}

// check compares what the program prints with the trace of the engine. A library that reads
// ciphertext as a header may do something else each time.
func (l library) check(dir string, s script.Script) error {
	s.Config.Profile = l.profile
	want, err := trace(s)
	if err != nil {
		return err
	}
	got, err := l.play(dir, s)
	want, got = beforeStop(want), beforeStop(got)
	if err != nil || bytes.Equal(got, want) {
		return err
	}
	for range 20 {
		if again, err := run(dir); err == nil && bytes.Equal(beforeStop(again), want) {
			return errUndetermined
		}
	}
	return fmt.Errorf("the program and the engine differ:\n%s", firstDifference(string(got), string(want)))
}

// firstDifference is the first line that differs, with the lines before it.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return strings.Join(w[max(i-3, 0):i], "\n") + "\ngot  " + g[i] + "\nwant " + w[i]
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
