package explain

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// CodeLine is a line of a program in C: a statement, a comment, or both.
type CodeLine struct {
	Text     string // "ret = SSL_shutdown(client);", "" for none
	Comment  string // the text of the comment, without /* and */; "" for none
	Indented bool   // it is inside the function
}

// String is the line as a program has it.
func (l CodeLine) String() string {
	text := l.Text
	if l.Comment != "" {
		text = strings.TrimPrefix(text+" ", " ") + "/* " + l.Comment + " */"
	}
	if l.Indented {
		text = "    " + text
	}
	return text
}

// CodeBegin and CodeEnd enclose the steps of a program, so that it compiles.
var (
	CodeBegin = []CodeLine{
		{Text: "#include <openssl/ssl.h>"},
		{Text: "#include <unistd.h>"},
		{},
		{Text: "SSL *client, *server;", Comment: "connected to each other"},
		{Text: "int client_fd, server_fd;", Comment: "their sockets"},
		{Text: "char buf[" + strconv.Itoa(engine.MaxBytes) + "];"},
		{Text: "int ret;"},
		{Text: "size_t n;", Comment: "bytes read or written by an _ex call"},
		{},
		{Text: "void scenario(void)"},
		{Text: "{"},
	}
	CodeEnd = []CodeLine{{Text: "}"}}
)

// Code is the step to a moment in C, with what it returned. A step of the network is a
// comment, and so is a call that does nothing because its SSL object has been freed or
// is still in another call.
func Code(h engine.History, id engine.NodeID) CodeLine {
	s := h.Step(id)
	statement := s.Op.C()
	if statement == "" {
		comment := s.Op.String()
		if s.Op.Verb.IsOfProgram() {
			comment = Line(s)
		}
		return CodeLine{"", comment, true}
	}
	if parent, ok := h.Parent(id); ok {
		if why := WhyNotCalled(h.World(parent).Endpoint(s.Op.Role), s.Op); why != "" {
			return CodeLine{"", why + ": " + statement, true}
		}
	}
	if s.Op.Verb.Returns() {
		statement = "ret = " + statement
	}
	return CodeLine{statement + ";", codeComment(s), true}
}

// WhyNotCalled says why a call is not made, "" if it is. close(2) works on a socket whose
// SSL object has been freed.
func WhyNotCalled(e engine.Endpoint, op engine.Op) string {
	if _, blocked := e.Blocked(); blocked {
		return "not called while blocked"
	}
	if e.State() == engine.Freed && op.Verb != engine.VerbClose {
		return "not called after SSL_free"
	}
	return ""
}

// codeComment is what a call returned, or that it did not.
func codeComment(s engine.Step) string {
	switch {
	case s.Blocked:
		return "blocks"
	case !s.Returned:
		return ""
	case s.Error == engine.ErrorNone || Misleading(s):
		return strconv.Itoa(s.Ret) + bytesComment(s)
	}
	return strconv.Itoa(s.Ret) + ", SSL_get_error(" + s.Op.Role.String() + ", ret) == " + s.Error.String()
}

// bytesComment is what an _ex call that succeeded wrote into its last argument.
func bytesComment(s engine.Step) string {
	if !s.Op.Verb.IsEx() {
		return ""
	}
	return ", n == " + strconv.Itoa(s.Bytes)
}
