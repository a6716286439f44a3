package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"syscall/js"
	"time"

	"github.com/hack-pad/go-indexeddb/idb"
)

// databaseName is also the name of the channel on which tabs tell each other of changes.
const databaseName = "close_notify"

const objectStoreName = "scenarios"

// maxWait bounds every wait for the browser, whatever the caller's context allows: another tab
// can block the database for ever. Reading all records may take longer.
const (
	maxWait    = 4 * time.Second
	maxReading = time.Minute
)

// databaseVersions are the versions of the database: entry n names the object store that
// version n+1 adds, "" for none. Only append. A new schema of records takes an entry,
// too, so that the browser closes the connection of an older page that is still open,
// and that page stops writing. Records themselves are brought to the schema when they
// are read, so that an upgrade is short and cannot fail half way.
var databaseVersions = []string{
	objectStoreName,
	"", // schema 2 of records
}

// IndexedDB is a Store in the browser's IndexedDB. It connects when it is used, and connects
// again when the browser has closed the connection.
type IndexedDB struct {
	name       string
	versions   []string
	now        func() time.Time
	changed    func(deleted bool)
	post       js.Value // tells other tabs of a change
	told       *time.Timer
	mu         sync.Mutex
	current    *connection // nil for none
	everOpened bool
	asked      bool // to persist
}

// OpenIndexedDB returns the Store of this origin, which outlives the page. It takes the time from
// now. It calls changed when another tab has changed something or the database can be used again,
// with deleted if everything in it was deleted under the page; changed must not wait. The page
// must have run Script.
//
// The methods of the Store wait for JavaScript events. They must run on a goroutine of their
// own, never on one that handles an event or renders.
func OpenIndexedDB(now func() time.Time, changed func(deleted bool)) *IndexedDB {
	return openStore(databaseName, databaseVersions, now, changed)
}

func openStore(name string, versions []string, now func() time.Time, changed func(deleted bool)) *IndexedDB {
	s := &IndexedDB{name: name, versions: versions, now: now, changed: changed}
	heard := js.FuncOf(func(js.Value, []js.Value) any {
		if s.told != nil {
			s.told.Stop()
		}
		s.told = time.AfterFunc(100*time.Millisecond, func() { s.changed(false) }) // once for many changes
		return nil
	})
	s.post = js.Global().Call("openChannel", name, heard)
	return s
}

// List implements Store.
func (s *IndexedDB) List(ctx context.Context) (Listing, error) {
	var l Listing
	take := js.FuncOf(func(_ js.Value, args []js.Value) any {
		l.add(args[0].String(), args[1])
		return nil
	})
	persistent, err := s.read(ctx, "listRecords", take)
	if !errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, context.Canceled) { // else it may still be called
		take.Release()
	}
	if err != nil {
		return Listing{}, err
	}
	l.Persistent = persistent.Bool()
	sortNewestFirst(l.Entries)
	return l, nil
}

// read calls a function of Script with the connection, the name of the object store and more
// arguments, and waits for what its promise is for.
func (s *IndexedDB) read(ctx context.Context, function string, args ...any) (result js.Value, err error) {
	ctx, cancel := context.WithTimeout(ctx, maxReading)
	defer cancel()
	for range 2 {
		var c *connection
		if c, err = s.connected(ctx); err != nil {
			return js.Undefined(), asStoreError(err)
		}
		result, err = await(ctx, js.Global().Call(function, append([]any{c.js, objectStoreName}, args...)...))
		if !isException(err, "InvalidStateError") {
			return result, err
		}
		s.replace(c, nil) // the browser has closed it
	}
	return result, err
}

// mostRaw is how many unreadable records are listed with what they hold.
const mostRaw = 20

// add adds records to the Listing. Rows are their recordRows.
func (l *Listing) add(rows string, records js.Value) {
	if rows == "" {
		return
	}
	for i, row := range strings.Split(rows, rowSeparator) {
		key, e, err := rowToEntry(row)
		switch {
		case err == nil:
			l.Entries = append(l.Entries, e)
		case len(l.Damaged) < mostRaw:
			l.Damaged = append(l.Damaged, damaged(key, records.Index(i), err))
		default:
			l.Damaged = append(l.Damaged, Damaged{ID: key, Why: err.Error()})
		}
	}
}

