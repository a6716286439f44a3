package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"
)

func TestIndexedDBStore(t *testing.T) {
	checkStore(t, func(t *testing.T, now func() time.Time) Store {
		return mustOpen(t, newDatabase(t), databaseVersions, now)
	})
}

func TestOpenIndexedDB(t *testing.T) {
	t.Cleanup(func() { deleteDatabase(t, databaseName) })
	s, again := OpenIndexedDB(ticks(), func(bool) {}), OpenIndexedDB(ticks(), func(bool) {})
	defer s.close(t)
	defer again.close(t)
	a := mustPut(t, s, titled("A"))
	wantList(t, again, a)
}

func TestStoreSurvivesTheNextVisit(t *testing.T) {
	name := newDatabase(t)
	first := mustOpen(t, name, databaseVersions, ticks())
	a := mustPut(t, first, full("A", "client SSL_shutdown\n", 1))
	first.close(t)
	wantList(t, mustOpen(t, name, databaseVersions, ticks()), a)
}

func TestStoresOfTwoTabs(t *testing.T) {
	name := newDatabase(t)
	now := ticks()
	one, oneTold := watched(t, name, databaseVersions, now)
	two, twoTold := watched(t, name, databaseVersions, now)
	a := mustPut(t, one, titled("A"))
	waitTold(t, twoTold, "changed")
	b := mustPut(t, two, titled("B"))
	waitTold(t, oneTold, "changed")
	wantList(t, one, b, a)
	wantList(t, two, b, a)
	if _, err := two.Delete(t.Context(), a.ID); err != nil {
		t.Error(err)
	}
	waitTold(t, oneTold, "changed")
	if len(twoTold) > 0 {
		t.Error("a tab hears of its own change")
	}
}

// TestPutsOfTwoTabsAtOnce: both versions are kept, whoever comes first, also within a millisecond.
func TestPutsOfTwoTabsAtOnce(t *testing.T) {
	name := newDatabase(t)
	one, two := mustOpen(t, name, databaseVersions, stopped), mustOpen(t, name, databaseVersions, stopped)
	for range 50 {
		before := mustPut(t, one, full("A", "before", 0))
		var errs [2]error
		var wg sync.WaitGroup
		for i, s := range []*IndexedDB{one, two} {
			wg.Go(func() {
				next := before
				next.Script = fmt.Sprint("by tab ", i)
				_, errs[i] = s.Put(t.Context(), next)
			})
		}
		wg.Wait()
		if (errs[0] == nil) == (errs[1] == nil) || !errors.Is(cmp.Or(errs[0], errs[1]), ErrChanged) {
			t.Fatalf("two tabs put at once: %v, %v, want one ErrChanged", errs[0], errs[1])
		}
	}
}

func TestStoreConnectsAnew(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	a := mustPut(t, s, titled("A"))
	s.close(t)
	wantList(t, s, a)
	s.close(t)
	b := mustPut(t, s, titled("B"))
	wantList(t, s, b, a)
}

// TestStoreWithoutTransactions: every connection is closed as soon as it is there.
func TestStoreWithoutTransactions(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	page(t, `globalThis.realTransaction = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = () => { throw new DOMException("closing", "InvalidStateError") }`)
	defer page(t, `IDBDatabase.prototype.transaction = realTransaction`)
	_, listErr := s.List(t.Context())
	_, getErr := s.Get(t.Context(), "x")
	_, putErr := s.Put(t.Context(), titled("A"))
	_, exportErr := s.exported(t.Context(), nil)
	for _, err := range []error{listErr, getErr, putErr, exportErr} {
		if !errors.Is(err, ErrUnavailable) || !contains(err, "closing") {
			t.Errorf("without transactions: %v, want ErrUnavailable with the reason", err)
		}
	}
	more, err := s.exported(t.Context(), []Saved{full("A", "client SSL_free\n", 0)})
	if err != nil || more.Get("count").Int() != 1 {
		t.Errorf("what only the page holds is not exported: %v", err)
	}
}

