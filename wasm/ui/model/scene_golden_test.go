package model

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The files under testdata/scenes show what is drawn of some shipped scenarios, in the
// middle and at the end. They are words and pictures of this project, not the truth about
// OpenSSL: whoever changes them on purpose writes them anew with
//
//	go test ./wasm/ui/model -run TestScenes -update
//
// and reads the difference.
var update = flag.Bool("update", false, "write testdata/scenes anew")

func TestScenes(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "scenes", "*"))
	if err != nil || len(files) < 16 {
		t.Fatalf("%d scenes: %v", len(files), err)
	}
	for _, file := range files {
		m := press(t, newModel(), "open-preset "+strings.TrimSuffix(filepath.Base(file), ".txt"))
		var got strings.Builder
		for _, at := range []int{m.Len() / 2, m.Len()} {
			m, _ = send(m, Seek{at})
			writeScene(&got, t, m)
		}
		if *update {
			if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		compareLines(t, file, got.String(), string(want))
	}
}

// compareLines reports the first line in which a text is not as it was.
func compareLines(t *testing.T, file, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		line := func(lines []string) string {
			if i < len(lines) {
				return lines[i]
			}
			return "the end"
		}
		if line(g) != line(w) {
			t.Errorf("%s:%d:\n got %s\nwant %s", file, i+1, line(g), line(w))
			return
		}
	}
}

// writeScene writes what the stage and the panels Why, Compare and Code show.
func writeScene(b *strings.Builder, t *testing.T, m Model) {
	s := SceneOf(m)
	writeLine(b, "==", s.Dock.Status)
	writeLine(b)
	writeLine(b, s.Story.Title+":", strings.Join(s.Story.Lines, " "))
	for i, lane := range s.Lanes {
		writeLine(b, lane.Role.String()+":", strings.Join(append(pillTexts(lane), lane.Notes...), "; "))
		writeLine(b, s.Wires[i].Dir.String()+":", strings.Join(s.Wires[i].Notes, "; "))
	}
	writeLine(b)
	for _, r := range s.Ladder.Rows {
		writeRow(b, r)
	}
	writeLine(b)
	writeLine(b, "offered:", strings.Join(offerTexts(s.CallBar), ", "))
	writeLine(b, "slider:", strings.Join(markTexts(s.Dock.Marks), " "))
	writeWhy(b, s.Panels.Why)
	writeCompare(b, SceneOf(press(t, m, "pane compare")).Panels.Compare)
	writeLine(b, "code:")
	for _, l := range SceneOf(press(t, m, "pane code")).Panels.Code.Lines {
		if l.Indented {
			writeLine(b, l.String())
		}
	}
	writeLine(b)
}

// writeLine writes texts with a blank between them, without those that are empty.
func writeLine(b *strings.Builder, texts ...string) {
	texts = slices.DeleteFunc(texts, func(text string) bool { return text == "" })
	b.WriteString(strings.Join(texts, " ") + "\n")
}

// pillTexts are the flags of a peer with what set them.
func pillTexts(l LaneHeader) []string {
	var list []string
	for _, p := range l.Pills {
		if p.On {
			list = append(list, p.Name+" "+p.Cause)
		}
	}
	return list
}

// writeRow writes a row of the ladder, with "?" where the cursor has not been.
func writeRow(b *strings.Builder, r Row) {
	mark := " "
	if r.Ahead {
		mark = "?"
	}
	writeLine(b, fmt.Sprintf("%s%2d", mark, r.N), r.Side, r.Call, r.Return, r.Error, r.Reason, "("+string(r.Kind)+", "+string(r.Tone)+")")
	for _, x := range r.Records {
		writeLine(b, "    ", x.Dir.String(), x.Name, x.Size, "("+string(x.Shape)+"):", string(x.Status), x.Remark)
	}
	if text := linkText([]Row{r}); text != "" {
		writeLine(b, "    ", "lines "+text)
	}
	for _, e := range r.Effects {
		writeLine(b, "    ", e.Text)
	}
	for _, l := range r.LateReturns {
		writeLine(b, "    ", l.Text)
	}
}

// offerTexts are the buttons: in brackets if they are off, with "!" if they would be a
// mistake.
func offerTexts(c CallBar) []string {
	var list []string
	for _, group := range c.Groups {
		for _, row := range group.Rows {
			for _, o := range row.Offers {
				text := o.Op.String()
				if o.Disabled {
					text = "(" + text + ")"
				}
				if o.Mistake {
					text += "!"
				}
				list = append(list, text)
			}
		}
	}
	return list
}

// markTexts are the marks above the slider.
func markTexts(marks []SliderMark) []string {
	var list []string
	for _, m := range marks {
		list = append(list, string(m.Kind))
	}
	return list
}

// writeCompare writes the verdict of the panel Compare, and what it names.
func writeCompare(b *strings.Builder, c CompareScene) {
	writeLine(b, "compare:", c.Verdict)
	for _, r := range c.Rows {
		for _, d := range r.Releases {
			writeLine(b, "  "+stepName(r.N)+":", d.Name)
		}
	}
}

// writeWhy writes the panel Why, without the sentences of the rules.
func writeWhy(b *strings.Builder, w WhyScene) {
	writeLine(b, "why:", w.Step, "("+countOf(len(w.Rules), "rule")+")")
	if w.HasError {
		errno := w.Error.Errno
		if errno != "" {
			errno = "errno " + errno
		}
		writeLine(b, " ", w.Error.Name, errno, w.Error.Constant)
		for _, entry := range w.Error.Queue {
			writeLine(b, "   ", entry)
		}
		writeLine(b, " ", w.Error.Advice.Text)
	}
	if w.Next != "" {
		writeLine(b, "  next:", w.Next)
	}
	for _, c := range w.Causes {
		writeLine(b, "  caused by step "+strconv.Itoa(c.N)+":", c.Text+"; without it:", c.Without)
	}
	for _, d := range w.Differences {
		writeLine(b, "  difference:", d.Name)
	}
}
