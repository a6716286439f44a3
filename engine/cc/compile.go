package cc

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// MaxText is how long a program's text may be, in bytes.
const MaxText = 64 << 10

// Options say what a program is compiled for.
type Options struct {
	// Version is the library's OPENSSL_VERSION_NUMBER. It says which constants there are, and
	// which values they have; 0 stands for the newest.
	Version uint32
}

// An Error is why a text is refused, in one place of it.
type Error struct {
	Line, Column int // from 1; columns count bytes
	Name         string
	Message      string
	Suggestion   string // what to write instead, or ""
}

// Error writes the place, the message and the suggestion.
func (e *Error) Error() string {
	text := fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message)
	if e.Suggestion != "" {
		text += "; " + e.Suggestion
	}
	return text
}

// Errors are all that is wrong with a text, in the order of their places.
type Errors []*Error

// Error writes the first errors, one a line.
func (e Errors) Error() string {
	var lines []string
	for _, err := range e {
		lines = append(lines, err.Error())
	}
	return strings.Join(lines, "\n")
}

// Compile returns the code of a program. What it refuses it reports as Errors.
func Compile(text string, o Options) (code *program.Code, err error) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if errs := checkText(text); errs != nil {
		return nil, errs
	}
	if e := checkBrackets(text); e != nil {
		return nil, Errors{e}
	}
	defer func() {
		if r := recover(); r != nil {
			code, err = nil, Errors{panicked(r)}
		}
	}()
	ast, errs := parseSafely(text, o)
	if errs != nil {
		return nil, errs
	}
	c := newCompiler(ast)
	c.lines = calledLines(ast, text, o)
	if c.compile(); len(c.errors) > 0 {
		return nil, c.sorted()
	}
	if err := c.code.Verify(); err != nil {
		return nil, Errors{{Line: 1, Column: 1, Message: "internal error of the compiler: " + err.Error()}}
	}
	return c.code, nil
}

// panicked turns a panic of the front end into an error.
func panicked(r any) *Error {
	if e, ok := r.(*Error); ok {
		return e
	}
	message := strings.SplitN(fmt.Sprint(r), "\n", 2)[0]
	e := &Error{Line: 1, Column: 1, Message: "this text cannot be compiled: " + message}
	if m := place.FindStringSubmatch(message); m != nil {
		e.Line, e.Column = number(m[1]), number(m[2])
	}
	return e
}

// parseSafely is parse where the front end may panic, as it does at some wrong texts. Then
// it finds the place by reading less and less of the text.
func parseSafely(text string, o Options) (*cc.AST, Errors) {
	ast, errs, failed := tryParse(text, o)
	if !failed {
		return ast, errs
	}
	lines := strings.SplitAfter(text, "\n")
	good, bad := 0, len(lines)
	for bad-good > 1 {
		middle := (good + bad) / 2
		_, errs, failed := tryParse(strings.Join(lines[:middle], ""), o)
		if len(errs) > 0 && errs[0].Line < middle {
			return nil, errs
		}
		if failed {
			bad = middle
		} else {
			good = middle
		}
	}
	return nil, Errors{{Line: max(bad, 1), Column: 1, Message: "this line, or what it belongs to, is not C", Suggestion: "look for a missing bracket or semicolon"}}
}

// tryParse is parse that reports whether the front end has failed.
func tryParse(text string, o Options) (ast *cc.AST, errs Errors, failed bool) {
	defer func() {
		if r := recover(); r != nil {
			ast, errs, failed = nil, nil, true
		}
	}()
	ast, errs = parse(text, o)
	return ast, errs, false
}

// parse reads and checks the text.
func parse(text string, o Options) (*cc.AST, Errors) {
	config := newConfig()
	sources := sourcesOf(text, o, "")
	// Where the preprocessor gives up, the parser may wait for more for ever.
	if err := cc.Preprocess(config, sources, io.Discard); err != nil {
		return nil, frontErrors(err, text)
	}
	ast, err := cc.Translate(config, sources)
	if err == nil {
		return ast, nil
	}
	if !place.MatchString(err.Error()) {
		if ast, err := cc.Parse(config, sources); err == nil {
			if e := misplaced(ast); e != nil {
				return nil, Errors{e}
			}
		}
	}
	return nil, frontErrors(err, text)
}

// newConfig returns the settings of the front end.
func newConfig() *cc.Config {
	abi, err := cc.NewABI("linux", "amd64")
	if err != nil {
		panic(err)
	}
	return &cc.Config{
		ABI: abi, FS: headers{}, FSOnly: true, UnsignedEnums: true,
		ExpansionLimit: 1 << 20, ABILayout: true,
	}
}

// sourcesOf returns what the front end reads: the text, what it may use, and more macros.
func sourcesOf(text string, o Options, macros string) []cc.Source {
	rest, defines := withoutIncludes(text)
	return []cc.Source{
		{Name: "<predefined>", Value: predefined},
		{Name: "<builtin>", Value: builtin},
		{Name: "<library>", Value: library + defines + constants(text, cmp.Or(o.Version, newest)) + macros},
		{Name: sourceName, Value: rest + "\n"},
		{Name: endName, Value: end},
	}
}

// end follows the text, because the front end's loop over the qualifiers of a pointer
// does not see the end of the last source. A name ends it.
const (
	endName = "<end>"
	end     = "int __end_of_program;\n"
)

// newest is above every OPENSSL_VERSION_NUMBER that the table of constants tells apart.
const newest = 0x4fffffff

// sourceName is the name of the person's text in positions.
const sourceName = "program.c"
