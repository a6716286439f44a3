package link

import (
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"closenotify/engine/script"
)

// textEncoding writes texts in section T. It is strict, so that there is one way to write
// a text.
var textEncoding = base64.RawURLEncoding.Strict()

// textsOf is the texts of s, each as script.JoinNote makes it: title and summary, the
// narration before each step, what follows the last step.
func textsOf(s *script.Script) []string {
	texts := []string{script.JoinNote(s.Intro)}
	for _, step := range s.Steps {
		texts = append(texts, step.Note)
	}
	return append(texts, s.Outro)
}

// setTexts gives s the texts, which are as many as textsOf gives.
func setTexts(s *script.Script, texts []string) {
	s.Intro = script.SplitNote(texts[0])
	for i := range s.Steps {
		s.Steps[i].Note = texts[i+1]
	}
	s.Outro = texts[len(texts)-1]
}

// keptTexts is the texts of a shipped scenario for one whose steps have these places in
// it; see align.
func keptTexts(shipped *script.Script, places []int) []string {
	texts := []string{script.JoinNote(shipped.Intro)}
	for _, i := range places {
		note := ""
		if i != inserted {
			note = shipped.Steps[i].Note
		}
		texts = append(texts, note)
	}
	return append(texts, shipped.Outro)
}

// trimmed is a line as the parser of scripts gives it: without white space at its end, and the
// title without white space at its beginning.
func trimmed(line string, isTitle bool) string {
	if isTitle {
		line = strings.TrimLeftFunc(line, unicode.IsSpace)
	}
	return strings.TrimRightFunc(line, unicode.IsSpace)
}

// cleaned is s with its texts as a link holds them: without hidden characters, and trimmed.
func cleaned(s script.Script) script.Script {
	texts := textsOf(&s)
	for i, text := range texts {
		lines := script.SplitNote(text)
		for j, line := range lines {
			lines[j] = trimmed(script.StripHidden(line), i == 0 && j == 0)
		}
		texts[i] = script.JoinNote(lines)
	}
	s.Steps = slices.Clone(s.Steps)
	setTexts(&s, texts)
	return s
}

// sharesText reports whether a has a text of b's, apart from empty ones.
func sharesText(a, b *script.Script) bool {
	of := textsOf(b)
	for _, text := range textsOf(a) {
		if text != "" && slices.Contains(of, text) {
			return true
		}
	}
	return false
}

// encodeTexts is section T: the texts that are not as before.
func encodeTexts(before, texts []string) (string, error) {
	var b []byte
	size, passed := 0, 0
	for i, text := range texts {
		if text == before[i] {
			passed++
			continue
		}
		size += len(text)
		b = appendNumber(b, passed)
		b = appendNumber(b, textEncoding.EncodedLen(len(text)))
		b = textEncoding.AppendEncode(b, []byte(text))
		passed = 0
	}
	if size > maxText {
		return "", shortError("a link holds at most " + strconv.Itoa(maxText) + " bytes of title and narration; this scenario has " + strconv.Itoa(size))
	}
	return string(b), nil
}

// decodeTexts changes texts by section T, "" if there is none. Those of a shipped
// scenario may be taken away.
func decodeTexts(section string, texts []string, shipped bool) error {
	size := 0
	d := digits{text: section}
	for i := 0; d.text != ""; i++ {
		i += d.number()
		length := d.number()
		if d.bad || i >= len(texts) || length > len(d.text) {
			return errDamaged
		}
		text, err := textEncoding.DecodeString(d.text[:length])
		size += len(text)
		switch {
		case err != nil || length == 0 && !shipped:
			return errDamaged
		case size > maxText:
			return errNewer
		}
		if err := checkText(string(text), i, len(texts)); err != nil {
			return err
		}
		texts[i], d.text = string(text), d.text[length:]
	}
	return nil
}

// nameOfText is what a person calls text i of so many.
func nameOfText(i, of int) string {
	switch i {
	case 0:
		return "title or summary"
	case of - 1:
		return "closing text"
	}
	return "narration of step " + strconv.Itoa(i)
}

// checkText refuses a text that no link of this page has. It is text i of so many.
func checkText(text string, i, of int) error {
	name := nameOfText(i, of)
	if !utf8.ValidString(text) {
		return shortError("its " + name + " is not UTF-8")
	}
	lines := script.SplitNote(text)
	for n, line := range lines {
		if at := strings.IndexFunc(line, script.IsHidden); at >= 0 {
			return shortError("its " + name + ", line " + strconv.Itoa(n+1) + ", has the hidden character " +
				strconv.QuoteRuneToASCII([]rune(line[at:])[0]))
		}
		if trimmed(line, i == 0 && n == 0) != line {
			return errDamaged
		}
	}
	if script.JoinNote(lines) != text {
		return errDamaged
	}
	return nil
}
