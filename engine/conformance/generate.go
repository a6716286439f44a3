package conformance

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

// Options say what kind of script Generate makes.
type Options struct {
	Profile string // value of the directive profile; "" leaves the directive out
	Version string // one of Versions; "" picks one at random
	Subset  Subset
	Sockets bool // only scripts that the harness runs on real sockets

	// Programs is how many different programs the peers of the scripts run; 0 stands for scripts
	// without programs. Many scripts have the same, because they take long to compile.
	Programs int
	// Seed is the seed of the programs.
	Seed uint64
}

// Generate returns a random script, usually of 3 to 40 steps. The same state of r gives
// the same script. Scripts are made to reach rare combinations, not to look like
// programs: most have a theme that favours one kind of trouble.
func Generate(r *rand.Rand, o Options) string {
	g := &generator{r: r, subset: o.Subset, theme: pick(r, themes)}
	if o.Sockets {
		g.theme = pick(r, realSocketThemes)
	}
	if o.Profile != "" {
		g.line("profile " + o.Profile)
	}
	version := o.Version
	if version == "" {
		version = pick(r, Versions)
	}
	g.line("version " + version)
	start := pick(r, startsOf[o.Subset])
	g.unsized = start != "established"
	g.line("start " + start)
	if transport := g.transport(); transport != "" {
		g.line("transport " + transport)
	}
	if o.Programs > 0 {
		g.programs(o)
	}
	complete := true
	if start == "before" {
		complete = g.handshake()
	}
	if !complete {
		g.theme, g.noPhrases = handshakeTheme, true
	}
	g.body()
	g.end()
	return g.text.String()
}

// startsOf lists the starts of a subset, each as often as it should be picked.
var startsOf = map[Subset][]string{
	Core:       {"established"},
	Messages:   {"established", "established", "established", "tickets"},
	Whole:      {"established", "established", "established", "tickets", "before"},
	Everything: {"established", "established", "established", "tickets", "before"},
}

// generator writes one script.
type generator struct {
	r         *rand.Rand
	text      strings.Builder
	theme     theme
	subset    Subset
	unsized   bool    // messages of a handshake, whose length varies, may be queued in s2c
	last      string  // the previous step
	ending    bool    // the last third of the script has begun
	noPhrases bool    // phrases would damage a handshake, or do not fit the transport
	cleared   [2]bool // peers that have called SSL_clear

	renegotiated bool // SSL_renegotiate was called

	runs   [2]bool // peers that run programs
	played int     // times that the step run was written
}

// pick returns a random element.
func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// chance is true in percent of 100 cases.
func (g *generator) chance(percent int) bool { return g.r.IntN(100) < percent }

// between returns a random number from low to high, both included.
func (g *generator) between(low, high int) int { return low + g.r.IntN(high-low+1) }

func (g *generator) line(text string) {
	g.text.WriteString(text)
	g.text.WriteByte('\n')
}

// transport picks a value for the directive, "" for none. A handshake gets no small
// BIO pair, which would cut its messages.
func (g *generator) transport() string {
	if g.theme.realSockets {
		g.noPhrases = true // they contain steps of the network
	}
	switch {
	case g.subset < Whole:
		return ""
	case g.theme.favours(sockets):
		return pick(g.r, []string{"socket", "buffered"})
	case g.theme.favours(blocking) && g.chance(40): // a blocking call may leave something in the buffer
		return "buffered"
	case !g.chance(50):
		return ""
	}
	least := 1
	if g.unsized || g.theme.favours(renegotiation) {
		least = 4096
	}
	pair := "bio-pair " + strconv.Itoa(least+pick(g.r, []int{0, 9, 19, 23, 30, 60, 100, 1000, 17000}))
	return pick(g.r, []string{pair, pair, "memory", "memory", "buffered", "buffered", "socket"})
}

// handshakeCalls are calls that advance a handshake, each as often as it should be
// picked. A number follows those that end with a blank.
var handshakeCalls = []string{"SSL_do_handshake", "SSL_do_handshake", "SSL_do_handshake", "SSL_do_handshake", "SSL_read ", "SSL_peek ", "SSL_write ", "SSL_read_ex ", "SSL_write_ex "}

