package model

import (
	"strconv"
	"strings"

	"closenotify/engine/script"
)

// WrapProgram puts statements that stand outside a function into main. DeclareVariable declares a
// variable at the beginning of the function that the program starts in.
type (
	WrapProgram     struct{}
	DeclareVariable struct{ Name string }
)

func (WrapProgram) update(m *Model) []Cmd {
	if !m.Code.isBare() {
		return nil
	}
	lines := strings.Split(strings.TrimRight(m.Code.text(), "\n"), "\n")
	for i, l := range lines {
		if l != "" && !strings.HasPrefix(l, "#") {
			lines[i] = "    " + l
		}
	}
	return m.fixProgram(mainHead + strings.Join(lines, "\n") + "\n    return 0;\n}\n")
}

// mainHead begins a program.
const mainHead = "int main(SSL *ssl)\n{\n"

func (d DeclareVariable) update(m *Model) []Cmd {
	head, body, ok := strings.Cut(m.Code.text(), mainHead)
	if !ok || d.Name != m.Code.undeclared() {
		return nil
	}
	return m.fixProgram(head + mainHead + "    int " + d.Name + " = 0;\n" + body)
}

// fixProgram takes another text and looks at once what is wrong with it.
func (m *Model) fixProgram(text string) []Cmd {
	EditProgram{text}.update(m)
	m.Code.Errors = nil
	return append(checkProgram{m.Code.count}.update(m), Focus{ProgramTextID})
}

// MaxPasted is how many bytes are pasted into the dialog at once.
const MaxPasted = script.MaxProgram

// RefuseProgram says that a text was not pasted, because it is longer.
type RefuseProgram struct{ Bytes int }

func (r RefuseProgram) update(m *Model) []Cmd {
	why := "The text was not pasted. It has " + strconv.Itoa(r.Bytes) + " bytes, and a program has at most " + strconv.Itoa(script.MaxProgram) + "."
	m.Code.Errors = []*script.Error{{Line: 1, Column: 1, Want: why}}
	m.Status = why
	return nil
}

// isBare reports whether the text does not compile and has no function that could be started.
func (e *ProgramEditor) isBare() bool {
	return len(e.Errors) > 0 && strings.Contains(e.Typed, "SSL_") && !strings.Contains(e.Typed, "SSL *") && !strings.Contains(e.Typed, "SSL*")
}

// undeclared is a variable that is used in main and not declared, "" for none.
func (e *ProgramEditor) undeclared() string {
	if !strings.Contains(e.text(), mainHead) {
		return ""
	}
	lines := strings.Split(e.text(), "\n")
	for _, err := range e.Errors {
		if isUndeclared(err) && err.Line <= len(lines) && !strings.Contains(lines[err.Line-1], err.Text+"(") {
			return err.Text
		}
	}
	return ""
}

// isUndeclared reports whether an error is that a name is not declared.
func isUndeclared(err *script.Error) bool {
	return err.Text != "" && strings.HasPrefix(err.Want, err.Text+" is not declared")
}
