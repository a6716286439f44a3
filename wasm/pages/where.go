package pages

import (
	"slices"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/engine/script"
)

// where is a set of releases and versions: the names of the profiles, by the version's place in
// engine.Versions.
type where [2][]string

// text names the releases, and the versions if they differ.
func (w where) text() string {
	first, second := explain.Releases(w[0]), explain.Releases(w[1])
	switch {
	case len(w[1]) == 0:
		return first + ", " + engine.Versions[0].Label()
	case len(w[0]) == 0:
		return second + ", " + engine.Versions[1].Label()
	case first == second:
		return first
	}
	return first + ", " + engine.Versions[0].Label() + "; " + second + ", " + engine.Versions[1].Label()
}

// everywhere plays a script under every release and version.
func everywhere(s script.Script, each func(p engine.Profile, v engine.Version, steps []engine.Step)) error {
	for _, p := range engine.Profiles() {
		for _, v := range engine.Versions {
			s.Config.Profile, s.Config.Version = p.Name, v
			h, tip, err := play(s)
			if err != nil {
				return err
			}
			var steps []engine.Step
			for _, id := range h.Path(tip)[1:] {
				steps = append(steps, h.Step(id))
			}
			each(p, v, steps)
		}
	}
	return nil
}

// A variant is a text and where it is seen.
type variant struct {
	Text string
	in   where
}

// Where names the releases, and the versions if they differ.
func (v variant) Where() string { return v.in.text() }

// variants are texts in the order in which they were first added.
type variants []variant

// add notes that a text is seen in a release and version.
func (list *variants) add(text string, p engine.Profile, v engine.Version) {
	for i := range *list {
		if (*list)[i].Text == text {
			(*list)[i].in.add(p, v)
			return
		}
	}
	*list = append(*list, variant{Text: text})
	(*list)[len(*list)-1].in.add(p, v)
}

// add adds a release and version, which come in the order of the profiles.
func (w *where) add(p engine.Profile, v engine.Version) {
	i := slices.Index(engine.Versions[:], v)
	if n := len(w[i]); n == 0 || w[i][n-1] != p.Name {
		w[i] = append(w[i], p.Name)
	}
}
