package document

import (
	"slices"
	"strconv"
	"strings"
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
