package scenarios

import (
	"sync"

	"closenotify/engine/script"
)

// lazyScript is a script of the library. It is parsed when it is first asked for: a page begins
// with one of them, and must begin soon.
type lazyScript struct {
	name   string // "" if it is retired
	number int    // 0 for code
	text   string // "" while it has not been fetched

	once     sync.Once
	scenario Scenario
	err      error
}

// parsed is the scenario of the script.
func (l *lazyScript) parsed() (Scenario, error) {
	if l.text == "" {
		return Scenario{}, ErrNotFetched
	}
	l.once.Do(func() {
		s, err := script.Parse(l.text)
		l.scenario, l.err = Titled(s), err
		l.scenario.Name, l.scenario.Number = l.name, l.number
	})
	return l.scenario, l.err
}
