package pages

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
)

// shownAt is a step of a lesson.
type shownAt struct {
	Name, Title string
	Step        int
}

// shows says which lessons show a rule or a difference, by its name. Each lesson stands once, with
// its first step that does.
type shows map[string][]shownAt

// add adds a lesson's step.
func (s shows) add(name string, l library.Lesson, step int) {
	if !slices.ContainsFunc(s[name], func(at shownAt) bool { return at.Name == l.Name }) {
		s[name] = append(s[name], shownAt{l.Name, l.Title, step})
	}
}

// index is what the lessons and the recorded scripts show.
type index struct {
	rules       map[string]engine.Rule
	byRule      shows
	differences shows
}

// newIndex plays all lessons under every release and version. The recorded scripts fire every rule
// (a test of the engine holds that), so they are where the rules come from.
func newIndex(recorded fs.FS) (index, error) {
	x := index{map[string]engine.Rule{}, shows{}, shows{}}
	for _, l := range library.All() {
		err := everywhere(l.Script, func(_ engine.Profile, _ engine.Version, steps []engine.Step) {
			for i, step := range steps {
				for _, r := range step.Rules() {
					x.byRule.add(r.Name, l, i+1)
				}
				for _, d := range step.Differences() {
					x.differences.add(d.Name, l, i+1)
				}
			}
		})
		if err != nil {
			return x, err
		}
	}
	for _, folder := range []string{".", "programs"} {
		files, err := fs.Glob(recorded, path.Join(folder, "*.txt"))
		if err != nil || len(files) == 0 {
			return x, fmt.Errorf("no recorded scripts in %s (%w)", folder, err)
		}
		for _, file := range files {
			if err := x.addRules(recorded, file); err != nil {
				return x, fmt.Errorf("%s: %w", file, err)
			}
		}
	}
	return x, nil
}

// addRules adds the rules that fire in a recorded script.
func (x *index) addRules(recorded fs.FS, file string) error {
	s, err := recordedScript(recorded, file)
	if err != nil {
		return err
	}
	for _, v := range engine.Versions {
		s.Config.Version = v
		h, tip, err := play(s)
		if err != nil {
			return err
		}
		for _, id := range h.Path(tip)[1:] {
			for _, r := range h.Step(id).Rules() {
				x.rules[r.Name] = r
			}
		}
	}
	return nil
}

// recordedScript reads a script that stands before its recordings.
func recordedScript(recorded fs.FS, file string) (script.Script, error) {
	text, err := fs.ReadFile(recorded, file)
	if err != nil {
		return script.Script{}, err
	}
	before, _, _ := strings.Cut(string(text), "\n== ")
	return script.Parse(before)
}

// ruleGroup is the rules that cite a manual page.
type ruleGroup struct {
	Title, ID string
	Rules     []ruleView
}

// ruleView is a rule.
type ruleView struct {
	engine.Rule
	Where     string // the releases that have it, "" for all
	Citations []explain.Citation
	Lessons   []shownAt
}

// ruleGroups are all rules, by the first manual page that they cite.
func (x *index) ruleGroups() []ruleGroup {
	byPage := map[string][]ruleView{}
	for _, name := range slices.Sorted(maps.Keys(x.rules)) {
		r := x.rules[name]
		page, _, _ := strings.Cut(r.Man, ",")
		page, _, _ = strings.Cut(page, ";")
		page, _, _ = strings.Cut(page, " of ")
		byPage[page] = append(byPage[page], ruleView{r, r.Releases(), append(explain.CitationsOf(r.Man, manualLine), explain.CitationsOf(r.RFC, "")...), x.byRule[name]})
	}
	var groups []ruleGroup
	for page, rules := range byPage {
		title := cmp.Or(page, "The protocol and the network")
		groups = append(groups, ruleGroup{title, identifier(title), rules})
	}
	slices.SortFunc(groups, func(a, b ruleGroup) int {
		return cmp.Or(len(b.Rules)-len(a.Rules), strings.Compare(a.Title, b.Title))
	})
	return groups
}

// changeView is a difference between releases.
type changeView struct {
	engine.Difference
	Where     string
	Citations []explain.Citation
	Lessons   []shownAt
	Steps     []string // of the shortest recorded script in which releases part
	Link      string   // which opens it
	Outcomes  variants // of its last step
}

// changesTitle is the title of the page of changes.
func changesTitle() string {
	all := engine.Profiles()
	return "What changed between " + all[0].Label() + " and " + strings.TrimPrefix(all[len(all)-1].Label(), "OpenSSL ")
}

// changes are the differences between releases, each with a script that shows it.
func (x *index) changes(recorded fs.FS) ([]changeView, error) {
	var all []changeView
	for _, d := range engine.Differences() {
		files, err := fs.Glob(recorded, "*-differs-"+d.Name+".txt")
		if err != nil || len(files) == 0 {
			return nil, fmt.Errorf("no recorded script shows the difference %s (%w)", d.Name, err)
		}
		s, err := recordedScript(recorded, files[0])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", files[0], err)
		}
		s.Intro = nil
		v := changeView{Difference: d, Where: d.Releases(), Citations: explain.CitationsOf(d.Source, manualLine), Lessons: x.differences[d.Name]}
		for _, step := range s.Steps {
			v.Steps = append(v.Steps, step.Op.String())
		}
		s.Config.Profile = "" // opens under the default release; Compare shows the others
		if v.Link, err = link.Encode(library.Shipped(), s, len(s.Steps), script.Codes{}); err != nil {
			return nil, fmt.Errorf("%s: %w", files[0], err)
		}
		err = everywhere(s, func(p engine.Profile, version engine.Version, steps []engine.Step) {
			v.Outcomes.add(strings.Join(traceText(steps), "\n"), p, version)
		})
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}

// traceText is what the steps of a script say, a line for each.
func traceText(steps []engine.Step) []string {
	var lines []string
	for _, s := range steps {
		lines = append(lines, script.StepText(s))
	}
	return lines
}
