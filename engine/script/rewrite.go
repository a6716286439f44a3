package script

import (
	"strings"
	"unicode"

	"closenotify/engine"
)

// rewrittenLine is a line as the language has it.
type rewrittenLine struct {
	text string
	line line
}

// rewriteLine writes a line that parseLine refuses as the language has it; ok is false if it
// could mean several things, or none.
func rewriteLine(text string) (r rewrittenLine, ok bool) {
	code, comment, commented := strings.Cut(text, "#")
	if !commented { // a comment of C
		code, comment, commented = strings.Cut(text, "//")
	}
	if r.text, ok = rewriteDirective(code); !ok {
		r.text, ok = rewriteProgram(code)
	}
	if !ok {
		r.text, ok = rewriteStep(code)
	}
	if !ok {
		return r, false
	}
	if commented {
		r.text += " #" + comment
	}
	var err *Error
	r.line, err = parseLine(r.text)
	return r, err == nil
}

// rewriteStep writes a step, and what is expected of it.
func rewriteStep(code string) (string, bool) {
	text, expectation, expects := strings.Cut(code, expectationMark)
	op, err := engine.ParseOp(text)
	if err != nil {
		var ok bool
		if op, ok = engine.ParseLooseOp(text); !ok {
			return "", false
		}
	}
	step := Step{Op: op}
	if expects {
		e, err := ParseExpectation(op, strings.TrimRight(expectation, "; \t"))
		if err != nil {
			return "", false
		}
		step.Expect = &e
	}
	return step.String(), true
}

// rewriteProgram writes the line that begins a program, "Program Client:", or the step run.
func rewriteProgram(code string) (string, bool) {
	if len(code) > 200 || firstWord(code) == "" || !strings.ContainsRune("pPrR", rune(firstWord(code)[0])) {
		return "", false
	}
	text := strings.Join(strings.FieldsFunc(strings.ToLower(code), func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(":;()", c) }), " ")
	for _, r := range engine.Roles {
		if text == programWord+" "+r.String() {
			return text, true
		}
	}
	return text, text == runWord
}

// rewriteDirective writes a directive: "Version: TLSv1.3", "profile 3.5".
func rewriteDirective(code string) (string, bool) {
	if name := firstWord(code); len(code) > 200 || len(name) < len("start") || !strings.ContainsRune("pPvVsStT", rune(name[0])) {
		return "", false // a quick no to nearly all lines
	}
	words := strings.FieldsFunc(strings.ToLower(code), func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(":=;", c) })
	if len(words) < 2 || len(words) > 4 {
		return "", false
	}
	d, ok := findDirective(words[0])
	if !ok {
		return "", false
	}
	value := strings.Join(words[1:], " ")
	joined := strings.ReplaceAll(value, " ", "")
	for _, v := range []string{
		value, strings.ReplaceAll(value, " ", "-"), joined,
		strings.Replace(joined, "tlsv", versionPrefix, 1), versionPrefix + joined,
		engine.ProfilePrefix + strings.TrimPrefix(joined, "openssl"),
	} {
		if d.set(&engine.Config{}, v) {
			return d.name + " " + v, true
		}
	}
	return "", false
}
