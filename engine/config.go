package engine

// Config says what connection a World starts with. The zero value of a field
// means its default. Configs can be compared with ==.
type Config struct {
	Profile   string  // the release whose behaviour is shown; default DefaultProfile
	Version   Version // default TLS13
	Start     string  // default "established": handshake done, tickets read
	Transport string  // default "socket"; see Transports
}

// The defaults of a Config, as the script language fixes them.
const (
	DefaultVersion = TLS13
	DefaultStart   = "established"

	StartTickets = "tickets" // handshake done, NewSessionTickets unread
	StartBefore  = "before"  // no handshake yet
)

// start is a value of Config.Start.
type start struct {
	word string
	link int
}

// starts are the values of Config.Start, each with its number in links.
var starts = []start{
	{DefaultStart, 0},
	{StartTickets, 1},
	{StartBefore, 2},
}

// Starts lists the values of Config.Start that the engine runs.
func Starts() []string {
	list := make([]string, len(starts))
	for i, s := range starts {
		list[i] = s.word
	}
	return list
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
