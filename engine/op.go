package engine

import (
	"strconv"
	"strings"
)

// Verb is what an Op does.
type Verb uint8

// The verbs: a peer's calls first, then what the network does.
const (
	VerbShutdown Verb = iota + 1
	VerbRead
	VerbPeek
	VerbWrite
	VerbSetShutdown
	VerbSetQuietShutdown
	VerbFree
	VerbDoHandshake
	VerbKeyUpdate
	VerbRenegotiate
	VerbClear
	VerbSetOptions
	VerbClearMode
	VerbKeepErrors
	VerbClose
	VerbSetNbio
	VerbHold
	VerbDeliver
	VerbCapacity
	VerbFIN
	VerbReset
	VerbBroken
	VerbTruncate
	VerbCorrupt
	VerbInjectAlert
)

// All is the N of "deliver all".
const All = -1

// Limits of the N of an Op, bytes.
const (
	MaxBytes    = 1 << 20 // of one call or one delivery
	MaxCapacity = 1 << 30
)

// argument says what stands behind a verb in a script.
type argument uint8

const (
	argNone  argument = iota
	argBytes          // a number of bytes
	argAll            // a number of bytes, or all
	argFlags          // shutdown flags
	argBool           // 0 or 1
	argWord           // one of words
)

// verbSpec is what the language knows of a verb.
type verbSpec struct {
	word    string
	call    bool // a peer's call
	returns bool // that returns something
	arg     argument
	most    int      // the largest N
	words   []string // what N counts
}

// argumentWanted says what may stand behind the verb.
func (s verbSpec) argumentWanted() string {
	switch s.arg {
	case argFlags:
		return "0, SENT, RECEIVED or SENT|RECEIVED"
	case argBool:
		return "0 or 1"
	case argWord:
		return strings.Join(s.words, " or ")
	case argAll:
		return "a number from 0 to " + strconv.Itoa(s.most) + " or all"
	}
	return "a number from 0 to " + strconv.Itoa(s.most)
}

// verbs is the language's vocabulary, in the order of the constants.
var verbs = [...]verbSpec{
	VerbShutdown:         {"SSL_shutdown", true, true, argNone, 0, nil},
	VerbRead:             {"SSL_read", true, true, argBytes, MaxBytes, nil},
	VerbPeek:             {"SSL_peek", true, true, argBytes, MaxBytes, nil},
	VerbWrite:            {"SSL_write", true, true, argBytes, MaxBytes, nil},
	VerbSetShutdown:      {"SSL_set_shutdown", true, false, argFlags, 3, nil},
	VerbSetQuietShutdown: {"SSL_set_quiet_shutdown", true, false, argBool, 1, nil},
	VerbFree:             {"SSL_free", true, false, argNone, 0, nil},
	VerbDoHandshake:      {"SSL_do_handshake", true, true, argNone, 0, nil},
	VerbKeyUpdate:        {"SSL_key_update", true, true, argWord, 1, []string{"not_requested", "requested"}},
	VerbRenegotiate:      {"SSL_renegotiate", true, true, argNone, 0, nil},
	VerbClear:            {"SSL_clear", true, true, argNone, 0, nil},
	VerbSetOptions:       {"SSL_set_options", true, false, argWord, 0, []string{"IGNORE_UNEXPECTED_EOF"}},
	VerbClearMode:        {"SSL_clear_mode", true, false, argWord, 0, []string{"AUTO_RETRY"}},
	VerbKeepErrors:       {"keep_errors", true, false, argWord, 1, []string{"off", "on"}},
	VerbClose:            {"close", true, false, argNone, 0, nil},
	VerbSetNbio:          {"BIO_set_nbio", true, false, argBool, 1, nil},
	VerbHold:             {"hold", false, false, argNone, 0, nil},
	VerbDeliver:          {"deliver", false, false, argAll, MaxCapacity, nil},
	VerbCapacity:         {"capacity", false, false, argBytes, MaxCapacity, nil},
	VerbFIN:              {"fin", false, false, argNone, 0, nil},
	VerbReset:            {"reset", false, false, argNone, 0, nil},
	VerbBroken:           {"broken", false, false, argNone, 0, nil},
	VerbTruncate:         {"truncate", false, false, argNone, 0, nil},
	VerbCorrupt:          {"corrupt", false, false, argNone, 0, nil},
	VerbInjectAlert:      {"inject alert", false, false, argNone, 0, nil},
}

// valid reports whether v is one of the verbs.
func (v Verb) valid() bool { return v > 0 && int(v) < len(verbs) }

// String gives the script's word, "SSL_shutdown" or "inject alert".
func (v Verb) String() string {
	if !v.valid() {
		return "no verb"
	}
	return verbs[v].word
}

// IsCall reports whether v is a peer's call; else it is a step of the network.
func (v Verb) IsCall() bool { return v.valid() && verbs[v].call }

// Op is one operation: a call by a peer, or a step of the network in a
// direction. Ops can be compared with ==.
type Op struct {
	Verb Verb
	Role Role      // of a call
	Dir  Direction // of a network step
	N    int       // bytes, ShutdownFlags, 0 or 1, or All; 0 where the verb takes nothing
}

// IsCall reports whether o is a peer's call; else it is a step of the network.
func (o Op) IsCall() bool { return o.Verb.IsCall() }

// String gives the script's line, "client SSL_read 100".
func (o Op) String() string {
	who := o.Dir.String()
	if o.IsCall() {
		who = o.Role.String()
	}
	text := who + " " + o.Verb.String()
	if arg := o.argument(); arg != "" {
		text += " " + arg
	}
	return text
}

// Call gives the operation without who does it, as a person would write the
// call: "SSL_read(100)", "SSL_shutdown()", "deliver all".
func (o Op) Call() string {
	if o.IsCall() {
		return o.Verb.String() + "(" + o.argument() + ")"
	}
	if arg := o.argument(); arg != "" {
		return o.Verb.String() + " " + arg
	}
	return o.Verb.String()
}

// argument is the text of N, "" where the verb takes none.
func (o Op) argument() string {
	if !o.Verb.valid() {
		return ""
	}
	switch v := verbs[o.Verb]; v.arg {
	case argNone:
		return ""
	case argFlags:
		return ShutdownFlags(o.N).String()
	case argWord:
		return v.words[min(max(o.N, 0), v.most)] // Op.check refuses others
	case argAll:
		if o.N == All {
			return "all"
		}
	}
	return strconv.Itoa(o.N)
}

// check says what is wrong with o, or nil.
func (o Op) check() error {
	if !o.Verb.valid() {
		return &OpError{o, "no such verb"}
	}
	v := verbs[o.Verb]
	if o.Role > Server || o.Dir > ServerToClient {
		return &OpError{o, "no such peer or direction"}
	}
	if o.N == All && v.arg == argAll {
		return nil
	}
	if o.N < 0 || o.N > v.most {
		return &OpError{o, "a number from 0 to " + strconv.Itoa(v.most) + " was expected"}
	}
	return nil
}

// OpError says why an Op cannot be applied.
type OpError struct {
	Op  Op
	Why string
}

// Error names the operation and the reason.
func (e *OpError) Error() string { return "engine: " + e.Op.String() + ": " + e.Why }
