package main

import (
	"fmt"
	"os"
	"path/filepath"

	"closenotify/engine/conformance"
)

// readFolder reads the scripts *.txt of a folder and of the folders in it. Each is returned for
// both versions, with the given profile.
func readFolder(folder, profile string) ([]string, error) {
	var files []string
	for _, pattern := range []string{"*.txt", filepath.Join("*", "*.txt")} {
		found, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
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
