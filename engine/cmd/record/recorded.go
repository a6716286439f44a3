package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// recordedFile says when each release was recorded last: a profile, a day and the version
// of OpenSSL in each line. The page shows the day (engine.Profile.Confirmed).
const recordedFile = "recorded.txt"

// noteRecorded writes that releases were recorded on a day. Those that were not recorded
// now keep their lines.
func noteRecorded(dir, day string, results []result) error {
	path := filepath.Join(dir, recordedFile)
	old, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	lines := strings.Split(strings.TrimSpace(string(old)), "\n")
	for _, r := range results {
		line := fmt.Sprintf("%-14s %s %s", r.profile, day, r.version)
		if i := lineOf(lines, r.profile); i >= 0 {
			lines[i] = line
		} else {
			lines = append(lines, line)
		}
	}
	return os.WriteFile(path, []byte(strings.TrimSpace(strings.Join(lines, "\n"))+"\n"), 0o644)
}

// lineOf is the place of a profile's line, -1 if there is none.
func lineOf(lines []string, profile string) int {
	for i, line := range lines {
		if words := strings.Fields(line); len(words) > 0 && words[0] == profile {
			return i
		}
	}
	return -1
}
