package model

import "testing"

func TestStatePanelHasTheStateOfTheHandshake(t *testing.T) {
	m, _ := rowsAfter(t, "c2s hold", "client SSL_write 10", "c2s deliver 6", "server SSL_read 100")
	m = press(t, m, "pane state")
	found := 0
	for _, r := range SceneOf(m).Panels.State.Rows {
		switch r.Name {
		case "SSL_state_string_long":
			found++
			if r.Cells[1].Now != "SSL negotiation finished successfully" {
				t.Errorf("%s: %+v", r.Name, r.Cells)
			}
		case "SSL_has_pending":
			found++
			if r.Cells[1] != (StateCell{Now: "yes", Was: "no", Changed: true}) || r.Cells[0].Now != "no" {
				t.Errorf("%s: %+v", r.Name, r.Cells)
			}
		}
	}
	if found != 2 {
		t.Errorf("%d of 2 rows are there", found)
	}
}

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
	want := map[string][2]string{"SSL_get_shutdown": {"\u2013", "0"}, "state": {"freed", "established"}, "poll(2) of the socket": {"POLLOUT", "POLLIN POLLOUT"}}
	for _, r := range SceneOf(m).Panels.State.Rows {
		if w, ok := want[r.Name]; ok && [2]string{r.Cells[0].Now, r.Cells[1].Now} != w {
			t.Errorf("freed, %s: %+v, want %v", r.Name, r.Cells, w)
		}
		delete(want, r.Name)
	}
	if len(want) > 0 {
		t.Errorf("not in the panel: %v", want)
	}
}

func TestStatePanelHasARSTOfEitherKind(t *testing.T) {
	m, _ := rowsAfter(t, "client SSL_write 10", "s2c hold", "server SSL_write 20", "server close", "c2s reset")
	m = press(t, m, "pane state")
	for _, r := range SceneOf(m).Panels.State.Rows {
		if r.Name == "RST" {
			if r.Cells[0].Now != "has arrived" || r.Cells[1].Now != "after 42 B" {
				t.Errorf("%+v", r.Cells)
			}
			return
		}
	}
	t.Error("there is no row of the RST")
}
