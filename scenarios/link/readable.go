package link

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// readablePrefix begins the form of a link that people write by hand:
//
//	t.tls12.c-SSL_shutdown.s-SSL_read-100.c2s-deliver-all.3
//
// Its parts are separated by dots: what differs from the defaults, the steps with - for
// blanks and for |, and last the step at which it opens, if that is not 0. A profile has
// _ for its dots, and may be an exact release: openssl-3_5_9. The connection is as in a
// script: start-tickets, transport-bio-pair-64.
const readablePrefix = "t."

// readableSubjects are the first words of steps in a script, and what links have for them.
var readableSubjects = []struct{ script, link string }{
	{"client", "c"}, {"server", "s"}, {"c2s", "c2s"}, {"s2c", "s2c"},
}

// EncodeReadable writes the readable form of a link, "t.c-SSL_shutdown.s-SSL_read-100.1".
// It has no room for title, narration and expectations; Decode adds title and narration of
// the shipped scenario that has the same steps. The error says that the link would be too long.
func EncodeReadable(s script.Script, step int) (string, error) {
	if s.HasPrograms() {
		return "", errNoProgram
	}
	c := s.Config.Sparse()
	var parts []string
	if len(s.Steps) == 0 && c == (engine.Config{}) {
		c.Version = engine.DefaultVersion // a link does not end in a dot
	}
	if c.Version != 0 {
		parts = append(parts, strings.ReplaceAll(c.Version.String(), ".", ""))
	}
	if c.Profile != "" {
		parts = append(parts, strings.ReplaceAll(c.Profile, ".", "_"))
	}
	if c.Start != "" {
		parts = append(parts, "start-"+c.Start)
	}
	if c.Transport != "" {
		parts = append(parts, "transport-"+strings.ReplaceAll(c.Transport, " ", "-"))
	}
	for _, st := range s.Steps {
		parts = append(parts, readableStep(st.Op.String()))
	}
	return AtStep(readablePrefix+strings.Join(parts, "."), min(step, len(s.Steps)))
}

// decodeReadable reads the readable form.
func decodeReadable(lib scenarios.Library, link string) (Link, error) {
	s, stepText, _, err := parseReadable(link)
	if err != nil {
		return Link{}, err
	}
	if err := check(s); err != nil {
		return Link{}, err
	}
	decoded := Link{}
	if decoded.Script, err = withShippedText(lib, s); err != nil {
		return Link{}, err
	}
	if stepText != "" {
		if decoded.Step, err = parseStep(stepText, len(s.Steps)); err != nil {
			return Link{}, err
		}
	}
	if _, decoded.History, decoded.Path, err = play(s, script.Codes{}); err != nil {
		return Link{}, shortError("it cannot be played: " + err.Error())
	}
	return decoded, nil
}

// parseReadable reads the readable form by way of the script that it stands for, without the texts of
// a shipped scenario. step is "" if there is none. With an error it gives the script up to the
// part that is wrong, and how many parts follow that one.
func parseReadable(link string) (s script.Script, step string, left int, err error) {
	parts := strings.Split(strings.TrimPrefix(link, readablePrefix), ".")
	if last := len(parts) - 1; strings.Trim(parts[last], "0123456789") == "" {
		step, parts = parts[last], parts[:last]
	}
	lines := make([]string, len(parts))
	for i, part := range parts {
		lines[i] = readableLine(part)
	}
	upTo := func(i int) (script.Script, string, int, error) {
		s, _ := script.Parse(strings.Join(lines[:i], "\n"))
		return s, step, len(parts) - i - 1, err
	}
	if i := slices.Index(parts, ""); i >= 0 && len(parts) > 1 {
		err = shortError("part " + strconv.Itoa(i+1) + " is empty")
		return upTo(i)
	}
	s, err = script.Parse(strings.Join(lines, "\n"))
	if wrong, ok := errors.AsType[*script.Error](err); ok {
		i := wrong.Line - 1
		err = wrongPart(i+1, parts[i], wrong.Want)
		return upTo(i)
	}
	if s.HasPrograms() {
		return script.Script{}, "", 0, errNoProgram
	}
	return s, step, 0, nil
}

// wrongPart says what is wrong with part n, from 1 on. What was expected is cut until it fits: after
// what it was expected can be seen, and a list of all that a part could be is too long to help.
func wrongPart(n int, part, want string) error {
	which := "part " + strconv.Itoa(n) + ", " + quoted(part)
	short, _, _ := strings.Cut(want, " after ")
	if short == "expected nothing" {
		short += " more"
	}
	for _, text := range []string{which + ": " + want, which + ": " + short} {
		if utf8.RuneCountInString(text) <= maxError {
			return errors.New(text)
		}
	}
	return errors.New(which + ", is unknown")
}

// readableLine is the line of the script that a part stands for. The parser of scripts
// refuses what is not one.
func readableLine(part string) string {
	if rest, ok := strings.CutPrefix(part, "tls1"); ok {
		return "version tls1." + rest
	}
	if strings.HasPrefix(part, engine.ProfilePrefix) {
		return "profile " + strings.ReplaceAll(part, "_", ".")
	}
	if rest, ok := strings.CutPrefix(part, "start-"); ok {
		return "start " + rest
	}
	if rest, ok := strings.CutPrefix(part, "transport-"); ok {
		if at := strings.LastIndex(rest, "-"); at >= 0 && strings.Trim(rest[at+1:], "0123456789") == "" {
			rest = rest[:at] + " " + rest[at+1:] // the size of a pair
		}
		return "transport " + rest
	}
	subject, what, _ := strings.Cut(part, "-")
	for _, word := range readableSubjects {
		if word.link == subject {
			what = strings.Replace(what, "SENT-RECEIVED", "SENT|RECEIVED", 1)
			return word.script + " " + strings.ReplaceAll(what, "-", " ")
		}
	}
	return part
}

// readableStep is the part of a link for a step of a script.
func readableStep(line string) string {
	subject, what, _ := strings.Cut(line, " ")
	for _, word := range readableSubjects {
		if word.script == subject {
			subject = word.link
			break
		}
	}
	return subject + "-" + strings.ReplaceAll(strings.ReplaceAll(what, " ", "-"), "|", "-")
}
