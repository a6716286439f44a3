// Package docs makes what a page of documentation shows for a script: a drawing, a transcript and,
// where the address of a playground is known, the web component <tls-shutdown> around them.
//
// The pieces for site generators are in the folders beside it: an extension for Sphinx, one for
// MkDocs, a plugin for Docusaurus, and a command for pages of plain HTML. They find blocks in
// documents in the way of their tool, and give each to the command block (scenarios/cmd/block),
// which calls Make.
package docs

import (
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"

	_ "embed"

	"closenotify/engine"
	"closenotify/engine/document"
	"closenotify/engine/export"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
)

// Request is a block for which HTML is wanted, or a document with blocks. In JSON it is the input
// of the command block.
type Request struct {
	File    string            `json:"file"` // of the document, for messages
	Line    int               `json:"line"` // of the file at which Text or Document begins, from 1
	Text    string            `json:"text"` // of the script
	Options map[string]string `json:"options"`
	Info    string            `json:"info"` // options as in the info string of a fenced block, besides Options
	// Document is the text of a document in the format of which File's name is, see
	// document.Is. It is given instead of Text and Options.
	Document string `json:"document"`
	// Site is the address of a playground, such as https://HOST/. If it is "", there is no
	// component, and the drawing and the transcript stand alone.
	Site string `json:"site"`
}

// Made is what a page shows for a block. In JSON a list of them is the output of the command block.
type Made struct {
	HTML string `json:"html"` // one element
	Text string `json:"text"` // the transcript alone, for books and manual pages
	Line int    `json:"line"` // of the file at which the block begins
	End  int    `json:"end"`  // and its last line
}

// Make plays the scripts of a request. Remarks say what is wrong and where; if there are any, nothing
// is made. played is true if they are only about expectations that are not met.
func Make(r Request) (list []Made, wrong []document.Remark, played bool) {
	blocks, errs := r.blocks()
	played = len(errs) == 0
	for _, err := range errs {
		wrong = append(wrong, remarks(r.Line, err)...)
	}
	for _, b := range blocks {
		made, unmet, err := makeOne(r.Site, b)
		if err != nil {
			played = false
			wrong = append(wrong, remarks(b.Line, err)...)
		}
		wrong = append(wrong, unmet...)
		list = append(list, made)
	}
	if len(wrong) > 0 {
		slices.SortStableFunc(wrong, func(a, b document.Remark) int { return cmp.Compare(a.Line, b.Line) })
		return nil, wrong, played
	}
	return list, nil, true
}

// blocks are those of a request, and what is wrong with others. Lines are those of the file.
func (r Request) blocks() (blocks []document.Block, errs []error) {
	if r.Document == "" {
		b := document.Block{Line: r.Line, End: r.Line, First: r.Line, Text: r.Text}
		if err := errors.Join(b.SetOptions(r.Options), b.SetInfo(r.Info)); err != nil {
			return nil, []error{err}
		}
		return []document.Block{b}, nil
	}
	found, err := document.Find(r.File, []byte(r.Document))
	if err != nil {
		return nil, []error{err}
	}
	for _, err := range found.Errors {
		err.Line += r.Line - 1
		errs = append(errs, err)
	}
	for _, b := range found.Blocks {
		b.Line += r.Line - 1
		b.End += r.Line - 1
		b.First += r.Line - 1
		blocks = append(blocks, b)
	}
	return blocks, errs
}

// makeOne plays the script of a block.
func makeOne(site string, b document.Block) (made Made, unmet []document.Remark, err error) {
	checked, err := b.Check()
	if err != nil || len(checked.Unmet) > 0 {
		return made, checked.Unmet, err
	}
	played, err := export.Play(b.Titled(checked.Script), checked.Start)
	if err != nil {
		return made, nil, err
	}
	p, err := pageOf(site, b.Options, played)
	if err != nil {
		return made, nil, err
	}
	var html strings.Builder
	if err := element.Execute(&html, p); err != nil {
		return made, nil, err
	}
	return Made{html.String(), p.text(), b.Line, b.End}, nil, nil
}

// remarks are an error, each at its line.
func remarks(line int, err error) []document.Remark {
	if e, ok := errors.AsType[*document.Error](err); ok {
		return []document.Remark{{Line: e.Line, Text: e.What}}
	}
	list, ok := errors.AsType[script.ProgramErrors](err)
	if e, one := errors.AsType[*script.Error](err); !ok && one {
		list, ok = script.ProgramErrors{e}, true
	}
	if !ok {
		return []document.Remark{{Line: line, Text: err.Error()}}
	}
	var all []document.Remark
	for _, e := range list {
		_, text, _ := strings.Cut(e.Error(), ", ") // without the line
		all = append(all, document.Remark{Line: e.Line, Text: text})
	}
	return all
}

//go:embed element.html
var elementText string

var element = template.Must(template.New("element").Parse(elementText))

// page is what the element shows.
type page struct {
	Site, Link string
	Options    map[string]string // that are attributes of the component
	Title      string
	Summary    []string
	Drawing    template.URL
	Programs   []program
	Steps      []step
	Outro      string
}

// program is the C that a peer runs.
type program struct{ Peer, Text string }

// step is what a step did.
type step struct {
	Note string
	Line string // "client SSL_shutdown() → 0; sent close_notify"
}

// pageOf describes a script that was played.
func pageOf(site string, options map[string]string, played export.Played) (page, error) {
	p := page{Site: site, Options: maps.Clone(options), Title: played.Title()}
	delete(p.Options, "name")
	delete(p.Options, "title")
	s := played.Script
	if len(s.Intro) > 1 {
		p.Summary = script.Paragraphs(s.Intro[1:])
	}
	svg, _ := export.Lookup("svg")
	drawing, err := svg.Write(played)
	if err != nil {
		return p, err
	}
	p.Drawing = template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(drawing))
	for role, text := range s.Programs {
		if text.Text != "" {
			p.Programs = append(p.Programs, program{engine.Roles[role].String(), text.Text})
		}
	}
	for i, of := range played.Steps {
		note := script.Narration(of.Note, s.Config)
		p.Steps = append(p.Steps, step{strings.Join(strings.Fields(note), " "), script.StepText(played.History.Step(played.Path[i+1]))})
	}
	p.Outro = strings.Join(strings.Fields(script.Narration(s.Outro, s.Config)), " ")
	if site == "" {
		return p, nil
	}
	p.Site = strings.TrimSuffix(site, "/") + "/"
	s.Steps = played.Steps
	p.Link, err = link.EncodePlayed(library.Shipped(), s, played.History, played.Path, 0)
	return p, err
}

// text is the transcript without markup.
func (p page) text() string {
	var b strings.Builder
	for _, of := range p.Programs {
		b.WriteString("The " + of.Peer + " runs:\n\n" + of.Text + "\n")
	}
	for i, of := range p.Steps {
		if of.Note != "" {
			b.WriteString("\n" + of.Note + "\n")
		}
		fmt.Fprintf(&b, "%d. %s\n", i+1, of.Line)
	}
	if p.Outro != "" {
		b.WriteString("\n" + p.Outro + "\n")
	}
	return strings.TrimLeft(b.String(), "\n")
}
