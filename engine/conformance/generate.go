package conformance

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

// Versions are the values of the directive version.
var Versions = []string{"tls1.2", "tls1.3"}

// Options say what kind of script Generate makes.
type Options struct {
	Profile string // value of the directive profile; "" for none
	Version string // one of Versions; "" for a random one
	Steps   Steps
}

// Generate returns a random script, mostly of 3 to 40 steps. The same state of r
// gives the same script. Scripts are made to reach rare combinations, not to look
// like programs: most have a mood that favours some kind of trouble.
func Generate(r *rand.Rand, o Options) string {
	g := &generator{r: r, steps: o.Steps, mood: pick(r, moods)}
	if o.Profile != "" {
		g.line("profile " + o.Profile)
	}
	version := o.Version
	if version == "" {
		version = pick(r, Versions)
	}
	g.line("version " + version)
	start := pick(r, starts[o.Steps])
	g.unsized = start != "established"
	g.line("start " + start)
	if transport := g.transport(); transport != "" {
		g.line("transport " + transport)
	}
	whole := true
	if start == "before" {
		whole = g.handshake()
	}
	if !whole {
		g.mood, g.plain = handshakeMood, true
	}
	g.body()
	return g.text.String()
}

// starts has each start as often as it shall come.
var starts = map[Steps][]string{
	Core:       {"established"},
	Messages:   {"established", "established", "established", "tickets"},
	Whole:      {"established", "established", "established", "tickets", "before"},
	Everything: {"established", "established", "established", "tickets", "before"},
}

// transport picks one, "" for the default. A small one would squeeze a handshake.
func (g *generator) transport() string {
	if g.mood.factor[sockets] > 0 {
		g.plain = true // phrases are full of the network's steps
		return ""
	}
	if g.steps < Whole || !g.chance(40) {
		return ""
	}
	least := 1
	if g.unsized {
		least = 4096
	}
	pair := "bio-pair " + strconv.Itoa(least+pick(g.r, []int{0, 9, 19, 23, 30, 60, 100, 1000, 17000}))
	return pick(g.r, []string{pair, pair, "memory", "buffered", "buffered", "socket"})
}

// generator writes one script.
type generator struct {
	r       *rand.Rand
	text    strings.Builder
	mood    mood
	steps   Steps
	unsized bool   // s2c may hold handshake bytes, whose number is not fixed
	last    string // the step before, for repetition
	late    bool   // in the last third
	plain   bool   // no phrases: a handshake is under way, or might begin
	cleared [2]bool
}

// pick returns a random element.
func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// chance is true in percent of 100 cases.
func (g *generator) chance(percent int) bool { return g.r.IntN(100) < percent }

// between returns a random number, bounds included.
func (g *generator) between(low, high int) int { return low + g.r.IntN(high-low+1) }

func (g *generator) line(text string) {
	g.text.WriteString(text)
	g.text.WriteByte('\n')
}

// handshakeCalls make a handshake go on, those with a number behind them, too.
var handshakeCalls = []string{"SSL_do_handshake", "SSL_do_handshake", "SSL_do_handshake", "SSL_do_handshake", "SSL_read ", "SSL_peek ", "SSL_write "}

// handshake writes the steps of a handshake and reports whether it comes to its
// end; one that does not must not be damaged by the rest of the script.
func (g *generator) handshake() bool {
	whole := g.chance(70)
	calls := 6
	if !whole {
		calls = g.between(0, 4)
	}
	for i := range calls {
		if g.chance(15) {
			g.line(pick(g.r, peers) + " SSL_shutdown")
		}
		who, call := peers[i%2], pick(g.r, handshakeCalls)
		if strings.HasSuffix(call, " ") {
			call += readSize(g, who)
		}
		g.line(who + " " + call)
		if i > 0 && g.mood.factor[sockets] > 0 && g.chance(8) {
			g.line(pick(g.r, peers) + " close")
		}
	}
	return whole
}

// body writes the script's random steps.
func (g *generator) body() {
	count := g.between(3, 12)
	if g.chance(30) {
		count = g.between(12, 40)
	}
	for _, opening := range g.mood.opening {
		if g.chance(80) {
			g.line(g.fill(opening))
		}
	}
	for i := range count {
		g.late = i >= count*2/3
		if !g.plain && g.chance(7) {
			g.phrase()
			continue
		}
		if g.last == "" || !g.chance(20) {
			g.last = g.step()
		}
		g.line(g.last)
		if g.chance(1) {
			g.burst()
		}
	}
}

// burst repeats the last step more often than the limits on useless records.
func (g *generator) burst() {
	for range g.between(5, 40) {
		g.line(g.last)
	}
}

// step returns a random step that the script may have here.
func (g *generator) step() string {
	for {
		v := g.verb()
		subject := v.subject(g.r)
		if v.begins && g.cleared[subject] {
			continue
		}
		if v.word == "keep_errors" && g.mood.factor[waiting] > 0 {
			continue // peers that block have a thread, and so a queue, each
		}
		if v.word == "SSL_clear" {
			g.cleared[subject], g.plain = true, true
		}
		text := v.names()[subject] + " " + v.word
		if v.argument != nil {
			text += " " + v.argument(g, v.names()[subject])
		}
		return text
	}
}

// verb picks one by its weight and the mood.
func (g *generator) verb() verb {
	total := 0
	for _, v := range verbs {
		total += g.weight(v)
	}
	n := g.r.IntN(total)
	for _, v := range verbs {
		if n -= g.weight(v); n < 0 {
			return v
		}
	}
	panic("conformance: the weights changed under way")
}

// weight says how likely the verb is now.
func (g *generator) weight(v verb) int {
	if v.from > g.steps || v.word == "SSL_free" && !g.late {
		return 0
	}
	return v.weight * g.mood.factor[v.family]
}

// fill completes an opening such as "%s hold" with a random direction.
func (g *generator) fill(opening string) string {
	return fmt.Sprintf(opening, pick(g.r, directions))
}
