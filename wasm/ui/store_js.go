package ui

import (
	"context"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/scenarios/store"
)

// browserStore is the database of the browser.
type browserStore struct{ *store.IndexedDB }

func openBrowserStore(changed func(deleted bool)) browserStore {
	return browserStore{store.OpenIndexedDB(time.Now, changed)}
}

// importFile adds the scenarios of a file that somebody has chosen.
func (b browserStore) importFile(ctx context.Context, file app.Value) (store.Imported, error) {
	return b.Import(ctx, app.JSValue(file))
}
