package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// runner runs the tests of a target.
type runner struct {
	target target
	limits []time.Duration // of each stage, for a mutant
}

// withMemoryLimit starts a test with at most 4 GB of addresses, so that an endless loop
// that allocates fails and does not take the machine's memory.
const withMemoryLimit = `sh -c 'ulimit -v 4194304; exec "$0" "$@"'`

// newRunner runs all tests without a change. They must pass. A mutant may take
// several times as long: another may be tested at the same time.
func newRunner(t target) (*runner, error) {
	r := &runner{target: t}
	for _, stage := range t.stages {
		begin := time.Now()
		if out, err := r.goTest(stage, "", 0); err != nil {
			return nil, fmt.Errorf("without a change, go test %s: %w\n%s", strings.Join(stage, " "), err, out)
		}
		r.limits = append(r.limits, 4*time.Since(begin)+20*time.Second)
	}
	return r, nil
}

// goTest runs one stage, with an overlay unless that is "". A limit of 0 is none.
func (r *runner) goTest(stage []string, overlay string, limit time.Duration) (out []byte, err error) {
	args := []string{"test", "-vet=off", "-failfast", "-count=1", "-exec", withMemoryLimit, "-timeout", limit.String()}
	if overlay != "" {
		args = append(args, "-overlay", overlay)
	}
	ctx := context.Background()
	if limit > 0 {
		// The tests end themselves at the limit. This is for tests that cannot, and leaves
		// time to build them.
		var cancel func()
		ctx, cancel = context.WithTimeout(ctx, limit+5*time.Minute)
		defer cancel()
	}
	cmd := exec.CommandContext(ctx, "go", append(args, stage...)...)
	cmd.Dir = r.target.module
	cmd.WaitDelay = time.Second
	return cmd.CombinedOutput()
}

// survives reports whether all tests pass with a change of the file, whose whole text is
// given.
func (r *runner) survives(file, text string) (bool, error) {
	dir, err := os.MkdirTemp("", "mutant")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	overlay, err := writeOverlay(dir, filepath.Join(r.target.packageDir(), file), text)
	if err != nil {
		return false, err
	}
	for i, stage := range r.target.stages {
		_, err := r.goTest(stage, overlay, r.limits[i])
		if _, failed := errors.AsType[*exec.ExitError](err); failed {
			return false, nil
		}
		if err != nil {
			return false, err
		}
	}
	return true, nil
}

// writeOverlay writes the file for -overlay that puts a text in place of a file's.
func writeOverlay(dir, file, text string) (string, error) {
	changed := filepath.Join(dir, filepath.Base(file))
	if err := os.WriteFile(changed, []byte(text), 0o600); err != nil {
		return "", err
	}
	path, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	list, err := json.Marshal(map[string]map[string]string{"Replace": {path: changed}})
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(dir, "overlay.json")
	return overlay, os.WriteFile(overlay, list, 0o600)
}
