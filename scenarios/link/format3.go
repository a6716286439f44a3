package link

import (
	"slices"
	"strconv"

	"closenotify/engine/script"
	"closenotify/scenarios"
)

// format3 is the first character of a link of format 3, for scripts with programs.
const format3 = '3'

// encode3 writes a link of format 3 without its step.
func encode3(s script.Script, digest uint16) (string, error) {
	source := cleaned(s).String()
	switch again, err := script.Parse(source); {
	case err != nil:
		return "", shortError("the script cannot be written as a text: " + err.Error())
	case again.String() != source:
		return "", shortError("the script cannot be written as a text")
	case len(source) > maxScript:
		return "", shortError("a link holds a script of at most " + strconv.Itoa(maxScript) + " bytes; this one has " + strconv.Itoa(len(source)))
	}
	text := string(format3) + string(appendNumber(nil, len(source))) + pack(source)
	return text + checkDigits(text, digest), nil
}

// decode3 reads a link of format 3 without its step. The text is not unpacked before the check
// fits and the length is known.
func decode3(_ scenarios.Library, link string) (s script.Script, digest uint16, err error) {
	body, digest, fits := splitCheck(link)
	d := digits{text: body}
	length := d.number()
	switch {
	case d.bad || !fits:
		return s, 0, errDamaged
	case length > maxScript:
		return s, 0, errNewer
	}
	source, ok := unpack(d.text, length)
	if !ok {
		return s, 0, errDamaged
	}
	s, err = script.Parse(source)
	switch {
	case err != nil || len(s.Steps) > maxSteps:
		return script.Script{}, 0, errNewer
	case !s.HasPrograms() || slices.ContainsFunc(s.Steps, func(step script.Step) bool { return step.Run }):
		return script.Script{}, 0, errDamaged
	}
	return s, digest, nil
}
