package document

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"closenotify/engine/script"
)

// OptionNames are the options of a block:
//
//	step      how many steps have been taken in the component at first
//	mode      view, play or predict
//	theme     light, dark or auto
//	controls  as in the address of an embedded page
//	name      of the files that are made for the block: letters, digits, - and _
//	title     instead of the first comment of the script
var OptionNames = []string{"controls", "mode", "name", "step", "theme", "title"}

// SetOptions sets options by their names. The error is an *Error.
func (b *Block) SetOptions(options map[string]string) error {
	for _, name := range slices.Sorted(maps.Keys(options)) {
		if what := b.set(name, options[name]); what != "" {
			return &Error{b.Line, what}
		}
	}
	return nil
}

// Titled is the script of the block with the title that its options set.
func (b Block) Titled(s script.Script) script.Script {
	if title := b.Options["title"]; title != "" {
		s.Intro = append([]string{title}, s.Intro[min(1, len(s.Intro)):]...)
	}
	return s
}

// set adds an option. what says what is wrong with it, "" if nothing is.
func (b *Block) set(name, value string) (what string) {
	if !slices.Contains(OptionNames, name) {
		return "there is no option " + strconv.Quote(name) + "; options are " + strings.Join(OptionNames, ", ")
	}
	if _, twice := b.Options[name]; twice {
		return "the option " + name + " was given before"
	}
	if wrong := wrongValue(name, value); wrong != "" {
		return name + "=" + strconv.Quote(value) + ": " + wrong
	}
	if b.Options == nil {
		b.Options = map[string]string{}
	}
	b.Options[name] = value
	return ""
}

// wrongValue says what an option can be, "" if it can be this.
func wrongValue(name, value string) string {
	switch name {
	case "step":
		if n, err := strconv.ParseUint(value, 10, 31); err != nil || strconv.FormatUint(n, 10) != value {
			return "expected how many steps have been taken, a number from 0"
		}
	case "mode":
		return oneOf(value, "view", "play", "predict")
	case "theme":
		return oneOf(value, "light", "dark", "auto")
	case "name":
		// A number could be that of another block.
		if strings.Trim(value, "0123456789") == "" || strings.ContainsFunc(value, isNotOfName) {
			return "expected letters, digits, - and _, and not digits alone"
		}
	}
	return ""
}

// oneOf is "" if the value is one of the words.
func oneOf(value string, words ...string) string {
	if slices.Contains(words, value) {
		return ""
	}
	return "expected one of " + strings.Join(words, ", ")
}

// isNotOfName reports whether a character cannot stand in a name of a file.
func isNotOfName(c rune) bool {
	return !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_')
}

// SetInfo sets options as they stand after the word in an info string: step=3 title="Two words".
// The error is an *Error.
func (b *Block) SetInfo(info string) error {
	if what := b.setInfo(info); what != "" {
		return &Error{b.Line, what}
	}
	return nil
}

// setInfo sets the options of an info string, name=value or name="value with spaces",
// with spaces between.
func (b *Block) setInfo(info string) (what string) {
	for rest := strings.TrimSpace(info); rest != ""; rest = strings.TrimSpace(rest) {
		name, after, ok := strings.Cut(rest, "=")
		if !ok || strings.ContainsAny(name, " \t\"") {
			return strconv.Quote(strings.Fields(rest)[0]) + ": expected an option, such as step=3"
		}
		var value string
		if quoted, ok := strings.CutPrefix(after, `"`); ok {
			if value, rest, ok = strings.Cut(quoted, `"`); !ok {
				return name + `: a closing " is missing`
			}
		} else {
			end := strings.IndexAny(after+" ", " \t")
			value, rest = after[:end], after[end:]
		}
		if what := b.set(name, value); what != "" {
			return what
		}
	}
	return ""
}
