package store

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"

	"github.com/hack-pad/go-indexeddb/idb"
)

// contextError returns the error of ctx if it has ended, otherwise err. When ctx ends,
// the requests of package idb return no result, and no error or one without a reason.
func contextError(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// asStoreError wraps err in the error of this package that says what the caller can do.
func asStoreError(err error) error {
	switch {
	case err == nil, errors.Is(err, context.Canceled):
		return err
	case isException(err, "QuotaExceededError"):
		return fmt.Errorf("%w: %w", ErrFull, err)
	case isException(err, "VersionError"):
		return fmt.Errorf("%w: %w", ErrUnavailable, ErrNewer)
	case isException(err, "SecurityError"): // in a sandboxed frame
		return fmt.Errorf("%w: it denies this page its storage", ErrUnavailable)
	}
	return fmt.Errorf("%w: %w", ErrUnavailable, err)
}

// isException reports whether err is the DOMException of that name. Package idb gives
// those that come with an event, syscall/js those that are thrown.
func isException(err error, name string) bool {
	if thrown, ok := errors.AsType[js.Error](err); ok && thrown.Value.Type() == js.TypeObject {
		return thrown.Value.Get("name").Equal(js.ValueOf(name))
	}
	return errors.Is(err, idb.NewDOMException(name))
}
