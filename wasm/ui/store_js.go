package ui

import (
	"context"
	"time"

	"closenotify/scenarios"
)

// openStore opens the browser's database.
func openStore(ctx context.Context) (scenarios.Store, error) {
	return scenarios.OpenIndexedDB(ctx, time.Now)
}
