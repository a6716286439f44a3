package cc

import (
	"strings"

	cc "modernc.org/cc/v4"
)

// formats are the functions that print, and which argument is the format.
var formats = map[string]int{"printf": 0, "fprintf": 1, "snprintf": 2}

// checkFormat refuses conversions that are not modelled, and formats that do not fit their
// arguments, where the format is a string literal.
func (g *gen) checkFormat(name string, arguments []cc.ExpressionNode) {
	at, prints := formats[name]
	if !prints {
		return
	}
	p, ok := bare(arguments[at]).(*cc.PrimaryExpression)
	if !ok || p.Case != cc.PrimaryExpressionString {
		return
	}
	text, _ := p.Value().(cc.StringValue)
	rest := strings.TrimRight(string(text), "\x00")
	values := arguments[at+1:]
	for {
		_, after, found := strings.Cut(rest, "%")
		if !found {
			return
		}
		end := strings.IndexFunc(after, func(r rune) bool { return !strings.ContainsRune("-+ #0123456789.*hlz", r) })
		if end < 0 {
			fail(p, "%", "the format ends inside a conversion", "write %% for a percent sign")
		}
		conversion := after[:end+1]
		g.checkConversion(p, name, conversion, &values)
		rest = after[end+1:]
	}
}

// checkConversion checks one conversion, and takes its arguments.
func (g *gen) checkConversion(p *cc.PrimaryExpression, name, conversion string, values *[]cc.ExpressionNode) {
	letter := conversion[len(conversion)-1:]
	if letter == "%" {
		return
	}
	if !strings.Contains("diuxXcs", letter) || (letter == "c" || letter == "s") && strings.ContainsAny(conversion, "hlz") {
		other := ""
		if letter == "p" || letter == "o" {
			other = "write %lx"
		}
		fail(p, "%"+conversion, "%"+conversion+" is not supported in a format", other)
	}
	for range strings.Count(conversion, "*") + 1 {
		if len(*values) == 0 {
			fail(p, name, "the format of "+name+" asks for more arguments than there are", "")
		}
		*values = (*values)[1:]
	}
}
