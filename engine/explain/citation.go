package explain

import "strings"

// Citation is a source that a rule names, with the address where it can be read, "" if it
// has none of its own.
type Citation struct{ Text, URL string }

// CitationsOf takes apart a list of sources, "RFC 8446 §6.1; SSL_get_error(3), NOTES". The
// manual pages are those of a line of releases, "3.5", unless the source names another one:
// "SSL_get_error(3) of 1.1.1, BUGS".
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

// sourceURL is the address of an RFC's section, of a place in a manual page, or of the list
// of changes.
func sourceURL(source, line string) string {
	name, place, _ := strings.Cut(source, ", ")
	if rfc, ok := strings.CutPrefix(name, "RFC "); ok {
		number, section, has := strings.Cut(rfc, " §")
		url := "https://www.rfc-editor.org/rfc/rfc" + number + ".html"
		if has {
			url += "#section-" + section
		}
		return url
	}
	if name == "CHANGES.md" && place != "" {
		major, minor, _ := strings.Cut(place, ".")
		minor, _, _ = strings.Cut(minor, ".")
		return "https://github.com/openssl/openssl/blob/openssl-" + major + "." + minor + "/CHANGES.md"
	}
	name, of, has := strings.Cut(name, " of ")
	if has {
		line = of
	}
	return manualURL(name, place, line)
}

// manualURL is the address of a place in a manual page, "SSL_read(3)". That of a function or
// of a file of the library is "".
func manualURL(name, place, line string) string {
	page, rest, ok := strings.Cut(name, "(")
	section, _, closed := strings.Cut(rest, ")")
	switch {
	case !ok || !closed || strings.Contains(page, " ") || len(section) != 1:
		return ""
	case section != "3" || page == strings.ToLower(page): // the library's begin with a prefix in capitals
		return "https://man7.org/linux/man-pages/man" + section + "/" + page + "." + section + ".html"
	case page == "SSL_peek": // it has no page of its own
		page = "SSL_read"
	}
	return "https://docs.openssl.org/" + line + "/man3/" + page + "/" + anchor(place)
}

// anchor is the end of an address that leads to a place in a page of OpenSSL's manual.
// Headings have anchors there, entries of lists have none. A browser that does not find the
// place, because an older manual has other headings, shows the beginning of the page.
func anchor(place string) string {
	switch {
	case place == "":
		return ""
	case strings.HasPrefix(place, "SSL_"):
		return "#:~:text=" + place
	}
	return "#" + strings.ReplaceAll(strings.ToLower(place), " ", "-")
}
