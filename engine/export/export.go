// Package export writes a scenario in other forms: for documents, bug reports, tests and other
// programs. The trace command and the page use it.
//
// A form is a Format. Play plays a script, whose programs somebody else has compiled, and
// Format.Write writes what happened:
//
//	w, err := compile.Start(s)
//	p, err := export.Play(s, w)
//	data, err := format.Write(p)
//
// What is written depends on the script alone: the same script always gives the same bytes. Texts
// of the script, such as its title, are data in every form and cannot become markup or code.
//
// To add a format, write a function that takes a Played and add a row to Formats: the command, the
// page and their tests then have it.
package export

import (
	"fmt"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// Format is a form in which a scenario can be written.
type Format struct {
	Name      string // "svg-animated", as after trace -export
	Extension string // of a file, "svg", without a dot
	MediaType string // "image/svg+xml"
	Title     string // what it is, for a menu: "Animated drawing (SVG)"
	write     func(Played) ([]byte, error)
}

// Formats are all forms, in the order of a menu.
var Formats = []Format{
	{"script", "txt", "text/plain; charset=utf-8", "Script", writeScript},
	{"c", "c", "text/x-c; charset=utf-8", "C program against libssl", writeC},
	{"md", "md", "text/markdown; charset=utf-8", "Transcript (Markdown)", writeMarkdown},
	{"go", "go", "text/x-go; charset=utf-8", "Go test (crypto/tls)", writeGo},
	{"mermaid", "mmd", "text/vnd.mermaid", "Sequence diagram (Mermaid)", writeMermaid},
	{"json", "json", "application/json", "Trace (JSON)", writeJSON},
	{"svg", "svg", "image/svg+xml", "Drawing (SVG)", writeSVG},
	{"svg-animated", "svg", "image/svg+xml", "Animated drawing (SVG)", writeAnimatedSVG},
	{"png", "png", "image/png", "Drawing (PNG)", writePNG},
}

// Lookup finds a format by its name.
func Lookup(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Names are the names of all formats.
func Names() []string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return names
}

// UnknownFormat is the error of a name that Lookup does not find. It lists those that there are.
func UnknownFormat(name string) error {
	return fmt.Errorf("%s is no format; there are %s", engine.Quote(name), strings.Join(Names(), ", "))
}

// Write writes a played script. The result is UTF-8 text unless MediaType says that it is an
// image. The error says why this script has no such form, in words that follow a colon.
func (f Format) Write(p Played) ([]byte, error) { return f.write(p) }

// Script writes the text of a script in the format of a name. start gives the World in which its
// programs are: compile.Start, or script.Codes.Start where there is no compiler. The error is that
// of UnknownFormat, PlayText or Format.Write.
func Script(format, text string, start func(script.Script) (engine.World, error)) ([]byte, error) {
	f, ok := Lookup(format)
	if !ok {
		return nil, UnknownFormat(format)
	}
	p, err := PlayText(text, start)
	if err != nil {
		return nil, err
	}
	return f.Write(p)
}

// PlayText plays the text of a script to its end, with start as for Script. The error is that of
// script.Parse, start or Play.
func PlayText(text string, start func(script.Script) (engine.World, error)) (Played, error) {
	s, err := script.Parse(text)
	if err != nil {
		return Played{}, err
	}
	w, err := start(s)
	if err != nil {
		return Played{}, err
	}
	return Play(s, w)
}

// Played is a script with what its steps did.
type Played struct {
	Script  script.Script // as it was written
	History engine.History
	Path    []engine.NodeID // from the moment before the first step to the one after the last
	Steps   []script.Step   // Steps[i] led to Path[i+1]; a step run is replaced by those that it stands for
}

// Play plays a script to its end from a World, in which its programs are: compile.Start or
// script.Codes.Start return it. The error says which step is wrong.
func Play(s script.Script, w engine.World) (Played, error) {
	unrolled, err := s.Unrolled(w)
	if err != nil {
		return Played{}, err
	}
	h, tip, err := engine.NewHistory(w).ActAll(0, unrolled.Ops())
	if err != nil {
		return Played{}, err
	}
	return Played{Script: s, History: h, Path: h.Path(tip), Steps: unrolled.Steps}, nil
}

// Title is the first line of the script's introduction, "" if it has none.
func (p Played) Title() string {
	if len(p.Script.Intro) == 0 {
		return ""
	}
	return p.Script.Intro[0]
}
