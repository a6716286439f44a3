package model

import "testing"

// key is what a key means on the page.
func key(m Model, k Key) (Msg, bool) { return m.KeyMsg(k) }

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		key  Key
		want Msg
	}{
		{Key{Key: "ArrowRight"}, Next{}},
		{Key{Key: "ArrowLeft"}, Back{}},
		{Key{Key: "ArrowRight", Shift: true}, Next{Wire: true}},
		{Key{Key: "ArrowLeft", Shift: true, Where: OnSlider}, Back{Wire: true}},
		{Key{Key: "Home"}, First{}},
		{Key{Key: "End"}, Last{}},
		{Key{Key: " "}, Play{}},
		{Key{Key: "PageDown"}, Next{}},
		{Key{Key: "."}, Next{}},
		{Key{Key: "PageUp"}, Back{}},
		{Key{Key: "c"}, OpenMenu{"client"}},
		{Key{Key: "S"}, OpenMenu{"server"}},
		{Key{Key: "n", Where: OnButton}, OpenMenu{"network"}},
		{Key{Key: "w"}, SetPane{PaneWhy}},
		{Key{Key: "l"}, Share{Copy: true}},
		{Key{Key: "?", Shift: true}, Show{"help"}},
		{Key{Key: "ArrowRight", Where: OnTab}, TabTo{PaneBytes}},
		{Key{Key: "ArrowLeft", Where: OnTab}, TabTo{PaneTranscript}},
		{Key{Key: "Home", Where: OnTab}, TabTo{PaneWhy}},
		{Key{Key: "End", Where: OnTab}, TabTo{PaneTranscript}},
		{Key{Key: "c", Where: OnText}, nil},
		{Key{Key: "c", Modified: true}, nil},
		{Key{Key: " ", Where: OnButton}, nil},
		{Key{Key: "ArrowRight", Where: OnSlider}, nil},
		{Key{Key: "q"}, nil},
		{Key{Key: "x"}, BreakHere{}},
		{Key{Key: "z", Modified: true, Ctrl: true}, Undo{}},
		{Key{Key: "Z", Modified: true, Ctrl: true, Shift: true}, Redo{}},
		{Key{Key: "z", Modified: true, Ctrl: true, Where: OnText}, nil},
		{Key{Key: "Escape"}, nil},
	} {
		msg, ok := key(New(), c.key)
		if msg != c.want || ok != (c.want != nil) {
			t.Errorf("%+v: %#v, want %#v", c.key, msg, c.want)
		}
	}
}

func TestDialogsKeepTheirKeys(t *testing.T) {
	if msg, ok := key(do(t, New(), "show help"), Key{Key: "ArrowRight"}); ok {
		t.Errorf("under a dialog: %#v", msg)
	}
	if m := do(t, New(), "show help", "hide"); m.Dialog != "" {
		t.Errorf("dialog %q", m.Dialog)
	}
}

func TestDeliverKey(t *testing.T) {
	m := do(t, emptyModel(t), "act s2c hold", "act server SSL_write 5")
	msg, _ := m.KeyMsg(Key{Key: "d"})
	if act, ok := msg.(Act); !ok || act.Op.String() != "s2c deliver all" {
		t.Errorf("%#v", msg)
	}
	msg, _ = key(New(), Key{Key: "d"})
	if m, _ := play(New(), msg); m.At != 0 || len(m.Notices) != 1 {
		t.Errorf("with nothing in flight: step %d, %v", m.At, m.Notices)
	}
}

func TestMenuByKeys(t *testing.T) {
	m, cmds := play(New(), OpenMenu{"client"})
	if m.Menu.Of != "client" || cmds[0] != (Focus{"menu-item-0"}) {
		t.Fatalf("%+v, %v", m.Menu, cmds)
	}
	press := func(key string) {
		t.Helper()
		msg, ok := m.KeyMsg(Key{Key: key, Where: OnButton})
		if !ok {
			t.Fatalf("%s does nothing in the menu", key)
		}
		m, _ = play(m, msg)
	}
	press("ArrowUp")
	items := SceneOf(m).Actions.Items
	if m.Menu.At != len(items)-1 {
		t.Errorf("up from the first: item %d of %d", m.Menu.At, len(items))
	}
	press("w")
	if items[m.Menu.At].Op.Verb.String() != "SSL_write" {
		t.Errorf("w: %v", items[m.Menu.At].Op)
	}
	press("z")
	press("ArrowDown")
	if _, ok := m.KeyMsg(Key{Key: "Enter", Where: OnButton}); ok {
		t.Error("Enter does not reach the item")
	}
	press("Escape")
	if m.Menu.Of != "" {
		t.Error("Escape does not close the menu")
	}
	m, _ = play(m, OpenMenu{"server"}, OpenMenu{"server"})
	if m.Menu.Of != "" {
		t.Error("the button does not close its menu")
	}
}

func TestAFreedPeerHasNothingToDo(t *testing.T) {
	m, _ := play(do(t, emptyModel(t), "act client SSL_free"), OpenMenu{"client"})
	if m.Menu.Of != "" || len(m.Notices) == 0 {
		t.Errorf("%+v, %v", m.Menu, m.Notices)
	}
	for _, o := range SceneOf(m).Actions.Groups[0].Bars[0].Offers {
		if !o.Off {
			t.Errorf("%v can be pressed", o.Op)
		}
	}
}

func TestNoticesGoByEscapeAndByTime(t *testing.T) {
	m, cmds := play(New(), Say{"one"})
	wait := cmds[0].(Wait)
	m, _ = play(m, Say{"two"}, Say{"three"}, Say{"four"})
	if len(m.Notices) != 3 {
		t.Errorf("%d notices", len(m.Notices))
	}
	msg, _ := m.KeyMsg(Key{Key: "Escape"})
	if m, _ = play(m, msg, wait.Msg); len(m.Notices) != 2 || last(t, m).Text != "three" {
		t.Errorf("%+v", m.Notices)
	}
}

func TestSettings(t *testing.T) {
	m, cmds := play(New(), NextTheme{})
	if m.Theme != "light" || cmds[0] != (Keep{"theme", "light"}) {
		t.Errorf("%q, %v", m.Theme, cmds)
	}
	m, _ = play(m, NextTheme{}, NextTheme{}, NextMotion{})
	if m.Theme != "auto" || m.Motion != "off" {
		t.Errorf("theme %q, motion %q", m.Theme, m.Motion)
	}
	m, _ = play(m, Set{"theme", "dark"}, Set{"motion", "auto"}, Set{"theme", "pink"}, Set{"font", "big"})
	if m.Theme != "dark" || m.Motion != "auto" {
		t.Errorf("theme %q, motion %q", m.Theme, m.Motion)
	}
}
