package store

import (
	"context"
	"errors"
	"slices"
	"strconv"
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
	s, err := OpenIndexedDB(t.Context(), ticks())
	if err != nil {
		t.Fatal(err)
	}
	a := mustPut(t, s, Saved{Title: "A"})
	again, err := OpenIndexedDB(t.Context(), ticks())
	if err != nil {
		t.Fatal(err)
	}
	wantList(t, again, a)
}

func TestStoreSurvivesTheNextVisit(t *testing.T) {
	name := newDatabase(t)
	first := mustOpen(t, name, databaseVersions, ticks())
	a := mustPut(t, first, Saved{Title: "A", Script: "client SSL_shutdown\n", Step: 1})
	if err := first.db.Close(); err != nil {
		t.Fatal(err)
	}
	wantList(t, mustOpen(t, name, databaseVersions, ticks()), a)
}

func TestStoresOfTwoTabs(t *testing.T) {
	name := newDatabase(t)
	now := ticks()
	one, two := mustOpen(t, name, databaseVersions, now), mustOpen(t, name, databaseVersions, now)
	a := mustPut(t, one, Saved{Title: "A"})
	b := mustPut(t, two, Saved{Title: "B"})
	wantList(t, one, b, a)
	wantList(t, two, b, a)
}

func TestStoreConnectsAnew(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	a := mustPut(t, s, Saved{Title: "A"})
	if err := s.db.Close(); err != nil {
		t.Fatal(err)
	}
	wantList(t, s, a)
	if err := s.db.Close(); err != nil {
		t.Fatal(err)
	}
	b := mustPut(t, s, Saved{Title: "B"})
	wantList(t, s, b, a)
}

func TestStoreUpgrade(t *testing.T) {
	name := newDatabase(t)
	older := mustOpen(t, name, databaseVersions, ticks())
	a := mustPut(t, older, Saved{Title: "A"})
	next := append(slices.Clone(databaseVersions), "", "more")
	newer := mustOpen(t, name, next, ticks())
	wantList(t, newer, a)
	page(t, `return opened(name).then(db => {
		const have = db.version + " " + [...db.objectStoreNames].sort();
		db.close();
		if (have != "`+strconv.Itoa(len(next))+` more,scenarios") throw new Error(have);
	})`, name)

	_, putErr := older.Put(t.Context(), Saved{Title: "B"})
	_, openErr := openStore(t.Context(), name, databaseVersions, ticks())
	for _, err := range []error{putErr, openErr} {
		if !errors.Is(err, ErrNewer) || !errors.Is(err, ErrUnavailable) {
			t.Errorf("the old version gets %v, want ErrNewer and ErrUnavailable", err)
		}
	}
	wantList(t, newer, a)
}

// TestStoreBlockedUpgrade: another tab keeps an old version open and does not listen to
// the browser's request to close it.
func TestStoreBlockedUpgrade(t *testing.T) {
	name := newDatabase(t)
	older := mustOpen(t, name, databaseVersions, ticks())
	a := mustPut(t, older, Saved{Title: "A"})
	if err := older.db.Close(); err != nil {
		t.Fatal(err)
	}
	page(t, `return opened(name).then(db => { globalThis.stubborn = db })`, name)
	next := append(slices.Clone(databaseVersions), "more")
	brief, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	_, err := openStore(brief, name, next, ticks())
	if !errors.Is(err, ErrUnavailable) || !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("a blocked upgrade gives %v, want ErrUnavailable and context.DeadlineExceeded", err)
	}
	// The upgrade happens later. It must be complete, and no connection may stay open:
	// two are closed here, the third by the Store.
	page(t, `const realClose = IDBDatabase.prototype.close;
		const closed = new Promise(resolve => {
			let n = 0;
			IDBDatabase.prototype.close = function () { realClose.call(this); if (++n == 3) resolve() };
			setTimeout(resolve, 2000, "a connection stays open");
		}).finally(() => { IDBDatabase.prototype.close = realClose });
		stubborn.close();
		const db = await opened(name);
		const have = db.version + " " + [...db.objectStoreNames].sort();
		db.close();
		if (have != "`+strconv.Itoa(len(next))+` more,scenarios") throw new Error(have);
		const failure = await closed;
		if (failure) throw new Error(failure)`, name)
	wantList(t, mustOpen(t, name, next, ticks()), a)
}

