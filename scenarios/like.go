package scenarios

import (
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// FromScript makes a scenario of a script. One with the text of a known shipped scenario, or of
// its code, becomes that scenario.
func (l Library) FromScript(s script.Script) Scenario {
	if sc, err := l.LikeScript(s); err == nil && sc.Script.Config == s.Config.Sparse() {
		return sc
	}
	return Titled(s)
}

// LikeScript finds the shipped scenario that has the same text as a script, apart from the
// configuration. If the shipped one has the step run, the script may have the steps that it
// stands for. The error is ErrNotFetched if the scenario is perhaps one that is not known yet, and
// ErrNotShipped if there is none.
func (l Library) LikeScript(s script.Script) (Scenario, error) {
	if len(s.Intro) == 0 {
		return Scenario{}, ErrNotShipped
	}
	title := s.Intro[0]
	for _, known := range l.scripts {
		if known.name == "" || !strings.HasPrefix(known.text, "# "+title+"\n") {
			continue
		}
		if sc, err := known.parsed(); err == nil && isLike(s, sc.Script) {
			return sc, nil
		}
	}
	for _, e := range l.entries {
		if e.Script == "" && (e.Title == title || s.HasPrograms()) {
			return Scenario{}, ErrNotFetched
		}
	}
	if l.entries == nil {
		return Scenario{}, ErrNotFetched
	}
	return Scenario{}, ErrNotShipped
}

// isLike reports whether a script has the text of a shipped one, apart from the configuration.
func isLike(s, shipped script.Script) bool {
	s.Config, s.Steps = shipped.Config, rolled(s.Steps, shipped.Steps)
	return len(s.Steps) == len(shipped.Steps) && s.String() == shipped.String()
}

// rolled is steps with the step run where the shipped ones have it.
func rolled(steps, shipped []script.Step) []script.Step {
	isNext := func(i int) bool { return i < len(steps) && steps[i].Op.Verb == engine.VerbNext && !steps[i].Run }
	var list []script.Step
	for _, step := range shipped {
		switch {
		case step.Run && isNext(0):
			step.Note, steps = steps[0].Note, steps[1:]
			for isNext(0) && steps[0].Note == "" {
				steps = steps[1:]
			}
		case step.Run && (len(steps) == 0 || !steps[0].Run): // the programs cannot go on
		case len(steps) > 0:
			step, steps = steps[0], steps[1:]
		default:
			return nil
		}
		list = append(list, step)
	}
	return append(list, steps...)
}
