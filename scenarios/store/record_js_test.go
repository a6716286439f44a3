package store

import (
	"errors"
	"strconv"
	"strings"
	"testing"
)

// fine is a whole record. The tests below change one thing in it.
const fine = `{ schema: 2, id: "x", title: "A", script: "s", step: 0, created: 1e12, modified: 1e12 }`

// damagedRecords are JavaScript objects that another version, another program or a faulty
// disk can leave in the database.
var damagedRecords = []struct{ record, id, why, raw string }{
	{`{ id: "x" }`, "x", "schema is missing, not a number", `{"id":"x"}`},
	{`{ ...fine, schema: 3 }`, "x", "schema is 3, newer than 2", `"schema":3`},
	{`{ schema: 3, id: "x", other: true }`, "x", "schema is 3, newer than 2", `"other":true`},
	{`{ ...fine, schema: 0 }`, "x", "schema is 0", `"schema":0`},
	{`{ ...fine, schema: "1" }`, "x", "schema is a string, not a number", `"schema":"1"`},
	{`{ ...fine, schema: 1.5 }`, "x", "schema is 1.5, not an integer", `"schema":1.5`},
	{`{ ...fine, title: 7 }`, "x", "title is a number, not a string", `"title":7`},
	{`{ ...fine, title: " " }`, "x", "title is empty", `"title":" "`},
	{`{ ...fine, title: undefined }`, "x", "title is missing", `"script":"s"`},
	{`{ ...fine, script: null }`, "x", "script is null, not a string", `"script":null`},
	{`{ ...fine, script: "#".repeat(196609) }`, "x", "script has 196609 characters", strings.Repeat("#", 65537)},
	{`{ ...fine, script: new Map([[1, 2]]) }`, "x", "script is an object", `"script":{}`},
	{`{ ...fine, script: ["s"] }`, "x", "script is an object, not a string", `["s"]`},
	{`{ ...fine, script: 12n }`, "x", "script is a bigint, not a string", "script: 12\n"},
	{`{ ...fine, step: 12n }`, "x", "step is a bigint, not a number", "title: \"A\"\nscript: \"s\"\nstep: 12\n"},
	{`(r => { r.step = r; return r })({ ...fine })`, "x", "step is an object", "script: \"s\"\nstep: [object Object]\n"},
	{`{ ...fine, step: -1 }`, "x", "step -1", `"step":-1`},
	{`{ ...fine, step: NaN }`, "x", "step is NaN, not an integer", `"step":null`},
	{`{ ...fine, step: Infinity }`, "x", "step is Infinity, not an integer", `"step":null`},
	{`{ ...fine, step: 2 ** 40 }`, "x", "step 1099511627776", `"step":1099511627776`},
	{`{ ...fine, created: new Date(0) }`, "x", "created is an object", `"1970-`},
	{`{ ...fine, created: 1e300 }`, "x", "created is 1e+300", `1e+300`},
	{`{ ...fine, modified: 8.64e15 + 1 }`, "x", "date of change is out of range", `8640000000000001`},
	{`{ ...fine, modified: -1 }`, "x", "date of change is out of range", `-1`},
	{`{ ...fine, id: "a b" }`, "a b", `ID "a b" is not`, `"a b"`},
	{`{ ...fine, id: "" }`, "", `ID "" is not`, `"id":""`},
	{`{ ...fine, id: 7 }`, "#7", "id is a number, not a string", `"id":7`},
	{`{ ...fine, id: [7, "a"] }`, `#[7,"a"]`, "id is an object", `[7,"a"]`},
	{`{ ...fine, id: new Date(0) }`, `#"1970-01-01T00:00:00.000Z"`, "id is an object", `1970`},
	{`Object.assign([1, 2], { id: "x" })`, "x", "schema is missing", `[1,2]`},
}

func TestStoreDamagedRecords(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	name := "test " + t.Name()
	good := mustPut(t, s, titled("Good"))
	for _, c := range damagedRecords {
		page(t, `const fine = `+fine+`; return put(name, `+c.record+`)`, name)
		want := checkDamaged(t, s, good, c.id, c.why, c.raw)
		if _, err := s.Get(t.Context(), c.id); c.id == "" || c.id[0] != '#' {
			var got Damaged
			if !errors.As(err, &got) || got != want || !contains(err, want.Why) {
				t.Errorf("%s: Get gives %v, want the Damaged %v", c.record, err, want)
			}
		}
		gone, err := s.Delete(t.Context(), c.id)
		if err != nil || !strings.Contains(gone.Raw, c.raw) {
			t.Errorf("%s: Delete: %v, %.200q", c.record, err, gone.Raw)
		}
		wantList(t, s, good)
	}
}

