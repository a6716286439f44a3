package script

import (
	"cmp"
	"slices"
	"strings"

	"closenotify/engine"
)

// A caption is a comment that applies only to some profiles and versions:
//
//	#[openssl-1.1.1 tls1.2] Here the error queue stays empty.
//
// In a Note a caption keeps its # and has a line to itself, so a longer text repeats the
// list on each line.
const (
	captionStart = "#["
	captionEnd   = "]"
)

// versionPrefix begins the name of every version.
const versionPrefix = "tls"

// splitCaption returns the names and the text of a caption; ok is false if the line of a
// Note is not one.
func splitCaption(line string) (names []string, text string, ok bool) {
	rest, starts := strings.CutPrefix(line, captionStart)
	list, text, ends := strings.Cut(rest, captionEnd)
	if !starts || !ends {
		return nil, "", false
	}
	return strings.Fields(list), strings.TrimSpace(text), true
}

// IsCaption reports whether a line of a Note is a caption.
func IsCaption(line string) bool {
	_, _, ok := splitCaption(line)
	return ok
}

// Narration is the part of a Note that applies to a connection: its comments, and the texts
// of the captions whose lists fit. It is a Note without captions.
func Narration(note string, c engine.Config) string { return narration(note, c, true) }

// CaptionsFor is Narration without the comments.
func CaptionsFor(note string, c engine.Config) string { return narration(note, c, false) }

func narration(note string, c engine.Config, comments bool) string {
	var told []string
	for _, line := range SplitNote(note) {
		names, text, caption := splitCaption(line)
		switch {
		case !caption && comments:
			told = append(told, line)
		case caption && fits(names, c):
			told = append(told, text)
		}
	}
	return JoinNote(told)
}

// fits reports whether names lists both the profile and the version of a connection. A list
// without profiles fits all profiles, and one without versions all versions. A name of
// another kind fits nothing: it may come from a newer language.
func fits(names []string, c engine.Config) bool {
	profile, _ := engine.ProfileNamed(cmp.Or(c.Profile, engine.DefaultProfile))
	version := cmp.Or(c.Version, engine.DefaultVersion)
	var profileListed, profileFits, versionListed, versionFits bool
	for _, name := range names {
		switch {
		case strings.HasPrefix(name, engine.ProfilePrefix):
			p, _ := engine.ProfileNamed(name)
			profileListed, profileFits = true, profileFits || p.Name == profile.Name
		case strings.HasPrefix(name, versionPrefix):
			versionListed, versionFits = true, versionFits || name == version.String()
		default:
			return false
		}
	}
	return profileFits == profileListed && versionFits == versionListed
}

// UnknownNames lists the names in the captions of a Note that are neither a profile nor a
// version.
func UnknownNames(note string) []string {
	var list []string
	for _, line := range SplitNote(note) {
		names, _, _ := splitCaption(line)
		list = append(list, slices.DeleteFunc(names, func(name string) bool {
			_, isProfile := engine.ProfileNamed(name)
			_, isVersion := engine.VersionNamed(name)
			return isProfile || isVersion
		})...)
	}
	return list
}
