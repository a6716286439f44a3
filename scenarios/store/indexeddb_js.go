package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"syscall/js"
	"time"

	"github.com/hack-pad/go-indexeddb/idb"
)

const (
	databaseName = "close_notify"
	storeName    = "scenarios"
	// patience bounds every wait for the browser, whatever the caller's
	// context allows: another tab can block an upgrade for ever.
	patience = 10 * time.Second
)

// versions says how the database became what it is: entry n names the object
// store that version n+1 adds, "" for none. Only append. The shape of records
// changes by recordSchema, when they are read, because the library has no way to
// them during an upgrade; such a change takes an entry too, so that a page of the
// old version, still open, is told to stop writing.
var versions = []string{storeName}

// indexedDB is a Store in IndexedDB. Its transactions carry one request, or
// one cursor: a transaction commits by itself as soon as the event loop turns
// without a request of it, so between two requests nothing may be waited for.
type indexedDB struct {
	name     string
	versions []string
	now      func() time.Time
	turn     chan struct{} // held by the goroutine that uses or replaces db
	db       *idb.Database
	persist  sync.Once
}

// OpenIndexedDB returns the Store of this origin in the browser's IndexedDB,
// which outlives the page; it takes the time from now. The error is
// ErrUnavailable with its cause: the browser's, ErrNewer, or
// context.DeadlineExceeded when another tab is in the way.
//
// This and the methods of the Store wait for JavaScript events, so they must run
// on a goroutine of their own, never on one that handles an event or renders.
func OpenIndexedDB(ctx context.Context, now func() time.Time) (Store, error) {
	s, err := openStore(ctx, databaseName, versions, now)
	if err != nil {
		return nil, err // not s: a nil *indexedDB would be a Store that is not nil
	}
	return s, nil
}

func openStore(ctx context.Context, name string, versions []string, now func() time.Time) (*indexedDB, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	db, err := openDatabase(ctx, name, versions)
	if err != nil {
		return nil, explained(err)
	}
	return &indexedDB{name: name, versions: versions, now: now, turn: make(chan struct{}, 1), db: db}, nil
}

func (s *indexedDB) List(ctx context.Context) (Listing, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	_, objects, err := s.begin(ctx, idb.TransactionReadOnly)
	if err != nil {
		return Listing{}, explained(err)
	}
	request, err := objects.OpenCursor(idb.CursorNext)
	if err != nil {
		return Listing{}, explained(err)
	}
	var l Listing
	err = request.Iter(ctx, l.add)
	if err = ended(ctx, err); err != nil {
		return Listing{}, explained(err)
	}
	sortNewestFirst(l.Saved)
	return l, nil
}

// add puts the record under the cursor into the list where it belongs.
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
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	_, objects, err := s.begin(ctx, idb.TransactionReadOnly)
	if err != nil {
		return Saved{}, explained(err)
	}
	request, err := objects.Get(js.ValueOf(id))
	if err != nil {
		return Saved{}, explained(err)
	}
	record, err := request.Await(ctx)
	if err = ended(ctx, err); err != nil {
		return Saved{}, explained(err)
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
	ctx, cancel := context.WithTimeout(ctx, patience)
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
		return Saved{}, explained(err)
	}
	s.persist.Do(askToPersist)
	return saved, nil
}

func (s *indexedDB) Delete(ctx context.Context, id string) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	key, found, err := s.find(ctx, id)
	if err != nil {
		return explained(err)
	}
	if !found {
		return nil
	}
	return explained(s.write(ctx, func(objects *idb.ObjectStore) error {
		_, err := objects.Delete(key)
		return err
	}))
}

