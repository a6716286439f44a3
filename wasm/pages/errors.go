package pages

import (
	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
)

// errorTexts lists what ERR_error_string prints in a lesson, in the script and in the wrong code.
func errorTexts(l library.Lesson) (variants, error) {
	scripts := []script.Script{l.Script}
	if l.Wrong != nil {
		scripts = append(scripts, l.Wrong.Script)
	}
	var all variants
	for _, s := range scripts {
		err := everywhere(s, func(p engine.Profile, v engine.Version, steps []engine.Step) {
			for _, step := range steps {
				for _, e := range step.QueuedErrors() {
					all.add(e.String(), p, v)
				}
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}
