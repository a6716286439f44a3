package store

import (
	"context"
	"fmt"
	"sync"
	"syscall/js"
	"time"

	"github.com/hack-pad/go-indexeddb/idb"
)

const (
	databaseName    = "close_notify"
	objectStoreName = "scenarios"
	// maxWait bounds every wait for the browser, whatever the caller's context
	// allows: another tab can block an upgrade for ever.
	maxWait = 10 * time.Second
)

// databaseVersions are the versions of the database: entry n names the object store that
// version n+1 adds, "" for none. Only append. A new schema of records takes an entry,
// too, so that the browser closes the connection of an older page that is still open,
// and that page stops writing. Records themselves are brought to the schema when they
// are read, because package idb cannot read them during an upgrade.
var databaseVersions = []string{
	objectStoreName,
	"", // schema 2 of records
}

// indexedDB is a Store in IndexedDB. A transaction has one request, or one cursor: it
// commits by itself when the event loop has run without a new request of its own, so
// nothing may be waited for between two requests.
type indexedDB struct {
	name     string
	versions []string
	now      func() time.Time
	lock     chan struct{} // full while a goroutine uses or replaces db
	db       *idb.Database
	persist  sync.Once
}

// OpenIndexedDB returns the Store of this origin in the browser's IndexedDB, which
// outlives the page. It takes the time from now. The error is ErrUnavailable and its
// cause: the browser's error, ErrNewer, or context.DeadlineExceeded when another tab
// blocks the database.
//
// This and the methods of the Store wait for JavaScript events. They must run on a
// goroutine of their own, never on one that handles an event or renders.
func OpenIndexedDB(ctx context.Context, now func() time.Time) (Store, error) {
	s, err := openStore(ctx, databaseName, databaseVersions, now)
	if err != nil {
		return nil, err // not s: a nil *indexedDB would be a Store that is not nil
	}
	return s, nil
}

func openStore(ctx context.Context, name string, versions []string, now func() time.Time) (*indexedDB, error) {
	ctx, cancel := context.WithTimeout(ctx, maxWait)
	defer cancel()
	db, err := openDatabase(ctx, name, versions)
	if err != nil {
		return nil, asStoreError(err)
	}
	return &indexedDB{name: name, versions: versions, now: now, lock: make(chan struct{}, 1), db: db}, nil
}

func (s *indexedDB) List(ctx context.Context) (Listing, error) {
	ctx, cancel := context.WithTimeout(ctx, maxWait)
	defer cancel()
	_, objects, err := s.begin(ctx, idb.TransactionReadOnly)
	if err != nil {
		return Listing{}, asStoreError(err)
	}
	request, err := objects.OpenCursor(idb.CursorNext)
	if err != nil {
		return Listing{}, asStoreError(err)
	}
	var l Listing
	err = request.Iter(ctx, l.add)
	if err = contextError(ctx, err); err != nil {
		return Listing{}, asStoreError(err)
	}
	sortNewestFirst(l.Saved)
	return l, nil
}

// add adds the record at the cursor to the Listing.
func (l *Listing) add(c *idb.CursorWithValue) error {
	key, err := c.Key()
	if err != nil {
		return err
	}
	record, err := c.Value()
	if err != nil {
		return err
	}
	s, err := recordToSaved(record)
	if err != nil {
		l.Damaged = append(l.Damaged, Damaged{keyID(key), err.Error(), rawText(record)})
		return nil
	}
	l.Saved = append(l.Saved, s)
	return nil
}

func (s *indexedDB) Get(ctx context.Context, id string) (Saved, error) {
	ctx, cancel := context.WithTimeout(ctx, maxWait)
	defer cancel()
	_, objects, err := s.begin(ctx, idb.TransactionReadOnly)
	if err != nil {
		return Saved{}, asStoreError(err)
	}
	request, err := objects.Get(js.ValueOf(id))
	if err != nil {
		return Saved{}, asStoreError(err)
	}
	record, err := request.Await(ctx)
	if err = contextError(ctx, err); err != nil {
		return Saved{}, asStoreError(err)
	}
	if record.IsUndefined() {
		return Saved{}, ErrNotFound
	}
	saved, err := recordToSaved(record)
	if err != nil {
		return Saved{}, Damaged{id, err.Error(), rawText(record)}
	}
	return saved, nil
}

