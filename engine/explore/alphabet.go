package explore

import (
	"fmt"
	"strings"

	"closenotify/engine"
)

// Alphabet is a set of steps that is walked to a depth of its own: many steps
// together not far, a few that belong together much farther.
type Alphabet struct {
	Name  string
	From  engine.Config // how its connections begin, Start and Transport; zero is the default
	Depth int           // steps of the longest script

	// Steps, "|" between them: P stands for each peer, D for each direction.
	steps string
}

// Ops are the operations of the alphabet, each once.
func (a Alphabet) Ops() ([]engine.Op, error) {
	var ops []engine.Op
	seen := map[engine.Op]bool{}
	for step := range strings.SplitSeq(a.steps, "|") {
		subject, rest, _ := strings.Cut(step, " ")
		who, ok := map[string][]string{"P": {"client", "server"}, "D": {"c2s", "s2c"}}[subject]
		if !ok {
			who = []string{subject}
		}
		for _, subject := range who {
			op, err := engine.ParseOp(subject + " " + rest)
			if err != nil {
				return nil, fmt.Errorf("alphabet %s: %w", a.Name, err)
			}
			if !seen[op] {
				seen[op] = true
				ops = append(ops, op)
			}
		}
	}
	return ops, nil
}

// everything adds the alphabet that has all steps of the others.
func everything(list []Alphabet, depth int) []Alphabet {
	seen := map[string]bool{}
	var all []string
	for _, a := range list {
		for step := range strings.SplitSeq(a.steps, "|") {
			if !seen[step] {
				seen[step] = true
				all = append(all, step)
			}
		}
	}
	return append(list, Alphabet{Name: "everything", Depth: depth, steps: strings.Join(all, "|")})
}

// enough is how many bytes may lie in a direction, besides those of a handshake, in
// a state that is walked on from: two records of 10 bytes, and a little.
const enough = 80

// small reports whether the data of w are small.
func small(w engine.World) bool {
	for _, d := range engine.Directions {
		n := 0
		for _, r := range w.Wire(d).Records() {
			if !ofHandshake(r.Record) {
				n += r.To - r.From
			}
		}
		if n > enough {
			return false
		}
	}
	return true
}

// ofHandshake reports whether a handshake has the record, so that it comes but once.
func ofHandshake(r engine.Record) bool {
	return r.Type == engine.TypeChangeCipherSpec || r.Type == engine.TypeHandshake && r.Message != engine.KeyUpdate
}