// checkDamaged lists twice, because the first List must not have removed anything.
func checkDamaged(t *testing.T, s Store, good Saved, id, why, raw string) Damaged {
	t.Helper()
	var l Listing
	for range 2 {
		var err error
		if l, err = s.List(t.Context()); err != nil {
			t.Fatalf("List: %v", err)
		}
		if len(l.Entries) != 1 || l.Entries[0] != good.Entry {
			t.Fatalf("List gives %+v, want %+v", l.Entries, good)
		}
		if len(l.Damaged) != 1 {
			t.Fatalf("List gives %d damaged records (%v), want 1: %s", len(l.Damaged), l.Damaged, why)
		}
	}
	d := l.Damaged[0]
	if d.ID != id || !strings.Contains(d.Why, why) || !strings.Contains(d.Raw, raw) {
		t.Errorf("damaged %+.200v, want ID %q, why %q, raw %.80q", d, id, why, raw)
	}
	return d
}

// TestStoreReadsWhatItCan: a record that Put would have written in another way, but whose
// meaning is clear.
func TestStoreReadsWhatItCan(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	page(t, `const fine = `+fine+`; return put(name, { ...fine, title: " A\u202e\n", more: 1n, step: -0 })`, "test "+t.Name())
	wantList(t, s, Saved{Entry{"x", "A", 0, stopped().UTC(), Version{Modified: stopped().UTC()}}, "s"})
}

// TestStoreKeepsControlCharacters: also those that Script puts between fields.
func TestStoreKeepsControlCharacters(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	a := mustPut(t, s, full("A", "# \x1d\x1dA\x1e\x1f\x1dB\x1fC\x00\u2028\n", 0))
	got, err := s.Get(t.Context(), a.ID)
	if err != nil || got != a {
		t.Errorf("Get gives %+v, %v, want %+v", got, err, a)
	}
	page(t, `const fine = `+fine+`; return put(name, { ...fine, id: "\x1d\x1e\x1fA", title: 7 })`, "test "+t.Name())
	checkDamaged(t, s, a, "\x1d\x1e\x1fA", "title is a number", `"id":`)
	if gone, err := s.Delete(t.Context(), "\x1d\x1e\x1fA"); err != nil || gone.Raw == "" {
		t.Errorf("Delete: %+v, %v", gone, err)
	}
	wantList(t, s, a)
}

// TestStoreListsMany: more than are read at once, in the right order, and the first unreadable ones
// with what they hold.
func TestStoreListsMany(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	for _, n := range []int{0, 1, 49, 50, 51, 100, 149} {
		page(t, `const fine = `+fine+`; const db = await opened(name);
			const objects = db.transaction("scenarios", "readwrite").objectStore("scenarios");
			objects.clear();
			for (let i = 0; i < `+strconv.Itoa(n)+`; i++) objects.put({ ...fine, id: "n" + i, title: "N" + i, modified: 1e12 + i });
			for (let i = 0; i < `+strconv.Itoa(n)+`; i++) objects.put({ ...fine, id: i, title: 7 });
			objects.transaction.oncomplete = () => db.close()`, "test "+t.Name())
		l, err := s.List(t.Context())
		if err != nil || len(l.Entries) != n || len(l.Damaged) != n {
			t.Fatalf("%d: %d entries, %d damaged, %v", n, len(l.Entries), len(l.Damaged), err)
		}
		for i, e := range l.Entries {
			if want := "N" + strconv.Itoa(n-1-i); e.Title != want {
				t.Errorf("entry %d is %s, want %s", i, e.Title, want)
			}
			if d := l.Damaged[i]; (d.Raw != "") != (i < mostRaw) || d.Why == "" {
				t.Errorf("damaged %d: %+v", i, d)
			}
		}
	}
}

// TestStoreDeleteRefusesToGuess between two keys that List gives the same ID.
func TestStoreDeleteRefusesToGuess(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	page(t, `const fine = `+fine+`;
		await put(name, { ...fine, id: "#7" });
		await put(name, { ...fine, id: 7 })`, "test "+t.Name())
	if _, err := s.Delete(t.Context(), "#7"); !contains(err, "two records") {
		t.Errorf("Delete gives %v, want an error", err)
	}
	if l, err := s.List(t.Context()); err != nil || len(l.Damaged) != 2 {
		t.Errorf("List gives %v, %v, want both records", l, err)
	}
}
