package main

import (
	"fmt"

	"closenotify/engine/conformance"
)

// close is a program with what is known of its mutants.
type close struct {
	program    string
	mutants    []mutant
	examples   []example
	equivalent map[string]string // the reasons
}

// mostEquivalent is how many percent of the mutants may be equivalent.
const mostEquivalent = 5

// check returns what is wrong with the examples. play is what plays a script: the engine, or a
// release of the library. Its traces must be those that were recorded.
func (c *close) check(play func(script string) ([]string, error)) (wrong []string) {
	texts := c.texts()
	for i, e := range c.examples {
		note := func(key string, err error) {
			if err != nil {
				wrong = append(wrong, fmt.Sprintf("example %d, %s: %v", i+1, key, err))
			}
		}
		note("the program", same(withProgram(e.script, c.program), e.trace, play))
		for _, a := range e.apart {
			switch text := withProgram(e.script, texts[a.key]); {
			case texts[a.key] == "":
				note(a.key, fmt.Errorf("there is no such mutant"))
			case !e.stops && !differ(text, e.trace, a.trace):
				note(a.key, fmt.Errorf("it is not told apart"))
			case !e.stops:
				note(a.key, same(text, a.trace, play))
			}
		}
	}
	return wrong
}

// same reports as an error that a script's trace is not the one that was recorded.
func same(script string, want []string, play func(string) ([]string, error)) error {
	got, err := play(script)
	if err != nil {
		return err
	}
	if diff, differ := conformance.Compare(script, want, got); differ {
		return fmt.Errorf("%v", diff)
	}
	return nil
}

// texts are the mutants by their keys.
func (c *close) texts() map[string]string {
	texts := map[string]string{}
	for _, m := range c.mutants {
		texts[m.key] = m.text
	}
	return texts
}

// checkAll returns which mutants nothing is known of, and what is known and wrong: the engine
// stops those that shall stop, and finds no difference of those that have none.
func (c *close) checkAll(p *player) (wrong []string) {
	told, texts := map[string]bool{}, c.texts()
	for i, e := range c.examples {
		for _, a := range e.apart {
			told[a.key] = true
			got, err := p.play(withProgram(e.script, texts[a.key]))
			if e.stops && (err != nil || !isStopped(got)) {
				wrong = append(wrong, fmt.Sprintf("example %d, %s: it is not stopped", i+1, a.key))
			}
		}
		for key := range c.equivalent {
			got, err := p.play(withProgram(e.script, texts[key]))
			if err != nil || differ(e.script, e.trace, got) {
				wrong = append(wrong, fmt.Sprintf("example %d tells apart %s, which is said to be equivalent", i+1, key))
			}
		}
	}
	for _, m := range c.mutants {
		if (c.equivalent[m.key] != "") == told[m.key] {
			wrong = append(wrong, m.key+": no example and no reason, or both")
		}
	}
	if n := len(c.equivalent); 100*n > mostEquivalent*len(c.mutants) {
		wrong = append(wrong, fmt.Sprintf("%d of %d mutants are equivalent, more than %d %%", n, len(c.mutants), mostEquivalent))
	}
	return wrong
}

// summary says how many mutants there are of each kind.
func (c *close) summary() string {
	apart, stops := 0, 0
	for _, e := range c.examples {
		if e.stops {
			stops += len(e.apart)
		} else {
			apart += len(e.apart)
		}
	}
	return fmt.Sprintf("%d mutants: %d told apart, %d stopped, %d equivalent; %d scripts",
		len(c.mutants), apart, stops, len(c.equivalent), len(c.examples))
}
