package model

import (
	"errors"
	"strconv"
	"time"

	"closenotify/scenarios/link"
)

// Share makes the link of the stage and shows it, or with Copy puts it on the clipboard.
type Share struct{ Copy bool }

// Copied is the answer to Copy.
type Copied struct {
	What string // as in Copy
	Err  string // why the clipboard did not take the text, "" if it did
}

// linkParts is the link to the start of a branch.
type linkParts struct {
	path, fragment string
	err            error
}

// errAwaited is why the address bar stays.
var errAwaited = errors.New("what the address says is not on the stage yet")

// Address is the link of the stage without the host: the path, and the fragment after the
// "#". It fails for a scenario that is too long for a link, and while the address bar says what
// is not on the stage yet.
func (m *Model) Address() (path, fragment string, err error) {
	if m.isAwaiting() {
		return "", "", errAwaited
	}
	return m.address()
}

// address is the link of the stage.
func (m *Model) address() (path, fragment string, err error) {
	if m.derived.link == nil {
		s := m.Script()
		l := &linkParts{path: link.PagePath(m.Library, s)}
		if m.task != nil {
			l.path = "/s/" + m.task.Name
		}
		l.fragment, l.err = link.EncodePlayed(m.Library, s, m.History, m.Path, 0)
		m.derived.link = l
	}
	l := m.derived.link
	if l.err != nil {
		return l.path, "", l.err
	}
	fragment, err = link.AtStep(l.fragment, m.At)
	return l.path, fragment, err
}

func (s Share) update(m *Model) []Cmd {
	m.finishTyped()
	if m.Editor.unplayed != nil {
		return m.notify("The script is still being played. Try again when that is done.")
	}
	path, fragment, err := m.address()
	if err != nil {
		return m.notifyError("This scenario does not fit into a link: " + err.Error() + ". Copy the text of the Script pane instead.")
	}
	m.Link = m.BaseURL + path
	if q := m.Query(); q != "" {
		m.Link += "?" + q
	}
	m.Link += "#" + fragment
	if s.Copy {
		return []Cmd{Copy{m.Link, "Link"}}
	}
	m.Dialog = "share"
	return nil
}

func (c Copied) update(m *Model) []Cmd {
	if c.Err != "" {
		if c.What == "Link" {
			m.Dialog = "share" // there the link can be selected
		}
		return m.notifyError("The clipboard is not available (" + c.Err + "). Select the text and copy it by hand.")
	}
	m.addNotice(Notice{Text: c.What + " copied" + linkStepText(m, c.What)})
	return []Cmd{Wait{2 * time.Second, DismissNotice{m.noticeCount}}}
}

// linkStepText ends the notice about a copied text: of a link it says at which step it
// opens.
func linkStepText(m *Model, what string) string {
	if what != "Link" {
		return "."
	}
	return ": it opens at step " + strconv.Itoa(m.At) + " of " + strconv.Itoa(m.Len()) + "."
}
