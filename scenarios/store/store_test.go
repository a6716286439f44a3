package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"closenotify/engine/script"
)

// ticks returns a clock that goes on by a second each time it is read.
func ticks() func() time.Time {
	var mu sync.Mutex
	now := time.Date(2030, time.January, 1, 0, 0, 0, 0, time.UTC)
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Second)
		return now
	}
}

// stopped is a clock that does not go on.
func stopped() time.Time { return time.UnixMilli(1e12) }

// storeContract is what every Store promises. Each check gets an empty Store.
var storeContract = []struct {
	name  string
	check func(*testing.T, Store)
}{
	{"an empty store lists nothing", checkEmpty},
	{"put gives an ID and times", checkPutNew},
	{"get returns what put stored", checkGet},
	{"list is newest modified first", checkOrder},
	{"put with an ID replaces", checkRename},
	{"put without an ID duplicates", checkDuplicate},
	{"put undoes a delete", checkUndo},
	{"put does not replace what another has changed", checkChanged},
	{"deleting nothing is not an error", checkDeleteNothing},
	{"titles are cleaned", checkTitles},
	{"what does not fit is refused", checkRefused},
	{"the limits themselves fit", checkLimits},
	{"any text survives", checkText},
	{"times are UTC milliseconds", checkTimes},
	{"puts at once do not disturb each other", checkConcurrent},
	{"an ended context stops everything", checkContext},
}

// checkStore checks the contract. open makes an empty Store with the clock now.
func checkStore(t *testing.T, open func(t *testing.T, now func() time.Time) Store) {
	for _, c := range storeContract {
		t.Run(c.name, func(t *testing.T) { c.check(t, open(t, ticks())) })
	}
	t.Run("equal times are listed in one order", func(t *testing.T) { checkTies(t, open(t, stopped)) })
}

// titled is a scenario without a text.
func titled(title string) Saved { return Saved{Entry: Entry{Title: title}} }

// full is a scenario that is not stored yet.
func full(title, script string, step int) Saved {
	return Saved{Entry: Entry{Title: title, Step: step}, Script: script}
}

func mustPut(t *testing.T, s Store, saved Saved) Saved {
	t.Helper()
	stored, err := s.Put(t.Context(), saved)
	if err != nil {
		t.Fatalf("Put(%+v): %v", saved, err)
	}
	return stored
}

func mustList(t *testing.T, s Store) []Saved {
	t.Helper()
	l, err := s.List(t.Context())
	if err != nil {
		t.Fatalf("List: %v", err)
	}
	if len(l.Damaged) != 0 {
		t.Fatalf("List says these are damaged: %v", l.Damaged)
	}
	return mustGetAll(t, s, l.Entries)
}

// mustGetAll gets what a Listing lists, and checks what it says of it.
func mustGetAll(t *testing.T, s Store, entries []Entry) []Saved {
	t.Helper()
	var list []Saved
	for _, e := range entries {
		saved, err := s.Get(t.Context(), e.ID)
		if err != nil || saved.Entry != e {
			t.Fatalf("Get gives %+.200v, %v; List says %+v", saved, err, e)
		}
		list = append(list, saved)
	}
	return list
}

func wantList(t *testing.T, s Store, want ...Saved) {
	t.Helper()
	if got := mustList(t, s); !slices.Equal(got, want) {
		t.Fatalf("List gives\n%+.200v\nwant\n%+.200v", got, want)
	}
}

func checkEmpty(t *testing.T, s Store) {
	wantList(t, s)
	if _, err := s.Get(t.Context(), "nobody"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Get of an ID that is not there: %v, want ErrNotFound", err)
	}
}

func checkPutNew(t *testing.T, s Store) {
	a := mustPut(t, s, full("A", "client SSL_shutdown\n", 1))
	b := mustPut(t, s, full("A", "client SSL_shutdown\n", 1))
	if !validID(a.ID) || len(a.ID) < 20 || a.ID == b.ID {
		t.Errorf("IDs %q and %q, want two long ones that differ", a.ID, b.ID)
	}
	if !a.Created.Equal(a.Modified) || a.Created.Year() != 2030 {
		t.Errorf("created %v, modified %v, want both from the clock", a.Created, a.Modified)
	}
	want := Saved{Entry{a.ID, "A", 1, a.Created, a.Version}, "client SSL_shutdown\n"}
	if a != want {
		t.Errorf("Put returns %+v, want %+v", a, want)
	}
}

func checkGet(t *testing.T, s Store) {
	a := mustPut(t, s, full("A", "client SSL_shutdown\n", 1))
	mustPut(t, s, titled("B"))
	got, err := s.Get(t.Context(), a.ID)
	if err != nil || got != a {
		t.Errorf("Get gives %+v, %v, want %+v", got, err, a)
	}
}

func checkOrder(t *testing.T, s Store) {
	a := mustPut(t, s, titled("A"))
	b := mustPut(t, s, titled("B"))
	c := mustPut(t, s, titled("C"))
	wantList(t, s, c, b, a)
	a = mustPut(t, s, a)
	wantList(t, s, a, c, b)
}

