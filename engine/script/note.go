package script

import "strings"

// blankNote is the narration that is one empty line. "" is none at all.
const blankNote = " "

// JoinNote makes the text of a Step's Note of lines, of which any may be empty.
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
