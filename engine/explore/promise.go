package explore

import "closenotify/engine"

// Promise is something that the end of a connection should keep.
type Promise string

// The promises.
const (
	// Data that SSL_read returns is a beginning of the data that the other peer's
	// SSL_write took: nothing is missing in it, nothing doubled.
	Prefix Promise = "prefix"
	// When a close_notify sets RECEIVED, all data sent before it has been read.
	CleanEnd Promise = "clean end"
	// No flag disappears but by SSL_set_shutdown or SSL_clear of that peer, or as a
	// handshake begins.
	FlagsStay Promise = "flags stay"
	// Nor does one as a handshake begins.
	FlagsOutlast Promise = "flags outlast the beginning"
)

// Promises lists them.
var Promises = []Promise{Prefix, CleanEnd, FlagsStay, FlagsOutlast}

// Broken lists the promises that the transition breaks. That Apply leaves its
// receiver alone is a promise of the engine's, and checked by its own means.
func (t Transition) Broken() []Promise {
	var broken []Promise
	after := t.data.after(t.Step)
	if !t.keepsPrefix(after) {
		broken = append(broken, Prefix)
	}
	if !t.endsClean(after) {
		broken = append(broken, CleanEnd)
	}
	for _, r := range engine.Roles {
		switch {
		case t.keepsFlags(r):
		case t.Before.Endpoint(r).State() == engine.Before:
			broken = append(broken, FlagsOutlast)
		default:
			broken = append(broken, FlagsStay)
		}
	}
	return broken
}

// keepsPrefix looks at what SSL_read returned.
func (t Transition) keepsPrefix(after tracker) bool {
	op := t.Step.Op
	if op.Verb != engine.VerbRead || t.Step.Ret <= 0 {
		return true
	}
	f := after.flow[engine.Incoming(op.Role)]
	last, known := f.next()
	return known && last == f.read && f.read <= f.begun
}

// endsClean looks at a RECEIVED that is new and came with a close_notify.
func (t Transition) endsClean(after tracker) bool {
	for _, r := range engine.Roles {
		id := t.After.Endpoint(r).ReceivedBy().Record
		if t.Before.Endpoint(r).Shutdown().Has(engine.Received) || !t.After.Endpoint(r).Shutdown().Has(engine.Received) || id == 0 {
			continue
		}
		if !receivedClose(t.Step, r, id) {
			continue // a fatal alert sets the flag, too
		}
		f := after.flow[engine.Incoming(r)]
		if sent, known := find(f.closes, id); !known || sent != f.read {
			return false
		}
	}
	return true
}

// receivedClose reports whether the record that r received is a close_notify.
func receivedClose(s engine.Step, r engine.Role, id engine.RecordID) bool {
	for _, e := range s.Events() {
		if e.Peer == r && e.Received && e.Record == id && e.Type == engine.TypeAlert {
			return e.Alert.Description == engine.CloseNotify
		}
	}
	return false
}

// mayTakeFlags are the calls whose purpose it is.
var mayTakeFlags = map[string]bool{"SSL_set_shutdown": true, "SSL_clear": true}

// keepsFlags looks for a flag of r that is gone.
func (t Transition) keepsFlags(r engine.Role) bool {
	if op := t.Step.Op; op.IsCall() && op.Role == r && mayTakeFlags[op.Verb.String()] {
		return true
	}
	return t.Before.Endpoint(r).Shutdown()&^t.After.Endpoint(r).Shutdown() == 0
}
