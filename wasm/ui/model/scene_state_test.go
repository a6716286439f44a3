package model

import "testing"

func TestStatePanelMarksWhatChanged(t *testing.T) {
	m, _ := rowsAfter(t, "client SSL_shutdown")
	m = press(t, m, "pane state")
	for _, r := range SceneOf(m).Panels.State.Rows {
		c := r.Cells[0]
		switch r.Name {
		case "SSL_get_shutdown":
			if c != (StateCell{Now: "SENT", Was: "0", Changed: true}) {
				t.Errorf("%s: %+v", r.Name, c)
			}
		case "queued":
			if c != (StateCell{Now: "24 B", Was: "0 B", Changed: true}) {
				t.Errorf("%s: %+v", r.Name, c)
			}
		case "state", "held", "FIN":
			if c.Changed {
				t.Errorf("%s: %+v", r.Name, c)
			}
		}
	}
	m = press(t, m, "act client SSL_free", "act c2s fin")
	if rows := SceneOf(m).Panels.State.Rows; rows[0].Cells[0].Now != "\u2013" || rows[1].Cells[0].Now != "freed" {
		t.Errorf("freed: %+v", rows[:2])
	}
}
