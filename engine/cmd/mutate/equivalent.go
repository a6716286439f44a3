package main

import (
	"fmt"
	"os"
	"strings"
)

// equivalent is a change that makes no difference, with the reason: which states are equal
// with it and without it.
//
// Their file has a block for each, separated by empty lines:
//
//	record_get.go: *call.nextRecord
//	- if n >= 5 {
//	+ if n > 5 {
//	= The reason, which may take
//	= several lines.
//
// + * stands for any change of the line, and + by itself for its removal. Lines that begin
// with # are comments. Line numbers are left out because they change with every edit.
type equivalent struct {
	file, function string
	old, new       string
	reason         string
}

// anyChange stands in place of the new line for all of them.
const anyChange = "*"

// readEquivalent reads such a file.
func readEquivalent(name string) ([]equivalent, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var list []equivalent
	for n, line := range strings.Split(string(text), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		last := len(list) - 1
		mark, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "":
		case strings.HasSuffix(mark, ".go:"):
			list = append(list, equivalent{file: strings.TrimSuffix(mark, ":"), function: rest})
		case mark == "-" && last >= 0:
			list[last].old = rest
		case mark == "+" && last >= 0:
			list[last].new = rest
		case mark == "=" && last >= 0:
			list[last].reason = strings.TrimSpace(list[last].reason + " " + rest)
		default:
			return nil, fmt.Errorf("%s:%d: %q is not part of a change", name, n+1, line)
		}
	}
	for _, e := range list {
		if e.old == "" || e.reason == "" {
			return nil, fmt.Errorf("%s: a change of %s %s has no line or no reason", name, e.file, e.function)
		}
	}
	return list, nil
}

// reasonFor finds the reason why a change makes no difference.
func reasonFor(list []equivalent, c change) (reason string, known bool) {
	for _, e := range list {
		if e.file == c.file && e.function == c.function && e.old == c.old && (e.new == c.new || e.new == anyChange) {
			return e.reason, true
		}
	}
	return "", false
}
