package capture

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
)

// TestLibraryCaptures has tshark read the capture of every shipped scenario and
// compares it record by record.
func TestLibraryCaptures(t *testing.T) {
	for _, file := range glob(t, "../../scenarios/library/*/script.txt") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			sc := playScript(t, read(t, file))
			var b bytes.Buffer
			if err := Write(&b, sc.config, file, sc.steps); err != nil {
				t.Fatal(err)
			}
			sc.compare(t, tshark(t, captureFile(t, b.Bytes()))[0])
		})
	}
}

// TestScriptCaptures captures more scripts in both versions: the shipped scenarios,
// the scripts recorded from the real library, and those of testdata.
func TestScriptCaptures(t *testing.T) {
	var all []playedScript
	add := func(text string) {
		for _, v := range engine.Versions {
			all = append(all, playScript(t, "version "+v.String()+"\n"+version.ReplaceAllString(text, "")))
		}
	}
	for _, file := range glob(t, "../../scenarios/library/*/script.txt") {
		add(read(t, file))
	}
	for _, file := range glob(t, "../testdata/*.txt") {
		text, _, _ := strings.Cut(read(t, file), "\n== ")
		add(text)
	}
	for _, file := range glob(t, "testdata/scripts/*.txt") {
		for text := range strings.SplitSeq(read(t, file), "\n---\n") {
			add(text)
		}
	}
	compareAll(t, all)
}

// TestRandomCaptures captures random scripts that use the whole language.
func TestRandomCaptures(t *testing.T) {
	const count = 1200
	r := rand.New(rand.NewPCG(4, 1))
	var all []playedScript
	for i := range count {
		steps := []conformance.Subset{conformance.Messages, conformance.Whole, conformance.Everything}[i%3]
		all = append(all, playScript(t, conformance.Generate(r, conformance.Options{Subset: steps})))
	}
	compareAll(t, all)
}

// version matches the version directive of a script.
var version = regexp.MustCompile(`(?m)^version .*\n`)

// compareAll compares many scripts with one run of tshark: all are connections in
// one file, each from its own client port.
func compareAll(t *testing.T, all []playedScript) {
	t.Helper()
	var packets bytes.Buffer
	var log string
	for i, sc := range all {
		c := NewConnection(sc.config)
		for _, s := range sc.steps {
			c.Follow(s)
		}
		log += c.keyLog()
		checkRecorded(t, sc, c)
		f := tcpFlow{out: &packets, ports: [2]uint16{clientPort + uint16(i), chooseServerPort(sc.config, sc.steps)}}
		f.writePackets(sc.config, sc.steps)
	}
	connections := tshark(t, captureFile(t, append(appendFileHeader(nil, "", log), packets.Bytes()...)))
	if len(connections) != len(all) || len(all) == 0 {
		t.Fatalf("%d connections, want %d", len(connections), len(all))
	}
	for i, sc := range all {
		sc.compare(t, connections[i])
	}
}

// checkRecorded checks that the content of every record is recorded or computed.
func checkRecorded(t *testing.T, sc playedScript, c *Connection) {
	t.Helper()
	for _, s := range sc.steps {
		for _, m := range s.ByteMoves() {
			if _, recorded := c.sources[m.Record.ID].content(m.Record); !recorded {
				t.Errorf("step %d: %s is not recorded in\n%s", s.N, recordName(m.Record), sc.text)
			}
		}
	}
}

// captureFile writes a capture to a temporary file.
func captureFile(t *testing.T, b []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "capture.pcapng")
	if err := os.WriteFile(file, b, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// glob lists the files that match a pattern. There must be at least one.
func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: no file, %v", pattern, err)
	}
	return files
}

// read reads a file.
func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
