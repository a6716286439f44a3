package main

import (
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/explore"
)

// recorder records one release.
type recorder struct {
	settings
	harness *conformance.Harness
	version string // of OpenSSL
	profile string
	report  strings.Builder
}

// newRecorder starts the harness and finds out its profile. It is an error if that is
// of a release whose recordings must stay.
func newRecorder(s settings, path string) (*recorder, error) {
	r := &recorder{settings: s, harness: conformance.NewHarness(path)}
	var err error
	if r.profile, r.version, err = r.harness.Profile(); err == nil {
		err = checkRecordable(r.profile)
	}
	if err != nil {
		r.harness.Close()
		return nil, err
	}
	return r, nil
}

// checkRecordable refuses a release that can no longer be had: nobody could record it
// again.
func checkRecordable(profile string) error {
	if release, ok := conformance.ReleaseOf(profile); ok && release.Gone {
		return fmt.Errorf("%s can no longer be had; its recordings stay", profile)
	}
	return nil
}

// recordRelease writes the files of one release.
func recordRelease(s settings, path string) result {
	r, err := newRecorder(s, path)
	if err != nil {
		return result{err: err}
	}
	defer r.harness.Close()
	if err := r.write("random", r.random()); err != nil {
		return result{err: err}
	}
	explored, err := r.explored()
	if err != nil {
		return result{err: err}
	}
	if err := r.write("explored", explored); err != nil {
		return result{err: err}
	}
	return result{profile: r.profile, version: r.version, report: r.report.String()}
}

// random makes random scripts, different ones for each profile and version.
func (r *recorder) random() []string {
	var scripts []string
	for _, version := range conformance.Versions {
		stream := fnv.New64()
		io.WriteString(stream, r.profile+version)
		source := rand.New(rand.NewPCG(r.seed, stream.Sum64()))
		options := conformance.Options{Profile: r.profile, Version: version, Subset: conformance.Default}
		for range r.n {
			scripts = append(scripts, conformance.Generate(source, options))
		}
	}
	return scripts
}

// explored makes the scripts that end with a transition, for all of them.
func (r *recorder) explored() ([]string, error) {
	var scripts []string
	for _, version := range engine.Versions {
		graphs, err := explore.Explore(r.profile, version, explore.Alphabets(r.profile))
		if err != nil {
			return nil, err
		}
		for _, g := range graphs {
			list, err := g.Scripts()
			if err != nil {
				return nil, err
			}
			scripts = append(scripts, list...)
		}
	}
	return scripts, nil
}

// write records scripts and writes them to the file KIND-PROFILE.gz.
func (r *recorder) write(kind string, scripts []string) error {
	name := kind + "-" + r.profile + ".gz"
	var w conformance.RecordingWriter
	for _, script := range scripts {
		one, ok, err := r.answer(script)
		if err == nil && ok {
			err = w.Add(one)
		}
		if err != nil {
			return err
		}
	}
	f, err := os.Create(filepath.Join(r.out, name))
	if err != nil {
		return err
	}
	defer f.Close()
	if err := w.Write(f); err != nil {
		return err
	}
	size, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	fmt.Fprintf(&r.report, "%s: %d scripts of %s, %d left out, %d bytes\n", name, w.Len(), r.version, len(scripts)-w.Len(), size)
	return f.Close()
}

// A library may give different answers to a script because it reads ciphertext, which is
// new each time, as a header. Such a script is run this often. It is recorded with the
// answer that came nearly always, or left out.
const (
	tries        = 10
	nearlyAlways = 8
)

// answer records a script. ok is false if no answer came nearly always.
func (r *recorder) answer(script string) (one conformance.Recording, ok bool, err error) {
	if one, err = r.harness.Record(script); err != nil || r.harness.Repeats(script, one.Trace, 1) {
		return one, err == nil, err
	}
	for range tries - nearlyAlways + 1 {
		same := 0
		for range tries {
			if r.harness.Repeats(script, one.Trace, 1) {
				same++
			}
		}
		if same >= nearlyAlways {
			return one, true, nil
		}
		if one, err = r.harness.Record(script); err != nil {
			return one, false, err
		}
	}
	return one, false, nil
}
