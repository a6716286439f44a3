package engine

import "slices"

// RuleID names a Rule. The numbers may change; Name does not.
type RuleID uint16

// Rule is one branch of the library's logic, or of the network's, that a person
// can ask about.
type Rule struct {
	ID       RuleID
	Name     string // a slug that stays, "send-close-notify"
	Sentence string // what happened, in one sentence or two
	Man      string // the manual page and its section, "" for a network rule
	RFC      string // the RFC and its section, "" where no RFC speaks of it
	Advice   string // what the application should do next, "" where there is nothing to say
}

// Rules lists all rules.
func Rules() []Rule { return slices.Clone(rules[1:]) }

// rules has every rule by its number. Number 0 is no rule.
var rules = []Rule{{}}

// newRule returns a rule its number and puts it into the table. A rule is declared once,
// in a file rules_*.go or beside the function that it explains.
func newRule(r Rule) RuleID {
	r.ID = RuleID(len(rules))
	rules = append(rules, r)
	return r.ID
}
