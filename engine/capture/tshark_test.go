package capture

import (
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
)

// shownRecord is a record as tshark shows it, or as the engine has it.
type shownRecord struct {
	kind    int // content type, of the inside if it is decrypted
	length  int // bytes behind the header
	content int // an alert's level and description, a message's type, the length of data; hidden if it is not seen
}

const undecrypted = -1

// tsharkConnection is what tshark makes of a connection.
type tsharkConnection struct {
	records   [2][]shownRecord
	anomalies []string
}

// fields are what tshark is asked for, a column each.
var fields = []string{
	"frame.number", "tcp.stream", "ip.src", "tls.record.content_type", "tls.record.opaque_type", "tls.record.length",
	"tls.alert_message.level", "tls.alert_message.desc", "tls.handshake.type", "data.len",
	"_ws.malformed", "tcp.analysis.flags", "ip.checksum.status", "tcp.checksum.status",
}

// tshark reads a capture, one reading a connection. It is kept from
// one protocol, which takes data that begin with 01 02 03 for its own.
func tshark(t *testing.T, file string) (all []tsharkConnection) {
	t.Helper()
	args := strings.Fields("--disable-protocol rdpmt -o tcp.check_checksum:TRUE -o ip.check_checksum:TRUE -T fields -E occurrence=a -E separator=| -r " + file)
	for _, f := range fields {
		args = append(args, "-e", f)
	}
	out, err := exec.Command("tshark", args...).Output()
	if err != nil {
		t.Fatalf("tshark (of Debian's package tshark): %v", err)
	}
	for line := range strings.Lines(string(out)) {
		columns := strings.Split(strings.TrimSuffix(line, "\n"), "|")
		if len(columns) != len(fields) {
			t.Fatalf("tshark says %q", line)
		}
		frame := map[string]string{}
		for i, f := range fields {
			frame[f] = columns[i]
		}
		n := numbers(frame["tcp.stream"])[0]
		for len(all) <= n {
			all = append(all, tsharkConnection{})
		}
		all[n].addFrame(frame)
	}
	return all
}

// addFrame takes in a frame.
func (r *tsharkConnection) addFrame(frame map[string]string) {
	for _, f := range []string{"_ws.malformed", "tcp.analysis.flags"} {
		if frame[f] != "" {
			r.anomalies = append(r.anomalies, "frame "+frame["frame.number"]+": "+f)
		}
	}
	const good = "1"
	for _, f := range []string{"ip.checksum.status", "tcp.checksum.status"} {
		if frame[f] != good {
			r.anomalies = append(r.anomalies, "frame "+frame["frame.number"]+": "+f+" "+frame[f])
		}
	}
	d := engine.ClientToServer
	if frame["ip.src"] == "198.51.100.1" {
		d = engine.ServerToClient
	}
	kinds := numbers(frame["tls.record.content_type"])
	levels, descriptions := numbers(frame["tls.alert_message.level"]), numbers(frame["tls.alert_message.desc"])
	messages, data := numbers(frame["tls.handshake.type"]), numbers(frame["data.len"])
	for _, length := range numbers(frame["tls.record.length"]) {
		s := shownRecord{kind: next(&kinds), length: length, content: undecrypted}
		switch engine.RecordType(s.kind) {
		case engine.TypeAlert:
			if level, description := next(&levels), next(&descriptions); level != undecrypted {
				s.content = alertOf(level, description)
			}
		case engine.TypeHandshake:
			s.content = next(&messages)
		case engine.TypeApplicationData:
			s.content = next(&data)
		}
		r.records[d] = append(r.records[d], s)
	}
}

// alertOf is level and description in one number.
func alertOf(level, description int) int { return level<<8 | description }

// next takes the first of a list, hidden if it is empty.
func next(list *[]int) int {
	if len(*list) == 0 {
		return undecrypted
	}
	n := (*list)[0]
	*list = (*list)[1:]
	return n
}

// numbers reads a list of tshark's.
func numbers(list string) (out []int) {
	for text := range strings.SplitSeq(list, ",") {
		if n, err := strconv.Atoi(text); err == nil {
			out = append(out, n)
		}
	}
	return out
}
