package engine

import "slices"

// Step says what one operation did. Its fields stand where they leave few gaps, because a Step
// is copied often.
type Step struct {
	N  int // the number of the step, from 1
	Op Op

	Blocked  bool       // the call has not returned: it waits in its blocking BIO
	Deadlock bool       // both peers wait, and nothing in flight can help them
	Returned bool       // the call returned something; Error, Ret, Bytes, Reason and Errno hold only then
	Errno    Errno      // the errno that the call left
	Error    SSLError   // what SSL_get_error says of Ret
	signals  [2]signals // by Direction
	Ret      int        // what the call returned
	Bytes    int        // how many bytes of application data it read or wrote; an _ex call's last argument
	Reason   string     // ERR_reason_error_string of the oldest queued error; "" if none, or if it came from the system

	profile     *Profile
	errors      errorQueue    // when the call returned
	differences differenceSet // that decided the step, see differs

	ran    *Ran // of a step of a program
	late   []LateReturn
	events shortList[Event]
	moves  shortList[ByteMove]
	fired  firedRules
}

// Event is an alert or a handshake message that the message callback reports
// (SSL_set_msg_callback(3)). It is reported when its record has been written whole, or
// has been processed.
type Event struct {
	Role     Role // whose callback
	Received bool // else sent
	Type     ContentType
	Alert    Alert         // of an alert
	Message  HandshakeType // of a handshake message
	Record   RecordID
}

// ByteMoveKind says what happened to bytes of a record.
type ByteMoveKind uint8

// The kinds.
const (
	Queued    ByteMoveKind = iota + 1 // the sender wrote them
	Delivered                         // they became readable
	Consumed                          // the receiver read them
	Lost                              // the network dropped them
	Damaged                           // the last of them has its last bit flipped
	Injected                          // an attacker put them there
)

// String returns a word for the kind.
func (k ByteMoveKind) String() string {
	return [...]string{"", "queued", "delivered", "consumed", "lost", "damaged", "injected"}[k]
}

// ByteMove says what happened to bytes From <= i < To of a record on a wire.
type ByteMove struct {
	Kind     ByteMoveKind
	Dir      Direction
	Record   Record
	From, To int
}

// QueuedErrors lists the error queue after the call, oldest entry first.
func (s Step) QueuedErrors() []QueuedError { return s.errors.in(s.profile) }

// LateReturns lists the calls made in earlier steps that returned in this one.
func (s Step) LateReturns() []LateReturn { return slices.Clone(s.late) }

// Events lists the alerts and handshake messages that the callback reported, in
// order.
func (s Step) Events() []Event { return s.events.all() }

// ByteMoves lists what happened to records on the wire, in order.
func (s Step) ByteMoves() []ByteMove { return s.moves.all() }

// Rules lists the rules that decided the step, in the order in which they fired.
func (s Step) Rules() []Rule {
	list := make([]Rule, s.fired.n)
	for i := range list {
		list[i] = *s.fired.at(i)
	}
	return list
}

// Fired reports whether the rule decided the step, alone or with others.
func (s Step) Fired(r *Rule) bool { return s.fired.has(r) }

// Differences lists the differences between releases that decided the step, in the order of
// the table. A release that has the difference and one that does not both list it.
func (s Step) Differences() []Difference { return s.differences.list() }

// DifferencesFrom lists the differences because of which two releases diverge in the same
// step: both Steps list them, and only one of the releases has each. Other is the step of
// the other release.
func (s Step) DifferencesFrom(other Step) []Difference {
	if s.profile == nil || other.profile == nil {
		return nil // a Step that no World has made
	}
	between := s.profile.differences ^ other.profile.differences
	return (s.differences & other.differences & between).list()
}

// noteMove notes what happened to bytes of a record.
func (s *Step) noteMove(k ByteMoveKind, d Direction, r Record, from, to int) {
	s.moves.add(ByteMove{k, d, r, from, to})
}
