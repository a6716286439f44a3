package export_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine/compile"
	"closenotify/engine/conformance"
	"closenotify/engine/export"
	"closenotify/engine/script"
)

// glob reads files, at least one.
func glob(t *testing.T, pattern string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(files), err)
	}
	texts := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[file] = string(text)
	}
	return texts
}

// lessons are the texts of all lessons.
func lessons(t *testing.T) map[string]string { return glob(t, "../../scenarios/library/*/script.txt") }

// scripts are the lessons, scripts with programs, random ones and hostile ones.
func scripts(t *testing.T, random int) map[string]string {
	t.Helper()
	texts := lessons(t)
	for name, text := range glob(t, "../testdata/programs/*.txt") {
		texts[name] = text
	}
	for i := range random {
		r := rand.New(rand.NewPCG(uint64(i), 2))
		o := conformance.Options{Subset: conformance.Everything}
		if i%4 == 0 {
			o.Programs = 5
		}
		texts["random "+string(rune('0'+i%10))+strings.Repeat("'", i/10)] = conformance.Generate(r, o)
	}
	for name, text := range hostile {
		texts[name] = text
	}
	return texts
}

// hostile are scripts whose texts look like markup and code of every format.
var hostile = map[string]string{
	"empty":     "",
	"no steps":  "# A title\n",
	"title":     "# " + trouble + "\n#\n# " + trouble + "\n#\n# ```\n\nclient SSL_shutdown\n",
	"narration": "# Title\n\n# " + trouble + "\n#\n# " + trouble + "\n# end\n# %% loop\n# * 1 */ /* -->\nclient SSL_shutdown\n#[tls1.3] " + trouble + "\nserver SSL_read 5 => 1 SSL_ERROR_SSL \"" + strings.NewReplacer(`"`, "'", "#", "").Replace(script.StripHidden(trouble)) + "\"\n\n# " + trouble + "\n",
	"programs":  "program client\nint main(SSL *ssl)\n{\n\tprintf(\"</svg>]]><script>alert(1)</script>\\n```\\n*/ ;end # %% \\\"\\\\\\x01\\xff\\n\");\n\treturn SSL_shutdown(ssl);\n}\nend program\n\nrun\n",
}

const trouble = "</title></svg><script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](//e.example/x.png) `` ``` ; end loop alt # */ // \\ \" ' &amp; &#x3c; ]]> --> {{7*7}} %0A $(x) \u202e\u2066rtl\u0000 \u2028 <!--"

// programs has what was compiled.
var programs compile.Cache

// played plays a text.
func played(t *testing.T, text string) (script.Script, export.Played) {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatalf("%v\n%.2000s", err, text)
	}
	w, err := programs.Start(s)
	if err != nil {
		t.Fatal(err)
	}
	p, err := export.Play(s, w)
	if err != nil {
		t.Fatal(err)
	}
	return s, p
}

func write(t *testing.T, name string, p export.Played) []byte {
	t.Helper()
	f, ok := export.Lookup(name)
	if !ok {
		t.Fatalf("there is no format %s", name)
	}
	data, err := f.Write(p)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestScriptsSurvive: the exported script and the trace give the same script again, which plays the
// same.
func TestScriptsSurvive(t *testing.T) {
	for name, text := range scripts(t, 200) {
		s, p := played(t, text)
		trace := write(t, "json", p)
		var first map[string]json.RawMessage
		var found string
		if err := json.NewDecoder(bytes.NewReader(trace)).Decode(&first); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := json.Unmarshal(first[script.TraceKey], &found); err != nil {
			t.Errorf("%s: the first object has no script: %v", name, err)
		}
		if exported := string(write(t, "script", p)); exported != s.String() || exported != found {
			t.Errorf("%s: got the script\n%.2000s\nand in the trace\n%.2000s", name, exported, found)
		}
		if _, again := played(t, found); !bytes.Equal(write(t, "json", again), trace) {
			t.Errorf("%s: another trace the second time", name)
		}
		decoder, objects := json.NewDecoder(bytes.NewReader(trace)), 0
		for decoder.More() {
			var object map[string]any
			if err := decoder.Decode(&object); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			objects++
		}
		if objects != max(len(p.Steps), 1) {
			t.Errorf("%s: %d objects for %d steps", name, objects, len(p.Steps))
		}
	}
}

// TestSVG: drawings are XML, without scripts, links and other files.
func TestSVG(t *testing.T) {
	for name, text := range scripts(t, 100) {
		_, p := played(t, text)
		for _, format := range []string{"svg", "svg-animated"} {
			decoder := xml.NewDecoder(bytes.NewReader(write(t, format, p)))
			for {
				token, err := decoder.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%s, %s: %v", name, format, err)
				}
				element, ok := token.(xml.StartElement)
				if !ok {
					continue
				}
				if !strings.Contains(" svg title desc style g rect circle polygon path text ", " "+element.Name.Local+" ") {
					t.Errorf("%s, %s: the element %s", name, format, element.Name.Local)
				}
				for _, a := range element.Attr {
					if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" || strings.Contains(a.Value, "url(") {
						t.Errorf("%s, %s: the attribute %s=%q", name, format, a.Name.Local, a.Value)
					}
				}
			}
		}
	}
}

// TestUnknownFormat: the error lists the formats.
func TestUnknownFormat(t *testing.T) {
	_, err := export.Script("pdf", "", compile.Start)
	if want := `"pdf" is no format; there are ` + strings.Join(export.Names(), ", "); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	for _, f := range export.Formats {
		if f.Name == "" || f.Extension == "" || f.MediaType == "" || f.Title == "" {
			t.Errorf("%+v is incomplete", f)
		}
	}
}
