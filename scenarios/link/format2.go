package link

import (
	"hash/crc32"

	"closenotify/engine/script"
	"closenotify/scenarios"
)

// format2 is the first character of a link of format 2.
const format2 = '2'

// The sections of format 2. A reader of an older version refuses a link with an unknown
// section if its name is a capital letter, and passes over it otherwise.
const (
	sectionConnection   = 'C'
	sectionShipped      = 'P'
	sectionSteps        = 'S'
	sectionTexts        = 'T'
	sectionExpectations = 'e'
)

// checkLength is how many characters the check has.
const checkLength = 6

// encode2 writes a link of format 2 without its step.
func encode2(lib scenarios.Library, s script.Script, digest uint16) (string, error) {
	body, err := shortestBody(lib, s)
	text := string(format2) + body
	return text + checkDigits(text, digest), err
}

// shortestBody is the sections of a script, as a difference from the shipped scenario
// that makes them shortest. Only one that has some of the script's narration is tried.
func shortestBody(lib scenarios.Library, s script.Script) (string, error) {
	s = cleaned(s)
	best, err := body(&s, nil)
	for sc := range lib.All() {
		if !sharesText(&s, &sc.Script) {
			continue
		}
		if b, e := body(&s, &sc); e == nil && (err != nil || len(b) < len(best)) {
			best, err = b, nil
		}
	}
	return best, err
}

// body is the sections of a script, as a difference from a shipped scenario or, if that
// is nil, by itself.
func body(s *script.Script, shipped *scenarios.Scenario) (string, error) {
	connection, err := encodeConnection(s.Config)
	if err != nil {
		return "", err
	}
	difference, ops, texts := "", s.Ops(), make([]string, len(s.Steps)+2)
	if shipped != nil {
		places := align(&shipped.Script, s)
		difference = encodeShipped(shipped, places)
		ops, texts = insertedOps(ops, places), keptTexts(&shipped.Script, places)
	}
	changed, err := encodeTexts(texts, textsOf(s))
	if err != nil {
		return "", err
	}
	var b []byte
	b = appendSection(b, sectionConnection, connection)
	b = appendSection(b, sectionShipped, difference)
	b = appendSection(b, sectionSteps, encodeSteps(ops))
	b = appendSection(b, sectionTexts, changed)
	b = appendSection(b, sectionExpectations, encodeExpectations(s.Steps))
	return string(b), nil
}

// appendSection appends a section, unless it is empty.
func appendSection(b []byte, name byte, text string) []byte {
	if text == "" {
		return b
	}
	b = appendNumber(append(b, name), len(text))
	return append(b, text...)
}

// checkDigits is the end of a link that begins with text: the digest of its outcome and a check
// sum of both.
func checkDigits(text string, digest uint16) string {
	sum := crc32.Update(crc32.ChecksumIEEE([]byte(text)), crc32.IEEETable, []byte{byte(digest >> 8), byte(digest)})
	v := (uint64(digest)<<16 | uint64(uint16(sum))) << 4
	var b []byte
	for shift := 6 * (checkLength - 1); shift >= 0; shift -= 6 {
		b = appendDigit(b, int(v>>shift&63))
	}
	return string(b)
}

// decode2 reads a link of format 2 without its step.
func decode2(lib scenarios.Library, link string) (s script.Script, digest uint16, err error) {
	body, digest, fits := splitCheck(link)
	sections, ok := splitSections(body)
	if !ok || !fits {
		return s, 0, errDamaged
	}
	s, err = decodeSections(lib, sections)
	return s, digest, err
}

// splitCheck is what stands between the first character and the check, and the digest. ok is
// false if the check does not fit.
func splitCheck(link string) (body string, digest uint16, ok bool) {
	end := len(link) - checkLength
	if end < 1 {
		return "", 0, false
	}
	v := uint64(0)
	for d := (digits{text: link[end:]}); d.text != ""; {
		v = v<<6 | uint64(d.digit())
	}
	digest = uint16(v >> 20)
	return link[1:end], digest, checkDigits(link[:end], digest) == link[end:]
}

// splitSections reads the sections by their names.
func splitSections(text string) (sections map[byte]string, ok bool) {
	sections = map[byte]string{}
	last := byte(0)
	for d := (digits{text: text}); d.text != ""; {
		name := d.text[0]
		d.text = d.text[1:]
		length := d.number()
		if d.bad || length == 0 || length > len(d.text) || name <= last {
			return nil, false
		}
		sections[name], d.text = d.text[:length], d.text[length:]
		last = name
	}
	return sections, true
}

// decodeSections makes a script of sections whose check sum fits.
func decodeSections(lib scenarios.Library, sections map[byte]string) (s script.Script, err error) {
	for name := range sections {
		known := name == sectionConnection || name == sectionShipped || name == sectionSteps || name == sectionTexts
		if optional := 'a' <= name && name <= 'z'; !known && !optional {
			return script.Script{}, errNewer
		}
	}
	if s.Config, err = decodeConnection(sections[sectionConnection]); err != nil {
		return script.Script{}, err
	}
	ops, err := decodeSteps(sections[sectionSteps])
	if err != nil {
		return script.Script{}, err
	}
	texts := make([]string, len(ops)+2)
	difference, shipped := sections[sectionShipped]
	if shipped {
		if ops, texts, err = decodeShipped(lib, difference, ops); err != nil {
			return script.Script{}, err
		}
	}
	if err := decodeTexts(sections[sectionTexts], texts, shipped); err != nil {
		return script.Script{}, err
	}
	for _, op := range ops {
		s.Steps = append(s.Steps, script.Step{Op: op})
	}
	setTexts(&s, texts)
	return s, decodeExpectations(sections[sectionExpectations], s.Steps)
}
