package model

import (
	"fmt"
	"strings"
	"testing"
)

// linkText draws the lines of all rows: a record's own piece in brackets, then the pieces
// that come from above. = is solid, . is dotted, and > ends at a call.
func linkText(rows []Row) string {
	style := func(l Link) string {
		text := map[bool]string{true: "=", false: "."}[l.Read]
		if l.Ends {
			text += ">"
		}
		return fmt.Sprintf("%c%d%s", l.Reader.String()[0], l.Slot, text)
	}
	var lines []string
	for _, r := range rows {
		var parts []string
		for _, x := range r.Records {
			if x.Linked {
				parts = append(parts, "("+style(x.Link)+")")
			}
		}
		for _, l := range r.Links {
			parts = append(parts, style(l))
		}
		lines = append(lines, strings.Join(parts, " "))
	}
	return strings.Join(lines, "|")
}

func TestLinksLeadFromRecordsToReaders(t *testing.T) {
	for _, c := range []struct{ name, steps, want string }{
		{"read", "client SSL_write 5|client SSL_set_quiet_shutdown 0|server SSL_read 5", "(s0=)|s0=|s0=>"},
		{"unread", "client SSL_write 5|client SSL_set_quiet_shutdown 0", "(s0.)|s0."},
		{"unread in the step that writes it", "client SSL_write 5", ""},
		{"two unread", "server SSL_write 5|server SSL_shutdown|client SSL_set_quiet_shutdown 0", "(c0.)|(c1.) c0.|c0. c1."},
		{"one after the other", "client SSL_write 5|server SSL_read 5|client SSL_write 5|server SSL_read 5", "(s0=)|s0=>|(s0=)|s0=>"},
		{"both directions", "client SSL_shutdown|server SSL_shutdown|client SSL_shutdown", "(s0.)|(c0=) s0.|s0. c0=>"},
		{"in flight", "c2s hold|client SSL_write 5|client SSL_set_quiet_shutdown 0", "||"},
		{"read in part", "c2s hold|client SSL_write 5|c2s deliver 10|server SSL_read 5|c2s deliver 2|server SSL_set_quiet_shutdown 0", "|(s0=)|s0=|s0=>|s0.|s0."},
		{"lost", "client SSL_write 5|c2s truncate|server SSL_set_quiet_shutdown 0", "||"},
		{"read by a blocked call", "server BIO_set_nbio 0|server SSL_read 5|client SSL_write 5", "||"},
		{"many unread", "client SSL_write 1|client SSL_write 1|client SSL_write 1|client SSL_write 1|client SSL_write 1|client SSL_write 1",
			"(s0.)|(s1.) s0.|(s2.) s0. s1.|(s3.) s0. s1. s2.|(s3.) s0. s1. s2. s3.|s0. s1. s2. s3."},
	} {
		_, rows := rowsAfter(t, strings.Split(c.steps, "|")...)
		if got := linkText(rows); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestLinksEnterTheWindow: a record that was written above the window is read in it.
func TestLinksEnterTheWindow(t *testing.T) {
	m := press(t, emptyModel(t), "act server SSL_write 5")
	for range 60 {
		m = press(t, m, "act client SSL_set_quiet_shutdown 0")
	}
	rows := SceneOf(m).Ladder.Rows
	if rows[0].N == 1 || len(rows[0].Links) != 1 || rows[0].Links[0].Read {
		t.Fatalf("row %d has the lines %+v", rows[0].N, rows[0].Links)
	}
	rows = SceneOf(press(t, m, "act client SSL_read 5")).Ladder.Rows
	if last := rows[len(rows)-1]; len(last.Links) != 1 || !last.Links[0].Ends {
		t.Errorf("the read has the lines %+v", last.Links)
	}
}