// handshake writes the steps of a handshake and reports whether it is complete. The
// rest of the script must not damage an incomplete one.
func (g *generator) handshake() bool {
	complete := g.chance(70)
	calls := 6
	for _, peer := range peers { // a blocking call makes the whole handshake, and more
		if g.subset >= Everything && g.chance(20) {
			g.line(peer + " BIO_set_nbio 0")
		}
	}
	if !complete {
		calls = g.between(0, 4)
	}
	for i := range calls {
		if g.chance(15) {
			g.line(pick(g.r, peers) + " SSL_shutdown")
		}
		if g.renegotiatesEarly() {
			g.line(pick(g.r, peers) + " SSL_renegotiate")
			complete = false
		}
		if g.runs[i%2] && g.chance(30) {
			g.line(peers[i%2] + " next")
			complete = false
			continue
		}
		peer, call := peers[i%2], pick(g.r, handshakeCalls)
		if strings.HasSuffix(call, " ") {
			call += readSize(g, peer)
		}
		g.line(peer + " " + call)
		if i > 0 && g.theme.realSockets && g.chance(8) {
			g.line(pick(g.r, peers) + " close")
		}
	}
	return complete
}

// renegotiatesEarly reports whether a call of SSL_renegotiate comes next, in a handshake or
// before it. Such a handshake may fail.
func (g *generator) renegotiatesEarly() bool {
	if g.subset < Everything {
		return false
	}
	return g.chance(5) || g.theme.favours(renegotiation) && g.chance(20)
}

// body writes the steps after the handshake.
func (g *generator) body() {
	count := g.between(3, 12)
	if g.chance(30) {
		count = g.between(12, 40)
	}
	for _, opening := range g.theme.opening {
		if g.chance(80) {
			g.line(fmt.Sprintf(opening, pick(g.r, directions)))
		}
	}
	for i := range count {
		g.ending = i >= count*2/3
		if !g.noPhrases && g.chance(g.phraseShare()) {
			g.phrase()
			continue
		}
		if g.last == "" || g.last == "run" || !g.chance(20) {
			g.last = g.step()
		}
		g.line(g.last)
		if g.chance(1) && g.last != "run" {
			g.burst()
		}
	}
}

// phraseShare is how many of 100 steps are phrases. Without them some situations hardly ever
// occur.
func (g *generator) phraseShare() int {
	if g.theme.favours(blocking) || g.theme.favours(renegotiation) || g.theme.favours(sockets) {
		return 20
	}
	return 7
}

// burst repeats the last step so often that it exceeds OpenSSL's limits on empty records
// and on warning alerts in a row.
func (g *generator) burst() {
	for range g.between(5, 40) {
		g.line(g.last)
	}
}

// step returns a random step that is allowed here.
func (g *generator) step() string {
	if g.hasProgram() && g.chance(65) {
		return g.programStep()
	}
	for {
		c := g.pickCandidate()
		subject := g.r.IntN(len(c.subjects()))
		if c.begins && g.newHandshake() {
			continue
		}
		g.renegotiated = g.renegotiated || c.word == "SSL_renegotiate"
		if c.word == "SSL_clear" {
			g.clear(subject)
		}
		text := c.subjects()[subject] + " " + c.word
		if argument := c.argument(g, c.subjects()[subject]); argument != "" {
			text += " " + argument
		}
		return text
	}
}

// newHandshake reports whether a call could go on with a handshake after SSL_clear. If
// only one peer of an established connection has called SSL_clear, the other refuses what
// it sends. Otherwise, messages of the old handshake may be read in the new one. In a
// renegotiation SSL_clear fails, but drops the session.
func (g *generator) newHandshake() bool {
	one, both := g.cleared[0] || g.cleared[1], g.cleared[0] && g.cleared[1]
	return both || one && (g.unsized || g.renegotiated)
}

// clear notes that a peer calls SSL_clear. A client may send a ClientHello afterwards,
// which no step of the network must cut.
func (g *generator) clear(peer int) {
	g.cleared[peer], g.noPhrases = true, true
	if peers[peer] == "client" {
		g.theme = handshakeTheme
	}
}

// pickCandidate picks one by its weight and the theme.
func (g *generator) pickCandidate() candidate {
	total := 0
	for _, c := range vocabulary {
		total += g.weight(c)
	}
	n := g.r.IntN(total)
	for _, c := range vocabulary {
		if n -= g.weight(c); n < 0 {
			return c
		}
	}
	panic("conformance: the weights changed while one was picked")
}

// weight says how likely the candidate is now.
func (g *generator) weight(c candidate) int {
	switch {
	case c.from > g.subset, c.word == "SSL_free" && !g.ending, g.theme.realSockets && c.network && c.word != "fin":
		return 0
	case c.word == "SSL_clear" && g.hasProgram(): // its program may go on with a handshake
		return 0
	}
	return c.weight * g.theme.factor[c.family]
}
