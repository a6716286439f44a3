package model

import (
	"testing"

	"closenotify/engine"
)

func TestMenuByKeys(t *testing.T) {
	m, cmds := send(newModel(), OpenMenu{"client"})
	if m.Menu.Side != "client" || cmds[0] != (Focus{"menu-item-0"}) {
		t.Fatalf("%+v, %v", m.Menu, cmds)
	}
	press := func(key string) {
		t.Helper()
		msg, ok := m.KeyMsg(Key{Key: key, Target: OnButton})
		if !ok {
			t.Fatalf("%s does nothing in the menu", key)
		}
		m, _ = send(m, msg)
	}
	press("ArrowUp")
	items := SceneOf(m).CallBar.Items
	if m.Menu.Item != len(items)-1 {
		t.Errorf("up from the first: item %d of %d", m.Menu.Item, len(items))
	}
	press("w")
	if items[m.Menu.Item].Op.Verb.String() != "SSL_write" {
		t.Errorf("w: %v", items[m.Menu.Item].Op)
	}
	press("z")
	press("ArrowDown")
	if _, ok := m.KeyMsg(Key{Key: "Enter", Target: OnButton}); ok {
		t.Error("Enter does not reach the item")
	}
	if msg, _ := m.KeyMsg(Key{Key: "Enter"}); msg != (Act{items[m.Menu.Item].Op}) {
		t.Errorf("Enter before the item has the keyboard: %v", msg)
	}
	press("Escape")
	if m.Menu.Side != "" {
		t.Error("Escape does not close the menu")
	}
	m, _ = send(m, OpenMenu{"server"}, OpenMenu{"server"})
	if m.Menu.Side != "" {
		t.Error("the button does not close its menu")
	}
}

func TestAFreedPeerCanOnlyClose(t *testing.T) {
	m, _ := send(press(t, emptyModel(t), "act client SSL_free"), OpenMenu{"client"})
	if offers := SceneOf(m).CallBar.Items; len(offers) != 1 || offers[0].Op.Verb != engine.VerbClose {
		t.Errorf("after SSL_free: %v, want close only", offers)
	}
	m, _ = send(press(t, emptyModel(t), "act client SSL_free", "act client close"), OpenMenu{"client"})
	if m.Menu.Side != "" || len(m.Notices) == 0 {
		t.Errorf("%+v, %v", m.Menu, m.Notices)
	}
	for _, o := range SceneOf(m).CallBar.Groups[0].Rows[0].Offers {
		if !o.Disabled {
			t.Errorf("%v can be pressed", o.Op)
		}
	}
}
