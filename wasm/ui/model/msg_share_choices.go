package model

import (
	"closenotify/engine/script"
	"closenotify/scenarios"
	"closenotify/scenarios/link"
)

// Sharing is what somebody has chosen in the share dialog, and what was made of it. The link is
// in Model.Link.
type Sharing struct {
	FromStart bool   // the link opens before the first step, not at the cursor
	Bare      bool   // it has no title, summary and narration
	Form      string // FormShort, FormReadable or FormQuery; "" is FormShort
	Problem   string // why there is no link, "" if there is one
	Format    string // the chosen one of exportFormats, "" for the first
	Native    bool   // the browser can pass a link on to other programs
	qr        string // the QR code of the link as SVG, "" until somebody has asked for it
}

// The forms of a link.
const (
	FormShort    = "short"
	FormReadable = "readable"
	FormQuery    = "query" // after a "?": some mail gateways drop what follows a "#"
)

// SetSharing makes a choice in the share dialog: "step", "start", "full", "bare", a form of the
// link, or the name of an export format.
type SetSharing struct{ Choice string }

// CopyShared copies the link of the dialog in a form, see sharedText.
type CopyShared struct{ Form string }

// ShareNative passes the link on with what the browser offers for that. PassOn asks for it.
type (
	ShareNative struct{}
	PassOn      struct{ Title, Link string }
)

func (PassOn) cmd() {}

func (c SetSharing) update(m *Model) []Cmd {
	s := &m.Sharing
	switch c.Choice {
	case "step", "start":
		s.FromStart = c.Choice == "start"
	case "full", "bare":
		s.Bare = c.Choice == "bare"
	case FormShort, FormReadable, FormQuery:
		s.Form = c.Choice
	default:
		s.Format = formatNamed(c.Choice).Name
		return nil
	}
	m.makeLink()
	return nil
}

func (c CopyShared) update(m *Model) []Cmd {
	if m.Link == "" {
		return nil
	}
	text, what := m.sharedText(c.Form)
	return []Cmd{Copy{text, what}}
}

func (ShareNative) update(m *Model) []Cmd { return []Cmd{PassOn{m.Title(), m.Link}} }

// sharedStep is the step at which the link opens.
func (m *Model) sharedStep() int {
	if m.Sharing.FromStart {
		return 0
	}
	return m.At
}

// makeLink makes the link of the dialog.
func (m *Model) makeLink() {
	s := &m.Sharing
	m.Link, s.Problem, s.qr = "", "", ""
	m.exporting.on = m.exporting.on && m.exporting.as.Format != FormatQR // of another link
	path, fragment, err := m.sharedAddress()
	query := m.Query()
	switch {
	case err != nil:
		s.Problem = "This scenario does not fit into a link: " + err.Error() + ". Save the script as a file instead."
	case s.Form == FormQuery && query != "":
		m.Link = m.BaseURL + link.InQuery(path, fragment) + "&" + query
	case s.Form == FormQuery:
		m.Link = m.BaseURL + link.InQuery(path, fragment)
	case query != "":
		m.Link = m.BaseURL + path + "?" + query + "#" + fragment
	default:
		m.Link = m.BaseURL + path + "#" + fragment
	}
}

// sharedAddress is the path and the fragment of the link.
func (m *Model) sharedAddress() (path, fragment string, err error) {
	s, step := m.Script(), m.sharedStep()
	switch {
	case m.Sharing.Form == FormReadable:
		fragment, err = link.EncodeReadable(s, step)
		return m.pagePath(s), fragment, err
	case m.Sharing.Bare:
		fragment, err = link.EncodePlayed(scenarios.Library{}, withoutTexts(s), m.History, m.Path, step)
		return "/", fragment, err
	}
	return m.addressAt(step)
}

// withoutTexts is a script without its title, summary and narration.
func withoutTexts(s script.Script) script.Script {
	s.Intro, s.Outro = nil, ""
	for i := range s.Steps {
		s.Steps[i].Note = ""
	}
	return s
}

// hasTexts reports whether a script has a title, a summary or narration.
func hasTexts(s script.Script) bool {
	if len(s.Intro) > 0 || s.Outro != "" {
		return true
	}
	for _, step := range s.Steps {
		if step.Note != "" {
			return true
		}
	}
	return false
}
