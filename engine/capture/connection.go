package capture

import (
	"closenotify/engine"
)

// Connection follows a connection step by step and knows what the bytes of its
// records depend on besides the records themselves: the handshake that the keys
// come from, and how much data was written before. The zero Connection is not
// usable; NewConnection makes one.
type Connection struct {
	config     engine.Config
	version    engine.Version
	recordings map[variant]*handshake // the recording
	senders    [2]sendState
	offered    variant    // of the last ClientHello, as far as it tells
	handshake  *handshake // that of the last ServerHello, nil before
	handshakes []*handshake
	sources    map[engine.RecordID]recordSource
}

// sendState is what is known of a peer's sending side.
type sendState struct {
	epoch     uint32
	handshake *handshake // that the keys come from
	keys      *keys      // nil in epoch 0
	written   int64      // application data so far, bytes
	tickets   int        // sent in this handshake
}

// recordSource is what a record was made of.
type recordSource struct {
	keys    *keys
	content []byte // of a handshake message, nil if it was not recorded
	offset  int64  // of application data: how much its sender wrote before
}

// NewConnection is a connection like one of c's before its first step: its handshake
// is over unless the scenario has it in its steps.
func NewConnection(c engine.Config) *Connection {
	conn, before := newConnection(c, recordedHandshakes())
	for _, s := range before {
		conn.Follow(s)
	}
	conn.start()
	return conn
}

// newConnection is a connection before its handshake, and the steps that lead to
// the start that c asks for.
func newConnection(c engine.Config, book map[variant]*handshake) (*Connection, []engine.Step) {
	w, err := engine.New(c)
	if err != nil {
		panic(err) // the World that the steps are of was made with it
	}
	c = w.Config()
	return &Connection{config: c, version: c.Version, recordings: book, sources: map[engine.RecordID]recordSource{}}, startSteps(c)
}

// start is called between the handshake that is over and the first step. Unless the
// tickets are still on their way, Records are numbered from 1 again.
func (c *Connection) start() {
	if c.config.Start == engine.DefaultStart {
		clear(c.sources)
	}
}

// Follow takes in what a step put on the wire. Steps must come in order.
func (c *Connection) Follow(s engine.Step) {
	for _, m := range s.Moves() {
		if _, seen := c.sources[m.Record.ID]; !seen && m.Kind == engine.Queued {
			c.sources[m.Record.ID] = c.newSource(m.Record)
		}
	}
}

// newSource is what a new record is made of.
func (c *Connection) newSource(r engine.Record) recordSource {
	s := &c.senders[r.From]
	if r.Type == engine.TypeHandshake {
		c.noteHello(r)
	}
	c.changeKeys(r)
	src := recordSource{keys: s.keys, offset: s.written}
	switch r.Type {
	case engine.TypeHandshake:
		src.content = c.handshakeMessage(r)
	case engine.TypeApplicationData:
		s.written += int64(r.Length)
	}
	return src
}

// noteHello notes which way the handshake goes that a hello begins or answers.
func (c *Connection) noteHello(r engine.Record) {
	switch r.Message {
	case engine.ClientHello:
		c.offered = variant{version: c.version, renegotiation: r.Epoch > 0, offersSession: r.Resumes}
	case engine.ServerHello:
		w := c.offered
		w.resumed = r.Resumes
		if c.handshake = c.recordings[w]; c.handshake == nil {
			c.handshake = c.recordings[variant{version: c.version}]
		}
		c.handshakes = append(c.handshakes, c.handshake)
		c.senders[engine.Server].tickets = 0
	}
}

// changeKeys sees to it that the sender's keys are those of the record's epoch.
func (c *Connection) changeKeys(r engine.Record) {
	s := &c.senders[r.From]
	switch first := s.epoch == 0 || r.Epoch < s.epoch; {
	case r.Epoch == s.epoch || r.Injected:
		return
	case r.Epoch == 0:
		s.keys, s.handshake = nil, nil
	case c.version == engine.TLS12:
		s.handshake = c.handshake
		s.keys = keysTLS12(s.handshake, r.From)
	default:
		from := s.epoch
		if first {
			s.handshake, from = c.handshake, 0
		}
		s.advanceTLS13(from, r.Epoch, r.From)
	}
	s.epoch = r.Epoch
}

// advanceTLS13 takes TLS 1.3's keys from one epoch to another: 1 is the handshake's, 2 the
// first of the data, and a KeyUpdate leads on from there.
func (s *sendState) advanceTLS13(from, to uint32, role engine.Role) {
	for e := from + 1; e <= to; e++ {
		if e <= 2 {
			s.keys = keysTLS13(s.handshake.secrets[trafficLabels[role][e-1]])
			continue
		}
		s.keys = s.keys.afterKeyUpdate()
	}
}
