package library

import (
	"flag"
	"path/filepath"
	"testing"

	"closenotify/engine/replay"
)

// What each release of OpenSSL did with the scripts of a lesson is recorded in its recorded.gz.
// To record it, build the harnesses in engine/conformance and run
//
//	go test ./scenarios/library -run TestRecorded/NAME -record DIR
var record = flag.String("record", "", "record the lessons again with the harnesses in this folder")

// TestRecorded: under every release and version the scripts of each lesson do what OpenSSL did.
func TestRecorded(t *testing.T) {
	for _, l := range All() {
		t.Run(l.Name, func(t *testing.T) {
			texts := map[string]string{}
			for name, s := range scripts(l) {
				texts[name] = s.Script.String()
			}
			for _, err := range replay.CheckTraces(filepath.Join(l.Name, "recorded.gz"), *record, texts) {
				t.Error(err)
			}
		})
	}
}
