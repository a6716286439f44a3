//go:build !js

package main

import (
	"encoding/json"

	"closenotify/scenarios/find"
)

// findIndex is the file in which the page finds lessons.
func findIndex() ([]byte, error) {
	index, err := find.Shipped()
	if err != nil {
		return nil, err
	}
	return json.Marshal(index)
}
