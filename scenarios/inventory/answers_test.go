package inventory

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/scenarios/predict"
)

// traced is a line of a trace that a real library has made.
type traced struct {
	Ret            int
	Error          string
	Client, Server struct{ Shutdown string }
	Records        []struct {
		Dir, Peer, Type    string
		Level, Description int
	}
}

// TestAnswers: the right choice is what the real library did, by its trace alone, and no other
// choice is.
func TestAnswers(t *testing.T) {
	recorded, err := conformance.ReadTraces("recorded.gz")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range forms(t) {
		for _, i := range f.Items {
			name := fmt.Sprint(f.Name, i.N)
			lines := recorded[engine.DefaultProfile+" "+name+" "+engine.DefaultVersion.String()]
			if len(lines) != len(i.Script.Steps) {
				t.Fatalf("%s: %d lines for %d steps", name, len(lines), len(i.Script.Steps))
			}
			trace := make([]traced, len(lines))
			for n, line := range lines {
				if err := json.Unmarshal([]byte(line), &trace[n]); err != nil {
					t.Fatal(err)
				}
			}
			for n, c := range i.Question.Choices {
				if happened(t, i, trace, c.Answer) != (n == i.Question.Right) {
					t.Errorf("%s: %s\n%q\n%s", name, i.Question.Text, c.Text, lines[len(lines)-1])
				}
			}
		}
	}
}

// happened judges an answer by the last line of a trace and the one before.
func happened(t *testing.T, i Item, trace []traced, a predict.Answer) bool {
	t.Helper()
	last := trace[len(trace)-1]
	role := i.Script.Steps[len(trace)-1].Op.Role
	switch a.Aspect {
	case predict.Returns:
		return !a.Waits && a.Ret == last.Ret
	case predict.Error:
		return a.Error.String() == last.Error
	case predict.Flags:
		was := traced{}
		was.Client.Shutdown, was.Server.Shutdown = "0", "0"
		if len(trace) > 1 {
			was = trace[len(trace)-2]
		}
		return changed(was.Client.Shutdown, last.Client.Shutdown, a.Set[engine.Client]) &&
			changed(was.Server.Shutdown, last.Server.Shutdown, a.Set[engine.Server])
	case predict.Wire:
		var sent []string
		for _, r := range last.Records {
			if r.Dir == "sent" && r.Peer == role.String() {
				sent = append(sent, r.Type)
				if r.Type == "alert" && r.Level == 1 && r.Description == 0 {
					sent[len(sent)-1] = "close_notify"
				}
			}
		}
		return a.Sent == strings.Join(sent, ",")
	case predict.Means:
		want := map[bool]predict.Meaning{true: predict.HalfDone, false: predict.Again}[last.Ret == 0]
		return a.Meaning == want && (last.Ret == 0 || last.Error == "SSL_ERROR_WANT_READ")
	}
	t.Fatalf("%s cannot be judged", a.Aspect)
	return false
}

// changed reports whether exactly these flags were set between two values.
func changed(was, is string, set engine.ShutdownFlags) bool {
	var names []string
	for name := range strings.SplitSeq(is, "|") {
		if name != "0" && !slices.Contains(strings.Split(was, "|"), name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, "|") == strings.TrimPrefix(set.String(), "0")
}
