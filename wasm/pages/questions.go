package pages

import (
	"slices"
	"strings"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/scenarios/library"
	"closenotify/scenarios/predict"
)

// questionKeys are the keys of the questions that the playground asks about each lesson, under any
// release and version, separated by blanks.
func questionKeys(lessons []library.Lesson) (map[string]string, error) {
	all := map[string]string{}
	for _, l := range lessons {
		var keys []string
		var programs compile.Cache
		s := l.Script
		for _, p := range engine.Profiles() {
			for _, v := range engine.Versions {
				s.Config.Profile, s.Config.Version = p.Name, v
				w, err := programs.Start(s)
				if err != nil {
					return nil, err
				}
				h, tip, err := s.RunFrom(w)
				if err != nil {
					return nil, err
				}
				for _, q := range predict.Picks(h, h.Path(tip)) {
					if !slices.Contains(keys, q.Key) {
						keys = append(keys, q.Key)
					}
				}
			}
		}
		all[l.Name] = strings.Join(keys, " ")
	}
	return all, nil
}
