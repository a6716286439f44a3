package model

import "testing"

func TestPresentingByKeys(t *testing.T) {
	m := newModel()
	for _, k := range []struct {
		key  string
		want bool
		at   int
	}{{"f", true, 0}, {"PageDown", true, 1}, {".", true, 2}, {"PageUp", true, 1}, {"Escape", false, 1}, {"F", true, 1}, {"f", false, 1}} {
		msg, ok := m.KeyMsg(Key{Key: k.key})
		if !ok {
			t.Fatalf("%s does nothing", k.key)
		}
		m, _ = send(m, msg)
		if s := SceneOf(m); s.Present != k.want || s.Dock.At != k.at || s.Opening && s.Present {
			t.Errorf("after %s: presenting %v, step %d, opening %v", k.key, s.Present, s.Dock.At, s.Opening)
		}
	}
}
