package capture

import (
	"closenotify/engine"
)

// Connection follows a connection step by step and knows what the bytes of its
// records depend on besides the records themselves: the handshake that the keys
// come from, and how much data was written before. The zero Connection is not
// usable; NewConnection makes one.
type Connection struct {
	config  engine.Config
	version engine.Version
	book    map[way]*handshake // the recording
	peers   [2]sender
	hello   way        // of the last ClientHello, as far as it tells
	current *handshake // that of the last ServerHello, nil before
	used    []*handshake
	records map[engine.RecordID]source
}

// sender is what is known of a peer's sending side.
type sender struct {
	epoch   uint32
	from    *handshake // that the keys come from
	keys    *keys      // nil in epoch 0
	data    int64      // application data so far, bytes
	tickets int        // sent in this handshake
}

// source is what a record was made of.
type source struct {
	keys    *keys
	content []byte // of a handshake message, nil if it was not recorded
	place   int64  // of application data: how much its sender wrote before
}

// NewConnection is a connection like one of c's before its first step: its handshake
// is over unless the scenario has it in its steps.
func NewConnection(c engine.Config) *Connection {
	conn, before := newConnection(c, handshakes())
	for _, s := range before {
		conn.Follow(s)
	}
	conn.begin()
	return conn
}

// newConnection is a connection before its handshake, and the steps that lead to
// the start that c asks for.
func newConnection(c engine.Config, book map[way]*handshake) (*Connection, []engine.Step) {
	w, err := engine.New(c)
	if err != nil {
		panic(err) // the World that the steps are of was made with it
	}
	c = w.Config()
	return &Connection{config: c, version: c.Version, book: book, records: map[engine.RecordID]source{}}, prelude(c)
}

// begin is called between the handshake that is over and the first step. Unless the
// tickets are still on their way, Records are numbered from 1 again.
func (c *Connection) begin() {
	if c.config.Start == engine.DefaultStart {
		clear(c.records)
	}
}

// Follow takes in what a step put on the wire. Steps must come in order.
func (c *Connection) Follow(s engine.Step) {
	for _, m := range s.Moves() {
		if _, seen := c.records[m.Record.ID]; !seen && m.Kind == engine.Queued {
			c.records[m.Record.ID] = c.note(m.Record)
		}
	}
}

// note is what a new record is made of.
func (c *Connection) note(r engine.Record) source {
	s := &c.peers[r.From]
	if r.Type == engine.TypeHandshake {
		c.noteHello(r)
	}
	c.rekey(r)
	src := source{keys: s.keys, place: s.data}
	switch r.Type {
	case engine.TypeHandshake:
		src.content = c.message(r)
	case engine.TypeApplicationData:
		s.data += int64(r.Length)
	}
	return src
}

// noteHello notes which way the handshake goes that a hello begins or answers.
func (c *Connection) noteHello(r engine.Record) {
	switch r.Message {
	case engine.ClientHello:
		c.hello = way{version: c.version, again: r.Epoch > 0, offers: r.Resumes}
	case engine.ServerHello:
		w := c.hello
		w.resumes = r.Resumes
		if c.current = c.book[w]; c.current == nil {
			c.current = c.book[way{version: c.version}]
		}
		c.used = append(c.used, c.current)
		c.peers[engine.Server].tickets = 0
	}
}

// rekey sees to it that the sender's keys are those of the record's epoch.
func (c *Connection) rekey(r engine.Record) {
	s := &c.peers[r.From]
	switch first := s.epoch == 0 || r.Epoch < s.epoch; {
	case r.Epoch == s.epoch || r.Injected:
		return
	case r.Epoch == 0:
		s.keys, s.from = nil, nil
	case c.version == engine.TLS12:
		s.from = c.current
		s.keys = keys12(s.from, r.From)
	default:
		from := s.epoch
		if first {
			s.from, from = c.current, 0
		}
		s.roll13(from, r.Epoch, r.From)
	}
	s.epoch = r.Epoch
}

// roll13 takes TLS 1.3's keys from one epoch to another: 1 is the handshake's, 2 the
// first of the data, and a KeyUpdate leads on from there.
func (s *sender) roll13(from, to uint32, role engine.Role) {
	for e := from + 1; e <= to; e++ {
		if e <= 2 {
			s.keys = keys13(s.from.secrets[trafficLabels[role][e-1]])
			continue
		}
		s.keys = s.keys.updated()
	}
}
