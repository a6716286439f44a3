//go:build !js

package ui

import (
	"context"
	"time"

	"closenotify/scenarios"
)

// openStore is for pages drawn without a browser, which save nothing.
func openStore(context.Context) (scenarios.Store, error) {
	return scenarios.NewMemoryStore(time.Now), nil
}
