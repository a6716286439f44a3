package model

import (
	"strconv"
	"time"

	"closenotify/scenarios"
)

// Share opens or renews the link of the stage; with Copy it goes to the
// clipboard at once.
type Share struct{ Copy bool }

// Copied says whether the clipboard took a text.
type Copied struct {
	What string
	Err  string
}

// Address is the link of the stage without the host: the page's path, and the
// fragment behind a '#'.
func (m *Model) Address() (path, fragment string, err error) {
	s := m.Script()
	fragment, err = scenarios.EncodeLink(s, m.At)
	return scenarios.LinkPath(s), fragment, err
}

func (s Share) update(m *Model) []Cmd {
	path, fragment, err := m.Address()
	if err != nil {
		return m.fail("This scenario does not fit into a link: " + err.Error() + ". Copy the text of the Script pane instead.")
	}
	m.Link = m.Origin + path + "#" + fragment
	if s.Copy {
		return []Cmd{Copy{m.Link, "Link"}}
	}
	m.Dialog = "share"
	return nil
}

func (c Copied) update(m *Model) []Cmd {
	if c.Err != "" {
		if c.What == "Link" {
			m.Dialog = "share" // where it can be selected
		}
		return m.fail("The clipboard is not available (" + c.Err + "). Select the text and copy it by hand.")
	}
	m.notice(Notice{Text: c.What + " copied" + atStep(m, c.What)})
	return []Cmd{Wait{2 * time.Second, Dismiss{m.notices}}}
}

// atStep says where a copied link begins.
func atStep(m *Model, what string) string {
	if what != "Link" {
		return "."
	}
	return ": it opens at step " + strconv.Itoa(m.At) + " of " + strconv.Itoa(m.Len()) + "."
}
