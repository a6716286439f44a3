package model

import "testing"

func TestNoticesGoByEscapeAndByTime(t *testing.T) {
	m, cmds := send(newModel(), ShowNotice{"one"})
	wait := cmds[0].(Wait)
	m, _ = send(m, ShowNotice{"two"}, ShowNotice{"three"}, ShowNotice{"four"})
	if len(m.Notices) != 3 {
		t.Errorf("%d notices", len(m.Notices))
	}
	msg, _ := m.KeyMsg(Key{Key: "Escape"})
	if m, _ = send(m, msg, wait.Msg); len(m.Notices) != 2 || lastNotice(t, m).Text != "three" {
		t.Errorf("%+v", m.Notices)
	}
}

func TestTheSameNoticeIsNotShownTwice(t *testing.T) {
	m, _ := send(newModel(), ShowNotice{"Saved."}, ShowNotice{"Copied."}, ShowNotice{"Saved."})
	if len(m.Notices) != 2 || m.Notices[1].Text != "Saved." || m.Notices[1].ID != 3 {
		t.Errorf("%+v", m.Notices)
	}
}
