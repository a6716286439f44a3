// Package link reads and writes the links that hold a scenario.
package link

import (
	"errors"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// Limits of a link.
const (
	MaxLength = 8192 // characters of the fragment
	maxSteps  = 4096
	maxText   = 4096 // bytes of title and narration
)

// version is the first character of the packed form that is written now.
const version = '1'

// errDamaged is for links that nobody can have copied as they were given out.
var errDamaged = errors.New("the link is damaged: its check sum does not fit; copy it again from where it came")

// Link is what a link's fragment says.
type Link struct {
	Script  script.Script
	Step    int  // how many steps have been taken, 0 to len(Script.Steps)
	Changed bool // the steps end otherwise than when the link was made: the engine has been corrected since

	History engine.History  // the steps, played
	Path    []engine.NodeID // the moments in it, from the root
}

// Encode writes the fragment, without "#", of a link that opens the script
// at a step. It is made of letters, digits, - and _, with a dot in front of the
// step, and ends in a letter or a digit, so that no program that finds links in
// text breaks it off. The text of a shipped scenario is left out; it is known by
// its steps. An error says what is too long.
func Encode(s script.Script, step int) (string, error) {
	if err := tooLong(s); err != nil {
		return "", err
	}
	h, path, err := play(s)
	if err != nil {
		return "", err
	}
	return EncodePlayed(s, h, path, step)
}

// tooLong refuses a script of more steps than a link holds.
func tooLong(s script.Script) error {
	if len(s.Steps) > maxSteps {
		return errors.New("a link holds at most " + strconv.Itoa(maxSteps) + " steps; this scenario has " + strconv.Itoa(len(s.Steps)))
	}
	return nil
}

// EncodePlayed is Encode for a script that has been played: path leads through
// its moments in h.
func EncodePlayed(s script.Script, h engine.History, path []engine.NodeID, step int) (string, error) {
	if err := tooLong(s); err != nil {
		return "", err
	}
	frame, err := encodeFrame(s, outcomeDigest(h, path))
	if err != nil {
		return "", err
	}
	link := string(version) + frame
	if last := link[len(link)-1]; last == '-' || last == '_' {
		link += "0"
	}
	return AtStep(link, min(step, len(s.Steps)))
}

// AtStep is a link that opens at the start, made to open at a step.
func AtStep(link string, step int) (string, error) {
	if step > 0 {
		link += "." + strconv.Itoa(step)
	}
	if len(link) > MaxLength {
		return "", errors.New("a link has at most " + strconv.Itoa(MaxLength) + " characters; this one would have " + strconv.Itoa(len(link)))
	}
	return link, nil
}

// PagePath is the path of the page that a link to the script should open: the
// shipped scenario's own if it is one.
func PagePath(s script.Script) string {
	if name := scenarios.FromScript(s).Name; name != "" {
		return "/s/" + name
	}
	return "/"
}

// Decode reads a fragment, without "#", in its packed or its readable form.
// The error says what is wrong and where.
func Decode(fragment string) (Link, error) {
	switch {
	case len(fragment) > MaxLength:
		return Link{}, errors.New("the link is too long: " + strconv.Itoa(len(fragment)) + " characters, at most " + strconv.Itoa(MaxLength))
	case fragment == "":
		return Link{}, errors.New("the link is empty")
	}
	if i := strings.IndexFunc(fragment, notOfLinks); i >= 0 {
		return Link{}, errors.New("no link has the character " + strconv.QuoteRune([]rune(fragment[i:])[0]) + ", at place " + strconv.Itoa(i+1))
	}
	switch {
	case strings.HasPrefix(fragment, readablePrefix):
		return decodeReadable(fragment)
	case fragment[0] == version:
		return decodePacked(fragment[1:])
	case '2' <= fragment[0] && fragment[0] <= '9':
		return Link{}, errors.New("the link was made by a newer version of this page; reload the page and try again")
	}
	return Link{}, errors.New("the link begins with " + strconv.Quote(fragment[:1]) + "; a link of this page begins with " + string(version) + " or " + readablePrefix)
}

// notOfLinks reports characters that no form of a link has.
func notOfLinks(c rune) bool { return c != '.' && !strings.ContainsRune(alphabet, c) }

// decodePacked reads what stands behind the version character.
func decodePacked(text string) (Link, error) {
	payload, stepText, hasStep := strings.Cut(text, ".")
	s, digest, err := decodeFrame(payload)
	if err != nil {
		return Link{}, err
	}
	link := Link{Script: s}
	if hasStep {
		if link.Step, err = linkStep(stepText, len(s.Steps)); err != nil {
			return Link{}, err
		}
		if stepText == "0" {
			return Link{}, errors.New("the link's step is 0; a link that opens at the start has no step")
		}
	}
	if link.History, link.Path, err = play(s); err != nil {
		return Link{}, err
	}
	link.Changed = outcomeDigest(link.History, link.Path) != digest
	again, err := EncodePlayed(s, link.History, link.Path, link.Step)
	if !link.Changed && (err != nil || again != string(version)+text) {
		return Link{}, errDamaged // each meaning is written in one way only
	}
	return link, nil
}

// linkStep reads the number of a step.
func linkStep(text string, steps int) (int, error) {
	n, err := strconv.ParseUint(text, 10, 16)
	if err != nil || int(n) > steps {
		return 0, errors.New("the link's step is " + strconv.Quote(text) + "; the scenario has steps 0 to " + strconv.Itoa(steps))
	}
	return int(n), nil
}