func TestStoreUpgrade(t *testing.T) {
	name := newDatabase(t)
	older, told := watched(t, name, databaseVersions, ticks())
	a := mustPut(t, older, titled("A"))
	next := append(slices.Clone(databaseVersions), "", "more")
	newer := mustOpen(t, name, next, ticks())
	wantList(t, newer, a)
	waitTold(t, told, "changed")
	page(t, `return opened(name).then(db => {
		const have = db.version + " " + [...db.objectStoreNames].sort();
		db.close();
		if (have != "`+strconv.Itoa(len(next))+` more,scenarios") throw new Error(have);
	})`, name)

	// The old version reads what is there, and changes nothing.
	again := mustOpen(t, name, databaseVersions, ticks())
	for _, s := range []*IndexedDB{older, again} {
		wantList(t, s, a)
		_, putErr := s.Put(t.Context(), titled("B"))
		_, deleteErr := s.Delete(t.Context(), a.ID)
		for _, err := range []error{putErr, deleteErr} {
			if !errors.Is(err, ErrNewer) || !errors.Is(err, ErrUnavailable) {
				t.Errorf("the old version gets %v, want ErrNewer and ErrUnavailable", err)
			}
		}
	}
	wantList(t, newer, a)
}

// TestStoreBlockedUpgrade: another tab keeps an old version open and does not listen to
// the browser's request to close it.
func TestStoreBlockedUpgrade(t *testing.T) {
	name := newDatabase(t)
	older := mustOpen(t, name, databaseVersions, ticks())
	a := mustPut(t, older, titled("A"))
	older.close(t)
	page(t, `return opened(name).then(db => { globalThis.stubborn = db })`, name)
	next := append(slices.Clone(databaseVersions), "more")
	s, told := watched(t, name, next, ticks())
	for range 3 {
		began := time.Now()
		_, err := s.List(t.Context())
		if !errors.Is(err, ErrUnavailable) || !contains(err, "close that tab") && !contains(err, "Close that tab") || time.Since(began) > 2*time.Second {
			t.Fatalf("a blocked upgrade gives %v after %v, want ErrUnavailable that says what to do at once", err, time.Since(began))
		}
	}
	// The upgrade happens later. It must be complete.
	page(t, `stubborn.close()`)
	waitTold(t, told, "changed")
	wantList(t, s, a)
	page(t, `const db = await opened(name);
		const have = db.version + " " + [...db.objectStoreNames].sort();
		db.close();
		if (have != "`+strconv.Itoa(len(next))+` more,scenarios") throw new Error(have)`, name)
}

// TestStoreBusy: a transaction of another tab does not end.
func TestStoreBusy(t *testing.T) {
	name := newDatabase(t)
	s := mustOpen(t, name, databaseVersions, ticks())
	a := mustPut(t, s, titled("A"))
	page(t, `return opened(name).then(db => {
		const objects = db.transaction("scenarios", "readwrite").objectStore("scenarios");
		globalThis.busy = true;
		(function again() {
			if (busy) objects.count().onsuccess = again;
			else db.close();
		})();
	})`, name)
	for name, call := range map[string]func(context.Context) error{
		"Put":    func(ctx context.Context) error { _, err := s.Put(ctx, titled("B")); return err },
		"Get":    func(ctx context.Context) error { _, err := s.Get(ctx, a.ID); return err },
		"List":   func(ctx context.Context) error { _, err := s.List(ctx); return err },
		"Delete": func(ctx context.Context) error { _, err := s.Delete(ctx, a.ID); return err },
	} {
		brief, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		if err := call(brief); !errors.Is(err, ErrUnavailable) || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s in a busy database: %v, want ErrUnavailable and context.DeadlineExceeded", name, err)
		}
		cancel()
	}
	page(t, `busy = false`)
	time.Sleep(100 * time.Millisecond)
	wantList(t, s, a) // nothing of this happens later
}

func TestStoreUnavailable(t *testing.T) {
	for _, c := range []struct{ name, factory, says string }{
		{"none", `undefined`, "the browser has no IndexedDB"},
		{"blocked when asked for", `(() => { throw new DOMException("storage is blocked", "SecurityError") })()`, "the browser denies this page its storage"},
		{"blocked when opened", `({ open() { throw new DOMException("storage is blocked", "SecurityError") } })`, "the browser denies this page its storage"},
		{"not a database", `({ open() { return {} } })`, "Invalid JS request type"},
	} {
		t.Run(c.name, func(t *testing.T) {
			// In Chromium a page's global attributes are the window's own.
			page(t, `globalThis.real = Object.getOwnPropertyDescriptor(globalThis, "indexedDB");
				Object.defineProperty(globalThis, "indexedDB", { configurable: true, get() { return `+c.factory+` } })`)
			defer page(t, `Object.defineProperty(globalThis, "indexedDB", real)`)
			s := OpenIndexedDB(ticks(), func(bool) {})
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			if _, err := s.List(ctx); !errors.Is(err, ErrUnavailable) || !contains(err, c.says) {
				t.Errorf("List gives %v, want ErrUnavailable that says %q", err, c.says)
			}
		})
	}
}

