package conformance

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
)

// grammarText says how random programs are written. See its comment.
//
//go:embed program_grammar.txt
var grammarText string

// grammar has the alternatives of each rule, each as often as it should be taken.
var grammar = parseGrammar(grammarText)

// alternative is one text that a rule stands for.
type alternative struct {
	needs string // a function or trait of the program, "" for none
	text  string
}

var alternativeForm = regexp.MustCompile(`^\t(?:\[(\w+)\] )?(?:(\d+)\*)?(.*)$`)

// parseGrammar reads the rules. It panics if a line has another form.
func parseGrammar(text string) map[string][]alternative {
	rules := map[string][]alternative{}
	rule := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] != '\t' {
			rule = line
			continue
		}
		m := alternativeForm.FindStringSubmatch(line)
		times, err := strconv.Atoi(m[2])
		if err != nil {
			times = 1
		}
		for range times {
			rules[rule] = append(rules[rule], alternative{m[1], m[3]})
		}
	}
	return rules
}

// leaves are the rules that stand for others where statements or expressions are too deep.
var leaves = map[string]string{"stmt": "simple", "data": "simple", "int": "atom", "cond": "test"}

// maxDepth is how deep these are nested.
const maxDepth = 3

// expander writes a text of the grammar.
type expander struct {
	r      *rand.Rand
	traits map[string]bool // what the program has, functions included
	out    strings.Builder
	depth  map[string]int // of the rules in leaves
}

// rule writes one of a rule's alternatives.
func (x *expander) rule(name string) {
	leaf, nested := leaves[name]
	if nested && x.depth[name] >= maxDepth {
		x.rule(leaf)
		return
	}
	x.depth[name]++
	x.expand(x.alternative(name).text)
	x.depth[name]--
}

// alternative picks one that the program may have.
func (x *expander) alternative(rule string) alternative {
	list := grammar[rule]
	if list == nil {
		panic("conformance: the grammar has no rule " + rule)
	}
	for {
		if a := pick(x.r, list); a.needs == "" || x.traits[a.needs] {
			return a
		}
	}
}

var reference = regexp.MustCompile(`^\$(?:/|[a-z_]+)`)

// expand writes a text and what its references stand for.
func (x *expander) expand(text string) {
	for text != "" {
		at := strings.IndexByte(text, '$')
		if at < 0 {
			at = len(text)
		}
		x.out.WriteString(text[:at])
		text = text[at:]
		switch {
		case text == "":
		case strings.HasPrefix(text, "$("):
			end := closingAt(text)
			x.choice(text[2:end])
			text = text[end+1:]
		default:
			name := reference.FindString(text)
			if text = text[len(name):]; name == "$/" {
				x.out.WriteByte('\n')
			} else {
				x.rule(name[1:])
			}
		}
	}
}

// choice writes one of several texts, or a number of a range.
func (x *expander) choice(text string) {
	var low, high int
	if n, err := fmt.Sscanf(text, "%d..%d", &low, &high); n == 2 && err == nil {
		x.out.WriteString(strconv.Itoa(low + x.r.IntN(high-low+1)))
		return
	}
	x.expand(pick(x.r, split(text)))
}

// closingAt finds the bracket that closes the choice with which text begins.
func closingAt(text string) int {
	depth := 0
	for i, c := range text {
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	panic("conformance: a choice of the grammar does not end: " + text)
}

// split cuts a choice into its texts, at each ~ that is in no bracket.
func split(text string) (list []string) {
	depth, from := 0, 0
	for i, c := range text {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == '~' && depth == 0:
			list = append(list, text[from:i])
			from = i + 1
		}
	}
	return append(list, text[from:])
}
