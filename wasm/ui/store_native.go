//go:build !js

package ui

import (
	"context"
	"errors"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/scenarios/store"
)

// browserStore is for pages drawn without a browser, which save nothing.
type browserStore struct{ store.Store }

func openBrowserStore(func(deleted bool)) browserStore {
	return browserStore{store.NewMemory(time.Now)}
}

// Export fails: there are no files.
func (browserStore) Export(context.Context, string, []store.Saved) (int, error) {
	return 0, errors.ErrUnsupported
}

func (browserStore) importFile(context.Context, app.Value) (store.Imported, error) {
	return store.Imported{}, errors.ErrUnsupported
}
