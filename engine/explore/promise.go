package explore

import "closenotify/engine"

// Promise is a property that the end of a connection should have.
type Promise string

// The promises.
const (
	// The data that SSL_read returned is a prefix of the data that the other peer's
	// SSL_write accepted: nothing is missing in it or repeated.
	Prefix Promise = "prefix"
	// When a close_notify sets RECEIVED, all data sent before it has been read.
	CleanEnd Promise = "clean end"
	// A peer's shutdown flag disappears only by its SSL_set_shutdown or SSL_clear, or
	// when a handshake begins.
	FlagsStay Promise = "flags stay"
	// A shutdown flag does not disappear when a handshake begins.
	FlagsSurviveHandshake Promise = "flags survive the start of a handshake"
)

// promises lists them.
var promises = []Promise{Prefix, CleanEnd, FlagsStay, FlagsSurviveHandshake}

// broken lists the promises that the transition breaks.
func (t transition) broken() []Promise {
	var broken []Promise
	after := t.data.withStep(t.step)
	if !t.keepsPrefix(after) {
		broken = append(broken, Prefix)
	}
	if !t.endsCleanly(after) {
		broken = append(broken, CleanEnd)
	}
	for _, r := range engine.Roles {
		switch {
		case t.keepsFlags(r):
		case t.before.Endpoint(r).State() == engine.Before:
			broken = append(broken, FlagsSurviveHandshake)
		default:
			broken = append(broken, FlagsStay)
		}
	}
	return broken
}

// keepsPrefix checks what SSL_read returned.
func (t transition) keepsPrefix(after tracker) bool {
	op := t.step.Op
	reads := op.Verb == engine.VerbRead || op.Verb == engine.VerbReadEx
	if !reads || t.step.Bytes == 0 {
		return true
	}
	f := after.flow[engine.Incoming(op.Role)]
	next, known := f.nextByte()
	return known && next == f.read && f.read <= f.begun
}

// endsCleanly checks a RECEIVED that a close_notify has set in this step.
func (t transition) endsCleanly(after tracker) bool {
	for _, r := range engine.Roles {
		id := t.after.Endpoint(r).ReceivedBy().Record
		if t.before.Endpoint(r).Shutdown().Has(engine.ReceivedShutdown) || !t.after.Endpoint(r).Shutdown().Has(engine.ReceivedShutdown) || id == 0 {
			continue
		}
		if !receivedClose(t.step, r, id) {
			continue // a fatal alert also sets the flag
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
		if e.Role == r && e.Received && e.Record == id && e.Type == engine.TypeAlert {
			return e.Alert.Description == engine.CloseNotify
		}
	}
	return false
}

// clearsFlags are the calls whose purpose includes clearing shutdown flags.
var clearsFlags = map[engine.Verb]bool{engine.VerbSetShutdown: true, engine.VerbClear: true}

// keepsFlags reports whether all flags of r are still set, or may have been cleared.
func (t transition) keepsFlags(r engine.Role) bool {
	if op := t.step.Op; op.IsCall() && op.Role == r && clearsFlags[op.Verb] {
		return true
	}
	return t.before.Endpoint(r).Shutdown()&^t.after.Endpoint(r).Shutdown() == 0
}
