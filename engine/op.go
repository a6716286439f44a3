package engine

import "strings"

// Op is one operation: a call by a peer, or a step of the network in a
// direction. Ops can be compared with ==.
type Op struct {
	Verb Verb
	Role Role      // of a call
	Dir  Direction // of a network step
	N    int       // the argument: bytes, All, or the index of a word; 0 where the verb takes nothing
}

// Verbs lists all calls, then all steps of the network, in the registry's order.
func Verbs() []Verb {
	list := make([]Verb, 0, len(verbs)-1)
	for v := Verb(1); v.valid(); v++ {
		list = append(list, v)
	}
	return list
}

// valid reports whether v is one of the verbs.
func (v Verb) valid() bool { return v > 0 && int(v) < len(verbs) }

// String returns the script's word, "SSL_shutdown" or "inject alert".
func (v Verb) String() string {
	if !v.valid() {
		return "no verb"
	}
	return verbs[v].word
}

// IsCall reports whether v is a peer's call; else it is a step of the network.
func (v Verb) IsCall() bool { return v.valid() && verbs[v].call }

// Returns reports whether v is a call that returns something.
func (v Verb) Returns() bool { return v.valid() && verbs[v].returns }

// ReadsData reports whether v reads application data: SSL_read, SSL_peek, and the same
// with _ex.
func (v Verb) ReadsData() bool {
	return v == VerbRead || v == VerbPeek || v == VerbReadEx || v == VerbPeekEx
}

// WritesData reports whether v is SSL_write or SSL_write_ex.
func (v Verb) WritesData() bool { return v == VerbWrite || v == VerbWriteEx }

// IsEx reports whether v is SSL_read_ex, SSL_peek_ex or SSL_write_ex. These return 1 or 0
// and write the number of bytes into their last argument.
func (v Verb) IsEx() bool { return v.valid() && verbs[v].ex }

// TakesArgument reports whether something follows the word of v.
func (v Verb) TakesArgument() bool { return v.valid() && verbs[v].arg.kind != argNone }

// TakesBytes reports whether what follows the word of v is a number of bytes.
func (v Verb) TakesBytes() bool { return v.valid() && verbs[v].arg.kind == argNumber }

// FirstArgument is the N worth trying first, 0 where v takes nothing.
func (v Verb) FirstArgument() int {
	if !v.valid() {
		return 0
	}
	return verbs[v].arg.first
}

// LinkCode is the number of v in links of format 2. Calls and steps of the network
// are numbered apart, each from 0.
func (v Verb) LinkCode() int { return verbs[v].link }

// VerbWithLinkCode is the call, or the step of the network, that has the number in
// links of format 2.
func VerbWithLinkCode(call bool, code int) (Verb, bool) {
	for v := Verb(1); v.valid(); v++ {
		if s := &verbs[v]; s.call == call && s.link == code {
			return v, true
		}
	}
	return 0, false
}

// IsOfProgram reports whether v is a step of a peer's program, next or timeout. Nobody makes
// these calls by hand.
func (v Verb) IsOfProgram() bool { return v == VerbNext || v == VerbTimeout }

// IsCall reports whether o is a peer's call; else it is a step of the network.
func (o Op) IsCall() bool { return o.Verb.IsCall() }

// String returns the script's line, "client SSL_read 100".
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

// Call returns the operation without who does it, as a person would write the
// call: "SSL_read(100)", "SSL_shutdown()", "deliver all", "next".
func (o Op) Call() string {
	if o.IsCall() && !o.Verb.IsOfProgram() {
		return o.Verb.String() + "(" + o.argument() + ")"
	}
	if arg := o.argument(); arg != "" {
		return o.Verb.String() + " " + arg
	}
	return o.Verb.String()
}

// C is the call as an expression in C: "SSL_read(client, buf, 100)". The SSL object has the
// peer's name, its socket is client_fd or server_fd, buf is an array of MaxBytes bytes, and
// n is a size_t. It is "" for steps that call neither OpenSSL nor the system: those of the
// network and of programs, and keep_errors.
func (o Op) C() string {
	text := strings.ReplaceAll(verbs[o.Verb].c, "{ssl}", o.Role.String())
	text = strings.ReplaceAll(text, "{fd}", o.Role.String()+"_fd")
	return strings.ReplaceAll(text, "{n}", verbs[o.Verb].arg.cText(o.N)) // a Replacer costs the client 19 kB
}

// argument is what follows the verb in a script, "" for nothing.
func (o Op) argument() string {
	if !o.Verb.valid() {
		return ""
	}
	return verbs[o.Verb].arg.text(o.N)
}

// check says what is wrong with o, or nil.
func (o Op) check() error {
	switch {
	case !o.Verb.valid():
		return &OpError{o, "no such verb"}
	case o.Role > Server || o.Dir > ServerToClient:
		return &OpError{o, "no such peer or direction"}
	case !verbs[o.Verb].arg.allows(o.N):
		return &OpError{o, verbs[o.Verb].arg.wanted() + " was expected"}
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
