package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
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
	return l.Saved
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
	a := mustPut(t, s, Saved{Title: "A", Script: "client SSL_shutdown\n", Step: 1})
	b := mustPut(t, s, Saved{Title: "A", Script: "client SSL_shutdown\n", Step: 1})
	if !validID(a.ID) || len(a.ID) < 20 || a.ID == b.ID {
		t.Errorf("IDs %q and %q, want two long ones that differ", a.ID, b.ID)
	}
	if !a.Created.Equal(a.Modified) || a.Created.Year() != 2030 {
		t.Errorf("created %v, modified %v, want both from the clock", a.Created, a.Modified)
	}
	want := Saved{a.ID, "A", "client SSL_shutdown\n", 1, a.Created, a.Modified}
	if a != want {
		t.Errorf("Put returns %+v, want %+v", a, want)
	}
}

func checkGet(t *testing.T, s Store) {
	a := mustPut(t, s, Saved{Title: "A", Script: "client SSL_shutdown\n", Step: 1})
	mustPut(t, s, Saved{Title: "B"})
	got, err := s.Get(t.Context(), a.ID)
	if err != nil || got != a {
		t.Errorf("Get gives %+v, %v, want %+v", got, err, a)
	}
}

func checkOrder(t *testing.T, s Store) {
	a := mustPut(t, s, Saved{Title: "A"})
	b := mustPut(t, s, Saved{Title: "B"})
	c := mustPut(t, s, Saved{Title: "C"})
	wantList(t, s, c, b, a)
	a = mustPut(t, s, a)
	wantList(t, s, a, c, b)
}

func checkTies(t *testing.T, s Store) {
	a := mustPut(t, s, Saved{ID: "a", Title: "A"})
	c := mustPut(t, s, Saved{ID: "c", Title: "C"})
	b := mustPut(t, s, Saved{ID: "b", Title: "B"})
	old := mustPut(t, s, Saved{ID: "0", Title: "Old", Created: stopped().Add(-time.Hour)})
	wantList(t, s, a, b, c, old)
}

func checkRename(t *testing.T, s Store) {
	before := mustPut(t, s, Saved{Title: "A", Script: "s", Step: 2})
	renamed := before
	renamed.Title = "B"
	after := mustPut(t, s, renamed)
	renamed.Modified = after.Modified
	if after != renamed || !after.Modified.After(before.Modified) {
		t.Errorf("renamed to %+v, want %+v, modified later than %v", after, renamed, before.Modified)
	}
	wantList(t, s, after)
}

func checkDuplicate(t *testing.T, s Store) {
	a := mustPut(t, s, Saved{Title: "A", Script: "s", Step: 2})
	duplicate := a
	duplicate.ID, duplicate.Title, duplicate.Created = "", CopyTitle(a.Title, mustList(t, s)), time.Time{}
	b := mustPut(t, s, duplicate)
	if b.ID == a.ID || b.Title != "A (copy)" || b.Script != a.Script || b.Step != a.Step {
		t.Errorf("the duplicate is %+v of %+v", b, a)
	}
	wantList(t, s, b, a)
}

func checkUndo(t *testing.T, s Store) {
	a := mustPut(t, s, Saved{Title: "A", Script: "s", Step: 2})
	b := mustPut(t, s, Saved{Title: "B"})
	if err := s.Delete(t.Context(), a.ID); err != nil {
		t.Fatal(err)
	}
	wantList(t, s, b)
	if _, err := s.Get(t.Context(), a.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("Get of what is deleted: %v, want ErrNotFound", err)
	}
	back := mustPut(t, s, a)
	a.Modified = back.Modified
	if back != a {
		t.Errorf("undo gives %+v, want %+v", back, a)
	}
	wantList(t, s, back, b)
}

func checkDeleteNothing(t *testing.T, s Store) {
	a := mustPut(t, s, Saved{Title: "A"})
	for _, id := range []string{"nobody", "", "#1", "\u202e"} {
		if err := s.Delete(t.Context(), id); err != nil {
			t.Errorf("Delete(%q): %v", id, err)
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
		if got := mustPut(t, s, Saved{Title: c.given}); got.Title != c.want {
			t.Errorf("title %q is stored as %q, want %q", c.given, got.Title, c.want)
		}
	}
}

func checkRefused(t *testing.T, s Store) {
	a := mustPut(t, s, Saved{Title: "A", Script: "s"})
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
	mustPut(t, s, Saved{ID: "y", Title: "y", Script: program + strings.Replace(program, "client", "server", 1) + strings.Repeat("client next\n", 5000)})
	if err := s.Delete(t.Context(), "y"); err != nil {
		t.Fatal(err)
	}
	a := mustPut(t, s, Saved{
		ID: strings.Repeat("z", maxID), Title: strings.Repeat("𝄞", MaxTitle),
		Script: strings.Repeat("é", MaxScript/2), Step: MaxStep, Created: maxTime,
	})
	wantList(t, s, a)
}

func checkText(t *testing.T, s Store) {
	const script = "# \u202e\x00\r\n\t\"'`<script>\U0001F600 é \ufeff\u2028\nclient SSL_read 5"
	a := mustPut(t, s, Saved{Title: "\"'`</script>\U0001F600", Script: script})
	if a.Script != script {
		t.Errorf("stored as %q, want %q", a.Script, script)
	}
	wantList(t, s, a)
}

func checkTimes(t *testing.T, s Store) {
	zone := time.FixedZone("", 2*60*60)
	created := time.Date(2029, time.May, 4, 3, 2, 1, 123456789, zone)
	a := mustPut(t, s, Saved{Title: "A", Created: created})
	if want := time.Date(2029, time.May, 4, 1, 2, 1, 123000000, time.UTC); a.Created != want {
		t.Errorf("created %v, want %v", a.Created, want)
	}
	wantList(t, s, a)
}

func checkConcurrent(t *testing.T, s Store) {
	const n = 20
	same := mustPut(t, s, Saved{Title: "same"})
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			if _, err := s.Put(t.Context(), Saved{Title: fmt.Sprint("new ", i)}); err != nil {
				t.Error(err)
			}
		})
		wg.Go(func() {
			again := same
			again.Step = i
			if _, err := s.Put(t.Context(), again); err != nil {
				t.Error(err)
			}
			if _, err := s.List(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
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
	a := mustPut(t, s, Saved{Title: "A"})
	over, cancel := context.WithCancel(t.Context())
	cancel()
	_, listErr := s.List(over)
	_, getErr := s.Get(over, a.ID)
	_, putErr := s.Put(over, Saved{Title: "B"})
	deleteErr := s.Delete(over, a.ID)
	for i, err := range []error{listErr, getErr, putErr, deleteErr} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("call %d: %v, want context.Canceled", i, err)
		}
	}
	wantList(t, s, a)
}
