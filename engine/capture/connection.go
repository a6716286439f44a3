package capture

import (
	"closenotify/engine"
)

// Connection follows the steps of one connection and remembers what the bytes of
// its records depend on: the handshake that the keys come from, and the position
// of each record in the application data. The zero Connection is not usable; use
// NewConnection.
type Connection struct {
	config     engine.Config
	version    engine.Version
	recordings map[variant]*handshake
	offered    variant      // of the last ClientHello; resumed is not known yet
	handshake  *handshake   // chosen by the last ServerHello, nil before the first
	handshakes []*handshake // all chosen so far
	senders    [2]sendState // by role
	sources    map[engine.RecordID]recordSource
}

// sendState is the sending side of a peer.
type sendState struct {
	epoch     uint32
	handshake *handshake // that the keys are derived from
	keys      *keys      // nil in epoch 0
	written   int64      // application data so far, bytes
	tickets   int        // sent in this handshake
}

// recordSource is what a record was made from.
type recordSource struct {
	keys    *keys
	message []byte // of a handshake record, nil if it was not recorded
	offset  int64  // of application data: how many bytes its sender wrote before
}

// NewConnection returns a connection started as c says, before its first step. The
// handshake is complete unless c.Start leaves it to the steps.
func NewConnection(c engine.Config) *Connection {
	conn, before := newConnection(c, recordedHandshakes())
	for _, s := range before {
		conn.Follow(s)
	}
	conn.forgetHandshakeRecords()
	return conn
}

// newConnection returns a connection before its handshake and the steps that lead
// to the start that c asks for.
func newConnection(c engine.Config, recordings map[variant]*handshake) (*Connection, []engine.Step) {
	w, err := engine.New(c)
	if err != nil {
		panic(err) // the caller has already made a World from c
	}
	c = w.Config()
	return &Connection{config: c, version: c.Version, recordings: recordings, sources: map[engine.RecordID]recordSource{}}, startSteps(c)
}

// forgetHandshakeRecords must be called after the steps that lead to the start and before
// step 1. At the default start the engine numbers records from 1 again, and none are on
// the wire.
func (c *Connection) forgetHandshakeRecords() {
	if c.config.Start == engine.DefaultStart {
		clear(c.sources)
	}
}

// Follow notes the records that a step puts on the wire. Steps must be followed in
// order.
func (c *Connection) Follow(s engine.Step) {
	for _, m := range s.ByteMoves() {
		if _, seen := c.sources[m.Record.ID]; !seen && m.Kind == engine.Queued {
			c.sources[m.Record.ID] = c.newSource(m.Record)
		}
	}
}

// newSource gives the source of a record that its sender has just begun.
func (c *Connection) newSource(r engine.Record) recordSource {
	s := &c.senders[r.Sender]
	if r.Type == engine.TypeHandshake {
		c.noteHello(r)
	}
	c.changeKeys(r)
	src := recordSource{keys: s.keys, offset: s.written}
	switch r.Type {
	case engine.TypeHandshake:
		src.message = c.handshakeMessage(r)
	case engine.TypeApplicationData:
		s.written += int64(r.Length)
	}
	return src
}

// noteHello notes what a ClientHello offers, and with a ServerHello chooses the
// recorded handshake.
func (c *Connection) noteHello(r engine.Record) {
	switch r.Message {
	case engine.ClientHello:
		c.offered = variant{version: c.version, renegotiation: r.Epoch > 0, offersSession: r.Resumes}
	case engine.ServerHello:
		v := c.offered
		v.resumed = r.Resumes
		if c.handshake = c.recordings[v]; c.handshake == nil {
			c.handshake = c.recordings[variant{version: c.version}]
		}
		c.handshakes = append(c.handshakes, c.handshake)
		c.senders[engine.Server].tickets = 0
	}
}

// changeKeys gives the sender of r the keys of the record's epoch.
func (c *Connection) changeKeys(r engine.Record) {
	s := &c.senders[r.Sender]
	switch first := s.epoch == 0 || r.Epoch < s.epoch; {
	case r.Epoch == s.epoch || r.Injected:
		return
	case r.Epoch == 0:
		s.keys, s.handshake = nil, nil
	case c.version == engine.TLS12:
		s.handshake = c.handshake
		s.keys = keysTLS12(s.handshake, r.Sender)
	default:
		from := s.epoch
		if first {
			s.handshake, from = c.handshake, 0
		}
		s.advanceTLS13(from, r.Epoch, r.Sender)
	}
	s.epoch = r.Epoch
}

// advanceTLS13 derives the keys of epoch to from those of epoch from. Epoch 1 has
// the handshake keys, epoch 2 the first application keys, and every later epoch
// follows a KeyUpdate.
func (s *sendState) advanceTLS13(from, to uint32, role engine.Role) {
	for e := from + 1; e <= to; e++ {
		if e <= 2 {
			s.keys = keysTLS13(s.handshake.secrets[trafficSecretLabels[role][e-1]])
			continue
		}
		s.keys = s.keys.afterKeyUpdate()
	}
}
