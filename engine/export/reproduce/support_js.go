package reproduce

import "strings"

var loaded support

func files() support { return loaded }

// UseSupport gives this package the archive that Support has made. It is not in the program
// itself: it would be a large part of it, and few people want C.
func UseSupport(archive []byte) { loaded = parseSupport(archive) }

// parseSupport reads an archive.
func parseSupport(archive []byte) support {
	s := support{}
	for file := range strings.SplitSeq(string(archive), "\x00") {
		if name, text, ok := strings.Cut(file, "\n"); ok {
			s[name] = text
		}
	}
	return s
}
