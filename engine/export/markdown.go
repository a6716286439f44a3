package export

import (
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/draw"
	"closenotify/engine/explain"
	"closenotify/engine/markdown"
	"closenotify/engine/script"
)

// writeMarkdown writes a transcript that is read by itself: what the script says about the scenario,
// the connection, the programs, what each step did, and how it ended.
func writeMarkdown(p Played) ([]byte, error) {
	var b strings.Builder
	title := markdown.Text(p.Title())
	if title == "" {
		title = "A TLS connection, step by step"
	}
	b.WriteString("# " + title + "\n\n")
	if len(p.Script.Intro) > 1 {
		writeParagraphs(&b, p.Script.Intro[1:])
	}
	start := p.History.World(p.Path[0])
	b.WriteString(markdown.Text(draw.Subtitle(start.Config())) + ". The peers are a client and a server; SSL_get_error is asked after every call.\n")
	for _, r := range engine.Roles {
		if text := p.Script.Programs[r].Text; text != "" {
			b.WriteString("\n## The " + r.String() + "'s program\n\n" + markdown.Fenced("c", text))
		}
	}
	b.WriteString("\n## Steps\n\n")
	unmet := p.unmet()
	for i, id := range p.Path[1:] {
		writeParagraphs(&b, script.SplitNote(script.Narration(p.Steps[i].Note, start.Config())))
		writeMarkdownStep(&b, p.History, id)
		if text := unmet[i]; text != "" {
			b.WriteString("   " + markdown.Text("The script "+text+".") + "\n\n")
		}
	}
	if len(p.Steps) == 0 {
		b.WriteString("None.\n\n")
	}
	writeParagraphs(&b, script.SplitNote(script.Narration(p.Script.Outro, start.Config())))
	writeEnd(&b, p.History.World(p.Path[len(p.Path)-1]))
	return []byte(b.String()), nil
}

// unmet says which expectations are not met, by step.
func (p Played) unmet() map[int]string {
	unrolled := p.Script
	unrolled.Steps = p.Steps
	texts := map[int]string{}
	for _, u := range unrolled.Unmet(func(i int) engine.Step { return p.History.Step(p.Path[i+1]) }) {
		texts[u.Step] = u.String()
	}
	return texts
}

// writeParagraphs writes lines of text. An empty line separates paragraphs.
func writeParagraphs(b *strings.Builder, lines []string) {
	for _, text := range script.Paragraphs(lines) {
		if text = markdown.Text(text); text != "" {
			b.WriteString(text + "\n\n")
		}
	}
}

// writeMarkdownStep writes a step as an item of a list.
func writeMarkdownStep(b *strings.Builder, h engine.History, id engine.NodeID) {
	s := h.Step(id)
	number := strconv.Itoa(s.N) + ". "
	indent := strings.Repeat(" ", len(number))
	b.WriteString(number + markdown.Code(explain.Line(s)))
	if errno := explain.ErrnoOf(s); s.Returned && errno != "" {
		b.WriteString(", errno " + markdown.Code(errno))
	}
	b.WriteString("\n")
	if text := markdown.Text(explain.Details(h, id)); text != "" {
		b.WriteString("\n" + indent + text + "\n")
	}
	queue := s.QueuedErrors()
	for _, late := range s.LateReturns() {
		queue = append(queue, late.QueuedErrors()...)
	}
	for i, e := range queue {
		if i == 0 {
			b.WriteString("\n")
		}
		b.WriteString(indent + "- " + markdown.Code(e.String()) + "\n")
	}
	b.WriteString("\n")
}

// writeEnd writes a table of what the library says about both peers after the last step.
func writeEnd(b *strings.Builder, w engine.World) {
	b.WriteString("## At the end\n\n| | Client | Server |\n| --- | --- | --- |\n")
	row := func(name string, value func(e engine.Endpoint, r engine.Role) string) {
		b.WriteString("| " + name + " |")
		for _, r := range engine.Roles {
			text := "–"
			if e := w.Endpoint(r); e.State() != engine.Freed {
				text = value(e, r)
			}
			b.WriteString(" " + markdown.Text(text) + " |")
		}
		b.WriteString("\n")
	}
	b.WriteString("| State | " + w.Endpoint(engine.Client).State().String() + " | " + w.Endpoint(engine.Server).State().String() + " |\n")
	row("SSL_get_shutdown", func(e engine.Endpoint, _ engine.Role) string { return e.Shutdown().String() })
	row("SSL_pending", func(e engine.Endpoint, _ engine.Role) string { return strconv.Itoa(e.Pending()) })
	row("Session can be resumed", func(e engine.Endpoint, _ engine.Role) string {
		if e.Resumable() {
			return "yes"
		}
		return "no"
	})
	row("Unread bytes on the wire", func(_ engine.Endpoint, r engine.Role) string {
		return strconv.Itoa(w.Wire(engine.Incoming(r)).Queued())
	})
}
