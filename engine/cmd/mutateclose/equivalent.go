package main

import (
	"fmt"
	"os"
	"strings"
)

// readEquivalent reads the mutants that no script can tell apart, each with the reason. The
// file has the key of a mutant in a line, and its reason in lines that begin with =.
func readEquivalent(file string) (reasons map[string]string, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	reasons = map[string]string{}
	key := ""
	for line := range strings.SplitSeq(string(text), "\n") {
		reason, isReason := strings.CutPrefix(line, "= ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case isReason:
			reasons[key] = strings.TrimSpace(reasons[key] + " " + reason)
		default:
			key = line
			reasons[key] = ""
		}
	}
	for key, reason := range reasons {
		if key == "" || reason == "" {
			return nil, fmt.Errorf("%s: %q has no mutant or no reason", file, key)
		}
	}
	return reasons, nil
}