func checkTies(t *testing.T, s Store) {
	a := mustPut(t, s, Saved{Entry: Entry{ID: "a", Title: "A"}})
	c := mustPut(t, s, Saved{Entry: Entry{ID: "c", Title: "C"}})
	b := mustPut(t, s, Saved{Entry: Entry{ID: "b", Title: "B"}})
	old := mustPut(t, s, Saved{Entry: Entry{ID: "0", Title: "Old", Created: stopped().Add(-time.Hour)}})
	wantList(t, s, a, b, c, old)
}

func checkRename(t *testing.T, s Store) {
	before := mustPut(t, s, full("A", "s", 2))
	renamed := before
	renamed.Title = "B"
	after := mustPut(t, s, renamed)
	renamed.Version = after.Version
	if after != renamed || !after.Modified.After(before.Modified) {
		t.Errorf("renamed to %+v, want %+v, modified later than %v", after, renamed, before.Modified)
	}
	wantList(t, s, after)
}

func checkDuplicate(t *testing.T, s Store) {
	a := mustPut(t, s, full("A", "s", 2))
	b := mustPut(t, s, full(CopyTitle(a.Title, []Entry{a.Entry}), a.Script, a.Step))
	if b.ID == a.ID || b.Title != "A (copy)" || b.Script != a.Script || b.Step != a.Step {
		t.Errorf("the duplicate is %+v of %+v", b, a)
	}
	wantList(t, s, b, a)
}

func checkUndo(t *testing.T, s Store) {
	a := mustPut(t, s, full("A", "s", 2))
	b := mustPut(t, s, titled("B"))
	if gone, err := s.Delete(t.Context(), a.ID); err != nil || gone.Saved != a {
		t.Fatalf("Delete gives %+v, %v, want what was stored", gone, err)
	}
	wantList(t, s, b)
	if _, err := s.Get(t.Context(), a.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("Get of what is deleted: %v, want ErrNotFound", err)
	}
	back := mustPut(t, s, a)
	a.Version = back.Version
	if back != a {
		t.Errorf("undo gives %+v, want %+v", back, a)
	}
	wantList(t, s, back, b)
}

func checkChanged(t *testing.T, s Store) {
	before := mustPut(t, s, full("A", "s", 1))
	one, two := before, before
	one.Script, two.Script = "one", "two"
	one = mustPut(t, s, one)
	for _, stale := range []Saved{two, {Entry: Entry{ID: before.ID, Title: "A"}, Script: "new"}} {
		if got, err := s.Put(t.Context(), stale); !errors.Is(err, ErrChanged) || got != (Saved{}) {
			t.Errorf("Put over another version: %+v, %v, want ErrChanged", got, err)
		}
	}
	wantList(t, s, one)
	two.Script = "one"
	if got, err := s.Put(t.Context(), two); err != nil || got != one {
		t.Errorf("Put of what is stored: %+v, %v, want %+v", got, err, one)
	}
	wantList(t, s, one)
	if one.Revision == before.Revision || one.Revision == "" {
		t.Errorf("revisions %q and %q, want two", before.Revision, one.Revision)
	}
}

func checkDeleteNothing(t *testing.T, s Store) {
	a := mustPut(t, s, titled("A"))
	for _, id := range []string{"nobody", "", "#1", "\u202e"} {
		if gone, err := s.Delete(t.Context(), id); err != nil || gone != (Deleted{}) {
			t.Errorf("Delete(%q): %+v, %v", id, gone, err)
		}
	}
	wantList(t, s, a)
}

func checkTitles(t *testing.T, s Store) {
	for _, c := range []struct{ given, want string }{
		{"  A  ", "A"},
		{"A\r\n\tB\u2028C", "A B C"},
		{"A\x00\x1b\x7fB", "AB"},
		{"\u202eevil\u202c \u2066x\u2069", "evil x"},
		{"שלום\u200f!\u2060", "שלום!"},
		{"\U0001F468\u200D\U0001F469 \u2764\uFE0F", "\U0001F468\U0001F469 \u2764\uFE0F"},
		{"\U000E0041\uFFFE\uFFF9A\uFEFF", "A"},
		{strings.Repeat(" ", 500) + "A", "A"},
		{"<b>&amp;", "<b>&amp;"},
	} {
		if got := mustPut(t, s, titled(c.given)); got.Title != c.want {
			t.Errorf("title %q is stored as %q, want %q", c.given, got.Title, c.want)
		}
	}
}

