package predict_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/scenarios/predict"
)

// traced is a line of a trace that a real library has made.
type traced struct {
	Step           string
	Call           string // of a program
	Ret            *int
	Bytes          *int
	Error          string
	Blocked        bool
	Client, Server peerTraced
	Wire           map[string]struct{ Queued int }
	Records        []struct {
		Dir, Peer, Type             string
		Level, Description, Message int
	}
}

// peerTraced is what a line says of a peer.
type peerTraced struct {
	Shutdown, State string
	Poll            []string
}

// readTrace reads the lines of a trace.
func readTrace(t *testing.T, lines []string) []traced {
	t.Helper()
	all := make([]traced, len(lines))
	for i, line := range lines {
		if err := json.Unmarshal([]byte(line), &all[i]); err != nil {
			t.Fatal(err)
		}
		if peer, _, _ := strings.Cut(all[i].Step, " "); all[i].Call != "" {
			all[i].Step = peer + " " + all[i].Call
		}
	}
	return all
}

// verdict says whether an answer is right according to a trace.
type verdict int

const (
	unknown verdict = iota // the trace does not show it
	wrong
	right
)

func verdictOf(is bool) verdict {
	if is {
		return right
	}
	return wrong
}

// judge judges an answer to a question about step i by the trace alone. Nothing of the engine has a
// part in it.
func judge(trace []traced, i int, a predict.Answer, c engine.Config) verdict {
	line := trace[i-1]
	switch a.Aspect {
	case predict.Returns:
		if a.Waits || line.Blocked {
			return verdictOf(a.Waits && line.Blocked)
		}
		ex := strings.Contains(line.Step, "_ex")
		return verdictOf(line.Ret != nil && *line.Ret == a.Ret && (!ex || *line.Bytes == a.Bytes))
	case predict.Error:
		return verdictOf(line.Error == a.Error.String())
	case predict.Flags:
		return judgeFlags(trace, i, a)
	case predict.Wire:
		return judgeWire(trace, i, a, c)
	case predict.Peer:
		return judgePeer(trace, i, a)
	}
	return verdictOf(means(line) == a.Meaning.String())
}

// judgeFlags compares the flags before and after the step.
func judgeFlags(trace []traced, i int, a predict.Answer) verdict {
	for r, pick := range [...]func(traced) peerTraced{func(l traced) peerTraced { return l.Client }, func(l traced) peerTraced { return l.Server }} {
		before, after := "0", pick(trace[i-1]).Shutdown
		if i > 1 {
			before = pick(trace[i-2]).Shutdown
		}
		for _, flag := range []engine.ShutdownFlags{engine.SentShutdown, engine.ReceivedShutdown} {
			had, has := strings.Contains(before, flag.String()), strings.Contains(after, flag.String())
			if a.Set[r].Has(flag) != (!had && has) || a.Cleared[r].Has(flag) != (had && !has) {
				return wrong
			}
		}
	}
	return right
}

// alerts are the names of the alerts that peers send, by their numbers (RFC 8446 §6).
var alerts = map[int]string{0: "close_notify", 10: "unexpected_message", 20: "bad_record_mac", 22: "record_overflow", 40: "handshake_failure", 50: "decode_error", 70: "protocol_version", 80: "internal_error", 100: "no_renegotiation"}

// judgeWire compares what the message callback reported, and how many bytes were written. A record
// in a buffer above the wire is reported, too.
func judgeWire(trace []traced, i int, a predict.Answer, c engine.Config) verdict {
	line := trace[i-1]
	peer, call, _ := strings.Cut(line.Step, " ")
	if line.Wire == nil {
		return unknown
	}
	dir := map[string]string{"client": "c2s", "server": "s2c"}[peer]
	grown := grownBy(trace, i, dir)
	switch buffered := c.Transport == "buffered" && call != "close"; {
	case unclear(trace, i, peer, dir, call), buffered && grown > 0:
		return unknown
	case buffered:
		return verdictOf(a.Sent == "")
	}
	want := sentItems(line, call, grown, alertLength[c.Version])
	closes := call == "close" && (i == 1 || has(trace[i-2], peer).Poll != nil)
	if closes && (otherPoll(line, peer) == nil || i > 1 && slices.Equal(otherPoll(trace[i-2], peer), otherPoll(line, peer))) {
		return unknown // what was sent is still in flight
	}
	var got []string
	for item := range strings.SplitSeq(a.Sent, ",") {
		switch item {
		case "FIN", "RST":
			if !closes || slices.Contains(otherPoll(line, peer), "err") != (item == "RST") {
				return wrong // poll reports an error after an RST
			}
			closes = false
		case "":
		default:
			got = append(got, item)
		}
	}
	return verdictOf(!closes && slices.Equal(got, want))
}

