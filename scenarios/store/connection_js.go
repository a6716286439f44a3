package store

import (
	"context"
	"errors"
	"syscall/js"
	"time"

	"github.com/hack-pad/go-indexeddb/idb"
)

// patience is how long another tab that keeps an older version open may take to close it: it ends its
// transactions first.
const patience = time.Second

var errBlocked = errors.New("another tab, opened before this page was updated, holds them. Close that tab or reload it")

// connection is a connection to the database, or the attempt to get one.
type connection struct {
	settled chan struct{} // closed when opened is set; nothing changes afterwards
	opened
}

// opened is the result of opening the database.
type opened struct {
	db       *idb.Database
	js       js.Value // db, as JavaScript has it
	isNew    bool     // there was none
	readOnly bool     // a newer version of the page has written it
	err      error
}

// settledConnection is a connection that nobody has to wait for.
func settledConnection(o opened) *connection {
	c := &connection{settled: make(chan struct{})}
	c.settle(o)
	return c
}

func (c *connection) settle(o opened) {
	c.opened = o
	close(c.settled)
}

// connected returns the connection, and connects if there is none.
func (s *IndexedDB) connected(ctx context.Context) (*connection, error) {
	s.mu.Lock()
	if s.current == nil {
		s.current = &connection{settled: make(chan struct{})}
		go s.connect(s.current)
	}
	c := s.current
	s.mu.Unlock()
	select {
	case <-c.settled:
		return c, c.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// replace replaces c by next, unless something else has replaced it already. It reports whether it did.
func (s *IndexedDB) replace(c, next *connection) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.current != c {
		return false
	}
	s.current = next
	return true
}

// connect settles c. If another tab blocks the database, it settles with errBlocked, and what comes
// later takes its place.
func (s *IndexedDB) connect(c *connection) {
	current := c
	events := func(event string) {
		switch {
		case event == "closed" && s.replace(current, nil):
			s.changed(false)
		case event == "blocked":
			time.AfterFunc(patience, func() {
				failed := settledConnection(opened{err: errBlocked})
				if current == c && s.replace(c, failed) {
					current = failed
					c.settle(failed.opened)
				}
			})
		}
	}
	o := openDatabase(events, s.name, s.versions, uint(len(s.versions)))
	if isException(o.err, "AbortError") { // the browser was deleting it
		o = openDatabase(events, s.name, s.versions, uint(len(s.versions)))
	}
	if isException(o.err, "VersionError") {
		o = openDatabase(events, s.name, s.versions, 0)
		o.readOnly = true
	}
	var next *connection // if it failed, the next call tries again
	if o.err == nil {
		next = settledConnection(o)
	}
	before := current
	current = next
	s.replace(before, next)
	deleted := o.err == nil && o.isNew && s.everOpened
	s.everOpened = s.everOpened || o.err == nil
	if deleted || before != c {
		s.changed(deleted)
	}
	if before == c {
		c.settle(o)
	}
}

// openDatabase opens the database, without a version as it is, and brings it to the version. It calls
// tell with what watchedFactory tells.
func openDatabase(tell func(event string), name string, versions []string, version uint) (o opened) {
	defer recoverError(&o.err) // package idb panics if it gets no IDBRequest
	// It is called as long as the connection lives, and connections are few: nobody releases it.
	listener := js.FuncOf(func(_ js.Value, args []js.Value) any {
		tell(args[0].String())
		return nil
	})
	watched := js.Global().Call("watchedFactory", listener)
	factory, err := idb.WrapFactory(watched)
	if err != nil {
		return opened{err: err}
	}
	// The listeners must outlive any caller: an upgrade without a listener makes an empty
	// database of the newest version.
	listening, stop := context.WithCancel(context.Background())
	defer stop()
	var upgradeErr error
	request, err := factory.Open(listening, name, version, func(db *idb.Database, from, _ uint) error {
		o.isNew = from == 0
		upgradeErr = upgradeFrom(db, from, versions)
		return nil // package idb panics on an error
	})
	if err != nil {
		return opened{err: err}
	}
	o.db, o.err = request.Await(listening)
	o.js = watched.Get("db")
	if o.err == nil && upgradeErr != nil {
		_ = o.db.Close()
		o.err = upgradeErr
	}
	return o
}

// upgradeFrom adds the object stores that the database of an older version lacks.
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
