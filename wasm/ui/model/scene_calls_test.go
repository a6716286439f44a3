package model

import (
	"strings"
	"testing"

	"closenotify/engine"
)

func TestMistakesAreMarked(t *testing.T) {
	m, _ := rowsAfter(t, "client SSL_shutdown")
	for _, o := range SceneOf(m).CallBar.Groups[0].Rows[0].Offers {
		if o.Mistake != (o.Op.Verb.String() == "SSL_write") {
			t.Errorf("%v: mistake %v", o.Op, o.Mistake)
		}
	}
}

func TestSizesAreFilledIn(t *testing.T) {
	m := emptyModel(t)
	for _, s := range [][2]string{{"set-size server SSL_read", "7"}, {"set-size client SSL_write", "3"}, {"set-size c2s deliver", "4"}} {
		msg, ok := m.MsgFromAction(s[0], s[1])
		if !ok {
			t.Fatalf("%v does nothing", s)
		}
		m, _ = send(m, msg)
	}
	m, _ = send(m, SetSize{engine.Op{Verb: engine.VerbShutdown, N: 1}}, SetSize{engine.Op{Verb: engine.VerbWrite}})
	for _, bad := range []string{"set-size client SSL_shutdown", "set-size c2s capacity", "set-size client"} {
		if _, ok := m.MsgFromAction(bad, "5"); ok {
			t.Errorf("%s does something", bad)
		}
	}
	groups := SceneOf(m).CallBar.Groups
	var got []string
	for _, i := range []struct{ g, o int }{{0, 2}, {2, 1}, {1, 2}} {
		got = append(got, groups[i.g].Rows[0].Offers[i.o].Op.String())
	}
	if s := strings.Join(got, "; "); s != "client SSL_write 3; server SSL_read 7; c2s deliver 4" {
		t.Error(s)
	}
	if _, _, ok := groups[0].Rows[0].Offers[0].Size(); ok {
		t.Error("SSL_shutdown has a size")
	}
}