// TestStoreBusy: a transaction of another tab does not end.
func TestStoreBusy(t *testing.T) {
	name := newDatabase(t)
	s := mustOpen(t, name, databaseVersions, ticks())
	a := mustPut(t, s, Saved{Title: "A"})
	page(t, `return opened(name).then(db => {
		const objects = db.transaction("scenarios", "readwrite").objectStore("scenarios");
		globalThis.busy = true;
		(function again() {
			if (busy) objects.count().onsuccess = again;
			else db.close();
		})();
	})`, name)
	for name, call := range map[string]func(context.Context) error{
		"Put":    func(ctx context.Context) error { _, err := s.Put(ctx, Saved{Title: "B"}); return err },
		"Get":    func(ctx context.Context) error { _, err := s.Get(ctx, a.ID); return err },
		"List":   func(ctx context.Context) error { _, err := s.List(ctx); return err },
		"Delete": func(ctx context.Context) error { return s.Delete(ctx, a.ID) },
	} {
		brief, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		if err := call(brief); !errors.Is(err, ErrUnavailable) || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s in a busy database: %v, want ErrUnavailable and context.DeadlineExceeded", name, err)
		}
		cancel()
	}
	page(t, `busy = false`)
	wantList(t, s, a)
}

func TestStoreUnavailable(t *testing.T) {
	for _, c := range []struct{ name, factory, says string }{
		{"none", `undefined`, "it has no IndexedDB"},
		{"blocked when asked for", `(() => { throw new DOMException("storage is blocked", "SecurityError") })()`, "it denies this page its storage"},
		{"blocked when opened", `({ open() { throw new DOMException("storage is blocked", "SecurityError") } })`, "it denies this page its storage"},
		{"strange", `({ open() { return {} } })`, "Invalid JS request type"},
	} {
		t.Run(c.name, func(t *testing.T) {
			// In Chromium a page's global attributes are the window's own.
			page(t, `globalThis.real = Object.getOwnPropertyDescriptor(globalThis, "indexedDB");
				Object.defineProperty(globalThis, "indexedDB", { configurable: true, get() { return `+c.factory+` } })`)
			defer page(t, `Object.defineProperty(globalThis, "indexedDB", real)`)
			s, err := OpenIndexedDB(t.Context(), ticks())
			if s != nil || !errors.Is(err, ErrUnavailable) || !contains(err, c.says) {
				t.Errorf("OpenIndexedDB gives %v, %v, want nil and ErrUnavailable that says %q", s, err, c.says)
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
	_, putErr := s.Put(t.Context(), Saved{Title: "A"})
	_, listErr := s.List(t.Context())
	_, getErr := s.Get(t.Context(), "x")
	for _, err := range []error{putErr, listErr, getErr, s.Delete(t.Context(), "x")} {
		if !errors.Is(err, ErrUnavailable) || !contains(err, "stores was not found") {
			t.Errorf("without an object store: %v, want ErrUnavailable that says what is missing", err)
		}
	}
}

func TestStoreFull(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	a := mustPut(t, s, Saved{Title: "A"})
	replacePut(t, `throw new DOMException("too much", "QuotaExceededError")`)
	if _, err := s.Put(t.Context(), Saved{Title: "B"}); !errors.Is(err, ErrFull) || !contains(err, "too much") {
		t.Errorf("Put on a full disk: %v, want ErrFull", err)
	}
	wantList(t, s, a)
}

// TestStorePutWaits until the transaction is complete: it can fail after the put has
// succeeded.
func TestStorePutWaits(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	a := mustPut(t, s, Saved{Title: "A"})
	replacePut(t, `const request = realPut.call(this, record);
		request.addEventListener("success", () => this.add(record));
		return request`)
	if _, err := s.Put(t.Context(), Saved{Title: "B"}); !errors.Is(err, ErrUnavailable) || !contains(err, "ConstraintError") {
		t.Errorf("Put whose transaction fails: %v, want ErrUnavailable of a ConstraintError", err)
	}
	wantList(t, s, a)
}

func TestStoreInBrowserThatCannotPersist(t *testing.T) {
	page(t, `navigator.storage.persist = undefined`)
	defer page(t, `delete navigator.storage.persist`)
	mustPut(t, mustOpen(t, newDatabase(t), databaseVersions, ticks()), Saved{Title: "A"})
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
	mustPut(t, s, Saved{Title: "A"})
	mustPut(t, s, Saved{Title: "B"})
	page(t, `return new Promise(resolve => setTimeout(resolve, 50)).then(() => {
		if (asked != 1 || uncaught != 0) throw new Error("asked " + asked + ", uncaught " + uncaught);
	})`)
}
