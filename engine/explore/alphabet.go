package explore

import (
	"fmt"
	"strings"

	"closenotify/engine"
)

// Alphabet is a set of steps that is walked to a certain depth: many steps to a small
// depth, a few related ones much deeper.
type Alphabet struct {
	Name  string
	From  engine.Config // its Start and Transport; zero fields are the defaults
	Depth int           // the most steps of a script

	// MaxBytes is how many bytes may be queued in a direction of a World that is walked
	// further, those of a handshake not counted; 0 stands for maxBytesOnWire.
	MaxBytes int

	// steps has "|" between them. P stands for each peer, D for each direction.
	steps string
}

// ops lists the operations of the alphabet, each once.
func (a Alphabet) ops() ([]engine.Op, error) {
	var ops []engine.Op
	seen := map[engine.Op]bool{}
	for step := range strings.SplitSeq(a.steps, "|") {
		subject, rest, _ := strings.Cut(step, " ")
		subjects, ok := map[string][]string{"P": {"client", "server"}, "D": {"c2s", "s2c"}}[subject]
		if !ok {
			subjects = []string{subject}
		}
		for _, subject := range subjects {
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

// withUnion appends an alphabet that has the steps of all others.
func withUnion(list []Alphabet, depth int) []Alphabet {
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
	return append(list, Alphabet{Name: "union", Depth: depth, steps: strings.Join(all, "|")})
}

// maxBytesOnWire is enough for two records of 10 bytes, and a few more.
const maxBytesOnWire = 80

// walksFrom reports whether the World is walked further: no direction has too many bytes.
func (a Alphabet) walksFrom(w engine.World) bool {
	most := a.MaxBytes
	if most == 0 {
		most = maxBytesOnWire
	}
	for _, d := range engine.Directions {
		n := 0
		for _, r := range w.Wire(d).Records() {
			if !ofHandshake(r.Record) {
				n += r.To - r.From
			}
		}
		if n > most {
			return false
		}
	}
	return true
}

// ofHandshake reports whether the record is one of a handshake or a ticket. These come
// only once.
func ofHandshake(r engine.Record) bool {
	return r.Type == engine.TypeChangeCipherSpec || r.Type == engine.TypeHandshake && r.Message != engine.KeyUpdate
}
