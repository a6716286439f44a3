package draw

import (
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// maxNameLength is how long the name of a picture may be, characters.
const maxNameLength = 300

// pictureName names the picture for screen readers.
func pictureName(title string) string {
	if title == "" {
		return "A TLS connection, step by step"
	}
	return firstRunes(title, maxNameLength)
}

// omittedText says that steps are left out.
func omittedText(steps int) string {
	if steps == 1 {
		return "1 more step is not drawn"
	}
	return strconv.Itoa(steps) + " more steps are not drawn"
}

// describe describes the whole picture in sentences, for screen readers, a blank one without what
// calls return.
func describe(h engine.History, path []engine.NodeID, omitted int, blank bool) string {
	sentences := []string{"The client is on the left, the server on the right, the wire between them; time runs down."}
	for _, id := range path[1:] {
		text := explain.Sentence(h, id)
		if blank {
			text = plainSentence(h.Step(id))
		}
		sentences = append(sentences, "Step "+strconv.Itoa(h.Step(id).N)+". "+text)
	}
	if omitted > 0 {
		sentences = append(sentences, omittedText(omitted)+".")
	}
	return strings.Join(sentences, "\n")
}

// plainSentence says what a step does, and not what comes of it.
func plainSentence(s engine.Step) string {
	if s.Op.IsCall() {
		return "The " + s.Op.Role.String() + " calls " + explain.CallText(s) + "."
	}
	return "The " + explain.Subject(s.Op) + ": " + explain.NetworkStep(s.Op) + "."
}
