package find

import (
	"slices"
	"strings"
)

// An Answer says what a text is about.
type Answer struct {
	// Lessons are the lessons to read, the best first, at most five.
	Lessons []Entry
	// Found is false if the first lesson is only the nearest: the text belongs to none.
	Found bool
	// Release is the release of OpenSSL that prints such a text.
	Release string
	// Cause is the rule of the library that explains it, and where that is written down.
	Cause, Source string
	// Recognised are the parts of the text that were understood.
	Recognised []string
	// Profile is what to choose for the release, package or image in the text, and why.
	Profile, Why string
}

const (
	maxLessons = 5
	maxGap     = 60 // bytes between the parts of a phrase
	tenPoints  = 5  // points for ten of the units in which learned weights are kept
	minKnown   = 4  // known words and features; what fewer of them say is left out
)

// Find finds the lessons for a text.
func (x *Index) Find(text string) Answer {
	normal, forms := x.normal(text)
	found := x.features(normal + forms)
	points := x.points(normal, found)
	order := x.inOrder(points)
	none := len(x.Lessons) - 1 // stands for texts that belong to none
	a := Answer{Found: len(order) > 0 && order[0] != none && points[order[0]] >= x.Threshold}
	first := -1
	for _, i := range order {
		if i == none || first >= 0 && points[i] < x.Also || len(a.Lessons) == maxLessons {
			continue
		}
		if first < 0 {
			first = i
		}
		a.Lessons = append(a.Lessons, x.Lessons[i])
	}
	if a.Found {
		cause := noteFor(x.Causes, found, first)
		a.Cause, a.Source = cause.Text, cause.Source
		a.Release = noteFor(x.Releases, found, first).Text
	}
	profile := noteFor(x.Profiles, found, first)
	a.Profile, a.Why = profile.Text, profile.Source
	a.Recognised = x.recognised(found, first, profile.With)
	return a
}

// inOrder lists the lessons that have half of the points that they need, those with most first.
func (x *Index) inOrder(points []int) []int {
	var order []int
	for i, p := range points {
		if 2*p >= x.Threshold {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return points[b] - points[a] })
	return order
}

// features are the words in a normal text that each feature was recognised by, "" if it was not.
func (x *Index) features(normal string) []string {
	found := make([]string, len(x.Features))
	for i, f := range x.Features {
		for _, phrase := range f.Phrases {
			if found[i] = contains(normal, phrase); found[i] != "" {
				break
			}
		}
	}
	return found
}

// recognised lists the features for people: those with a label, and others that spoke for the
// lesson or are among more.
func (x *Index) recognised(found []string, lesson int, more []int) []string {
	used := map[int]bool{}
	for _, r := range x.Rules {
		if r.Lesson == lesson && r.Weight > 0 && r.holds(found) {
			more = append(slices.Clip(more), r.With...)
		}
	}
	for _, i := range more {
		used[i] = true
	}
	var list, said []string
	for i, f := range x.Features {
		known := func(other string) bool {
			return strings.Contains(other, found[i]) || f.Label == "" && strings.Contains(found[i], other)
		}
		if found[i] == "" || found[i] == fewWords || f.Label == "" && !used[i] || slices.ContainsFunc(said, known) {
			continue
		}
		said = append(said, found[i])
		list = append(list, f.words(found[i]))
	}
	return list
}

// words are what a feature is called that was recognised by some words.
func (f Feature) words(found string) string {
	name, alone := strings.CutPrefix(f.Label, "=")
	switch {
	case alone:
		return name
	case name == "":
		return "“" + found + "”"
	}
	return name + " “" + found + "”"
}

// contains looks for a phrase whose parts follow each other at a small distance. It returns the
// words from its begin to its end.
func contains(normal, phrase string) string {
	parts := strings.Split(phrase, "~")
	for from := 0; ; from++ {
		at := strings.Index(normal[from:], parts[0])
		if at < 0 {
			return ""
		}
		from += at
		if to := end(normal, from, parts); to > 0 {
			return strings.TrimSpace(normal[from:to])
		}
	}
}

// end is where the phrase ends whose first part begins at from, 0 if other parts are missing.
// Its last word may be longer than the phrase.
func end(normal string, from int, parts []string) int {
	to := from + len(parts[0])
	for _, part := range parts[1:] {
		from = to - 1 // the blank between them
		at := strings.Index(normal[from:], part)
		if at < 0 || at > maxGap {
			return 0
		}
		to = from + at + len(part)
	}
	return to - 1 + strings.Index(normal[to-1:], " ")
}

// points adds up what speaks for each lesson.
func (x *Index) points(normal string, found []string) []int {
	points := x.wordPoints(normal, found)
	for _, r := range x.Rules {
		if r.holds(found) {
			points[r.Lesson] += r.Weight
		}
	}
	return points
}

// wordPoints are the points that the words alone give.
func (x *Index) wordPoints(normal string, found []string) []int {
	points := slices.Clone(x.Starts)
	known := 0
	for word := range learned(normal, found) {
		list := x.Words[word]
		for i := 0; i < len(list); i += 2 {
			points[list[i]] += list[i+1]
		}
		if list != nil {
			known++
		}
	}
	if known < minKnown {
		return make([]int, len(points))
	}
	best := slices.Max(points)
	for i, p := range points {
		points[i] = max(0, x.Limit-(best-p)*tenPoints/10)
	}
	return points
}

// holds reports whether a text with these features meets the condition.
func (c Condition) holds(found []string) bool {
	for _, i := range c.With {
		if found[i] == "" {
			return false
		}
	}
	for _, i := range c.Without {
		if found[i] != "" {
			return false
		}
	}
	return true
}

// noteFor is the first of the notes that holds.
func noteFor(notes []Note, found []string, lesson int) Note {
	for _, n := range notes {
		if (n.Lesson < 0 || n.Lesson == lesson) && n.holds(found) {
			return n
		}
	}
	return Note{}
}
