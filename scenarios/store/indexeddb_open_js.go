package store

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"

	"github.com/hack-pad/go-indexeddb/idb"
)

// openDatabase connects to the database and brings it to the newest version.
func openDatabase(ctx context.Context, name string, versions []string) (_ *idb.Database, err error) {
	defer recoverError(&err) // package idb panics if it gets no IDBRequest
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// Where storage is blocked, reading the property throws. syscall/js makes a panic of
	// what a call throws; what a property throws would end the program.
	property := js.Global().Get("Reflect").Call("get", js.Global(), "indexedDB")
	if !property.Truthy() {
		return nil, errors.New("it has no IndexedDB")
	}
	factory, err := idb.WrapFactory(property)
	if err != nil {
		return nil, err
	}
	// The listeners must outlive ctx: an upgrade without a listener makes an empty
	// database of the newest version.
	listening, stop := context.WithCancel(context.Background())
	var upgradeErr error
	request, err := factory.Open(listening, name, uint(len(versions)), func(db *idb.Database, from, _ uint) error {
		upgradeErr = upgradeFrom(db, from, versions)
		return nil // package idb panics on an error
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

// connection is what opening a database has given.
type connection struct {
	db  *idb.Database
	err error
}

// firstOf waits for the connection or the end of ctx. A connection that comes too late
// is closed here, because nobody else knows of it.
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
