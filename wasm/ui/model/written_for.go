package model

import (
	"strconv"
	"strings"
	"unicode"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// writtenFor is the configuration that the comments of a script were written for: that of
// the shipped scenario with the same text apart from the configuration, else c, its own.
func writtenFor(lib scenarios.Library, s script.Script, c engine.Config) engine.Config {
	if shipped, err := lib.LikeScript(s); err == nil {
		if world, err := engine.New(shipped.Script.Config); err == nil {
			return world.Config()
		}
	}
	return c
}

// maxWritten is the number of steps up to which comments are compared with the stage. To play
// more would take longer than a frame or two.
const maxWritten = 1000

// playWritten plays the branch as it was when its comments were written, if the stage has
// another configuration.
func (m *Model) playWritten() {
	if len(m.Notes) == 0 || m.Len() > maxWritten {
		return
	}
	if m.Config != m.WrittenFor && !m.written.isOf(&m.Draft, m.WrittenFor) && !m.written.play(&m.Draft, m.WrittenFor) {
		m.written = run{}
	}
}

// narration is the text that is shown for step i, "" if there is none. Comments are shown
// only if the step does what it did when they were written. outdated is true if they are
// left out and no caption for the configuration takes their place.
func (m *Model) narration(i int) (text string, outdated bool) {
	note := clip(m.Notes[m.Path[i]])
	text = script.Narration(note, m.Config)
	if m.Config == m.WrittenFor || text == "" || m.fitsWritten(i, text) {
		return text, false
	}
	captions := script.CaptionsFor(note, m.Config)
	return captions, captions == ""
}

// fitsWritten reports whether step i does what it did when a text about it was written. If
// only numbers of bytes differ, the text fits unless it has one of them.
func (m *Model) fitsWritten(i int, text string) bool {
	if !m.written.isOf(&m.Draft, m.WrittenFor) {
		return false
	}
	switch result, difference := m.compareStep(&m.written, i); {
	case result == Alike:
		return true
	case result == Differs:
		return isUnseen(difference) && !strings.Contains(text, "session")
	}
	then, now := byteCounts(m.written.step(i), m.written.world(i)), byteCounts(m.Step(i), m.History.World(m.Path[i]))
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) }) {
		if n, err := strconv.Atoi(word); err == nil && then[n] && !now[n] {
			return false
		}
	}
	return true
}

// isUnseen reports whether a difference that compareStep names shows only to a program that
// asks for it, so a text that does not speak of sessions holds in spite of it.
func isUnseen(difference string) bool {
	for _, unseen := range [...]string{differsInWant, differsInStateString, differsInSession} {
		if strings.HasSuffix(difference, unseen) {
			return true
		}
	}
	return false
}

// byteCounts are the numbers of bytes that somebody sees at a step: of records and their
// parts, and of what is on the wires.
func byteCounts(s engine.Step, w engine.World) map[int]bool {
	counts := map[int]bool{}
	for _, move := range s.ByteMoves() {
		whole := move.Record.WireLength(w.Config().Version)
		for _, n := range [...]int{whole, move.To - move.From, move.From, move.To, whole - move.To} {
			counts[n] = true
		}
	}
	for _, d := range engine.Directions {
		counts[w.Wire(d).Queued()], counts[w.Wire(d).Readable()] = true, true
	}
	return counts
}
