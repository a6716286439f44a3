package find

import (
	"fmt"
	"strings"
)

// Report says what Find has found, a line for each thing. The first line is "lesson: NAME
// TITLE" or, for a text that belongs to none, "nearest: NAME TITLE"; the second is the symptom
// of that lesson.
func (a Answer) Report() string {
	var b strings.Builder
	word := "nearest:"
	if a.Found {
		word = "lesson:"
	}
	if len(a.Lessons) == 0 {
		b.WriteString(word + "\n\n")
	} else {
		fmt.Fprintf(&b, "%s %s %s\n%s\n", word, a.Lessons[0].Name, a.Lessons[0].Title, a.Lessons[0].Symptom)
	}
	line := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, text)
		}
	}
	line("release", a.Release)
	line("rule", a.Cause)
	line("see", a.Source)
	line("profile", a.Profile)
	line("why", a.Why)
	line("recognised", strings.Join(a.Recognised, "; "))
	for i, l := range a.Lessons {
		if i > 0 {
			line("also", l.Name+" "+l.Title)
		}
	}
	return b.String()
}
