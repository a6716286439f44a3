package script

import (
	"strings"
	"unicode"
)

// IsHidden reports characters that have no place in a text from outside, because
// nobody sees them and some change how the text around them is read: control
// characters, all of Unicode's format characters (category Cf: the marks of
// bidirectional text, joiners, tags), the separators of lines and of paragraphs,
// surrogates, and noncharacters (The Unicode Standard, section 23.7).
//
// The joiners U+200C and U+200D are among them although Persian, Indic scripts and
// some emoji use them: no simple rule tells these uses from a word that only looks
// like another. Without them a word is still readable, and a family becomes its
// members.
func IsHidden(c rune) bool {
	if ' ' <= c && c <= '~' {
		return false // nearly all text, and the tables below are slow
	}
	const line, paragraph = '\u2028', '\u2029'
	nonCharacter := c&0xFFFE == 0xFFFE || 0xFDD0 <= c && c <= 0xFDEF
	return nonCharacter || c == line || c == paragraph || unicode.In(c, unicode.Cc, unicode.Cf, unicode.Cs)
}

// StripHidden is text without hidden characters. Those that separate words, such as
// a tab, become a blank.
func StripHidden(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case !IsHidden(c):
			return c
		case unicode.IsSpace(c):
			return ' '
		}
		return -1
	}, text)
}
