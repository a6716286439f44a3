package model

import (
	"errors"
	"strconv"
	"time"

	"closenotify/engine/script"
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
	if m.Awaiting() {
		return "", "", errAwaited
	}
	return m.addressAt(m.At)
}

// addressAt is the link that opens the stage at a step.
func (m *Model) addressAt(step int) (path, fragment string, err error) {
	if m.derived.link == nil {
		s := m.Script()
		l := &linkParts{path: m.pagePath(s)}
		l.fragment, l.err = link.EncodePlayed(m.Library, s, m.History, m.Path, 0)
		m.derived.link = l
	}
	l := m.derived.link
	if l.err != nil {
		return l.path, "", l.err
	}
	fragment, err = link.AtStep(l.fragment, step)
	return l.path, fragment, err
}

// pagePath is the path of the page that a link to the script on the stage opens.
func (m *Model) pagePath(s script.Script) string {
	if m.task != nil {
		return "/s/" + m.task.Name
	}
	return link.PagePath(m.Library, s)
}

func (s Share) update(m *Model) []Cmd {
	m.finishTyped()
	if m.playsTyped() {
		return m.notify("The script is still being played. Try again when that is done.")
	}
	m.Sharing = Sharing{Native: m.Sharing.Native, Format: m.Sharing.Format}
	m.makeLink()
	switch {
	case !s.Copy:
		m.Dialog = "share"
		return nil
	case m.Sharing.Problem != "":
		m.Dialog = "share" // it says what else can be done
		return m.notifyError(m.Sharing.Problem)
	}
	return []Cmd{Copy{m.Link, "Link"}}
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
	return ": it opens at step " + strconv.Itoa(m.sharedStep()) + " of " + strconv.Itoa(m.Len()) + "."
}
