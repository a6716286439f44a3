package export

import (
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/draw"
	"closenotify/engine/explain"
)

// Limits of a Mermaid diagram. Mermaid refuses one of more than 50,000 characters.
const (
	mermaidSteps = draw.MaxSteps
	mermaidSize  = 45_000 // bytes after which no step begins
)

// writeMermaid writes a sequence diagram for Mermaid: a note for each step, with what the call
// returned and which flags changed, and an arrow for each record, FIN and RST. The narration is left
// out, because Mermaid does not break lines.
func writeMermaid(p Played) ([]byte, error) {
	var b strings.Builder
	b.WriteString("sequenceDiagram\n")
	if title := mermaidText(p.Title()); title != "" {
		b.WriteString("    title: " + title + "\n")
	}
	b.WriteString("    participant client as Client\n    participant server as Server\n")
	b.WriteString("    Note over client,server: " + mermaidText(draw.Subtitle(p.History.World(p.Path[0]).Config())) + "\n")
	for i, id := range p.Path[1:] {
		if i == mermaidSteps || b.Len() > mermaidSize {
			b.WriteString("    Note over client,server: " + strconv.Itoa(len(p.Steps)-i) + " more steps are not drawn\n")
			break
		}
		writeMermaidStep(&b, p.History, id)
	}
	return []byte(b.String()), nil
}

// writeMermaidStep writes the note and the arrows of a step.
func writeMermaidStep(b *strings.Builder, h engine.History, id engine.NodeID) {
	s, w := h.Step(id), h.World(id)
	place := "over client,server"
	if s.Op.IsCall() {
		place = "left of client"
		if s.Op.Role == engine.Server {
			place = "right of server"
		}
	}
	lines := []string{strconv.Itoa(s.N) + ". " + explain.Line(s)}
	if reason := explain.ReasonOf(s); s.Returned && reason != "" {
		lines = append(lines, reason)
	}
	for _, l := range s.LateReturns() {
		lines = append(lines, explain.LateReturn(l))
	}
	for _, e := range explain.Effects(h, id) {
		if e.Flag || e.Text == explain.TextBlocks || e.Text == explain.TextDeadlock {
			lines = append(lines, e.Text)
		}
	}
	for i, text := range lines {
		lines[i] = mermaidText(text)
	}
	b.WriteString("    Note " + place + ": " + strings.Join(lines, "<br/>") + "\n")
	for _, a := range mermaidArrows(s, w) {
		b.WriteString("    " + a.String() + "\n")
	}
}

// mermaidArrow is an arrow, or several that look the same.
type mermaidArrow struct {
	dir   engine.Direction
	line  string // "->>"
	label string
	count int
}

func (a mermaidArrow) String() string {
	text := a.label
	if a.count > 1 {
		text = strconv.Itoa(a.count) + " × " + text
	}
	return a.dir.Sender().String() + a.line + a.dir.Receiver().String() + ": " + mermaidText(text)
}

// Arrows of Mermaid.
const (
	mermaidArrives  = "->>"
	mermaidInFlight = "--)"
	mermaidLost     = "-x"
)

// mermaidArrows are the arrows of a step, w being the World after it.
func mermaidArrows(s engine.Step, w engine.World) (list []mermaidArrow) {
	add := func(a mermaidArrow) {
		if n := len(list); n > 0 && list[n-1].dir == a.dir && list[n-1].line == a.line && list[n-1].label == a.label {
			list[n-1].count++
			return
		}
		a.count = 1
		list = append(list, a)
	}
	moves := explain.JoinMoves(s.ByteMoves())
	for i, m := range moves {
		if i+1 < len(moves) && moves[i+1].Kind == engine.Lost && moves[i+1].Record.ID == m.Record.ID {
			continue // it is lost at once
		}
		a := mermaidArrow{dir: m.Dir, line: mermaidArrives, label: explain.RecordName(m.Record) + ", " + explain.ByteCount(m.To-m.From)}
		switch m.Kind {
		case engine.Queued, engine.Injected:
			if w.Wire(m.Dir).Held() {
				a.line = mermaidInFlight
			}
		case engine.Delivered:
			a.label += " arrives"
		case engine.Lost:
			a.line, a.label = mermaidLost, a.label+" is lost"
		default: // what is read or damaged does not cross the wire
			continue
		}
		add(a)
	}
	for _, signal := range s.Signals() {
		a := mermaidArrow{dir: signal.Dir, line: mermaidArrives, label: signal.Kind.String()}
		if !w.Arrived(signal) {
			a.line = mermaidInFlight
		}
		add(a)
	}
	return list
}

// mermaidText is a text on one line. All that could have a meaning in Mermaid, in its entity codes
// or in HTML is written as a code.
func mermaidText(text string) string {
	var b strings.Builder
	for _, c := range strings.Join(strings.Fields(text), " ") {
		switch {
		case strings.ContainsRune(" _.,()/+-=|→…×–’", c), '0' <= c && c <= '9', 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			b.WriteRune(c)
		default:
			b.WriteString("#" + strconv.Itoa(int(c)) + ";")
		}
	}
	return b.String()
}
