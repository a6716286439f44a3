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
func (m Model) notice(n Notice) (Model, []Cmd) {
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
		return m, nil
	}
	wait := 6 * time.Second
	if n.Do != nil {
		wait = 15 * time.Second
	}
	return m, []Cmd{Wait{wait, Dismiss{n.ID}}}
}

func (d Dismiss) update(m Model) (Model, []Cmd) {
	var left []Notice
	for _, n := range m.Notices {
		if n.ID != d.ID {
			left = append(left, n)
		}
	}
	m.Notices = left
	return m, nil
}

func (a Answer) update(m Model) (Model, []Cmd) {
	for _, n := range m.Notices {
		if n.ID == a.ID && n.Do != nil {
			m, _ = Dismiss{n.ID}.update(m)
			return n.Do.update(m)
		}
	}
	return m, nil
}