// unclear reports whether bytes may have been written for another reason than the call, or may have
// vanished: a write was left unfinished, or one of the sockets was closed or shut before.
func unclear(trace []traced, i int, peer, dir, call string) bool {
	for _, line := range trace[:i-1] {
		did, what, _ := strings.Cut(line.Step, " ")
		pending := did == peer && (strings.HasPrefix(what, "SSL_write") && line.Ret != nil && *line.Ret <= 0 || what == "SSL_shutdown" && len(trace[i-1].Records) == 0 && grownBy(trace, i, dir) > 0)
		damaged := did == dir && (what == "fin" || what == "reset" || what == "broken")
		if pending || damaged || what == "close" {
			return true
		}
	}
	for _, r := range trace[i-1].Records {
		if r.Dir == "sent" { // the callback also reports a fatal alert of which only a part has left
			return r.Level == int(engine.Fatal) && full(trace, i, dir)
		}
	}
	return call != "SSL_shutdown" && !strings.HasPrefix(call, "SSL_write") && grownBy(trace, i, dir) > 0
}

// full reports whether a direction has no more room after a step.
func full(trace []traced, i int, dir string) bool {
	room := ""
	for _, line := range trace[:i] {
		if n, ok := strings.CutPrefix(line.Step, dir+" capacity "); ok {
			room = n
		}
	}
	return room == strconv.Itoa(trace[i-1].Wire[dir].Queued)
}

// grownBy is how many bytes a step has added to those on their way in a direction.
func grownBy(trace []traced, i int, dir string) int {
	grown := trace[i-1].Wire[dir].Queued
	if i > 1 {
		grown -= trace[i-2].Wire[dir].Queued
	}
	return grown
}

// alertLength is how long the record of an alert is on the wire, with the ciphers that scripts use.
var alertLength = map[engine.Version]int{engine.TLS12: 31, engine.TLS13: 24}

// sentItems are the records that a call has put on the wire.
func sentItems(line traced, call string, grown, alert int) []string {
	var items []string
	for _, r := range line.Records {
		switch {
		case r.Dir != "sent":
		case r.Type == "alert":
			items = append(items, alerts[r.Description])
		default:
			items = append(items, messages[r.Message])
		}
	}
	switch writes := strings.HasPrefix(call, "SSL_write"); {
	case grown == 0:
		return nil
	case len(items) > 0 && writes && line.Ret != nil && *line.Ret > 0:
		return append(items, "data")
	case len(items) == 1 && call == "SSL_shutdown" && grown < alert:
		return []string{"rest of " + items[0]}
	case len(items) == 0 && writes && line.Ret != nil && *line.Ret > 0:
		return []string{"data"}
	case len(items) == 0 && writes:
		return []string{"part of data"}
	case len(items) == 0:
		return []string{"part of close_notify"}
	}
	return items
}

// messages are the names of handshake messages after the handshake, by their numbers (RFC 8446 §4).
var messages = map[int]string{4: "NewSessionTicket", 24: "KeyUpdate"}

// has is what a line says of a peer.
func has(line traced, peer string) peerTraced {
	if peer == "client" {
		return line.Client
	}
	return line.Server
}

// otherPoll is what poll reports for the socket of the other peer.
func otherPoll(line traced, peer string) []string {
	if peer == "client" {
		return line.Server.Poll
	}
	return line.Client.Poll
}

// judgePeer compares the next step if it is the read that was asked about.
func judgePeer(trace []traced, i int, a predict.Answer) verdict {
	if i >= len(trace) || !strings.HasSuffix(trace[i].Step, " SSL_read 100") || strings.HasPrefix(trace[i].Step, strings.Split(trace[i-1].Step, " ")[0]+" ") {
		return unknown
	}
	next := trace[i]
	if strings.HasPrefix(trace[i-1].Step, "c2s") && !strings.HasPrefix(next.Step, "server") || strings.HasPrefix(trace[i-1].Step, "s2c") && !strings.HasPrefix(next.Step, "client") {
		return unknown
	}
	if a.Waits || next.Blocked {
		return verdictOf(a.Waits && next.Blocked)
	}
	return verdictOf(next.Ret != nil && *next.Ret == a.Ret && next.Error == a.Error.String())
}

// means is the meaning of what a call returned.
func means(line traced) string {
	peer, call, _ := strings.Cut(line.Step, " ")
	shuts := call == "SSL_shutdown"
	switch {
	case line.Ret == nil:
		return ""
	case shuts && *line.Ret == 0:
		return "half-done"
	case shuts && *line.Ret == 1:
		return "both-set"
	case line.Error == "SSL_ERROR_WANT_READ", line.Error == "SSL_ERROR_WANT_WRITE":
		return "again"
	case line.Error == "SSL_ERROR_ZERO_RETURN":
		return "peer-closed"
	case has(line, peer).State == "init":
		return "failed"
	}
	return ""
}
