package main

import (
	"path/filepath"
	"runtime"
	"sync"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/explore"
)

// walk is the walk of a profile and version, with its result.
type walk struct {
	profile  string
	version  engine.Version
	result   explore.Result
	recorded *explore.Recorded // the same for both versions of a profile
	err      error
}

// walkAll walks all profiles and versions, as many at a time as there are processors.
func walkAll(dir string, profiles []string) ([]walk, error) {
	walks := make([]walk, 0, len(profiles)*len(engine.Versions))
	var all sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, profile := range profiles {
		recorded := sync.OnceValues(func() (*explore.Recorded, error) { return read(dir, profile) })
		for _, version := range engine.Versions {
			walks = append(walks, walk{profile: profile, version: version})
			w := &walks[len(walks)-1]
			all.Go(func() {
				slots <- struct{}{}
				defer func() { <-slots }()
				if w.recorded, w.err = recorded(); w.err == nil {
					w.result, w.err = explore.Walk(profile, version, explore.Alphabets(profile), w.recorded)
				}
			})
		}
	}
	all.Wait()
	for _, w := range walks {
		if w.err != nil {
			return nil, w.err
		}
	}
	return walks, nil
}

// read replays the explored recordings of a profile.
func read(dir, profile string) (*explore.Recorded, error) {
	file, err := conformance.ReadRecordingsFile(filepath.Join(dir, "explored-"+profile+".gz"))
	if err != nil {
		return nil, err
	}
	return explore.ReadRecorded(file)
}