func (s *indexedDB) Put(ctx context.Context, saved Saved) (Saved, error) {
	ctx, cancel := context.WithTimeout(ctx, maxWait)
	defer cancel()
	saved, err := prepared(saved, s.now())
	if err != nil {
		return Saved{}, err
	}
	err = s.write(ctx, func(objects *idb.ObjectStore) error {
		_, err := objects.Put(savedToRecord(saved))
		return err
	})
	if err != nil {
		return Saved{}, asStoreError(err)
	}
	s.persist.Do(askToPersist)
	return saved, nil
}

func (s *indexedDB) Delete(ctx context.Context, id string) error {
	ctx, cancel := context.WithTimeout(ctx, maxWait)
	defer cancel()
	key, found, err := s.find(ctx, id)
	if err != nil {
		return asStoreError(err)
	}
	if !found {
		return nil
	}
	return asStoreError(s.write(ctx, func(objects *idb.ObjectStore) error {
		_, err := objects.Delete(key)
		return err
	}))
}

// find returns the key of the record that List calls id. A key that is not a string
// can only be found by looking at all of them.
func (s *indexedDB) find(ctx context.Context, id string) (key js.Value, found bool, err error) {
	_, objects, err := s.begin(ctx, idb.TransactionReadOnly)
	if err != nil {
		return js.Value{}, false, err
	}
	request, err := objects.GetAllKeys()
	if err != nil {
		return js.Value{}, false, err
	}
	keys, err := request.Await(ctx)
	if err = contextError(ctx, err); err != nil {
		return js.Value{}, false, err
	}
	for _, k := range keys {
		switch {
		case keyID(k) != id:
		case found:
			return js.Value{}, false, fmt.Errorf("two records are called %q", id)
		default:
			key, found = k, true
		}
	}
	return key, found, nil
}

// write makes one change and returns when it is on the disk: a scenario that is saved
// just before the page is closed must be there afterwards.
func (s *indexedDB) write(ctx context.Context, change func(*idb.ObjectStore) error) error {
	tx, objects, err := s.begin(ctx, idb.TransactionReadWrite)
	if err != nil {
		return err
	}
	if err := change(objects); err != nil {
		_ = tx.Abort()
		return err
	}
	// Await with ctx itself can wait for ever if ctx has ended before.
	done := make(chan error, 1)
	go func() { done <- tx.Await(context.Background()) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		_ = tx.Abort() // fails if the browser is committing
		return ctx.Err()
	}
}

// begin starts a transaction. If the browser has closed the connection, begin opens it
// again: browsers close it for an upgrade in another tab, and Safari at other times, too.
func (s *indexedDB) begin(ctx context.Context, mode idb.TransactionMode) (*idb.Transaction, *idb.ObjectStore, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	select {
	case s.lock <- struct{}{}:
		defer func() { <-s.lock }()
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	}
	options := idb.TransactionOptions{Mode: mode}
	if mode == idb.TransactionReadWrite {
		options.Durability = idb.DurabilityStrict
	}
	tx, err := s.db.TransactionWithOptions(options, objectStoreName)
	if isException(err, "InvalidStateError") {
		var db *idb.Database
		if db, err = openDatabase(ctx, s.name, s.versions); err != nil {
			return nil, nil, err
		}
		s.db = db
		tx, err = db.TransactionWithOptions(options, objectStoreName)
	}
	if err != nil {
		return nil, nil, err
	}
	objects, err := tx.ObjectStore(objectStoreName)
	return tx, objects, err
}
