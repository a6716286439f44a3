package model

import "testing"

func TestAnUpdateOfTheSiteIsToldOnce(t *testing.T) {
	m := sendOne(sendOne(newModel(), SiteUpdated{}), SiteUpdated{})
	if len(m.Notices) != 1 || !m.Notices[0].Stays || m.Notices[0].Error {
		t.Fatalf("the notices are %+v", m.Notices)
	}
	if _, cmds := send(m, PressNotice{m.Notices[0].ID}); len(cmds) != 1 || cmds[0] != (Reload{}) {
		t.Errorf("its button does %v", cmds)
	}
}
