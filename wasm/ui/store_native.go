//go:build !js

package ui

import (
	"context"
	"time"

	"closenotify/scenarios/store"
)

// openBrowserStore is for pages drawn without a browser, which save nothing.
func openBrowserStore(context.Context) (store.Store, error) {
	return store.NewMemory(time.Now), nil
}
