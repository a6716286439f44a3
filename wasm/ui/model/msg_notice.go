package model

import (
	"slices"
	"time"
)

// Notice is a short message at the foot of the page.
type Notice struct {
	ID     int
	Text   string
	Error  bool   // something did not work
	Label  string // of its button, "" for none
	Action Msg    // what the button does
	Stays  bool   // until it is dismissed
}

// DismissNotice removes a notice.
type DismissNotice struct{ ID int }

// PressNotice is a press of the button of a notice.
type PressNotice struct{ ID int }

// ShowNotice shows a notice.
type ShowNotice struct{ Text string }

// maxNotices is how many notices are shown at once.
const maxNotices = 3

// addNotice shows n below the others. One with the same text is replaced. After a while it goes away, unless it Stays or
// tells of an error.
func (m *Model) addNotice(n Notice) []Cmd {
	m.noticeCount++
	n.ID = m.noticeCount
	others := slices.DeleteFunc(slices.Clone(m.Notices), func(old Notice) bool { return old.Text == n.Text })
	m.Notices = appendNewest(others, n, maxNotices)
	m.Status = n.Text
	if n.Stays || n.Error {
		return nil
	}
	wait := 6 * time.Second
	if n.Action != nil {
		wait = 15 * time.Second
	}
	return []Cmd{Wait{wait, DismissNotice{n.ID}}}
}

// addNoticeAndSay is addNotice after another change of the stage, which a screen reader tells,
// too.
func (m *Model) addNoticeAndSay(n Notice) []Cmd {
	said := m.Status
	cmds := m.addNotice(n)
	m.Status = n.Text + " " + said
	return cmds
}

// notify shows a text for a while.
func (m *Model) notify(text string) []Cmd { return m.addNotice(Notice{Text: text}) }

// notifyError shows a text about something that did not work.
func (m *Model) notifyError(text string) []Cmd { return m.addNotice(Notice{Text: text, Error: true}) }

func (d DismissNotice) update(m *Model) []Cmd {
	var left []Notice
	for _, n := range m.Notices {
		if n.ID != d.ID {
			left = append(left, n)
		}
	}
	m.Notices = left
	return nil
}

func (p PressNotice) update(m *Model) []Cmd {
	for _, n := range m.Notices {
		if n.ID == p.ID && n.Action != nil {
			DismissNotice{n.ID}.update(m)
			return n.Action.update(m)
		}
	}
	return nil
}

func (s ShowNotice) update(m *Model) []Cmd { return m.notify(s.Text) }
