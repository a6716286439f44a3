package model

import (
	"strings"

	"closenotify/engine"
)

// Citation is a source that a rule names, with the address where it can be read, "" if it
// has none of its own.
type Citation struct{ Text, URL string }

// CitationsOf takes apart a list of sources, "RFC 8446 §6.1; SSL_get_error(3), BUGS". The
// manual pages are those of a line of releases, "3.5".
func CitationsOf(sources, line string) []Citation {
	if sources == "" {
		return nil
	}
	var list []Citation
	for s := range strings.SplitSeq(sources, "; ") {
		list = append(list, Citation{s, sourceURL(s, line)})
	}
	return list
}

// sourceURL is the address of an RFC's section or of a manual page.
func sourceURL(source, line string) string {
	if rfc, ok := strings.CutPrefix(source, "RFC "); ok {
		rfc, _, _ = strings.Cut(rfc, ",")
		number, section, _ := strings.Cut(rfc, " §")
		url := "https://www.rfc-editor.org/rfc/rfc" + number + ".html"
		if section != "" {
			url += "#section-" + section
		}
		return url
	}
	page, rest, ok := strings.Cut(source, "(")
	section, _, closed := strings.Cut(rest, ")")
	switch {
	case !ok || !closed || strings.Contains(page, " ") || len(section) != 1:
		return "" // a function or a file of the library
	case section != "3":
		return "https://man7.org/linux/man-pages/man" + section + "/" + page + "." + section + ".html"
	case page == "SSL_peek": // it has no page of its own
		page = "SSL_read"
	}
	return "https://docs.openssl.org/" + line + "/man3/" + page + "/"
}

// releaseLine is the line of the release on the stage, as the manual's addresses name it.
func (m *Model) releaseLine() string {
	p, _ := engine.ProfileNamed(m.Config.Profile)
	return strings.TrimPrefix(p.Series(), "openssl-")
}
