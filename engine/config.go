package engine

import "errors"

// Config says what connection a World starts with. The zero value of a field
// means its default. Configs can be compared with ==.
type Config struct {
	Profile   string  // the release whose behaviour is shown; default "openssl-3.5"
	Version   Version // default TLS13
	Start     string  // default "established": handshake done, tickets read
	Transport string  // default "socket"; see Transports
}

// The defaults of a Config, as the script language fixes them.
const (
	DefaultProfile = "openssl-3.5"
	DefaultVersion = TLS13
	DefaultStart   = "established"

	startTickets = "tickets" // handshake done, NewSessionTickets unread
	startBefore  = "before"  // no handshake yet
)

// starts are the values of Config.Start, each with its number in links.
var starts = []struct {
	word string
	link int
}{
	{DefaultStart, 0},
	{startTickets, 1},
	{startBefore, 2},
}

// Starts lists the values of Config.Start that the engine runs.
func Starts() []string {
	list := make([]string, len(starts))
	for i, s := range starts {
		list[i] = s.word
	}
	return list
}

// isStart reports whether text is a value of Config.Start.
func isStart(text string) bool {
	for _, s := range starts {
		if s.word == text {
			return true
		}
	}
	return false
}

// filled is c with its defaults written out.
func (c Config) filled() Config {
	if c.Profile == "" {
		c.Profile = DefaultProfile
	}
	if c.Version == 0 {
		c.Version = DefaultVersion
	}
	if c.Start == "" {
		c.Start = DefaultStart
	}
	if c.Transport == "" {
		c.Transport = DefaultTransport
	}
	return c
}

// New returns a World with a new connection. By default its handshake is done, nothing is
// on the wire and no flag is set. The error names the field of c that is wrong.
func New(c Config) (World, error) {
	c = c.filled()
	p, ok := profileNamed(c.Profile)
	switch {
	case !ok:
		return World{}, errors.New("engine: no profile " + c.Profile)
	case c.Version != TLS12 && c.Version != TLS13:
		return World{}, errors.New("engine: no such version")
	case !isStart(c.Start):
		return World{}, errors.New("engine: start " + c.Start + " is not run")
	}
	transport, ok := transportOf(c.Transport)
	if !ok {
		return World{}, errors.New("engine: no transport " + c.Transport)
	}
	w := started[startKey{c.Version, c.Start, transport.buffered, transport.memory}]
	c.Profile = p.Name
	w.config, w.profile = &c, p
	for d := range w.wires { // the handshake was not limited by it
		w.wires[d].capacity = transport.capacity
	}
	return w, nil
}

// Sparse is c with its defaults left out, as the parser of scripts leaves them.
func (c Config) Sparse() Config {
	if c.Profile == DefaultProfile {
		c.Profile = ""
	}
	if c.Version == DefaultVersion {
		c.Version = 0
	}
	if c.Start == DefaultStart {
		c.Start = ""
	}
	if c.Transport == DefaultTransport {
		c.Transport = ""
	}
	return c
}