func checkRefused(t *testing.T, s Store) {
	a := mustPut(t, s, full("A", "s", 0))
	for _, c := range []struct {
		field, message string
		change         func(*Saved)
	}{
		{"Title", "title is empty", func(s *Saved) { s.Title = "" }},
		{"Title", "title is empty", func(s *Saved) { s.Title = " \n\u202e\u200b" }},
		{"Title", "title has 81 characters, more than 80", func(s *Saved) { s.Title = strings.Repeat("é", 81) }},
		{"Title", "title is not valid UTF-8", func(s *Saved) { s.Title = "A\xff" }},
		{"Script", "script has 196609 bytes, more than 196608", func(s *Saved) { s.Script = strings.Repeat("#", MaxScript+1) }},
		{"Script", "script is not valid UTF-8", func(s *Saved) { s.Script = "\xc3" }},
		{"Step", "step -1 is not in 0 to 100000", func(s *Saved) { s.Step = -1 }},
		{"Step", "step 100001 is not in 0 to 100000", func(s *Saved) { s.Step = MaxStep + 1 }},
		{"ID", `ID "a b" is not 1 to 64 letters, digits, - and _`, func(s *Saved) { s.ID = "a b" }},
		{"ID", `is not 1 to 64 letters`, func(s *Saved) { s.ID = strings.Repeat("a", 65) }},
		{"Created", "date of creation is out of range", func(s *Saved) { s.Created = time.Date(1960, 1, 1, 0, 0, 0, 0, time.UTC) }},
		{"Created", "date of creation is out of range", func(s *Saved) { s.Created = maxTime.Add(time.Millisecond) }},
	} {
		bad := a
		c.change(&bad)
		_, err := s.Put(t.Context(), bad)
		var invalid *InvalidError
		if !errors.As(err, &invalid) || invalid.Field != c.field || !strings.Contains(err.Error(), c.message) {
			t.Errorf("Put gives %v, want an *InvalidError of %s that says %q", err, c.field, c.message)
		}
	}
	wantList(t, s, a)
}

func checkLimits(t *testing.T, s Store) {
	program := "program client\n" + strings.Repeat("//\n", script.MaxProgram/3) + "end program\n"
	mustPut(t, s, Saved{Entry: Entry{ID: "y", Title: "y"}, Script: program + strings.Replace(program, "client", "server", 1) + strings.Repeat("client next\n", 5000)})
	if _, err := s.Delete(t.Context(), "y"); err != nil {
		t.Fatal(err)
	}
	a := mustPut(t, s, Saved{
		Entry:  Entry{ID: strings.Repeat("z", maxID), Title: strings.Repeat("𝄞", MaxTitle), Step: MaxStep, Created: maxTime},
		Script: strings.Repeat("é", MaxScript/2),
	})
	wantList(t, s, a)
}

func checkText(t *testing.T, s Store) {
	const script = "# \u202e\x00\r\n\t\"'`<script>\U0001F600 é \ufeff\u2028\nclient SSL_read 5"
	a := mustPut(t, s, full("\"'`</script>\U0001F600", script, 0))
	if a.Script != script {
		t.Errorf("stored as %q, want %q", a.Script, script)
	}
	wantList(t, s, a)
}

func checkTimes(t *testing.T, s Store) {
	zone := time.FixedZone("", 2*60*60)
	created := time.Date(2029, time.May, 4, 3, 2, 1, 123456789, zone)
	a := mustPut(t, s, Saved{Entry: Entry{Title: "A", Created: created}})
	if want := time.Date(2029, time.May, 4, 1, 2, 1, 123000000, time.UTC); a.Created != want {
		t.Errorf("created %v, want %v", a.Created, want)
	}
	wantList(t, s, a)
}

func checkConcurrent(t *testing.T, s Store) {
	const n = 20
	same := mustPut(t, s, titled("same"))
	var won atomic.Int32
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			if _, err := s.Put(t.Context(), titled(fmt.Sprint("new ", i))); err != nil {
				t.Error(err)
			}
		})
		wg.Go(func() {
			again := same
			again.Step = i
			if _, err := s.Put(t.Context(), again); err == nil {
				won.Add(1)
			} else if !errors.Is(err, ErrChanged) {
				t.Error(err)
			}
			if _, err := s.List(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if won.Load() == 0 || won.Load() > 2 { // one changes it, and the one that changes nothing may be another
		t.Errorf("%d of %d have replaced the same version", won.Load(), n)
	}
	list := mustList(t, s)
	titles := make(map[string]bool)
	for _, saved := range list {
		titles[saved.Title] = true
	}
	if len(list) != n+1 || len(titles) != n+1 {
		t.Errorf("%d scenarios with %d titles, want %d of both", len(list), len(titles), n+1)
	}
}

func checkContext(t *testing.T, s Store) {
	a := mustPut(t, s, titled("A"))
	over, cancel := context.WithCancel(t.Context())
	cancel()
	_, listErr := s.List(over)
	_, getErr := s.Get(over, a.ID)
	_, putErr := s.Put(over, titled("B"))
	_, deleteErr := s.Delete(over, a.ID)
	for i, err := range []error{listErr, getErr, putErr, deleteErr} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("call %d: %v, want context.Canceled", i, err)
		}
	}
	wantList(t, s, a)
}
