// Package script is the text form of what the engine does: scripts, which say
// what connection to start and which operations to apply, and traces, which say
// what they did.
//
// A script is UTF-8 text, one directive or step a line; a # starts a comment:
//
//	# Client closes first
//	#
//	# The client calls SSL_shutdown twice.
//
//	version tls1.3
//
//	# Its close_notify leaves; 0 means that the server's has not been read yet.
//	client SSL_shutdown
//	server SSL_read 100
//	server SSL_shutdown
//	client SSL_shutdown
//
// The first block of comments is the script's title and summary, unless a step
// follows it directly. Every other comment before a step is the narration of the
// steps that follow. A comment that begins with a list of profiles and versions is a
// caption, which narrates only those; it is never part of the title and summary:
//
//	#[openssl-1.1.1 tls1.2] Here the error queue stays empty.
//
// A step may say what the call is expected to return, see Expectation. The error of
// SSL_get_error and the oldest reason are compared if they are given:
//
//	client SSL_shutdown => 0 SSL_ERROR_SYSCALL
//
// A peer may have a program in C. It stands between the directives and the steps, and runs
// on to its next call with the step next:
//
//	program client
//	int main(SSL *ssl)
//	{
//	    return SSL_shutdown(ssl);
//	}
//	end program
//
//	client next
//
// The step run stands for the next of both peers in turn. The text of a program is kept as
// it is. Whoever plays the script compiles it.
package script

import (
	"strings"

	"closenotify/engine"
)

// Script is a parsed script.
type Script struct {
	Intro  []string // the title and the summary, a line each, "" for an empty one
	Config engine.Config
	// Programs are the peers' programs, by engine.Role.
	Programs [2]Program
	Steps    []Step
	Outro    string // comments after the last step, as in a Note
}

// Step is one operation of a script.
type Step struct {
	Op     engine.Op
	Run    bool         // the step is run, which stands for the next of both peers in turn; Op is then zero
	Expect *Expectation // what it is expected to return; nil if the script does not say
	Note   string       // the narration before it, see JoinNote; "" for none
	Line   int          // its line in the source, from 1; 0 if it was not parsed
}

// String returns the step and what is expected of it, without narration.
func (s Step) String() string {
	switch {
	case s.Run:
		return runWord
	case s.Expect == nil:
		return s.Op.String()
	}
	return s.Op.String() + " " + expectationMark + " " + s.Expect.String()
}

// runWord is the step run.
const runWord = "run"

// Ops lists the operations. For the step run it has the zero Op, which no World
// applies: see Play.
func (s Script) Ops() []engine.Op {
	ops := make([]engine.Op, len(s.Steps))
	for i, step := range s.Steps {
		ops[i] = step.Op
	}
	return ops
}

// String writes the script in its canonical form: directives that differ from
// their defaults, one step a line. Parse reads it back to an equal Script, but
// for Line.
func (s Script) String() string {
	var b strings.Builder
	block := func(lines []string) {
		for _, l := range lines {
			if !IsCaption(l) {
				l = strings.TrimRight("# "+l, " ")
			}
			b.WriteString(l + "\n")
		}
	}
	if len(s.Intro) > 0 {
		block(s.Intro)
		b.WriteString("\n")
	}
	head := s.head()
	b.WriteString(head)
	if head != "" && len(s.Steps) > 0 {
		b.WriteString("\n")
	}
	for i, step := range s.Steps {
		if step.Note != "" {
			if i > 0 {
				b.WriteString("\n")
			}
			block(SplitNote(step.Note))
		}
		b.WriteString(step.String() + "\n")
	}
	if s.Outro != "" {
		b.WriteString("\n")
		block(SplitNote(s.Outro))
	}
	return b.String()
}

// head writes the directives that differ from their defaults, and the programs.
func (s Script) head() string {
	var b strings.Builder
	for _, d := range directives {
		if v := d.get(s.Config); v != "" && v != d.defaultValue {
			b.WriteString(d.name + " " + v + "\n")
		}
	}
	for _, r := range engine.Roles {
		if p := s.Programs[r].String(r); p != "" {
			if b.Len() > 0 {
				b.WriteString("\n")
			}
			b.WriteString(p)
		}
	}
	return b.String()
}
