package link

import (
	"hash/crc32"
	"strings"

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
	sectionScript       = 'Z'
	sectionOutcomes     = 'd'
	sectionExpectations = 'e'
)

// sectionsKnown are the names of sections without which a link means nothing, and section e.
const sectionsKnown = "CPSTZe"

// checkLength is how many characters the check has.
const checkLength = 6

// encode2 writes a link of format 2 without its step. sums are the outcomes of its steps.
func encode2(lib scenarios.Library, s script.Script, sums []uint32) (string, error) {
	s = cleaned(s)
	var best body
	var err error
	if s.HasPrograms() {
		best, err = bodyOfText(s)
	} else {
		best, err = shortestBody(lib, s)
	}
	if err != nil {
		return "", err
	}
	text := string(format2) + best.before
	text = string(appendSection([]byte(text), sectionOutcomes, encodeOutcomes(sums, best.outcomeDigits(len(sums))))) + best.after
	return text + checkDigits(text, digestOf(sums)), nil
}

// A body is the sections of a link, without that of the outcomes, which stands between them.
type body struct {
	before, after string
	isDifference  bool // from a shipped scenario
}

// length is that of the link, without section d.
func (b *body) length() int { return 1 + len(b.before) + len(b.after) + checkLength }

// outcomeDigits is how many digits of a link with so many steps are for their outcomes: as many
// as keep it short. A shipped scenario with one more call has at most 40 characters.
func (b *body) outcomeDigits(steps int) int {
	most := min(steps, 3+steps/2, 12+b.length()/4)
	if b.isDifference {
		const name = 2 // and length
		most = min(most, max(1, 40-name-b.length()))
	}
	return most
}

// shortestBody is the sections of a script without programs, as a difference from the shipped
// scenario that makes them shortest. Only one that has some of the script's narration is tried.
func shortestBody(lib scenarios.Library, s script.Script) (body, error) {
	best, err := bodyOf(&s, nil)
	for sc := range lib.All() {
		if !sharesText(&s, &sc.Script) {
			continue
		}
		if b, e := bodyOf(&s, &sc); e == nil && (err != nil || b.length() < best.length()) {
			best, err = b, nil
		}
	}
	return best, err
}

// bodyOf is the sections of a script without programs, as a difference from a shipped scenario
// or, if that is nil, by itself.
func bodyOf(s *script.Script, shipped *scenarios.Scenario) (body, error) {
	connection, err := encodeConnection(s.Config)
	if err != nil {
		return body{}, err
	}
	difference, ops, texts := "", s.Ops(), make([]string, len(s.Steps)+2)
	if shipped != nil {
		places := align(&shipped.Script, s)
		difference = encodeShipped(shipped, places)
		ops, texts = insertedOps(ops, places), keptTexts(&shipped.Script, places)
	}
	changed, err := encodeTexts(texts, textsOf(s))
	if err != nil {
		return body{}, err
	}
	var b []byte
	b = appendSection(b, sectionConnection, connection)
	b = appendSection(b, sectionShipped, difference)
	b = appendSection(b, sectionSteps, encodeSteps(ops))
	b = appendSection(b, sectionTexts, changed)
	after := appendSection(nil, sectionExpectations, encodeExpectations(s.Steps))
	return body{string(b), string(after), shipped != nil}, nil
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
func decode2(lib scenarios.Library, link string) (s script.Script, p promise, err error) {
	body, digest, fits := splitCheck(link)
	sections, ok := splitSections(body)
	if !ok || !fits {
		return s, p, errDamaged
	}
	if s, err = decodeSections(lib, sections); err != nil {
		return s, p, err
	}
	p = promise{appendOutcome, digest, sections[sectionOutcomes]}
	if len(p.steps) > len(s.Steps) {
		return s, p, errDamaged
	}
	if p.steps != "" {
		p.outcome = appendWhole
	}
	return s, p, nil
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
		isOptional := 'a' <= name && name <= 'z'
		if !isOptional && !strings.ContainsRune(sectionsKnown, rune(name)) {
			return script.Script{}, errNewer
		}
	}
	if text, ok := sections[sectionScript]; ok {
		for name := range sections {
			if name != sectionScript && strings.ContainsRune(sectionsKnown, rune(name)) {
				return script.Script{}, errDamaged
			}
		}
		return decodeScript(text)
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
