package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// CodeScene is the branch up to the cursor as C.
type CodeScene struct {
	Lines   []CodeLine
	Omitted int // lines in front that are left out
}

// CodeLine is a statement and what came of it.
type CodeLine struct {
	Text, Comment string
	Current       bool
	Highlighted   bool // it set the flag that is lit
}

// codeScene writes the calls down as somebody would have to program them.
func (m *Model) codeScene() CodeScene {
	first, _ := m.visibleSteps()
	c := CodeScene{Omitted: first - 1}
	lit := m.highlightedCause().Step
	for i := first; i <= m.At; i++ {
		l := codeLine(m.Step(i), i == m.At)
		l.Highlighted = i == lit
		c.Lines = append(c.Lines, l)
	}
	return c
}

// codeLine is one step in C; what the network does is a comment.
func codeLine(s engine.Step, current bool) CodeLine {
	op := s.Op
	if !op.IsCall() {
		return CodeLine{Comment: op.String(), Current: current}
	}
	l := CodeLine{Text: cCall(op) + ";", Current: current}
	if s.Returned {
		l.Text = "ret = " + l.Text
		l.Comment = strconv.Itoa(s.Ret)
		if s.Error != engine.ErrorNone && !misleading(s) {
			l.Comment += ", SSL_get_error(" + op.Role.String() + ", ret) == " + s.Error.String()
		}
	}
	return l
}

// cCall is the call in C; the variables are the peers.
func cCall(op engine.Op) string {
	ssl, n := op.Role.String(), strconv.Itoa(op.N)
	args := []string{ssl}
	switch op.Verb {
	case engine.VerbRead, engine.VerbPeek, engine.VerbWrite:
		args = append(args, "buf", n)
	case engine.VerbSetQuietShutdown:
		args = append(args, n)
	case engine.VerbSetShutdown:
		args = append(args, cShutdownFlags(engine.ShutdownFlags(op.N)))
	}
	return op.Verb.String() + "(" + strings.Join(args, ", ") + ")"
}

// cShutdownFlags spells flags as ssl.h does.
func cShutdownFlags(f engine.ShutdownFlags) string {
	var names []string
	if f.Has(engine.Sent) {
		names = append(names, "SSL_SENT_SHUTDOWN")
	}
	if f.Has(engine.Received) {
		names = append(names, "SSL_RECEIVED_SHUTDOWN")
	}
	if len(names) == 0 {
		return "0"
	}
	return strings.Join(names, " | ")
}
