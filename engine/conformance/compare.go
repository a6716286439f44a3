package conformance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// Diff is the first difference between two traces.
type Diff struct {
	Step int    // counted from 1; 0 if the traces have different lengths
	Key  string // of the step's object, "server.want"; or "steps" for the lengths, "json" for no JSON
	Want string // the value as JSON, "absent" if the key is missing
	Got  string
}

// String gives the difference as a line of text.
func (d Diff) String() string {
	return fmt.Sprintf("step %d: %s: want %s, got %s", d.Step, d.Key, d.Want, d.Got)
}

// keys are compared in this order.
var keys = []string{
	"n", "step", "call", "line", "ret", "error", "reason", "errors", "errno", "bytes", "revents", "blocked",
	"returned", "output", "ended", "exit", "aborted", "stopped", "bound", "deadlock",
	"client.state", "client.state_string", "client.shutdown", "client.pending", "client.has_pending",
	"client.want", "client.resumable", "client.cached", "client.poll",
	"server.state", "server.state_string", "server.shutdown", "server.pending", "server.has_pending",
	"server.want", "server.resumable", "server.cached", "server.poll",
	"records",
	"wire.c2s.readable", "wire.c2s.queued", "wire.s2c.readable", "wire.s2c.queued",
}

// absent stands for the value of a missing key.
const absent = "absent"

// Compare returns the first difference between two traces of the script, and whether
// there is one. A line of a trace is a step's JSON object. Other keys than those of the
// trace are ignored, and so is wire if WireIsCompared is false. Later keys are ignored if
// want was recorded before they were in the trace.
func Compare(script string, want, got []string) (Diff, bool) {
	omit := omitted(script, want)
	for i := range min(len(want), len(got)) {
		if d, differ := compareStep(want[i], got[i], omit); differ {
			d.Step = i + 1
			return d, true
		}
	}
	if len(want) != len(got) {
		return Diff{Key: "steps", Want: fmt.Sprint(len(want)), Got: fmt.Sprint(len(got))}, true
	}
	return Diff{}, false
}

func compareStep(want, got string, omit map[string]bool) (Diff, bool) {
	if want == got {
		return Diff{}, false
	}
	w, err := flatten(want, omit)
	if err != nil {
		return Diff{Key: "json", Want: err.Error(), Got: got}, true
	}
	g, err := flatten(got, omit)
	if err != nil {
		return Diff{Key: "json", Want: want, Got: got}, true
	}
	for _, key := range keys {
		if a, b := value(w, key), value(g, key); a != b {
			return Diff{Key: key, Want: a, Got: b}, true
		}
	}
	return Diff{}, false
}

// flatten reads a step's object, without the keys in omit. A nested key has its parents in
// front, "wire.c2s.queued".
func flatten(line string, omit map[string]bool) (map[string]string, error) {
	var object map[string]any
	d := json.NewDecoder(strings.NewReader(line))
	d.UseNumber()
	if err := d.Decode(&object); err != nil {
		return nil, err
	}
	without(object, omit)
	if _, stopped := object["stopped"]; stopped {
		object["stopped"] = true // only the engine says why in the words of the language
	}
	flat := map[string]string{}
	flattenInto(flat, "", object)
	return flat, nil
}

func flattenInto(flat map[string]string, prefix string, object map[string]any) {
	for key, v := range object {
		if inner, ok := v.(map[string]any); ok {
			flattenInto(flat, prefix+key+".", inner)
			continue
		}
		flat[prefix+key] = text(v)
	}
}

// text prints the value as JSON, with the keys of objects in alphabetical order.
func text(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err.Error()
	}
	return strings.TrimSpace(b.String())
}

func value(flat map[string]string, key string) string {
	if v, ok := flat[key]; ok {
		return v
	}
	return absent
}

// table prints the objects of one step in two traces of the script side by side, a key in
// each line. A star marks those that differ. Keys that are not compared are left out.
func table(script, want, got string) string {
	omit := omitted(script, []string{want})
	w, errWant := flatten(want, omit)
	g, errGot := flatten(got, omit)
	if errWant != nil || errGot != nil {
		return want + "\n" + got + "\n"
	}
	var b strings.Builder
	for _, key := range keys {
		a, c := value(w, key), value(g, key)
		if a == absent && c == absent {
			continue
		}
		mark := " "
		if a != c {
			mark = "*"
		}
		fmt.Fprintf(&b, "%s %-19s %-34s %s\n", mark, key, a, c)
	}
	return b.String()
}
