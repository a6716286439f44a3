package script

import (
	"cmp"
	"slices"
	"strings"

	"closenotify/engine"
)

// A caption is a comment that narrates only some connections:
//
//	#[openssl-1.1.1 tls1.2] Here the error queue stays empty.
//
// The list names profiles and versions. In a Note the caption keeps its # and stands for
// itself in a line, so a text of several lines has the list on each.
const (
	captionStart = "#["
	captionEnd   = "]"
)

// What the names of a caption begin with.
const (
	profileName = "openssl-"
	versionName = "tls"
)

// splitCaption gives the names and the text of a caption; ok is false if the line of a
// Note is none.
func splitCaption(line string) (names []string, text string, ok bool) {
	rest, starts := strings.CutPrefix(line, captionStart)
	list, text, ends := strings.Cut(rest, captionEnd)
	if !starts || !ends {
		return nil, "", false
	}
	return strings.Fields(list), strings.TrimSpace(text), true
}

func isCaption(line string) bool {
	_, _, ok := splitCaption(line)
	return ok
}

// Narration is the part of a Note that is told of a connection: comments, and the texts
// of those captions whose lists fit. It is a Note without captions.
func Narration(note string, c engine.Config) string {
	var told []string
	for _, line := range SplitNote(note) {
		names, text, caption := splitCaption(line)
		switch {
		case !caption:
			told = append(told, line)
		case fits(names, c):
			told = append(told, text)
		}
	}
	return JoinNote(told)
}

// fits reports whether the profile is one of those that names lists, and the version,
// too. Where none is listed, any fits. A name of another kind fits nothing: it may come
// from a newer language.
func fits(names []string, c engine.Config) bool {
	profile, _ := engine.ProfileNamed(cmp.Or(c.Profile, engine.DefaultProfile))
	version := cmp.Or(c.Version, engine.DefaultVersion)
	var profileListed, profileFits, versionListed, versionFits bool
	for _, name := range names {
		switch {
		case strings.HasPrefix(name, profileName):
			p, _ := engine.ProfileNamed(name)
			profileListed, profileFits = true, profileFits || p.Name == profile.Name
		case strings.HasPrefix(name, versionName):
			versionListed, versionFits = true, versionFits || name == version.String()
		default:
			return false
		}
	}
	return profileFits == profileListed && versionFits == versionListed
}

// UnknownNames lists the names in the captions of a Note that are no profile and no
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
