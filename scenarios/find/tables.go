package find

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed data/*.txt
var data embed.FS

// tables makes an Index of the files in the folder data.
type tables struct {
	*Index
	features map[string]int // by name, or by phrase
	lessons  map[string]int
	causes   map[string]Note // the library's rules, by name
	errors   []error
}

// table goes through the lines of a file without comments and empty lines. A line that begins
// with a blank continues the one before.
func (t *tables) table(name string, row func(line string)) {
	text, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		t.errors = append(t.errors, err)
	}
	var lines []string
	for line := range strings.SplitSeq(string(text), "\n") {
		switch {
		case strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "":
		case line[0] == ' ' && len(lines) > 0:
			lines[len(lines)-1] += line
		default:
			lines = append(lines, line)
		}
	}
	for _, line := range lines {
		row(line)
	}
}

// fail notes a mistake in a table.
func (t *tables) fail(format string, arguments ...any) {
	t.errors = append(t.errors, fmt.Errorf("find: "+format, arguments...))
}

// readFeatures reads lines "NAME [LABEL]: PHRASE | PHRASE".
func (t *tables) readFeatures() {
	t.table("features", func(line string) {
		head, phrases, ok := strings.Cut(line, ": ")
		name, label, _ := strings.Cut(strings.TrimSuffix(head, "]"), " [")
		if _, twice := t.features[name]; !ok || twice || strings.Contains(name, " ") {
			t.fail("features: %q has no name, or stands twice", line)
		}
		t.features[name] = t.add(label, strings.Split(phrases, "|"))
	})
}

// add adds a feature.
func (t *tables) add(label string, phrases []string) int {
	f := Feature{Label: label}
	for _, phrase := range phrases {
		if p := t.phrase(phrase); !slices.Contains(f.Phrases, p) {
			f.Phrases = append(f.Phrases, p)
		}
	}
	t.Features = append(t.Features, f)
	return len(t.Features) - 1
}

// phrase is a phrase as it is found in normal texts. "..." stands for a few words, and a star
// for the rest of one.
func (t *tables) phrase(text string) string {
	var parts []string
	for part := range strings.SplitSeq(text, "...") {
		begun, rest := strings.CutSuffix(strings.TrimSpace(part), "*")
		normal := t.Normal(begun)
		if rest {
			normal = strings.TrimSuffix(normal, " ")
		}
		if strings.TrimSpace(normal) == "" {
			t.fail("%q has nothing that can be found", text)
		}
		parts = append(parts, normal)
	}
	return strings.Join(parts, "~")
}

// condition reads "NAME + !NAME + "PHRASE"".
func (t *tables) condition(text string) (c Condition) {
	for part := range strings.SplitSeq(text, " + ") {
		part = strings.TrimSpace(part)
		name, not := strings.CutPrefix(part, "!")
		i, ok := t.features[name]
		if phrases, quoted := strings.CutPrefix(name, `"`); !ok && quoted {
			i, ok = t.add("", strings.Split(strings.TrimSuffix(phrases, `"`), "|")), true
			t.features[name] = i
		}
		switch {
		case !ok:
			t.fail("no feature has the name %q", name)
		case not:
			c.Without = append(c.Without, i)
		default:
			c.With = append(c.With, i)
		}
	}
	return c
}

// readRules reads lines "LESSON: WEIGHT CONDITION; WEIGHT CONDITION".
func (t *tables) readRules() {
	t.table("rules", func(line string) {
		name, rules, _ := strings.Cut(line, ": ")
		lesson, ok := t.lessons[name]
		if !ok {
			t.fail("there is no lesson %q", name)
			return
		}
		for rule := range strings.SplitSeq(rules, ";") {
			number, condition, _ := strings.Cut(strings.TrimSpace(rule), " ")
			weight, err := strconv.Atoi(number)
			if err != nil {
				t.fail("rules: %s: %q begins with no weight", name, rule)
			}
			t.Rules = append(t.Rules, Rule{t.condition(condition), Point{lesson, weight}})
		}
	})
}

// readNotes reads lines "TEXT <= CONDITION" or "TEXT <= lesson NAME".
func (t *tables) readNotes(file string, note func(text string) Note) (notes []Note) {
	t.table(file, func(line string) {
		text, condition, ok := strings.Cut(line, " <= ")
		if !ok {
			t.fail("%s: %q has no <=", file, line)
		}
		n := note(text)
		n.Lesson = -1
		if name, ok := strings.CutPrefix(condition, "lesson "); ok {
			if n.Lesson, ok = t.lessons[name]; !ok {
				t.fail("there is no lesson %q", name)
				return
			}
		} else {
			n.Condition = t.condition(condition)
		}
		notes = append(notes, n)
	})
	return notes
}
