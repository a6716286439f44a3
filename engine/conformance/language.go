package conformance

import (
	"embed"
	"regexp"
	"strconv"
	"strings"
)

// harnessSource is the part of the harness that declares the script language. It is read
// here, so that a call needs to be added only there.
//
//go:embed harness/c/calls.c harness/c/network.c harness/c/script.c harness/c/step.c harness/c/argument.h
var harnessSource embed.FS

// Verb is a call or a step of the network, as the harness declares it.
type Verb struct {
	Word    string // "SSL_read", "inject alert"
	IsCall  bool   // a call of a peer; else a step of the network
	Returns bool   // the call returns a number

	// What follows the word in a script: one of Words, or else a number from 0 to
	// MaxNumber, or else nothing.
	Words     []string
	MaxNumber int
	All       bool // "all" may stand for the number
}

// The script language, as the harness declares it.
var (
	Verbs      = append(calls(), networkSteps()...)
	Directives = wordList("directives")
	Versions   = wordList("versions")   // values of the directive version
	Starts     = wordList("starts")     // values of the directive start
	Transports = wordList("transports") // first words of the values of the directive transport
)

// The subjects of steps.
var (
	peers      = wordList("subjects")[:2]
	directions = wordList("subjects")[2:]
)

func calls() []Verb {
	list := readTable("calls.c", "const struct call calls[] = {")
	for i := range list {
		list[i].IsCall = true
	}
	return list
}

func networkSteps() []Verb {
	return readTable("network.c", "const struct network_step network_steps[] = {")
}

// tableRow is a row of calls.c or network.c: the word, the argument, and the rest.
var tableRow = regexp.MustCompile(`^\{"([^"]+)", (NOTHING|BYTES|NUMBER|NUMBER_OR_ALL|WORDS\(([^)]*)\)), (.*)\},$`)

// readTable reads the table that begins with the given line. It panics if a row is not in
// the form of tableRow.
func readTable(file, begin string) []Verb {
	_, rows, found := strings.Cut(source(file), begin)
	rows, _, ended := strings.Cut(rows, "{NULL,")
	if !found || !ended {
		panic("conformance: no table in " + file)
	}
	var list []Verb
	for line := range strings.Lines(rows) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		m := tableRow.FindStringSubmatch(line)
		if m == nil {
			panic("conformance: " + file + ": a row of the table must be one line: " + line)
		}
		v := Verb{Word: m[1], Returns: strings.HasPrefix(m[4], "RETURNS(") || strings.HasPrefix(m[4], "COUNTS(")}
		switch m[2] {
		case "NOTHING":
		case "BYTES":
			v.MaxNumber = constant("MAX_BYTES")
		case "NUMBER", "NUMBER_OR_ALL":
			v.MaxNumber, v.All = constant("MAX_NUMBER"), m[2] == "NUMBER_OR_ALL"
		default:
			v.Words = quoted(m[3])
		}
		list = append(list, v)
	}
	return list
}

// wordList reads a list of script.c or step.c, without the NULL at its end.
func wordList(name string) []string {
	m := regexp.MustCompile(`const char \*const ` + name + `\[\] = \{(.*), NULL\};`).FindStringSubmatch(source("script.c") + source("step.c"))
	if m == nil {
		panic("conformance: no list " + name + " in script.c and step.c")
	}
	return quoted(m[1])
}

// constant reads a constant of argument.h, a power of two.
func constant(name string) int {
	m := regexp.MustCompile(`#define ` + name + ` \(1L? << (\d+)\)`).FindStringSubmatch(source("argument.h"))
	if m == nil {
		panic("conformance: no constant " + name + " in argument.h")
	}
	shift, err := strconv.Atoi(m[1])
	if err != nil {
		panic(err)
	}
	return 1 << shift
}

// quoted returns the texts between quotation marks.
func quoted(text string) []string {
	var list []string
	for _, m := range regexp.MustCompile(`"([^"]*)"`).FindAllStringSubmatch(text, -1) {
		list = append(list, m[1])
	}
	return list
}

// comment is a comment in C.
var comment = regexp.MustCompile(`(?s)/\*.*?\*/`)

// source returns a file of the harness without comments.
func source(file string) string {
	text, err := harnessSource.ReadFile("harness/c/" + file)
	if err != nil {
		panic(err)
	}
	return comment.ReplaceAllString(string(text), "")
}
