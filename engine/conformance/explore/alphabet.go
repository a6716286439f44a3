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
	Depth int // steps of the longest script
	steps string
}

// core is what every alphabet has. P stands for each peer, and D for each
// direction.
const core = "P SSL_shutdown|P SSL_read 100|P SSL_write 10"

// Alphabets are the sets that are walked. The last has all steps of the others.
var Alphabets = everything([]Alphabet{
	{"closing", 9, core}, // comes to an end: there is no state beyond
	{"flags", 4, core + "|P SSL_set_shutdown 0|P SSL_set_shutdown SENT|P SSL_set_shutdown RECEIVED" +
		"|P SSL_set_quiet_shutdown 1|P SSL_set_quiet_shutdown 0"},
	{"data", 4, core + "|P SSL_read 5|P SSL_peek 100|P SSL_write 0|P SSL_free"},
	{"pieces", 5, core + "|D hold|D deliver 10|D deliver all"},
	{"room", 5, core + "|D capacity 10|D capacity 1048576"},
	{"ends", 4, core + "|D fin|D reset|D broken"},
	{"harm", 4, core + "|D truncate|D corrupt|D inject alert"},
	{"messages", 4, core + "|P SSL_key_update requested|P SSL_key_update not_requested|P SSL_do_handshake"},
	{"settings", 4, core + "|D fin|P SSL_set_options IGNORE_UNEXPECTED_EOF|P SSL_clear_mode AUTO_RETRY|P keep_errors on"},
}, 3)

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
	return append(list, Alphabet{"everything", depth, strings.Join(all, "|")})
}

// Ops are the operations of the alphabet.
func (a Alphabet) Ops() ([]engine.Op, error) {
	var ops []engine.Op
	for step := range strings.SplitSeq(a.steps, "|") {
		letter, rest, _ := strings.Cut(step, " ")
		who := map[string][]string{"P": {"client", "server"}, "D": {"c2s", "s2c"}}[letter]
		for _, subject := range who {
			op, err := engine.ParseOp(subject + " " + rest)
			if err != nil {
				return nil, fmt.Errorf("alphabet %s: %w", a.Name, err)
			}
			ops = append(ops, op)
		}
	}
	return ops, nil
}

// enough is how many bytes may lie in a direction in a state that is walked on
// from: two records of 10 bytes, and a little.
const enough = 80

// small reports whether the data of w are small.
func small(w engine.World) bool {
	for _, d := range engine.Directions {
		if w.Wire(d).Queued() > enough {
			return false
		}
	}
	return true
}
