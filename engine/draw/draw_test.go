package draw

import (
	"bytes"
	"encoding/xml"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// TestLibrary draws every shipped scenario in both versions.
func TestLibrary(t *testing.T) {
	versionLine := regexp.MustCompile(`(?m)^version .*\n`)
	files, err := filepath.Glob("../../scenarios/library/*/script.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scenarios: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range engine.Versions {
			checkScript(t, "version "+v.String()+"\n"+versionLine.ReplaceAllString(string(text), ""))
		}
	}
}

// TestRandomScripts draws random scripts that use the whole language.
func TestRandomScripts(t *testing.T) {
	const count = 400
	r := rand.New(rand.NewPCG(7, 1))
	for i := range count {
		steps := []conformance.Subset{conformance.Messages, conformance.Whole, conformance.Everything}[i%3]
		checkScript(t, conformance.Generate(r, conformance.Options{Subset: steps}))
	}
}

// checkScript draws a script and checks that the picture is well-formed, fits its
// lanes, and shows every step and every record.
func checkScript(t *testing.T, text string) {
	t.Helper()
	h, tip := play(t, text)
	for _, o := range []Options{{Title: "A title"}, {Title: "A title", Animated: true}, {Title: "A title", Narrow: true}} {
		svg := SVG(h, tip, o)
		if !bytes.Equal(svg, SVG(h, tip, o)) {
			t.Errorf("two pictures differ of\n%s", text)
		}
		elements := parse(t, svg)
		for _, e := range elements {
			checkFits(t, e, o.Narrow, text)
		}
		drawn := records(elements)
		for _, id := range h.Path(tip)[1:] {
			s := h.Step(id)
			if !bytes.Contains(svg, []byte(`data-step="`+strconv.Itoa(s.N)+`"`)) {
				t.Errorf("step %d is not drawn of\n%s", s.N, text)
			}
			for _, m := range s.ByteMoves() {
				if !slices.Contains(drawn, strconv.Itoa(int(m.Record.ID))) {
					t.Errorf("record %d of step %d is not drawn of\n%s", m.Record.ID, s.N, text)
				}
			}
		}
	}
}

// play runs a script.
func play(t *testing.T, text string) (engine.History, engine.NodeID) {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	h, tip, err := s.Run()
	if err != nil {
		t.Fatal(err)
	}
	return h, tip
}

// element is an XML element with its attributes and its text.
type element struct {
	name string
	attr map[string]string
	text string
}

// parse reads a picture with the strict parser of encoding/xml.
func parse(t *testing.T, svg []byte) (list []element) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		switch x := token.(type) {
		case xml.StartElement:
			e := element{name: x.Name.Local, attr: map[string]string{}}
			for _, a := range x.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			list = append(list, e)
		case xml.CharData:
			if len(list) > 0 {
				list[len(list)-1].text += strings.TrimSpace(string(x))
			}
		}
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
	}
}

// records lists the records that are drawn.
func records(elements []element) (ids []string) {
	for _, e := range elements {
		ids = append(ids, strings.Fields(e.attr["data-record"])...)
	}
	return ids
}

// checkFits checks that a text stays in its lane, or in a narrow picture in the picture.
func checkFits(t *testing.T, e element, isNarrow bool, text string) {
	t.Helper()
	classes := strings.Fields(e.attr["class"])
	if e.name != "text" || slices.Contains(classes, "title") {
		return
	}
	size, f := textSize, sans
	switch {
	case slices.Contains(classes, "call") || slices.Contains(classes, "error") || slices.Contains(classes, "retry"):
		f = mono
	case slices.Contains(classes, "note") || slices.Contains(classes, "remark") || slices.Contains(classes, "number"):
		size = remarkSize
	}
	x, err := strconv.Atoi(e.attr["x"])
	if err != nil {
		t.Fatal(err)
	}
	left, right := x, x+textWidth(e.text, size, f)
	if slices.Contains(classes, "end") || slices.Contains(classes, "number") {
		left, right = x-textWidth(e.text, size, f), x
	}
	if slices.Contains(classes, "middle") {
		half := textWidth(e.text, size, f) / 2
		left, right = x-half, x+half
	}
	clientLine, serverLine := wide.lifeLine[engine.Client], wide.lifeLine[engine.Server]
	inClient := left >= margin/2 && right <= clientLine
	onWire := left >= clientLine && right <= serverLine
	inServer := left >= serverLine && right <= wide.width-margin/2
	if isNarrow {
		inClient, inServer = false, false
		onWire = left >= margin/2 && right <= narrow.width-margin/2
	}
	header := e.attr["y"] == strconv.Itoa(margin+titleHeight+lineHeight-4)
	if !inClient && !onWire && !inServer && !header {
		t.Errorf("%q from %d to %d is in no lane, of\n%s", e.text, left, right, text)
	}
}

// TestStep draws the first steps only, and what becomes of records in these.
func TestStep(t *testing.T) {
	h, tip := play(t, "client SSL_shutdown\nserver SSL_read 10\nserver SSL_shutdown\n")
	for _, c := range []struct{ step, steps, unread int }{{0, 3, 1}, {1, 1, 1}, {2, 2, 0}, {3, 3, 1}, {99, 3, 1}} {
		svg := string(SVG(h, tip, Options{Step: c.step}))
		if steps := strings.Count(svg, "data-step="); steps != c.steps {
			t.Errorf("Step %d: %d steps are drawn, want %d", c.step, steps, c.steps)
		}
		if unread := strings.Count(svg, ">unread<"); unread != c.unread {
			t.Errorf("Step %d: %d records are unread, want %d", c.step, unread, c.unread)
		}
	}
}

