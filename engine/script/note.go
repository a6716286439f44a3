package script

import "strings"

// blankNote is the Note of one empty line. "" is no Note at all.
const blankNote = " "

// JoinNote joins lines, any of which may be empty, into a Step's Note.
func JoinNote(lines []string) string {
	if len(lines) == 1 && lines[0] == "" {
		return blankNote
	}
	return strings.Join(lines, "\n")
}

// SplitNote is the lines of a Step's Note, none for "".
func SplitNote(note string) []string {
	switch note {
	case "":
		return nil
	case blankNote:
		return []string{""}
	}
	return strings.Split(note, "\n")
}

// Paragraphs are lines of text as paragraphs, each on one line. An empty line separates them.
func Paragraphs(lines []string) []string {
	var list []string
	for _, text := range strings.Split(strings.Join(lines, "\n"), "\n\n") {
		if text = strings.Join(strings.Fields(text), " "); text != "" {
			list = append(list, text)
		}
	}
	return list
}
