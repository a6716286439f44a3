package find

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/scenarios"
	"closenotify/scenarios/library"
)

// produced plays the scripts of the lessons under every release and version. It returns the
// texts of the errors that they queue, each with its lessons, and notes the packed numbers and
// the rules of the library that decide a step.
func (t *tables) produced(lessons []library.Lesson) (map[string][]int, error) {
	all := map[string][]int{}
	for i, l := range lessons {
		for _, s := range []*scenarios.Scenario{&l.Scenario, l.Wrong, l.Right} {
			if s == nil {
				continue
			}
			err := eachStep(s.Script, func(step engine.Step) {
				t.noteRules(step)
				for _, e := range step.QueuedErrors() {
					t.noteCode(e)
					if !slices.Contains(all[e.Text], i) {
						all[e.Text] = append(all[e.Text], i)
					}
				}
			})
			if err != nil {
				return nil, fmt.Errorf("find: %s: %w", l.Name, err)
			}
		}
	}
	return all, nil
}

// eachStep plays a script under every release and version.
func eachStep(s script.Script, do func(step engine.Step)) error {
	var compiled programs
	for _, p := range engine.Profiles() {
		for _, v := range engine.Versions {
			s.Config.Profile, s.Config.Version = p.Name, v
			w, err := compiled.start(s)
			if err == nil {
				err = s.Play(w, func(_ int, step engine.Step, _ engine.World) { do(step) })
			}
			if err != nil {
				return fmt.Errorf("%s, %s: %w", p.Name, v, err)
			}
		}
	}
	return nil
}

// programs are compiled once for all releases, unless they ask which one it is: compiling takes
// longer than playing, and somebody is waiting.
type programs struct {
	codes script.Codes
	made  map[string]script.Compiled
}

// start is the World with which a script begins.
func (c *programs) start(s script.Script) (engine.World, error) {
	w, err := c.codes.Start(s)
	missing, ok := errors.AsType[script.NotCompiled](err)
	if !ok {
		return w, err
	}
	for _, u := range missing {
		made, ok := c.made[u.Text]
		if !ok || strings.Contains(u.Text, "OPENSSL_VERSION") {
			made = compile.Unit(u)
			c.made = map[string]script.Compiled{u.Text: made}
		}
		c.codes = c.codes.With(u, made)
	}
	return c.codes.Start(s)
}

// noteCode notes what the packed number of an error says.
func (t *tables) noteCode(e engine.QueuedError) {
	n := int64(e.Code)
	switch {
	case e.Function != "": // the releases that pack functions name them
		t.addCode(codeKey(n>>24, n&0xFFF), e.Text)
	case n>>31 == 1:
		t.addCode(codeKey(2, n&(1<<31-1)), e.Text)
	default:
		t.addCode(codeKey(n>>23, n&(1<<23-1)), e.Text)
	}
}

// noteRules notes the rules of the library that decided a step, for the file causes.
func (t *tables) noteRules(step engine.Step) {
	for _, r := range step.Rules() {
		if _, known := t.causes[r.Name]; known {
			continue
		}
		var sources []string
		for _, source := range []string{r.Man, r.RFC} {
			if source != "" {
				sources = append(sources, source)
			}
		}
		t.causes[r.Name] = Note{Text: r.Sentence, Source: strings.Join(sources, "; ")}
	}
}

// cause is the rule with this name.
func (t *tables) cause(name string) Note {
	n, ok := t.causes[name]
	if !ok {
		t.fail("no step of a lesson shows the rule %q", name)
	}
	return n
}

// profile reads "PROFILE: WHY".
func (t *tables) profile(text string) Note {
	name, why, _ := strings.Cut(text, ": ")
	p, ok := engine.ProfileNamed(name)
	if !ok && name != "-" {
		t.fail("profiles: no profile has the name %q", name)
	}
	return Note{Text: p.Name, Source: why}
}
