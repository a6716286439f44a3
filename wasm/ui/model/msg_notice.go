package model

import "time"

// Notice is a short message at the foot of the page.
type Notice struct {
	ID     int
	Text   string
	Error  bool   // something did not work
	Label  string // of the button that does Do, "" for none
	Action Msg
	Stays  bool // until it is dismissed
}

// DismissNotice takes a notice away.
type DismissNotice struct{ ID int }

// PressNotice presses the button of a notice.
type PressNotice struct{ ID int }

// addNotice shows n, the newest last, and lets it go after a while.
func (m *Model) addNotice(n Notice) []Cmd {
	const most = 3
	m.noticeCount++
	n.ID = m.noticeCount
	list := m.Notices
	if len(list) == most {
		list = list[1:]
	}
	m.Notices = append(list[:len(list):len(list)], n)
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

// notify shows a text for a while.
func (m *Model) notify(text string) []Cmd { return m.addNotice(Notice{Text: text}) }

// notifyError tells that something did not work.
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

func (a PressNotice) update(m *Model) []Cmd {
	for _, n := range m.Notices {
		if n.ID == a.ID && n.Action != nil {
			DismissNotice{n.ID}.update(m)
			return n.Action.update(m)
		}
	}
	return nil
}

// ShowNotice shows a notice.
type ShowNotice struct{ Text string }

func (s ShowNotice) update(m *Model) []Cmd { return m.notify(s.Text) }