// find returns the key of the record that List calls id. Keys that are not
// strings have to be looked for.
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
	if err = ended(ctx, err); err != nil {
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

// write carries out one change and returns when it is on the disk: a scenario
// saved just before the page is closed must be there afterwards.
func (s *indexedDB) write(ctx context.Context, change func(*idb.ObjectStore) error) error {
	tx, objects, err := s.begin(ctx, idb.TransactionReadWrite)
	if err != nil {
		return err
	}
	if err := change(objects); err != nil {
		_ = tx.Abort()
		return err
	}
	// Not Await(ctx): it may wait for ever when ctx has ended already.
	done := make(chan error, 1)
	go func() { done <- tx.Await(context.Background()) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		_ = tx.Abort() // too late if the browser commits already
		return ctx.Err()
	}
}

// begin starts a transaction. A connection that the browser has closed is opened
// anew: it does so for an upgrade in another tab, and Safari when it likes.
func (s *indexedDB) begin(ctx context.Context, mode idb.TransactionMode) (*idb.Transaction, *idb.ObjectStore, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	}
	options := idb.TransactionOptions{Mode: mode}
	if mode == idb.TransactionReadWrite {
		options.Durability = idb.DurabilityStrict
	}
	tx, err := s.db.TransactionWithOptions(options, storeName)
	if isException(err, "InvalidStateError") {
		var db *idb.Database
		if db, err = openDatabase(ctx, s.name, s.versions); err != nil {
			return nil, nil, err
		}
		s.db = db
		tx, err = db.TransactionWithOptions(options, storeName)
	}
	if err != nil {
		return nil, nil, err
	}
	objects, err := tx.ObjectStore(storeName)
	return tx, objects, err
}

// openDatabase connects to the database and brings it to the newest version.
func openDatabase(ctx context.Context, name string, versions []string) (_ *idb.Database, err error) {
	defer recoverError(&err) // the library panics without an IDBRequest
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// Reading a property can throw where storage is blocked, which syscall/js
	// survives in a call only.
	factory := js.Global().Get("Reflect").Call("get", js.Global(), "indexedDB")
	if !factory.Truthy() {
		return nil, errors.New("it has no IndexedDB")
	}
	indexedDB, err := idb.WrapFactory(factory)
	if err != nil {
		return nil, err
	}
	// The listeners must outlive ctx: an upgrade that nobody listens to leaves
	// behind an empty database of the newest version.
	listening, stop := context.WithCancel(context.Background())
	var upgradeErr error
	request, err := indexedDB.Open(listening, name, uint(len(versions)), func(db *idb.Database, from, _ uint) error {
		upgradeErr = upgradeFrom(db, from, versions)
		return nil // an error here would end the program
	})
	if err != nil {
		stop()
		return nil, err
	}
	opened := make(chan connection, 1)
	go func() {
		defer stop()
		db, err := request.Await(listening)
		if err == nil && upgradeErr != nil {
			_ = db.Close()
			err = upgradeErr
		}
		opened <- connection{db, err}
	}()
	return firstOf(ctx, opened)
}

// connection is how opening a database ended.
type connection struct {
	db  *idb.Database
	err error
}

// firstOf waits for the connection or the end of ctx. A connection that comes
// too late is closed: nobody else would.
func firstOf(ctx context.Context, opened <-chan connection) (*idb.Database, error) {
	select {
	case c := <-opened:
		return c.db, c.err
	case <-ctx.Done():
		go func() {
			if c := <-opened; c.err == nil {
				_ = c.db.Close()
			}
		}()
		return nil, fmt.Errorf("opening takes too long, perhaps because of another tab of this page: %w", ctx.Err())
	}
}

// upgradeFrom adds what the database of an older version lacks.
func upgradeFrom(db *idb.Database, version uint, versions []string) error {
	for _, store := range versions[version:] {
		if store == "" {
			continue
		}
		if _, err := db.CreateObjectStore(store, idb.ObjectStoreOptions{KeyPath: js.ValueOf("id")}); err != nil {
			return err
		}
	}
	return nil
}

// ended returns the reason why ctx has ended, or err. When ctx ends the library's
// requests return no result, and no error or one that says nothing.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// explained puts the error in front that tells the caller what to do.
func explained(err error) error {
	switch {
	case err == nil, errors.Is(err, context.Canceled):
		return err
	case isException(err, "QuotaExceededError"):
		return fmt.Errorf("%w: %w", ErrFull, err)
	case isException(err, "VersionError"):
		return fmt.Errorf("%w: %w", ErrUnavailable, ErrNewer)
	}
	return fmt.Errorf("%w: %w", ErrUnavailable, err)
}

// isException says whether err is the DOMException of that name. The library
// translates those that come by an event, not those that are thrown.
func isException(err error, name string) bool {
	if thrown, ok := errors.AsType[js.Error](err); ok && thrown.Value.Type() == js.TypeObject {
		return thrown.Value.Get("name").Equal(js.ValueOf(name))
	}
	return errors.Is(err, idb.NewDOMException(name))
}
