package store

import (
	"context"
	"fmt"
	"syscall/js"
	"time"

	"github.com/hack-pad/go-indexeddb/idb"
)

// work is what happens in one transaction. It may wait for nothing but requests of that transaction,
// which commits by itself when a task ends without a request that is pending. A goroutine that waits
// for a request goes on in the task of its event.
type work func(context.Context, *idb.ObjectStore) error

// transact does work in a transaction, and waits until that is on the disk: a scenario that is saved
// just before the page is closed must be there afterwards.
func (s *IndexedDB) transact(ctx context.Context, most time.Duration, mode idb.TransactionMode, work work) error {
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	tx, objects, err := s.begin(ctx, mode)
	if err != nil {
		return asStoreError(err)
	}
	ended := make(chan error, 1)
	// Await with ctx itself can wait for ever if ctx has ended before.
	go func() { ended <- tx.Await(context.Background()) }()
	if err = contextError(ctx, work(ctx, objects)); err == nil {
		select {
		case err = <-ended:
		case <-ctx.Done():
			err = ctx.Err()
		}
	}
	if err == nil {
		return nil
	}
	// A request only says that its transaction was aborted. That has the reason.
	if reason := tx.Err(); reason != nil {
		err = reason
	}
	_ = tx.Abort() // fails if it has ended, or the browser is committing
	return asStoreError(err)
}

// write is transact for changes, of which it tells the other tabs.
func (s *IndexedDB) write(ctx context.Context, most time.Duration, work work) error {
	err := s.transact(ctx, most, idb.TransactionReadWrite, work)
	if err == nil {
		s.post.Invoke()
	}
	return err
}

// begin starts a transaction. If the browser has closed the connection, begin opens it again:
// browsers close it for an upgrade in another tab, and Safari at other times, too.
func (s *IndexedDB) begin(ctx context.Context, mode idb.TransactionMode) (*idb.Transaction, *idb.ObjectStore, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	tx, c, err := s.start(ctx, mode)
	if isException(err, "InvalidStateError") {
		s.replace(c, nil)
		tx, _, err = s.start(ctx, mode)
	}
	if err != nil {
		return nil, nil, err
	}
	objects, err := tx.ObjectStore(objectStoreName)
	return tx, objects, err
}

func (s *IndexedDB) start(ctx context.Context, mode idb.TransactionMode) (*idb.Transaction, *connection, error) {
	c, err := s.connected(ctx)
	if err != nil {
		return nil, c, err
	}
	options := idb.TransactionOptions{Mode: mode}
	if mode == idb.TransactionReadWrite {
		if c.readOnly {
			return nil, c, fmt.Errorf("%w: %w", ErrUnavailable, ErrNewer)
		}
		options.Durability = idb.DurabilityStrict
	}
	tx, err := c.db.TransactionWithOptions(options, objectStoreName)
	return tx, c, err
}

// stored returns the record with a key, undefined if there is none.
func stored(ctx context.Context, objects *idb.ObjectStore, key js.Value) (js.Value, error) {
	request, err := objects.Get(key)
	if err != nil {
		return js.Undefined(), err
	}
	record, err := request.Await(ctx)
	return record, contextError(ctx, err)
}

// put stores the record of s.
func put(ctx context.Context, objects *idb.ObjectStore, s Saved) error {
	request, err := objects.Put(savedToRecord(s))
	if err != nil {
		return err
	}
	_, err = request.Await(ctx)
	return contextError(ctx, err)
}
