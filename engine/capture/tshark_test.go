package capture

import (
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
)

// shownRecord is a record as tshark shows it.
type shownRecord struct {
	contentType int // the inner one if tshark decrypts the record
	length      int // of the body
	content     int // alertNumber, message type or length of the data; or undecrypted
}

// undecrypted stands for the content that tshark does not show.
const undecrypted = -1

// tsharkConnection is what tshark shows of one TCP connection.
type tsharkConnection struct {
	records   [2][]shownRecord // by direction
	anomalies []string
}

// fields are the columns that tshark prints.
var fields = []string{
	"frame.number", "tcp.stream", "ip.src", "tls.record.content_type", "tls.record.opaque_type", "tls.record.length",
	"tls.alert_message.level", "tls.alert_message.desc", "tls.handshake.type", "data.len",
	"_ws.malformed", "tcp.analysis.flags", "ip.checksum.status", "tcp.checksum.status",
}

// tshark reads a capture file. The dissector rdpmt is disabled because it claims
// data that begin with 01 02 03.
func tshark(t *testing.T, file string) (all []tsharkConnection) {
	t.Helper()
	args := strings.Fields("--disable-protocol rdpmt -o tcp.check_checksum:TRUE -o ip.check_checksum:TRUE -T fields -E occurrence=a -E separator=| -r " + file)
	for _, f := range fields {
		args = append(args, "-e", f)
	}
	out, err := exec.Command("tshark", args...).Output()
	if err != nil {
		t.Fatalf("tshark (Debian's package tshark): %v", err)
	}
	for line := range strings.Lines(string(out)) {
		columns := strings.Split(strings.TrimSuffix(line, "\n"), "|")
		if len(columns) != len(fields) {
			t.Fatalf("tshark prints %q", line)
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

// addFrame adds the records of a frame, and what tshark finds wrong with it.
func (c *tsharkConnection) addFrame(frame map[string]string) {
	for _, f := range []string{"_ws.malformed", "tcp.analysis.flags"} {
		if frame[f] != "" {
			c.anomalies = append(c.anomalies, "frame "+frame["frame.number"]+": "+f)
		}
	}
	const good = "1"
	for _, f := range []string{"ip.checksum.status", "tcp.checksum.status"} {
		if frame[f] != good {
			c.anomalies = append(c.anomalies, "frame "+frame["frame.number"]+": "+f+" "+frame[f])
		}
	}
	d := engine.ClientToServer
	if frame["ip.src"] == "198.51.100.1" {
		d = engine.ServerToClient
	}
	types := numbers(frame["tls.record.content_type"])
	levels, descriptions := numbers(frame["tls.alert_message.level"]), numbers(frame["tls.alert_message.desc"])
	messages, data := numbers(frame["tls.handshake.type"]), numbers(frame["data.len"])
	for _, length := range numbers(frame["tls.record.length"]) {
		s := shownRecord{contentType: next(&types), length: length, content: undecrypted}
		switch engine.ContentType(s.contentType) {
		case engine.TypeAlert:
			if level, description := next(&levels), next(&descriptions); level != undecrypted {
				s.content = alertNumber(level, description)
			}
		case engine.TypeHandshake:
			s.content = next(&messages)
		case engine.TypeApplicationData:
			s.content = next(&data)
		}
		c.records[d] = append(c.records[d], s)
	}
}

// alertNumber combines an alert's level and description.
func alertNumber(level, description int) int { return level<<8 | description }

// next removes and returns the first number, undecrypted if there is none.
func next(list *[]int) int {
	if len(*list) == 0 {
		return undecrypted
	}
	n := (*list)[0]
	*list = (*list)[1:]
	return n
}

// numbers parses a comma-separated list.
func numbers(list string) (out []int) {
	for text := range strings.SplitSeq(list, ",") {
		if n, err := strconv.Atoi(text); err == nil {
			out = append(out, n)
		}
	}
	return out
}