// damaged is a record that cannot be read.
func damaged(id string, record js.Value, err error) Damaged {
	const shown = 100_000
	return Damaged{id, err.Error(), js.Global().Call("recordText", record, shown).String()}
}

// Get implements Store.
func (s *IndexedDB) Get(ctx context.Context, id string) (saved Saved, err error) {
	var record js.Value
	err = s.transact(ctx, maxWait, idb.TransactionReadOnly, func(ctx context.Context, objects *idb.ObjectStore) error {
		record, err = stored(ctx, objects, js.ValueOf(id))
		return err
	})
	if err != nil {
		return Saved{}, err
	}
	if record.IsUndefined() {
		return Saved{}, ErrNotFound
	}
	if saved, err = recordToSaved(record); err != nil {
		return Saved{}, damaged(id, record, err)
	}
	return saved, nil
}

// Put implements Store.
func (s *IndexedDB) Put(ctx context.Context, saved Saved) (Saved, error) {
	next, err := prepared(saved, s.now())
	if err != nil {
		return Saved{}, err
	}
	result := next
	err = s.write(ctx, maxWait, func(ctx context.Context, objects *idb.ObjectStore) error {
		record, err := stored(ctx, objects, js.ValueOf(next.ID))
		if err != nil {
			return err
		}
		if !record.IsUndefined() {
			old, err := recordToSaved(record)
			switch {
			case err == nil && old.Version == saved.Version:
			case err == nil && old.isSame(next):
				result = old
				return nil
			default:
				return ErrChanged
			}
		}
		return put(ctx, objects, next)
	})
	if err != nil {
		return Saved{}, err
	}
	s.persist()
	return result, nil
}

// persist asks the browser not to clear this page's storage when the disk is nearly full. It
// asks once, after the first scenario has been saved: Firefox asks the person, who would not
// understand the question earlier; Chromium decides by itself. List says whether it promised that. Safari
// deletes what scripts have stored after seven days of use without a visit to the page
// (webkit.org/blog/10218) in any case; exports and links are the backup.
func (s *IndexedDB) persist() {
	if s.asked {
		return
	}
	s.asked = true
	js.Global().Call("persist")
}

// Delete implements Store.
func (s *IndexedDB) Delete(ctx context.Context, id string) (Deleted, error) {
	record := js.Undefined()
	err := s.write(ctx, maxWait, func(ctx context.Context, objects *idb.ObjectStore) error {
		key, err := find(ctx, objects, id)
		if err != nil || key.IsUndefined() {
			return err
		}
		if record, err = stored(ctx, objects, key); err != nil || record.IsUndefined() {
			return err
		}
		request, err := objects.Delete(key)
		if err != nil {
			return err
		}
		return contextError(ctx, request.Await(ctx))
	})
	if err != nil || record.IsUndefined() {
		return Deleted{}, err
	}
	saved, err := recordToSaved(record)
	if err != nil {
		return Deleted{Raw: js.Global().Call("recordText", record).String()}, nil
	}
	return Deleted{Saved: saved}, nil
}

// find returns the key of the record that List calls id, undefined for none. A key that is not a
// string can only be found by looking at all of them.
func find(ctx context.Context, objects *idb.ObjectStore, id string) (js.Value, error) {
	if !strings.HasPrefix(id, "#") {
		return js.ValueOf(id), nil
	}
	found := js.Undefined()
	request, err := objects.GetAllKeys()
	if err != nil {
		return found, err
	}
	keys, err := request.Await(ctx)
	if err = contextError(ctx, err); err != nil {
		return found, err
	}
	for _, key := range keys {
		if js.Global().Call("keyName", key).String() != id {
			continue
		}
		if !found.IsUndefined() {
			return found, fmt.Errorf("two records are called %q", id)
		}
		found = key
	}
	return found, nil
}
