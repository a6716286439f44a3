package store

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"

	"github.com/hack-pad/go-indexeddb/idb"
)

// await waits for what a promise is for. What it throws becomes an error of this package.
func await(ctx context.Context, promise js.Value) (result js.Value, err error) {
	ended := make(chan struct{}, 1)
	resolved := js.FuncOf(func(_ js.Value, args []js.Value) any {
		result = args[0]
		ended <- struct{}{}
		return nil
	})
	rejected := js.FuncOf(func(_ js.Value, args []js.Value) any {
		err = thrown(args[0])
		ended <- struct{}{}
		return nil
	})
	promise.Call("then", resolved, rejected)
	release := func() {
		resolved.Release()
		rejected.Release()
	}
	select {
	case <-ended:
		release()
		return result, err
	case <-ctx.Done():
		go func() { // the promise may still call one of them
			<-ended
			release()
		}()
		return js.Undefined(), asStoreError(ctx.Err())
	}
}

// errSlow is context.DeadlineExceeded for people.
type errSlow struct{}

func (errSlow) Error() string { return "it takes too long" }
func (errSlow) Unwrap() error { return context.DeadlineExceeded }

// thrown is the error for what JavaScript has thrown: a DOMException, an Error, or a sentence.
func thrown(value js.Value) error {
	if value.Type() != js.TypeObject {
		return errors.New(value.String())
	}
	return asStoreError(js.Error{Value: value})
}

// contextError returns the error of ctx if it has ended, otherwise err. When ctx ends,
// the requests of package idb return no result, and no error or one without a reason.
func contextError(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// recoverError makes an error of a panic.
func recoverError(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%v", r)
	}
}

// asStoreError wraps err in the error of this package that says what the caller can do.
func asStoreError(err error) error {
	switch {
	case err == nil, errors.Is(err, context.Canceled), errors.Is(err, ErrChanged), errors.Is(err, ErrUnavailable), errors.Is(err, ErrFull):
		return err
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("%w: %w", ErrUnavailable, errSlow{})
	case isException(err, "QuotaExceededError"):
		return fmt.Errorf("%w: %w", ErrFull, err)
	case isException(err, "VersionError"):
		return fmt.Errorf("%w: %w", ErrUnavailable, ErrNewer)
	case isException(err, "SecurityError"): // in a sandboxed frame
		return fmt.Errorf("%w: the browser denies this page its storage", ErrUnavailable)
	case isException(err, "TypeError"), isException(err, "ReferenceError"):
		return fmt.Errorf("%w: the browser has no IndexedDB", ErrUnavailable)
	}
	return fmt.Errorf("%w: %w", ErrUnavailable, err)
}

// isException reports whether err is the exception of that name. Package idb gives those of
// requests, syscall/js those that are thrown.
func isException(err error, name string) bool {
	if thrown, ok := errors.AsType[js.Error](err); ok && thrown.Value.Type() == js.TypeObject {
		return thrown.Value.Get("name").Equal(js.ValueOf(name))
	}
	return errors.Is(err, idb.NewDOMException(name))
}
