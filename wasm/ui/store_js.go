package ui

import (
	"context"
	"time"

	"closenotify/scenarios/store"
)

// openStore opens the database of the browser.
func openStore(ctx context.Context) (store.Store, error) {
	return store.OpenIndexedDB(ctx, time.Now)
}