// TestMaxSteps says how many steps are left out.
func TestMaxSteps(t *testing.T) {
	for more, want := range map[int]string{0: "", 1: "1 more step is not drawn", 7: "7 more steps are not drawn"} {
		h, tip := play(t, strings.Repeat("client SSL_write 1\n", MaxSteps+more))
		svg := string(SVG(h, tip, Options{}))
		if steps := strings.Count(svg, "data-step="); steps != MaxSteps {
			t.Errorf("%d steps are drawn, want %d", steps, MaxSteps)
		}
		if strings.Contains(svg, "not drawn") != (want != "") || !strings.Contains(svg, want+"<") || !strings.Contains(svg, want+".</desc>") && want != "" {
			t.Errorf("%d more: the picture and its description do not say %q", more, want)
		}
	}
}

// TestTitleIsEscaped draws titles that would break the markup.
func TestTitleIsEscaped(t *testing.T) {
	h, tip := play(t, "client SSL_shutdown\n")
	for _, title := range []string{`</title><script>alert("&amp;")</script>`, "\x00\x1b\ufffe\xff", strings.Repeat("long", 5000), strings.Repeat("界 ", 5000)} {
		svg := SVG(h, tip, Options{Title: title})
		for _, e := range parse(t, svg) {
			if e.name == "script" {
				t.Errorf("%.40q: the picture has a script", title)
			}
			if strings.Contains(e.attr["class"], "title") && textWidth(e.text, titleSize, bold) > wide.width-2*margin {
				t.Errorf("%.40q: the title is too wide: %q", title, e.text)
			}
		}
		if len(svg) > 20_000 {
			t.Errorf("%.40q: the picture has %d bytes", title, len(svg))
		}
	}
}

// TestUnknownIsText draws what this package does not know: a verb, a type of record
// and a kind of move that the engine may get later.
func TestUnknownIsText(t *testing.T) {
	const later = 99
	h, _ := play(t, "")
	a := arrowMaker{version: engine.TLS13, moves: recordMoves{}, drawn: map[engine.RecordID]bool{}}
	m := transition{before: h.World(0), after: h.World(0), step: engine.Step{N: 1, Op: engine.Op{Verb: later}}, columns: &wide}
	if r := m.row(h, h.Path(0), &a); len(r.network) != 1 || r.network[0].text != m.step.Op.String() {
		t.Errorf("an unknown verb is drawn as %+v", r)
	}
	x := a.new(engine.ByteMove{Record: engine.Record{ID: 1, Type: later, Length: 3}, To: 8})
	if x.label != "unknown 8 B" || x.shape != shapeHandshake {
		t.Errorf("an unknown record is drawn as %+v", x)
	}
	if _, unknown := a.ofMoves(m, []engine.ByteMove{{Kind: later, Record: engine.Record{Type: engine.TypeApplicationData}, To: 5}}); !slices.Equal(unknown, []string{"data 5 B: 5 B moved"}) {
		t.Errorf("an unknown move is drawn as %q", unknown)
	}
}

// TestManyRecordsAreOneArrow delivers many records in one step.
func TestManyRecordsAreOneArrow(t *testing.T) {
	const writes = 70
	h, tip := play(t, "c2s hold\n"+strings.Repeat("client SSL_write 5\n", writes)+"c2s deliver all\n")
	svg := SVG(h, tip, Options{})
	if arrows := bytes.Count(svg, []byte("data-record=")); arrows != writes+1 {
		t.Errorf("%d arrows, want one for each write and one for the delivery", arrows)
	}
	if ids := records(parse(t, svg)); len(ids) != 2*writes {
		t.Errorf("%d records are drawn, want each of %d twice", len(ids), writes)
	}
}

// TestEachSignalIsDrawnOnce counts the FINs and RSTs of scripts that end a direction.
func TestEachSignalIsDrawnOnce(t *testing.T) {
	for _, c := range []struct {
		text     string
		fin, rst int
	}{
		{"c2s fin\nc2s fin\n", 1, 0},
		{"s2c reset\ns2c reset\n", 0, 1},
		{"client close\nserver close\n", 2, 0},
		{"server SSL_write 5\nclient close\n", 0, 1},
		{"c2s broken\nclient SSL_shutdown\n", 0, 0},
	} {
		h, tip := play(t, c.text)
		svg := string(SVG(h, tip, Options{}))
		if fin, rst := strings.Count(svg, ">FIN<"), strings.Count(svg, ">RST<"); fin != c.fin || rst != c.rst {
			t.Errorf("%q: %d FIN and %d RST, want %d and %d", c.text, fin, rst, c.fin, c.rst)
		}
	}
}

// TestNarrowTellsTheSame: a narrow picture has the steps, records, flags and texts of a wide one,
// except for the names of the directions, but its lines are broken elsewhere.
func TestNarrowTellsTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 2))
	for range 100 {
		text := conformance.Generate(r, conformance.Options{Subset: conformance.Whole})
		h, tip := play(t, text)
		var said [2][]string
		for i, o := range []Options{{}, {Narrow: true}} {
			for _, e := range parse(t, SVG(h, tip, o)) {
				said[i] = append(said[i], strings.Fields(e.text+" "+e.attr["data-step"]+" "+e.attr["data-record"])...)
			}
			said[i] = slices.DeleteFunc(said[i], func(s string) bool { return s == "c2s" || s == "s2c" || s == "→" || s == "←" })
			said[i] = strings.SplitAfter(strings.Join(said[i], ""), "")
			slices.Sort(said[i])
		}
		if !slices.Equal(said[0], said[1]) {
			t.Errorf("a narrow picture has other texts than a wide one of\n%s", text)
		}
	}
}
