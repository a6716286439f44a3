package challenge

import (
	"errors"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// Parse reads the text of a challenge. Blocks are separated by lines "---". The first one has a
// line "KEY: TEXT" for each field, the second is the script, and each other one is a trial: its
// goals, and a script whose title says what is tried.
func Parse(name, text string) (Challenge, error) {
	var c Challenge
	blocks := strings.Split(text, "\n---\n")
	if len(blocks) < 2 {
		return c, errors.New("a challenge has a head and a script, with --- between them")
	}
	s, err := script.Parse(blocks[1])
	if err != nil {
		return c, err
	}
	c.Scenario = scenarios.Titled(s)
	c.Name = name
	c.Trials = []Trial{{Script: s}}
	for _, line := range strings.Split(blocks[0], "\n") {
		key, value, _ := strings.Cut(line, ": ")
		if err := c.set(key, value); err != nil {
			return c, errors.New(strconv.Quote(line) + ": " + err.Error())
		}
	}
	for _, block := range blocks[2:] {
		trial, err := parseTrial(block)
		if err != nil {
			return c, err
		}
		c.Trials = append(c.Trials, trial)
	}
	return c, nil
}

// set sets a field.
func (c *Challenge) set(key, value string) (err error) {
	switch key {
	case "kind":
		c.Kind = Kind(value)
	case "hint":
		c.Hint = value
	case "lessons":
		c.Lessons = strings.Split(value, ", ")
	case "par":
		c.Par, err = strconv.Atoi(value)
	case "peer":
		c.Peer, err = parsePeer(value)
	case "line":
		c.Lines = append(c.Lines, value)
	case "goal":
		err = c.Trials[0].add(value)
	case "allow":
		for _, text := range strings.Split(value, ", ") {
			op, wrong := engine.ParseOp(text)
			if c.Allowed = append(c.Allowed, op); wrong != nil {
				return wrong
			}
		}
	default:
		return errors.New("no field has this key")
	}
	return err
}

// parseTrial reads the goals and the script of a trial.
func parseTrial(block string) (Trial, error) {
	var t Trial
	for {
		goal, ok := strings.CutPrefix(block, "goal: ")
		if !ok {
			break
		}
		goal, block, _ = strings.Cut(goal, "\n")
		if err := t.add(goal); err != nil {
			return t, err
		}
	}
	s, err := script.Parse(block)
	t.Script, t.Title = s, scenarios.Titled(s).Title
	return t, err
}

// add adds a goal.
func (t *Trial) add(text string) error {
	g, err := parseGoal(text)
	t.Goals = append(t.Goals, g)
	return err
}

// parsePeer reads the word for a peer.
func parsePeer(word string) (engine.Role, error) {
	for _, r := range engine.Roles {
		if r.String() == word {
			return r, nil
		}
	}
	return 0, errors.New(strconv.Quote(word) + " is no peer")
}
