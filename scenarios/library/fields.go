package library

import (
	"fmt"
	"strconv"
	"strings"
)

// Fields reads lines of the form "KEY: TEXT" and gives each to set. Its error names the line.
func Fields(text string, set func(key, value string) error) error {
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		key, value, ok := strings.Cut(line, ": ")
		if value = strings.TrimSpace(value); !ok || value == "" {
			return fmt.Errorf("%d: %q is not KEY: TEXT", i+1, line)
		}
		if err := set(key, value); err != nil {
			return fmt.Errorf("%d: %w", i+1, err)
		}
	}
	return nil
}

// set sets the field that has this key in the file lesson. Only words and source may stand more
// than once.
func (l *Lesson) set(key, value string) error {
	once := map[string]*string{
		"symptom": &l.Symptom, "fix": &l.Fix, "seen": &l.Closing.Seen,
		"try": &l.Closing.Try.Text, "try-step": &l.Closing.Try.Step, "try-outcome": &l.Closing.Try.Outcome,
	}
	switch field := once[key]; {
	case key == "words":
		l.Words = append(l.Words, value)
	case key == "source":
		l.Sources = append(l.Sources, value)
	case key == "try-after":
		n, err := strconv.Atoi(value)
		if err != nil || l.Closing.Try.After != 0 {
			return fmt.Errorf("%s: %q is not the number of a step, or stands twice", key, value)
		}
		l.Closing.Try.After = n
	case field == nil:
		return fmt.Errorf("no field has the key %q", key)
	case *field != "":
		return fmt.Errorf("the key %q stands twice", key)
	default:
		*field = value
	}
	return nil
}
