package store

import (
	"context"
	"os"
	"strings"
	"syscall/js"
	"testing"
	"time"
)

// TestMain runs Script first, as the page does.
func TestMain(m *testing.M) {
	document := js.Global().Get("document")
	element := document.Call("createElement", "script")
	element.Set("textContent", Script)
	document.Get("head").Call("append", element)
	os.Exit(m.Run())
}

// page runs JavaScript in the page and waits for the promise that it may return. In it,
// name is the argument of that name, opened(name) a promise of a connection, and put(name,
// record) stores a record as it is. The test fails if the code throws or waits too long.
func page(t *testing.T, code string, name ...string) {
	t.Helper()
	const prelude = `
		const promised = request => new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
			setTimeout(() => reject(new Error("waited for 5 seconds")), 5000);
		});
		const opened = name => promised(indexedDB.open(name));
		const put = (name, record) => opened(name).then(db => {
			const objects = db.transaction("scenarios", "readwrite").objectStore("scenarios");
			return promised(objects.put(record)).then(() => db.close());
		});
	`
	ended := make(chan string, 1)
	succeed := js.FuncOf(func(js.Value, []js.Value) any { ended <- ""; return nil })
	fail := js.FuncOf(func(_ js.Value, args []js.Value) any {
		ended <- args[0].Call("toString").String()
		return nil
	})
	defer succeed.Release()
	defer fail.Release()
	run := js.Global().Get("Function").New("name", prelude+"return (async () => {"+code+"})()")
	run.Invoke(strings.Join(name, "")).Call("then", succeed, fail)
	if failure := <-ended; failure != "" {
		t.Errorf("%s\nin the page: %s", code, failure)
	}
}

// newDatabase returns a name that no database has. What the test makes with that name is
// deleted at its end.
func newDatabase(t *testing.T) string {
	name := "test " + t.Name()
	t.Cleanup(func() { deleteDatabase(t, name) })
	return name
}

func deleteDatabase(t *testing.T, name string) {
	page(t, `return promised(indexedDB.deleteDatabase(name))`, name)
}

// mustOpen opens a Store that is closed when the test ends.
func mustOpen(t *testing.T, name string, versions []string, now func() time.Time) *IndexedDB {
	s, _ := watched(t, name, versions, now)
	_, _ = s.List(t.Context()) // connects
	return s
}

// watched is mustOpen with what the Store tells of changes: "changed" or "deleted".
func watched(t *testing.T, name string, versions []string, now func() time.Time) (*IndexedDB, <-chan string) {
	t.Helper()
	told := make(chan string, 100)
	s := openStore(name, versions, now, func(deleted bool) {
		told <- map[bool]string{true: "deleted", false: "changed"}[deleted]
	})
	t.Cleanup(func() { s.close(t) })
	return s, told
}

// close closes the connection, as browsers do at times.
func (s *IndexedDB) close(t *testing.T) {
	if c, err := s.connected(context.WithoutCancel(t.Context())); err == nil {
		_ = c.db.Close()
	}
}

// waitTold waits until the Store has told of a change.
func waitTold(t *testing.T, told <-chan string, want string) {
	t.Helper()
	select {
	case got := <-told:
		if got != want {
			t.Errorf("the store tells of %q, want %q", got, want)
		}
	case <-time.After(3 * time.Second):
		t.Errorf("the store does not tell: %s", want)
	}
}

// replacePut replaces the body of IDBObjectStore.put until the test ends.
func replacePut(t *testing.T, body string) {
	page(t, `globalThis.realPut = IDBObjectStore.prototype.put;
		IDBObjectStore.prototype.put = function (record) {`+body+`}`)
	t.Cleanup(func() { page(t, `IDBObjectStore.prototype.put = realPut`) })
}

func contains(err error, text string) bool {
	return err != nil && strings.Contains(err.Error(), text)
}
