package link

import (
	"errors"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// Limits of a link.
const (
	MaxLength = 8192 // characters
	maxSteps  = 4096
	maxText   = 4096     // bytes of title, summary and narration, in format 2
	maxScript = 16 << 10 // bytes of a script with programs: one is read in less than 50 ms on a slow machine, too

	maxInstructions = 100_000_000 // that programs run until all steps are played: a few seconds
)

// ErrTooLong is the error of a link whose programs run for too long to be played at once.
var ErrTooLong = errors.New("the programs of the link run for a very long time")

// Link is what a link holds.
type Link struct {
	Script  script.Script
	Step    int  // how many steps have been taken when it opens, 0 to len(Script.Steps)
	Changed bool // the steps do not do what they did when the link was made: the engine has been corrected since

	// If Changed, the first step with another outcome is one of these, from 1 on, most likely the
	// last of them. They are 0 if the link does not say which.
	ChangedFrom, ChangedTo int

	History engine.History  // the steps, played
	Path    []engine.NodeID // the moments in it, from the root
}

// Encode writes the link, without "#", that opens the script at a step. A shipped
// scenario, or one that was changed, is written as the difference from it. Hidden
// characters of the narration are left out (script.IsHidden), and so is the line
// number of a Step. The step run becomes the steps that it stands for. The error says what does
// not fit into a link; it is script.NotCompiled if codes have not all programs of the script.
//
// The library need not be complete. The link says the same then, and may be longer.
func Encode(lib scenarios.Library, s script.Script, step int, codes script.Codes) (string, error) {
	if err := check(s); err != nil {
		return "", err
	}
	s, h, path, err := play(s, codes)
	if err != nil {
		return "", err
	}
	return EncodePlayed(lib, s, h, path, step)
}

// EncodePlayed is Encode for a script that has been played: path leads through its
// moments in h. No step is run.
func EncodePlayed(lib scenarios.Library, s script.Script, h engine.History, path []engine.NodeID, step int) (string, error) {
	if err := check(s); err != nil {
		return "", err
	}
	text, err := encode2(lib, s, outcomeSums(h, path, appendWhole))
	if err != nil {
		return "", err
	}
	return AtStep(text, min(step, len(s.Steps)))
}

// check refuses a script with more steps than a link holds.
func check(s script.Script) error {
	if len(s.Steps) > maxSteps {
		return shortError("a link holds at most " + strconv.Itoa(maxSteps) + " steps; this scenario has " + strconv.Itoa(len(s.Steps)))
	}
	return nil
}

// AtStep makes a link that opens at the start open at a step. The error says that it
// would be too long.
func AtStep(link string, step int) (string, error) {
	if step > 0 {
		link += "." + strconv.Itoa(step)
	}
	if len(link) > MaxLength {
		return "", shortError("a link has at most " + strconv.Itoa(MaxLength) + " characters; this one would have " + strconv.Itoa(len(link)))
	}
	return link, nil
}

// PagePath is the path of the page that a link to the script opens: that of the shipped
// scenario if it is one, under whatever release, or has its code, otherwise "/". That page
// knows what it needs to read the link.
func PagePath(lib scenarios.Library, s script.Script) string {
	sc, err := lib.LikeScript(s)
	if err != nil {
		return "/"
	}
	return "/s/" + scenarios.LessonOf(sc.Name)
}

// Decode reads a link, without "#", in any of its forms. The error says in at most 70
// characters what is wrong and where. It is script.NotCompiled or script.ProgramErrors if codes
// have not all programs of the script, or ErrTooLong; the Link has the Script and the Step then,
// too. It is scenarios.ErrNotFetched if the link means a scenario of the library that is not
// known yet.
//
// A link that was changed on the way is read as FromText finds it.
func Decode(lib scenarios.Library, link string, codes script.Codes) (Link, error) {
	decoded, err := decodeExact(lib, link, codes)
	if err == nil {
		return decoded, nil
	}
	if found := FromText(link); found != link && found != "" && isWhole(found) {
		return decodeExact(lib, found, codes)
	}
	return decoded, err
}

// decodeExact reads a link that is as it was written.
func decodeExact(lib scenarios.Library, link string, codes script.Codes) (Link, error) {
	switch {
	case len(link) > MaxLength:
		return Link{}, shortError("it is too long: " + strconv.Itoa(len(link)) + " characters, at most " + strconv.Itoa(MaxLength))
	case link == "":
		return Link{}, shortError("it is empty")
	}
	if i := strings.IndexFunc(link, notInLinks); i >= 0 {
		return Link{}, shortError("character " + strconv.Itoa(i+1) + ", " + strconv.QuoteRune([]rune(link[i:])[0]) + ", cannot be part of a link")
	}
	switch {
	case strings.HasPrefix(link, readablePrefix):
		return decodeReadable(lib, link)
	case link[0] == format1:
		return decodePacked(lib, link, codes, decode1, errDamaged)
	case link[0] == format2:
		return decodePacked(lib, link, codes, decode2, errNewer)
	case link[0] == format3:
		return decodePacked(lib, link, codes, decode3, errNewer)
	case format3 < link[0] && link[0] <= '9':
		return Link{}, errNewer
	}
	return Link{}, shortError("it begins with " + strconv.Quote(link[:1]) + "; links of this page begin with " +
		string(format3) + ", " + string(format2) + ", " + string(format1) + " or " + strconv.Quote(readablePrefix))
}

// notInLinks reports characters that no form of a link can have.
func notInLinks(c rune) bool { return c != '.' && !strings.ContainsRune(alphabet, c) }

// decodePacked reads a link of a numbered format. decode reads what comes before the step,
// and gives the script and what the link says of its outcome. badArgument is the error for a
// script that cannot be played, because an argument is too large or not one of its verb's
// words.
func decodePacked(lib scenarios.Library, text string, codes script.Codes, decode func(scenarios.Library, string) (script.Script, promise, error), badArgument error) (Link, error) {
	text, stepText, hasStep := strings.Cut(text, ".")
	s, promised, err := decode(lib, text)
	if err != nil {
		return Link{}, err
	}
	link := Link{Script: s}
	if hasStep {
		if link.Step, err = parseStep(stepText, len(s.Steps)); err != nil {
			return Link{}, err
		}
		if stepText[0] == '0' {
			return Link{}, shortError("its step is " + quoted(stepText) + "; a step has no leading zeros, and 0 is left out")
		}
	}
	_, link.History, link.Path, err = play(s, codes)
	switch {
	case lacksCode(err):
		return Link{Script: s, Step: link.Step}, err
	case err != nil:
		return Link{}, badArgument
	}
	link.Changed, link.ChangedFrom, link.ChangedTo = promised.broken(link.History, link.Path)
	return link, nil
}

// lacksCode reports whether a script is not played because of its programs.
func lacksCode(err error) bool {
	_, missing := errors.AsType[script.NotCompiled](err)
	_, refused := errors.AsType[script.ProgramErrors](err)
	return missing || refused || errors.Is(err, ErrTooLong)
}

// parseStep reads the number of a step. One after the last step stands for the last: a link
// that somebody has changed by hand still opens.
func parseStep(text string, steps int) (int, error) {
	n, err := strconv.ParseUint(text, 10, 16)
	if err != nil {
		return 0, shortError("its step is " + quoted(text) + "; the scenario has steps 0 to " + strconv.Itoa(steps))
	}
	return min(int(n), steps), nil
}
