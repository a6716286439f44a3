package store

import (
	"strconv"
	"testing"
)

// TestRecordsOfSchema1 are in a database of version 1, as the first version of the page
// left it.
func TestRecordsOfSchema1(t *testing.T) {
	for _, c := range schema1Scripts {
		name := newDatabase(t)
		older := mustOpen(t, name, databaseVersions[:1], ticks())
		wantList(t, older)
		page(t, `return put(name, { schema: 1, id: "x", title: "A", script: `+strconv.Quote(c.stored)+`, step: 0, created: 1e12, modified: 1e12 })`, name)
		older.close(t)
		s := mustOpen(t, name, databaseVersions, ticks())
		want := Saved{Entry{"x", "A", 0, stopped().UTC(), Version{Modified: stopped().UTC()}}, c.today}
		wantList(t, s, want)
		got, err := s.Get(t.Context(), "x")
		if err != nil || got != want {
			t.Errorf("%s: Get gives %+v, %v", c.name, got, err)
		}
		page(t, `return opened(name).then(db => promised(db.transaction("scenarios").objectStore("scenarios").get("x")).then(r => {
			db.close();
			if (r.schema != 1) throw new Error("reading has changed the record");
		}))`, name)
		got = mustPut(t, s, got)
		wantList(t, s, got)
		if got.Script != c.today {
			t.Errorf("%s: once more it becomes %q", c.name, got.Script)
		}
		page(t, `return opened(name).then(db => promised(db.transaction("scenarios").objectStore("scenarios").get("x")).then(r => {
			db.close();
			if (r.schema != 2) throw new Error("stored as schema " + r.schema);
		}))`, name)
		deleteDatabase(t, name)
	}
}
