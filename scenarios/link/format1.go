package link

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// Format 1 is "1" and bits, six a character, the highest first. Numbers are in groups of
// four bits, see bits.number.
//
//	profile 3 bits, version 1, start 2, transport 2, and a number after bio-pair
//	the number of steps, and for each:
//	    1 for a step of the network, else 0
//	    1 bit: client or server, client to server or server to client
//	    verb 4 bits, and its argument with 1 added as a number, if it has one
//	2 bits: where the texts come from, see texts1
//	the texts, if they are given: for each the number of its lines, and for each line
//	    the number of its bytes, and the bytes
//	digest of the outcome 16 bits
//	check sum of all bits before it 16 bits, see bits.sum
//
// and zeros up to a whole character.

// format1 is the first character of a link of format 1.
const format1 = '1'

// Where the texts of a scenario come from.
const (
	texts1Shipped = iota // from the shipped scenario with the same steps; none if there is no such scenario
	texts1Given          // they follow
	texts1None           // there are none, although a shipped scenario has the same steps
)

// decode1 reads a link of format 1 without its step.
func decode1(lib scenarios.Library, link string) (s script.Script, p promise, err error) {
	p.outcome = appendOutcome
	s, p.digest, err = read1(lib, link, (*bits).texts1)
	if err == errDamaged {
		p.outcome = nil // the digest was another one
		s, p.digest, err = read1(lib, link, (*bits).firstTexts1)
	}
	return s, p, err
}

// read1 reads a link of format 1, its texts in one of their forms.
func read1(lib scenarios.Library, link string, texts func(*bits, script.Script) (_ script.Script, shipped, ok bool)) (s script.Script, digest uint16, err error) {
	b := &bits{text: link[1:]}
	ok := b.config1(&s.Config) && b.steps1(&s)
	shipped := false
	if ok {
		s, shipped, ok = texts(b, s)
	}
	digest = uint16(b.get(16))
	sum := b.sum()
	if fits := b.get(16) == sum; b.short || !ok || !fits || !b.atEnd() {
		return script.Script{}, 0, errDamaged
	}
	if shipped {
		s, err = withShippedText(lib, s)
	}
	return s, digest, err
}

// firstTexts1 reads the texts as links had them in the first hours of format 1: one bit, 0 for those of
// the shipped scenario with the same steps, or 1 and one text as its number of bytes and the bytes. In it
// an empty line parts the title and summary, the narration before each step, and what follows the last.
func (b *bits) firstTexts1(s script.Script) (_ script.Script, shipped, ok bool) {
	if b.get(1) == 0 {
		return s, true, true
	}
	text, ok := b.bytes1()
	parts := strings.Split(text, "\n\n")
	texts := make([]string, len(s.Steps)+2)
	if len(parts) > len(texts) {
		return s, false, false
	}
	for i, part := range parts {
		lines := strings.Split(part, "\n")
		for j, line := range lines {
			lines[j] = strings.TrimSpace(script.StripHidden(line))
		}
		if part != "" {
			texts[i] = script.JoinNote(lines)
		}
	}
	setTexts(&s, texts)
	return s, false, ok && text != ""
}

// config1 reads the connection. Defaults come back as zero fields, as the parser of
// scripts leaves them.
func (b *bits) config1(c *engine.Config) bool {
	profile, version, start, transport := b.get(3), b.get(1), b.get(2), b.get(2)
	name, known := engine.ProfileFormat1(profile)
	if !known || start >= len(format1Starts) {
		return false
	}
	*c = engine.Config{
		Profile: name, Version: format1Versions[version],
		Start: format1Starts[start], Transport: format1Transports[transport],
	}
	if c.Transport == format1Pair {
		n, _ := b.number()
		c.Transport += " " + strconv.Itoa(n)
	}
	if _, err := engine.New(*c); err != nil {
		return false
	}
	*c = c.Sparse()
	return true
}

// steps1 reads the steps.
func (b *bits) steps1(s *script.Script) bool {
	n, ok := b.number()
	if !ok || n > maxSteps {
		return false
	}
	for ; n > 0 && !b.short; n-- {
		network, second, code := b.get(1), b.get(1), b.get(4)
		op, verbs := engine.Op{Role: engine.Role(second)}, format1Calls
		if network == 1 {
			op, verbs = engine.Op{Dir: engine.Direction(second)}, format1Network
		}
		if code >= len(verbs) {
			return false
		}
		op.Verb = verbs[code]
		if slices.Contains(format1Arguments, op.Verb) {
			v, ok := b.number()
			if !ok {
				return false
			}
			op.N = v - 1
		}
		s.Steps = append(s.Steps, script.Step{Op: op})
	}
	return true
}

// texts1 reads the texts of a script whose steps are known. shipped reports whether they are those
// of the shipped scenario with the same steps.
func (b *bits) texts1(s script.Script) (_ script.Script, shipped, ok bool) {
	switch b.get(2) {
	case texts1Shipped:
		return s, true, true
	case texts1None:
		return s, false, true
	case texts1Given:
	default:
		return s, false, false
	}
	texts := make([]string, len(s.Steps)+2)
	empty, size := true, 0
	for i := range texts {
		n, ok := b.number()
		var lines []string
		for ; ok && n > 0 && !b.short; n-- {
			var line string
			line, ok = b.line1()
			lines = append(lines, line)
			size += len(line) + 1
			ok = ok && size <= 2*maxText
		}
		if !ok {
			return s, false, false
		}
		texts[i] = script.JoinNote(lines)
		empty = empty && len(lines) == 0
	}
	setTexts(&s, texts)
	return s, false, !empty
}

// line1 reads one line. Hidden characters that were let into links then are left out; one
// that never was is an error.
func (b *bits) line1() (line string, ok bool) {
	line, ok = b.bytes1()
	return strings.TrimSpace(script.StripHidden(line)), ok && !strings.Contains(line, "\n")
}

// bytes1 reads a text: how many bytes it has, and the bytes.
func (b *bits) bytes1() (text string, ok bool) {
	n, ok := b.number()
	if !ok || n > min(maxText, len(b.text)) {
		return "", false
	}
	bytes := make([]byte, n)
	for i := range bytes {
		bytes[i] = byte(b.get(8))
	}
	text = string(bytes)
	return text, utf8.ValidString(text) && !strings.ContainsFunc(text, neverInFormat1)
}

// neverInFormat1 reports the hidden characters that links of format 1 never had: control
// characters other than the line feed, and the bidirectional embeddings, overrides and isolates (UAX #9).
func neverInFormat1(c rune) bool {
	return c < ' ' && c != '\n' || 0x7f <= c && c < 0xa0 || 0x202a <= c && c <= 0x202e || 0x2066 <= c && c <= 0x2069
}