// TestStoreMissing: another program has made a database with this name, without our object
// store.
func TestStoreMissing(t *testing.T) {
	name := newDatabase(t)
	page(t, `return opened(name).then(db => db.close())`, name)
	s := mustOpen(t, name, databaseVersions, ticks())
	_, putErr := s.Put(t.Context(), titled("A"))
	_, listErr := s.List(t.Context())
	_, getErr := s.Get(t.Context(), "x")
	_, deleteErr := s.Delete(t.Context(), "x")
	for _, err := range []error{putErr, listErr, getErr, deleteErr} {
		if !errors.Is(err, ErrUnavailable) || !contains(err, "stores was not found") {
			t.Errorf("without an object store: %v, want ErrUnavailable that says what is missing", err)
		}
	}
}

func TestStoreFull(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	a := mustPut(t, s, titled("A"))
	replacePut(t, `throw new DOMException("too much", "QuotaExceededError")`)
	if _, err := s.Put(t.Context(), titled("B")); !errors.Is(err, ErrFull) {
		t.Errorf("Put on a full disk: %v, want ErrFull", err)
	}
	wantList(t, s, a)
}

// TestStorePutWaits until the transaction is complete: it can fail after the put has
// succeeded.
func TestStorePutWaits(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	a := mustPut(t, s, titled("A"))
	replacePut(t, `const request = realPut.call(this, record);
		request.addEventListener("success", () => this.add(record));
		return request`)
	if _, err := s.Put(t.Context(), titled("B")); !errors.Is(err, ErrUnavailable) || !contains(err, "ConstraintError") {
		t.Errorf("Put whose transaction fails: %v, want ErrUnavailable of a ConstraintError", err)
	}
	wantList(t, s, a)
}

func TestStoreInBrowserThatCannotPersist(t *testing.T) {
	page(t, `navigator.storage.persist = undefined`)
	defer page(t, `delete navigator.storage.persist`)
	mustPut(t, mustOpen(t, newDatabase(t), databaseVersions, ticks()), titled("A"))
}

func TestStoreAsksToPersistOnce(t *testing.T) {
	page(t, `globalThis.asked = 0;
		globalThis.uncaught = 0;
		addEventListener("unhandledrejection", () => uncaught++);
		navigator.storage.persist = () => { asked++; return Promise.reject(new Error("no")) }`)
	defer page(t, `delete navigator.storage.persist`)
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	wantList(t, s)
	page(t, `if (asked != 0) throw new Error("asked before anything is saved")`)
	mustPut(t, s, titled("A"))
	mustPut(t, s, titled("B"))
	page(t, `return new Promise(resolve => setTimeout(resolve, 50)).then(() => {
		if (asked != 1 || uncaught != 0) throw new Error("asked " + asked + ", uncaught " + uncaught);
	})`)
}

// TestStoreDeletedUnderThePage: by another tab, and by the browser.
func TestStoreDeletedUnderThePage(t *testing.T) {
	s, told := watched(t, newDatabase(t), databaseVersions, ticks())
	mustPut(t, s, titled("A"))
	deleteDatabase(t, "test "+t.Name())
	waitTold(t, told, "changed") // the connection has ended
	b := mustPut(t, s, titled("B"))
	waitTold(t, told, "deleted")
	wantList(t, s, b)
}

// TestStoreSaysWhetherItPersists as the browser says.
func TestStoreSaysWhetherItPersists(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	for _, c := range []struct {
		persisted string
		want      bool
	}{{"async () => true", true}, {"async () => false", false}, {"async () => { throw new Error() }", false}, {"undefined", false}} {
		page(t, `navigator.storage.persisted = `+c.persisted)
		if l, err := s.List(t.Context()); err != nil || l.Persistent != c.want {
			t.Errorf("%s: %v, %v", c.persisted, l.Persistent, err)
		}
	}
	page(t, `delete navigator.storage.persisted`)
}
