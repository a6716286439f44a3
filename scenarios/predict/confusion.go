package predict

import (
	"slices"

	"closenotify/engine"
)

// Confusion is something wrong that people believe about the end of a TLS connection.
type Confusion struct {
	ID     string // a slug that stays
	Belief string // in a sentence, as somebody would say it
	Truth  string // in a sentence
	Source string // where it is documented: a manual page, an RFC, or a public report
	Aspect Aspect // what somebody is asked who shows it

	// wrong is what somebody with the confusion expects of a step; fits is false where it leads
	// to no wrong answer.
	wrong func(m *moment) (a Answer, fits bool)
}

// Confusions lists all that are known here, by what is asked.
var Confusions = slices.Concat(returnConfusions, errorConfusions, flagConfusions, wireConfusions, peerConfusions, meaningConfusions)

// ConfusionNamed finds a confusion by its ID.
func ConfusionNamed(id string) (*Confusion, bool) {
	for _, c := range Confusions {
		if c.ID == id {
			return c, true
		}
	}
	return nil, false
}

// shuts reports whether a step is an SSL_shutdown that does its work: no handshake is under way,
// and the connection has not failed.
func (m *moment) shuts() bool {
	return m.plain() && m.verb() == engine.VerbShutdown && m.own().State() == engine.Established
}

// first reports whether it is the first SSL_shutdown of its peer.
func (m *moment) first() bool {
	return m.shuts() && !m.own().Shutdown().Has(engine.SentShutdown) && !m.own().QuietShutdown()
}

// again reports whether it is a later one, before the peer's close_notify has been read.
func (m *moment) again() bool {
	return m.shuts() && m.own().Shutdown() == engine.SentShutdown && !m.own().QuietShutdown()
}

// reads and writes report whether a step reads or writes application data.
func (m *moment) reads() bool { return m.plain() && m.verb().ReadsData() }

func (m *moment) writes() bool { return m.plain() && m.verb().WritesData() }

// has reports whether the calling peer had a flag before the step.
func (m *moment) has(f engine.ShutdownFlags) bool { return m.own().Shutdown().Has(f) }

// eof reports whether a call has met the end of the stream.
func (m *moment) eof() bool {
	return m.plain() && (m.step.Fired(engine.RuleUnexpectedEOF) || m.step.Fired(engine.RuleSilentEOF))
}

// received reports whether a call has read the peer's close_notify.
func (m *moment) received() bool { return m.plain() && m.step.Fired(engine.RuleCloseNotifyReceived) }

// returned is an answer to Returns. Of an _ex call only 1 and 0 are possible.
func (m *moment) returned(ret int) Answer {
	a := Answer{Ret: ret, Ex: m.verb().IsEx()}
	if a.Ex && ret != 1 {
		a.Ret = 0
	}
	return a
}

// success is what a read or write returns that has moved n bytes.
func (m *moment) success(n int) Answer {
	if m.verb().IsEx() {
		return Answer{Ret: 1, Bytes: n, Ex: true}
	}
	return Answer{Ret: n}
}
