package ui

import (
	"context"
	"time"

	"closenotify/scenarios/store"
)

// openBrowserStore opens the database of the browser.
func openBrowserStore(ctx context.Context) (store.Store, error) {
	return store.OpenIndexedDB(ctx, time.Now)
}
