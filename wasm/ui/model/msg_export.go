package model

import "strings"

// ExportFormat is a form in which a scenario can be written to a file.
type ExportFormat struct {
	Name      string // as the lab knows it, see package export
	Extension string // of the file
	Title     string // in the menu
	Binary    bool   // it is no text that can be copied
}

// exportFormats are the entries of the menu.
var exportFormats = []ExportFormat{
	{"issue", "md", "Answer for an issue (Markdown)", false},
	{"md", "md", "Transcript (Markdown)", false},
	{"mermaid", "mmd", "Sequence diagram (Mermaid)", false},
	{"svg", "svg", "Drawing (SVG)", false},
	{"svg-animated", "svg", "Animated drawing (SVG)", false},
	{"png", "png", "Drawing (PNG)", true},
	{"c", "c", "C program against libssl", false},
	{"go", "go", "Go test (crypto/tls)", false},
	{"script", "txt", "Script", false},
	{"json", "json", "Trace (JSON)", false},
	{"pcapng", "pcapng", "Capture for Wireshark (pcapng)", true},
}

// FormatQR is the format of a QR code of the link. It is shown in the dialog.
const FormatQR = "qr"

// formatNamed is the format with a name, or the first one.
func formatNamed(name string) ExportFormat {
	for _, f := range exportFormats {
		if f.Name == name {
			return f
		}
	}
	return exportFormats[0]
}

// ExportAs writes the scenario in a format, and saves or copies the result. Without a Format it
// takes the one that is chosen in the share dialog.
type ExportAs struct {
	Format string
	Copy   bool
}

// Export asks the lab for the scenario in a format. Exported answers, with CompileProgress before
// it while the lab is being loaded.
type Export struct {
	ID     int    // of this request
	Format string // of exportFormats, or FormatQR
	Text   string // the script; for "issue" the link and the script; for FormatQR the link
}

func (Export) cmd() {}

// Exported is the answer to Export.
type Exported struct {
	ID   int
	Data string
	Err  string // why there is none
}

// exporting is an export that has not been answered.
type exporting struct {
	id   int // of the newest Export
	on   bool
	as   ExportAs
	file string // its name, without the extension
}

func (e ExportAs) update(m *Model) []Cmd {
	if e.Format == "" {
		e.Format = formatNamed(m.Sharing.Format).Name
	}
	text := m.Script().String()
	switch e.Format {
	case "issue":
		text = m.Link + "\n" + text
	case FormatQR:
		text = m.Link
	}
	m.exporting = exporting{m.exporting.id + 1, true, e, fileName(m.Title())}
	m.Compiling.Progress = CompileProgress{}
	return []Cmd{Export{m.exporting.id, e.Format, text}}
}

func (e Exported) update(m *Model) []Cmd {
	if !m.exporting.on || e.ID != m.exporting.id {
		return nil // it was cancelled
	}
	as, format := m.exporting.as, formatNamed(m.exporting.as.Format)
	m.exporting.on = false
	switch {
	case e.Err != "":
		return m.addNotice(Notice{Text: "This cannot be made: " + strings.TrimSuffix(e.Err, ".") + ".", Label: "Try again", Action: as, Error: true})
	case as.Format == FormatQR:
		m.Sharing.qr = e.Data
		return nil
	case as.Copy:
		return []Cmd{Copy{e.Data, format.Title}}
	}
	return []Cmd{Download{m.exporting.file + "." + format.Extension, e.Data}}
}
