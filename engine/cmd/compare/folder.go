package main

import (
	"fmt"
	"os"
	"path/filepath"

	"closenotify/engine/conformance"
)

// readFolder reads the scripts *.txt of a folder. Each is returned for both versions, with
// the given profile.
func readFolder(folder, profile string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no scripts (*.txt) in %s", folder)
	}
	var scripts []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for _, version := range conformance.Versions {
			scripts = append(scripts, conformance.WithProfile(string(text), profile, version))
		}
	}
	return scripts, nil
}
