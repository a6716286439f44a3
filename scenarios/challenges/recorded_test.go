package challenges

import (
	"flag"
	"fmt"
	"path/filepath"
	"testing"

	"closenotify/engine/replay"
	"closenotify/engine/script"
	"closenotify/scenarios/challenges/challenge"
)

// What each release of OpenSSL did with the solution of a challenge is recorded in its
// recorded.gz. To record it, build the harnesses in engine/conformance and run
//
//	go test ./scenarios/challenges -run TestRecorded/NAME -record DIR
var record = flag.String("record", "", "record the solutions again with the harnesses in this folder")

// TestRecorded: under every release and version the solutions do what OpenSSL did.
func TestRecorded(t *testing.T) {
	for _, c := range All() {
		t.Run(c.Name, func(t *testing.T) {
			for _, err := range replay.CheckTraces(filepath.Join(c.Name, "recorded.gz"), *record, played(c, solution(t, c))) {
				t.Error(err)
			}
		})
	}
}

// played are the scripts that are played to check a solution.
func played(c challenge.Challenge, s script.Script) map[string]string {
	if c.Kind.AddsSteps() {
		return map[string]string{"solution": s.String()}
	}
	texts := map[string]string{}
	for i := range c.Trials {
		texts[fmt.Sprintf("trial-%d", i+1)] = c.TrialScript(i, s.Programs[c.Peer].Text).String()
	}
	return texts
}
