package store

import (
	"strings"
	"syscall/js"
	"testing"
	"time"
)

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
func mustOpen(t *testing.T, name string, versions []string, now func() time.Time) *indexedDB {
	t.Helper()
	s, err := openStore(t.Context(), name, versions, now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.db.Close() })
	return s
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
