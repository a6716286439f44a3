package link

import (
	"errors"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// Part is what can be read of a damaged link.
type Part struct {
	Script script.Script // it ends before the first step that is not certain
	Of     int           // how many steps the link has; 0 if that cannot be read
}

// DecodePart reads the steps of a link that Decode refuses, up to the fault. ok is false if there
// are none that are certain.
func DecodePart(lib scenarios.Library, link string) (p Part, ok bool) {
	link = link[:min(len(link), MaxLength)]
	if found := FromText(link); found != "" {
		link = found
	}
	packed, _, _ := strings.Cut(link, ".")
	switch {
	case strings.HasPrefix(link, readablePrefix):
		p = partOfReadable(link)
	case len(packed) < 2:
	case packed[0] == format1:
		p = partOfBits(&bits{text: packed[1:]})
	case packed[0] == format2:
		p = partOfSections(lib, packed)
	case packed[0] == format3:
		p = partOfText(packed, packed[1:])
	}
	return p, len(p.Script.Steps) > 0 && len(p.Script.Steps) <= maxSteps
}

// partOfReadable reads the parts before the one that is wrong.
func partOfReadable(link string) (p Part) {
	s, _, left, err := parseReadable(link)
	if err == nil {
		return p // something else is wrong
	}
	return Part{s, len(s.Steps) + 1 + left}
}

// partOfBits reads a link of format 1 that is cut short. Nobody knows where another one is wrong.
func partOfBits(b *bits) (p Part) {
	if !b.config1(&p.Script.Config) {
		return Part{}
	}
	count := *b
	p.Of, _ = count.number()
	b.steps1(&p.Script)
	if b.short {
		p.Script.Steps = p.Script.Steps[:max(0, len(p.Script.Steps)-1)]
		return p
	}
	if b.texts1(p.Script); b.get(2*16) >= 0 && b.short {
		return p
	}
	return Part{}
}

// partOfText reads a text of section Z. The last line may be cut. A link whose check fits is not
// damaged: Decode has read all of it, in vain, and it would take as long again.
func partOfText(link, section string) (p Part) {
	d := digits{text: section}
	length := d.number()
	if _, _, fits := splitCheck(link); fits || d.bad {
		return p
	}
	text, _, _ := unpackUpTo(d.text, min(length, maxScript), true)
	for lines := strings.Count(text, "\n"); lines > 0; {
		source := strings.Join(strings.SplitN(text, "\n", lines+1)[:lines], "\n")
		s, err := script.Parse(source)
		wrong, ok := errors.AsType[*script.Error](err)
		if !ok {
			return Part{Script: s}
		}
		lines = wrong.Line - 1
	}
	return p
}

// sectionsUpTo reads sections up to the check, or up to one that is cut short, whose name is cut then.
// ok is false if the link is damaged in another way than at its end.
func sectionsUpTo(text string) (sections map[byte]string, cut byte, ok bool) {
	sections = map[byte]string{}
	last := byte(0)
	for d := (digits{text: text}); len(d.text) > checkLength; {
		name := d.text[0]
		d.text = d.text[1:]
		length := d.number()
		if d.bad || length == 0 || name <= last || !strings.ContainsRune(sectionsKnown, rune(name)) && name != sectionOutcomes {
			return nil, 0, false
		}
		last = name
		sections[name] = d.text[:min(length, len(d.text))]
		if length > len(d.text) {
			return sections, name, true
		}
		if d.text = d.text[length:]; len(d.text) < checkLength {
			return sections, last + 1, true
		}
	}
	return sections, 0, true
}

// partOfSections reads a link of format 2.
func partOfSections(lib scenarios.Library, link string) (p Part) {
	sections, cut, ok := sectionsUpTo(link[1:])
	if text, isText := sections[sectionScript]; isText {
		return partOfText(link, text)
	}
	var err error
	if p.Script.Config, err = decodeConnection(sections[sectionConnection]); err != nil || !ok || cut == sectionConnection || cut == sectionShipped {
		return Part{}
	}
	ops, n, err := readSteps(sections[sectionSteps])
	texts := make([]string, len(ops)+2)
	if difference, ok := sections[sectionShipped]; ok {
		if ops, texts, n, ok = partOfShipped(lib, difference, ops); !ok {
			return Part{}
		}
	}
	if err == nil && len(ops) == n {
		_ = decodeTexts(sections[sectionTexts], texts, true) // as many as can be read
	}
	for _, op := range ops {
		p.Script.Steps = append(p.Script.Steps, script.Step{Op: op})
	}
	setTexts(&p.Script, texts)
	p.Of = n
	if cut == 0 {
		_, digest, _ := splitCheck(link)
		p.Script.Steps = p.Script.Steps[:certainSteps(p.Script, n, digest, sections[sectionOutcomes])]
	}
	return p
}

// partOfShipped reads the changes to a shipped scenario as far as the steps to insert are there. n is how
// many steps the scenario has then, 0 if nobody knows.
func partOfShipped(lib scenarios.Library, section string, insert []engine.Op) (ops []engine.Op, texts []string, n int, ok bool) {
	sc, d, err := findShipped(lib, section)
	if err != nil {
		return nil, nil, 0, false
	}
	shipped := sc.Script.Ops()
	n = len(shipped)
	for c := d; c.text != "" && !c.bad; {
		change := change{c.number(), c.number(), c.number()}
		n += change.insert - change.drop
	}
	places, _ := d.changes(shipped, insert)
	if n < len(places) || n > maxSteps { // a number is wrong
		n = 0
	}
	return opsAt(places, shipped, insert), keptTexts(&sc.Script, places), n, true
}

// certainSteps is how many of the steps do what the link says of its n steps. Then they are as they were
// written, and something else is damaged.
func certainSteps(s script.Script, n int, digest uint16, outcomes string) int {
	_, h, path, err := play(s, script.Codes{})
	if err != nil || len(s.Steps) == 0 || len(outcomes) > n {
		return 0
	}
	if outcomes == "" {
		if digestOf(outcomeSums(h, path, appendOutcome)) != digest {
			return 0
		}
		return len(s.Steps)
	}
	from, to := promise{steps: outcomes}.different(outcomeSums(h, path, appendWhole), n)
	if to == len(s.Steps) {
		return to
	}
	return from
}
