//go:build !js

package ui

import (
	"context"
	"time"

	"closenotify/scenarios/store"
)

// openStore is for pages drawn without a browser, which save nothing.
func openStore(context.Context) (store.Store, error) {
	return store.NewMemory(time.Now), nil
}
