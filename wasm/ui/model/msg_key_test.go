package model

import (
	"strings"
	"testing"

	"closenotify/engine"
)

// keyMsg is KeyMsg for a page that is not in a variable.
func keyMsg(m Model, k Key) (Msg, bool) { return m.KeyMsg(k) }

// keyTable says what each key means on the page, nil for nothing.
var keyTable = []struct {
	key  Key
	want Msg
}{
	{Key{Key: "ArrowRight"}, Next{}},
	{Key{Key: "ArrowLeft"}, Back{}},
	{Key{Key: "ArrowRight", Shift: true}, Next{Wire: true}},
	{Key{Key: "ArrowLeft", Shift: true, Target: OnSlider}, Back{Wire: true}},
	{Key{Key: "Home"}, First{}},
	{Key{Key: "End"}, Last{}},
	{Key{Key: " "}, Play{}},
	{Key{Key: "PageDown"}, Next{}},
	{Key{Key: "."}, Next{}},
	{Key{Key: "PageUp"}, Back{}},
	{Key{Key: "c"}, OpenMenu{"client"}},
	{Key{Key: "S"}, OpenMenu{"server"}},
	{Key{Key: "n", Target: OnButton}, OpenMenu{"network"}},
	{Key{Key: "w"}, SetPane{PaneWhy}},
	{Key{Key: "l"}, Share{Copy: true}},
	{Key{Key: "?", Shift: true}, ShowDialog{"help"}},
	{Key{Key: "ArrowRight", Target: OnTab}, FocusPane{PaneBytes}},
	{Key{Key: "ArrowLeft", Target: OnTab}, FocusPane{PaneScript}},
	{Key{Key: "Home", Target: OnTab}, FocusPane{PaneWhy}},
	{Key{Key: "End", Target: OnTab}, FocusPane{PaneScript}},
	{Key{Key: "c", Target: OnText}, nil},
	{Key{Key: "c", Modified: true}, nil},
	{Key{Key: " ", Target: OnButton}, nil},
	{Key{Key: "ArrowRight", Target: OnSlider}, nil},
	{Key{Key: "ArrowRight", Target: OnSelect}, Next{}},
	{Key{Key: "ArrowDown", Target: OnSelect}, nil},
	{Key{Key: "c", Target: OnSelect}, nil},
	{Key{Key: " ", Target: OnSelect}, nil},
	{Key{Key: "q"}, nil},
	{Key{Key: "x"}, ToggleBreakpointHere{}},
	{Key{Key: "z", Modified: true, Ctrl: true}, Undo{}},
	{Key{Key: "Z", Modified: true, Ctrl: true, Shift: true}, Redo{}},
	{Key{Key: "z", Modified: true, Ctrl: true, Target: OnText}, nil},
	{Key{Key: "Escape"}, nil},
}

func TestKeys(t *testing.T) {
	for _, c := range keyTable {
		msg, ok := keyMsg(newModel(), c.key)
		if msg != c.want || ok != (c.want != nil) {
			t.Errorf("%+v: %#v, want %#v", c.key, msg, c.want)
		}
	}
}

func TestDialogsKeepTheirKeys(t *testing.T) {
	if msg, ok := keyMsg(press(t, newModel(), "show-dialog help"), Key{Key: "ArrowRight"}); ok {
		t.Errorf("under a dialog: %#v", msg)
	}
	if m := press(t, newModel(), "show-dialog help", "hide-dialog"); m.Dialog != "" {
		t.Errorf("dialog %q", m.Dialog)
	}
}

func TestDeliverKey(t *testing.T) {
	m := press(t, emptyModel(t), "act s2c hold", "act server SSL_write 5")
	msg, _ := m.KeyMsg(Key{Key: "d"})
	if act, ok := msg.(Act); !ok || act.Op.String() != "s2c deliver all" {
		t.Errorf("%#v", msg)
	}
	msg, _ = keyMsg(newModel(), Key{Key: "d"})
	if m, _ := send(newModel(), msg); m.At != 0 || len(m.Notices) != 1 {
		t.Errorf("with nothing in flight: step %d, %v", m.At, m.Notices)
	}
	held := press(t, emptyModel(t), "act s2c hold")
	for _, m := range []Model{newModel(), held} {
		msg, _ = m.KeyMsg(Key{Key: "d"})
		notice, ok := msg.(ShowNotice)
		if advised := strings.Contains(notice.Text, "Hold a direction"); !ok || advised == m.World().Wire(engine.ServerToClient).Held() {
			t.Errorf("with nothing in flight: %#v", msg)
		}
	}
}
