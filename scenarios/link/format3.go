package link

import (
	"slices"
	"strconv"

	"closenotify/engine/script"
	"closenotify/scenarios"
)

// format3 is the first character of a link of format 3, which was written for scripts with
// programs before format 2 had section Z.
const format3 = '3'

// bodyOfText is the sections of a script with programs.
func bodyOfText(s script.Script) (body, error) {
	source := s.String()
	switch again, err := script.Parse(source); {
	case err != nil:
		return body{}, shortError("the script cannot be written as a text: " + err.Error())
	case again.String() != source:
		return body{}, shortError("the script cannot be written as a text")
	case len(source) > maxScript:
		return body{}, shortError("a link holds a script of at most " + strconv.Itoa(maxScript) + " bytes; this one has " + strconv.Itoa(len(source)))
	}
	text := string(appendNumber(nil, len(source))) + pack(source)
	return body{before: string(appendSection(nil, sectionScript, text))}, nil
}

// decode3 reads a link of format 3 without its step.
func decode3(_ scenarios.Library, link string) (s script.Script, p promise, err error) {
	body, digest, fits := splitCheck(link)
	if !fits {
		return s, p, errDamaged
	}
	s, err = decodeScript(body)
	return s, promise{appendProgramOutcome, digest, ""}, err
}

// decodeScript reads section Z. The text is not unpacked before its length is known.
func decodeScript(section string) (s script.Script, err error) {
	d := digits{text: section}
	length := d.number()
	switch {
	case d.bad:
		return s, errDamaged
	case length > maxScript:
		return s, errNewer
	}
	source, ok := unpack(d.text, length)
	if !ok {
		return s, errDamaged
	}
	s, err = script.Parse(source)
	switch {
	case err != nil || len(s.Steps) > maxSteps:
		return script.Script{}, errNewer
	case !s.HasPrograms() || slices.ContainsFunc(s.Steps, func(step script.Step) bool { return step.Run }):
		return script.Script{}, errDamaged
	}
	return s, nil
}
