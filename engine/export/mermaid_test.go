package export_test

import (
	"bytes"
	"encoding/json"
	"html"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/engine/export"
)

// mermaidDiagram is what Mermaid's parser finds in a diagram.
type mermaidDiagram struct {
	Error, Type, Title string
	Participants       []string
	Notes              int
	Messages           []struct {
		From, To, Message any
		Type              int
		Placement         *int
	}
}

// mermaidModules is where `make mermaid` installs the parser.
const mermaidModules = "../../build/npm-mermaid"

// parseMermaid has Mermaid's own parser read diagrams.
func parseMermaid(t *testing.T, diagrams []string) []mermaidDiagram {
	t.Helper()
	modules, err := filepath.Abs(mermaidModules)
	if err != nil {
		t.Fatal(err)
	}
	in, err := json.Marshal(diagrams)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", "testdata/mermaid/parse.mjs", modules)
	node.Stdin = bytes.NewReader(in)
	var complaint strings.Builder
	node.Stderr = &complaint
	out, err := node.Output()
	if err != nil {
		t.Fatalf("`make mermaid` installs what this needs: node: %v\n%.2000s", err, &complaint)
	}
	var answers []mermaidDiagram
	if err := json.Unmarshal(out, &answers); err != nil || len(answers) != len(diagrams) {
		t.Fatalf("%d answers, %v", len(answers), err)
	}
	return answers
}

// mermaidDecoded is a text of Mermaid's model as a reader sees it.
var mermaidDecoded = strings.NewReplacer("ﬂ°°", "&#", "ﬂ°", "&", "¶ß", ";").Replace

// TestMermaid: Mermaid's parser accepts every diagram, and finds in it two participants, a note for
// each step, an arrow for each record that moves (one for a record that is lost at once), and nothing
// else.
func TestMermaid(t *testing.T) {
	texts := scripts(t, 60)
	var names, diagrams []string
	for name := range texts {
		names = append(names, name)
	}
	slices.Sort(names)
	plays := map[string]export.Played{}
	for _, name := range names {
		_, plays[name] = played(t, texts[name])
		diagrams = append(diagrams, string(write(t, "mermaid", plays[name])))
	}
	for i, d := range parseMermaid(t, diagrams) {
		checkMermaid(t, names[i], d, plays[names[i]], diagrams[i])
	}
	if answers := parseMermaid(t, []string{"sequenceDiagram\n    client->>: x\n"}); answers[0].Error == "" {
		t.Error("a wrong diagram is accepted")
	}
}

var multiplied = regexp.MustCompile(`^(\d+) × `)

func checkMermaid(t *testing.T, name string, d mermaidDiagram, p export.Played, source string) {
	t.Helper()
	if d.Error != "" {
		t.Errorf("%s: %.500s\n%.3000s", name, d.Error, source)
		return
	}
	if title := strings.Join(strings.Fields(p.Title()), " "); html.UnescapeString(mermaidDecoded(d.Title)) != title {
		t.Errorf("%s: the title is %q, want %q", name, d.Title, title)
	}
	drawn := min(len(p.Steps), 200)
	notes := 1 + drawn
	if drawn < len(p.Steps) {
		notes++
	}
	if d.Type != "sequence" || !slices.Equal(d.Participants, []string{"client", "server"}) || d.Notes != notes {
		t.Errorf("%s: %s with %q and %d notes, want %d", name, d.Type, d.Participants, d.Notes, notes)
	}
	got, want := map[any]int{}, map[any]int{}
	for _, m := range d.Messages {
		if m.Placement != nil {
			continue
		}
		text := html.UnescapeString(mermaidDecoded(m.Message.(string)))
		count := 1
		if found := multiplied.FindStringSubmatch(text); found != nil {
			count, _ = strconv.Atoi(found[1])
		}
		got[m.From] += count
	}
	for _, id := range p.Path[1 : 1+drawn] {
		s := p.History.Step(id)
		moves := explain.JoinMoves(s.ByteMoves())
		for i, m := range moves {
			lostNext := i+1 < len(moves) && moves[i+1].Kind == engine.Lost && moves[i+1].Record.ID == m.Record.ID
			if !lostNext && m.Kind != engine.Consumed && m.Kind != engine.Damaged {
				want[m.Dir.Sender().String()]++
			}
		}
		for _, signal := range s.Signals() {
			want[signal.Dir.Sender().String()]++
		}
	}
	if got["client"] != want["client"] || got["server"] != want["server"] || len(got) > 2 {
		t.Errorf("%s: arrows %v, want %v\n%.3000s", name, got, want, source)
	}
}
