package cc

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	cc "modernc.org/cc/v4"

	"closenotify/engine/program"
)

// The front end gives every token of a macro the place where the macro is used, also the macro's
// arguments. gcc's __LINE__ tells the line in which a call's name stands there. So, where a text
// has macros, the preprocessor runs once more, and puts __LINE__ behind the names of calls.

// calledLines returns the lines of calls by the numbers of their names' tokens. It lacks those
// that have the front end's line.
func calledLines(ast *cc.AST, text string, o Options) map[int]int {
	if !strings.Contains(text, "define") && !strings.Contains(text, "assert") {
		return nil
	}
	var expanded strings.Builder
	if err := cc.Preprocess(newConfig(), sourcesOf(text, o, lineMacros(text)), &expanded); err != nil {
		return nil
	}
	told := toldLines(expanded.String())
	lines := map[int]int{}
	for name, tokens := range namedTokens(ast) {
		slices.SortFunc(tokens, func(a, b cc.Token) int { return a.Seq() - b.Seq() })
		tokens = slices.CompactFunc(tokens, func(a, b cc.Token) bool { return a.Seq() == b.Seq() })
		if len(tokens) != len(told[name]) {
			continue // the text asks whether a macro of that name is defined
		}
		for i, t := range tokens {
			if line := told[name][i]; line > 0 {
				lines[t.Seq()] = line
			}
		}
	}
	return lines
}

// lineMacros defines, for each function that the text names, a macro that puts the line behind
// the name: f(x) becomes f 12 (x).
func lineMacros(text string) string {
	var b strings.Builder
	done := map[string]bool{}
	for _, name := range word.FindAllString(text, -1) {
		if program.IsFunction(name) && !done[name] {
			done[name] = true
			fmt.Fprintf(&b, "#define %s(...) %s __LINE__ (__VA_ARGS__)\n", name, name)
		}
	}
	return b.String()
}

// lineToken matches strings, characters, numbers, and names that may have a line behind them.
var lineToken = regexp.MustCompile(`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\.?[0-9][\w.]*|([A-Za-z_]\w*)(?:\s+(\d+)\s+\()?`)

// toldLines returns the lines of each function's names in the order of the text, 0 for one that
// no bracket follows.
func toldLines(expanded string) map[string][]int {
	told := map[string][]int{}
	for _, m := range lineToken.FindAllStringSubmatch(expanded, -1) {
		if program.IsFunction(m[1]) {
			told[m[1]] = append(told[m[1]], number(m[2]))
		}
	}
	return told
}

// namedTokens returns the tokens of the syntax tree that are names of functions, by name.
func namedTokens(ast *cc.AST) map[string][]cc.Token {
	found := map[string][]cc.Token{}
	token := reflect.TypeFor[cc.Token]()
	for unit := ast.TranslationUnit; unit != nil; unit = unit.TranslationUnit {
		walk(reflect.ValueOf(unit.ExternalDeclaration), func(node cc.Node) {
			s := reflect.ValueOf(node).Elem()
			for i := range s.NumField() {
				if f := s.Type().Field(i); f.Type != token || !f.IsExported() {
					continue
				}
				if t := s.Field(i).Interface().(cc.Token); program.IsFunction(t.SrcStr()) {
					found[t.SrcStr()] = append(found[t.SrcStr()], t)
				}
			}
		})
	}
	return found
}
