package model

import "time"

// Notice is a short message at the foot of the page.
type Notice struct {
	ID    int
	Text  string
	Bad   bool   // something did not work
	Label string // of the button that does Do, "" for none
	Do    Msg
	Stays bool // until it is dismissed
}

// Dismiss takes a notice away.
type Dismiss struct{ ID int }

// Answer presses the button of a notice.
type Answer struct{ ID int }

// notice shows n, the newest last, and lets it go after a while.
func (m *Model) notice(n Notice) []Cmd {
	const most = 3
	m.notices++
	n.ID = m.notices
	list := m.Notices
	if len(list) == most {
		list = list[1:]
	}
	m.Notices = append(list[:len(list):len(list)], n)
	m.Status = n.Text
	if n.Stays || n.Bad {
		return nil
	}
	wait := 6 * time.Second
	if n.Do != nil {
		wait = 15 * time.Second
	}
	return []Cmd{Wait{wait, Dismiss{n.ID}}}
}

// say shows a text for a while.
func (m *Model) say(text string) []Cmd { return m.notice(Notice{Text: text}) }

// fail tells that something did not work.
func (m *Model) fail(text string) []Cmd { return m.notice(Notice{Text: text, Bad: true}) }

func (d Dismiss) update(m *Model) []Cmd {
	var left []Notice
	for _, n := range m.Notices {
		if n.ID != d.ID {
			left = append(left, n)
		}
	}
	m.Notices = left
	return nil
}

func (a Answer) update(m *Model) []Cmd {
	for _, n := range m.Notices {
		if n.ID == a.ID && n.Do != nil {
			Dismiss{n.ID}.update(m)
			return n.Do.update(m)
		}
	}
	return nil
}

// Say shows a notice.
type Say struct{ Text string }

func (s Say) update(m *Model) []Cmd { return m.say(s.Text) }
