package model

import (
	"net/url"
	"strconv"
)

// ShareScene is the share dialog.
type ShareScene struct {
	Link     string   // "" if there is none
	About    string   // what is in the link
	Length   string   // "83 characters"
	Warning  string   // what is wrong with it, and what to do; "" for nothing
	Steps    []Choice // at which step it opens, nil if there is no choice
	Texts    []Choice // with or without narration, nil if there is no choice
	Forms    []Choice
	Formats  []Choice // of files; each Value is an action
	CanCopy  bool     // the chosen format is a text
	Native   bool     // the browser can pass the link on
	OffersQR bool     // the link is short enough
	QR       string   // the address of the QR code, "" until somebody asks for it
	Loading  Loading
}

// Lengths of links, in characters.
const (
	safeLink = 2000 // the longest that all usual programs take whole
	maxQR    = 300  // more make a code that cameras read badly
)

// shareScene is the dialog, if it is open.
func (m *Model) shareScene() ShareScene {
	if m.Dialog != "share" {
		return ShareScene{}
	}
	c := &m.Sharing
	s := ShareScene{
		Link: m.Link, Length: countOf(len(m.Link), "character"), Warning: c.Problem, Native: c.Native && m.Link != "",
		OffersQR: m.Link != "" && len(m.Link) <= maxQR && c.qr == "", Loading: m.loading(),
	}
	if len(m.Link) > safeLink {
		s.Warning = "Some chats and mail programs cut links of more than " + strconv.Itoa(safeLink) + " characters. Leave out the narration, or save the script as a file and send that."
	}
	if c.qr != "" {
		s.QR = "data:image/svg+xml," + url.PathEscape(c.qr)
	}
	form := c.Form
	if form == "" {
		form = FormShort
	}
	s.About = formAbout(form)
	choice := func(value, text string, on bool) Choice { return Choice{"share-set " + value, text, on} }
	s.Forms = []Choice{choice(FormShort, "Short", form == FormShort), choice(FormReadable, "Readable", form == FormReadable), choice(FormQuery, "For mail", form == FormQuery)}
	if m.At > 0 {
		s.Steps = []Choice{choice("step", "At "+stepName(m.At), !c.FromStart), choice("start", "At the start", c.FromStart)}
	}
	if form != FormReadable && hasTexts(m.Script()) {
		s.Texts = []Choice{choice("full", "With narration", !c.Bare), choice("bare", "Steps only", c.Bare)}
	}
	chosen := formatNamed(c.Format)
	s.CanCopy = !chosen.Binary
	for _, f := range exportFormats {
		s.Formats = append(s.Formats, choice(f.Name, f.Title, f.Name == chosen.Name))
	}
	return s
}

// formAbout says what a form of a link is for.
func formAbout(form string) string {
	switch form {
	case FormReadable:
		return "The steps can be read in the link. It has no title, no narration and no expectations."
	case FormQuery:
		return "Some mail gateways drop what follows a #. This link has everything after a ?, so browsers send it to the server, which keeps nothing of it."
	}
	return "The link holds the whole scenario. Nothing is uploaded: everything is after the #, which browsers never send to a server."
}
