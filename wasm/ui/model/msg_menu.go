package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// Menu is the open call menu.
type Menu struct {
	Side string // whose it is, "client", "server" or "network"; "" while none is open
	Item int    // the item that has the keyboard
}

// OpenMenu opens a call menu, or closes it if it is open already.
type OpenMenu struct{ Side string }

// MoveInMenu goes By items down in the open menu. The first one follows the last.
type MoveInMenu struct{ By int }

// FindInMenu goes to the next item whose call begins with Letter.
type FindInMenu struct{ Letter string }

// CloseMenu closes the open menu and gives the keyboard back to its button.
type CloseMenu struct{}

// LeaveMenu closes the open menu and leaves the keyboard where it is.
type LeaveMenu struct{}

func (o OpenMenu) update(m *Model) []Cmd {
	m.stopPlaying()
	if m.Menu.Side == o.Side {
		return CloseMenu{}.update(m)
	}
	m.Menu = Menu{Side: o.Side}
	if len(m.offersFor(o.Side)) == 0 {
		m.Menu = Menu{}
		return m.notify("The " + o.Side + " has nothing left to do.")
	}
	return []Cmd{Focus{MenuItemID(0)}}
}

func (v MoveInMenu) update(m *Model) []Cmd {
	n := len(m.offersFor(m.Menu.Side))
	if n == 0 {
		return nil
	}
	m.Menu.Item = ((m.Menu.Item+v.By)%n + n) % n
	return []Cmd{Focus{MenuItemID(m.Menu.Item)}}
}

func (f FindInMenu) update(m *Model) []Cmd {
	list := m.offersFor(m.Menu.Side)
	for i := range list {
		at := (m.Menu.Item + 1 + i) % len(list)
		if strings.HasPrefix(menuWord(list[at].Op), f.Letter) {
			m.Menu.Item = at
			return []Cmd{Focus{MenuItemID(at)}}
		}
	}
	return nil
}

func (CloseMenu) update(m *Model) []Cmd {
	side := m.Menu.Side
	m.Menu = Menu{}
	if side == "" {
		return nil
	}
	return []Cmd{Focus{"menu-" + side}}
}

func (LeaveMenu) update(m *Model) []Cmd {
	m.Menu = Menu{}
	return nil
}

// menuWord is what a typed letter is compared with: "read", "deliver".
func menuWord(op engine.Op) string { return strings.TrimPrefix(op.Verb.String(), "SSL_") }

// MenuItemID is the id of item i of the open menu.
func MenuItemID(i int) string { return "menu-item-" + strconv.Itoa(i) }
