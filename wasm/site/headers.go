package site

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
)

// A HeaderRule sets header fields of the answers for some paths.
type HeaderRule struct {
	// For is the pattern of the paths. ":name" stands for one segment, and "*" at
	// the end for the rest of the path.
	For string
	// Values has the fields.
	Values http.Header
}

// ReadHeaderRules reads the header rules of a netlify.toml.
func ReadHeaderRules(configFile string) ([]HeaderRule, error) {
	config, err := os.ReadFile(configFile)
	if err != nil {
		return nil, err
	}
	rules, err := ParseHeaderRules(string(config))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", configFile, err)
	}
	return rules, nil
}

// ParseHeaderRules reads the [[headers]] tables of a netlify.toml, and skips all other
// tables. It knows only the TOML that these tables need: each line is the name of a
// table or a key = "value".
func ParseHeaderRules(config string) ([]HeaderRule, error) {
	var rules []HeaderRule
	table := ""
	number := 0
	for line := range strings.Lines(config) {
		number++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line == "[[headers]]":
			table = line
			rules = append(rules, HeaderRule{Values: http.Header{}})
		case line[0] == '[':
			table = line
		case table == "[[headers]]" || table == "[headers.values]":
			if err := addHeaderLine(rules, table, line); err != nil {
				return nil, fmt.Errorf("line %d: %w", number, err)
			}
		}
	}
	for _, rule := range rules {
		if rule.For == "" || len(rule.Values) == 0 {
			return nil, fmt.Errorf("the headers for %q have no path or no values", rule.For)
		}
	}
	if len(rules) == 0 {
		return nil, errors.New("no [[headers]] table")
	}
	return rules, nil
}

// addHeaderLine adds a key = "value" of the named table to the last rule.
func addHeaderLine(rules []HeaderRule, table, line string) error {
	key, value, ok := strings.Cut(line, "=")
	text, err := strconv.Unquote(strings.TrimSpace(value))
	if !ok || err != nil || len(rules) == 0 {
		return fmt.Errorf(`want key = "value" in a [[headers]] table, have %q`, line)
	}
	key = strings.TrimSpace(key)
	rule := &rules[len(rules)-1]
	switch {
	case table == "[headers.values]":
		rule.Values.Add(key, text)
	case key == "for":
		rule.For = text
	default:
		return fmt.Errorf(`a [[headers]] table has no key %q, only "for"`, key)
	}
	return nil
}

// matches reports whether the rule applies to the path.
func (r HeaderRule) matches(path string) bool {
	want, have := strings.Split(r.For, "/"), strings.Split(path, "/")
	for i, segment := range want {
		if segment == "*" && i == len(want)-1 {
			return len(have) > i
		}
		if i >= len(have) || segment != have[i] && !strings.HasPrefix(segment, ":") {
			return false
		}
	}
	return len(have) == len(want)
}
