package document

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// A judged document is what docutils says of one.
type judged struct {
	Blocks []Block
	Worst  int // the level of the worst message: 3 is an error
}

// python is an interpreter that has docutils.
func python(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(name, "-c", "import docutils").Run() == nil {
			return name
		}
	}
	t.Fatal("docutils is missing: make setup installs it")
	return ""
}

// docutils says which blocks the documents have.
func docutils(t *testing.T, documents []string) []judged {
	t.Helper()
	in, err := json.Marshal(documents)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(python(t), filepath.Join("testdata", "judge.py"))
	command.Stdin = bytes.NewReader(in)
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	var results []judged
	if err := json.Unmarshal(out, &results); err != nil || len(results) != len(documents) {
		t.Fatalf("%d answers for %d documents: %v", len(results), len(documents), err)
	}
	return results
}

// seen is what can be compared of blocks.
func seen(blocks []Block) (list []Block) {
	for _, b := range blocks {
		if b.Options == nil {
			b.Options = map[string]string{}
		}
		list = append(list, Block{Line: b.Line, Options: b.Options, Text: b.Text})
	}
	return list
}

// compareWithDocutils compares what both find. It returns how many blocks there are.
func compareWithDocutils(t *testing.T, documents []string, worst int) (blocks int) {
	t.Helper()
	for i, want := range docutils(t, documents) {
		if want.Worst > worst {
			continue
		}
		got, err := Find("a.rst", []byte(documents[i]))
		if err != nil {
			t.Fatal(err)
		}
		blocks += len(want.Blocks)
		if g, w := seen(got.Blocks), seen(want.Blocks); !reflect.DeepEqual(g, w) {
			t.Errorf("document\n%s\nis read otherwise by docutils: %s; errors %v", documents[i], firstDifference(g, w), got.Errors)
		}
	}
	return blocks
}

// block is one of ours, with a line of a script.
const block = ".. tls-shutdown::\n\n   client SSL_shutdown => 0\n"

// TestRestructured compares documents in which blocks stand in all places, and in which
// other text looks like one.
func TestRestructured(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.rst"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	var documents []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// Each part between lines of % is a document, and all together are one.
		documents = append(documents, strings.Split(string(text), "\n%%%%\n")...)
	}
	if n := compareWithDocutils(t, documents, 9); n < 40 {
		t.Errorf("only %d blocks were compared", n)
	}
}

// pieces are lines of which documents are made at random.
var pieces = []string{
	block, block, block, ".. tls-shutdown:: client SSL_shutdown\n", ".. tls-shutdown::\n   :step: 2\n   :name: x\n\n   client SSL_shutdown\n   # more\n\n   server SSL_shutdown\n",
	"text\n", "text::\n", "::\n", "text ::\n", "\n", "\n", "\n", "\n", "- ", "* ", "1. ", "#. ", "(a) ", "i. ", "A. text\n", ":field: ", ":a b: text\n", "-o FILE  ", "--long\n", ">>> x\n",
	"| verse\n", ".. note::\n\n", ".. note:: ", ".. code-block:: c\n\n", ".. code::\n\n", ".. parsed-literal::\n\n", ".. comment\n", "..\n", ".. [1] ", ".. [#x] ", ".. [Lee] ", ".. _t: x\n", ".. _t:\n", "__ x\n",
	".. container:: c\n\n", ".. admonition:: Title\n\n", "=====\nTitle\n=====\n\n", "Title\n=====\n\n", "-----\n\n", "> text\n", "\\::\n", "\\\\::\n", ".. math::\n\n", ".. topic:: T\n\n", "term\n", "* * *\n",
}

// randomDocument is made of pieces, indented as if they were nested.
func randomDocument(r *rand.Rand) string {
	var b strings.Builder
	for range 2 + r.IntN(10) {
		indent := strings.Repeat(" ", []int{0, 0, 0, 2, 3, 4, 6, 8}[r.IntN(8)])
		for line := range strings.Lines(pieces[r.IntN(len(pieces))]) {
			if line != "\n" {
				b.WriteString(indent)
			}
			b.WriteString(line)
		}
	}
	return b.String()
}

// TestRandomRestructured compares random documents that are free of errors.
func TestRandomRestructured(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	documents := make([]string, 1500)
	for i := range documents {
		documents[i] = randomDocument(r)
	}
	if n := compareWithDocutils(t, documents, 2); n < 300 {
		t.Errorf("only %d blocks were compared", n)
	}
}

// FuzzRestructured: no document makes the reader fail, and each line of a block is one of the
// document.
func FuzzRestructured(f *testing.F) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		f.Add([]byte(randomDocument(r)))
	}
	f.Fuzz(func(t *testing.T, text []byte) { checkPlaces(t, "a.rst", text) })
}

// checkPlaces finds the blocks of a document and looks at their lines.
func checkPlaces(t *testing.T, name string, text []byte) {
	t.Helper()
	found, err := Find(name, text)
	if err != nil {
		t.Fatal(err)
	}
	count := strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(text)), "\n") + 1
	for _, b := range found.Blocks {
		last := b.First + strings.Count(b.Text, "\n") - 1
		if b.Line < 1 || b.First < b.Line || last > count || len(b.Columns) != strings.Count(b.Text, "\n") {
			t.Errorf("block %+v of a document with %d lines\n%q", b, count, text)
		}
	}
}

// firstDifference says which blocks are the first that differ.
func firstDifference(got, want []Block) string {
	for i := 0; ; i++ {
		switch {
		case i == len(got):
			return fmt.Sprintf("%+v is missing", want[i])
		case i == len(want):
			return fmt.Sprintf("%+v is none", got[i])
		case !reflect.DeepEqual(got[i], want[i]):
			return fmt.Sprintf("%+v should be %+v", got[i], want[i])
		}
	}
}

// TestDeep: documents in which blocks are nested without end are refused or read, and none
// takes long.
func TestDeep(t *testing.T) {
	for _, name := range []string{"a.rst", "a.md", "a.mdx"} {
		for _, text := range []string{"- ", "> ", ":a: ", ".. note:: ", "!!! a\n", "- \n ", "1. ", ".. [1] ", "|"} {
			start := time.Now()
			found, err := Find(name, []byte(strings.Repeat(text, 10_000/len(text))))
			if err != nil || len(found.Blocks) > 0 || time.Since(start) > 5*time.Second {
				t.Errorf("%s with %q: %d blocks, %v, after %v", name, text, len(found.Blocks), err, time.Since(start))
			}
		}
	}
}
