package link

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"closenotify/engine/script"
	"closenotify/scenarios"
)

// InQuery is the path of an address that holds a link in its query, "/s/half-close?s=2PE…". Such an
// address survives mail programs that leave out what follows a #. The page turns it into the usual
// form, but unlike that one, the server sees it.
func InQuery(path, link string) string { return path + "?" + queryName + "=" + link }

// queryName is the name of the link in a query.
const queryName = "s"

// FromQuery is the link in the query of an address, which is given without its "?"; "" if it has
// none.
func FromQuery(query string) string {
	for part := range strings.SplitSeq(query, "&") {
		if name, value, _ := strings.Cut(part, "="); name == queryName {
			return FromText(value)
		}
	}
	return ""
}

// IsUsual reports whether a text that Decode reads is in the form that Encode writes, with nothing
// around it.
func IsUsual(text string) bool {
	return strings.HasPrefix(text, string(format2)) && FromText(text) == text
}

// FromText is the link in a text that somebody has pasted, or "" if there is none. The text may be a
// link, an address with one after "#" or "?s=", or have such an address in it. It may have been
// changed on the way: escaped (%23 for #), also several times, and put into the address of a
// service that checks links; broken into lines; with invisible characters in it; with a full stop, a
// bracket or a quotation mark after it. If nothing in the text is an undamaged link, it is what
// looks most like one.
func FromText(text string) string {
	if len(text) > 4*MaxLength {
		return ""
	}
	text = readable(text)
	best := ""
	for _, text := range []string{strings.ReplaceAll(text, " ", ""), text} {
		for _, before := range []string{"#", "?" + queryName + "=", "&" + queryName + "=", ""} {
			_, found, ok := strings.Cut(text, before)
			if end := strings.IndexFunc(found, notInLinks); end >= 0 {
				found = found[:end]
			}
			found = strings.TrimRight(found, "-_.")
			if !ok || !looksLikeLink(found) {
				continue
			}
			if isWhole(found) {
				return found
			}
			best = cmp.Or(best, found)
		}
	}
	return best
}

// readable is text without escapes, which may be escaped themselves, and without hidden characters. All
// white space becomes blanks.
func readable(text string) string {
	for range 4 {
		clean := strings.Map(func(c rune) rune {
			switch {
			case unicode.IsSpace(c):
				return ' '
			case script.IsHidden(c):
				return -1
			}
			return c
		}, text)
		if text = unescape(clean); text == clean {
			break
		}
	}
	return text
}

// looksLikeLink reports whether a text begins as a link does.
func looksLikeLink(text string) bool {
	return strings.HasPrefix(text, readablePrefix) || len(text) > checkLength && strings.IndexByte("123", text[0]) >= 0
}

// isWhole reports whether the check of a link fits, or all parts of a readable one can be read.
func isWhole(link string) bool {
	packed, step, _ := strings.Cut(link, ".")
	switch {
	case strings.HasPrefix(link, readablePrefix):
		_, _, _, err := parseReadable(link)
		return err == nil
	case strings.Trim(step, "0123456789") != "":
		return false
	case packed[0] == format1:
		_, _, err := decode1(scenarios.Library{}, packed)
		return err != errDamaged
	}
	_, _, ok := splitCheck(packed)
	return ok
}

// unescape replaces each %XX by its byte. Bytes that are no UTF-8 are left out.
func unescape(text string) string {
	first, rest, found := strings.Cut(text, "%")
	if !found {
		return text
	}
	b := []byte(first)
	for found {
		var part string
		part, rest, found = strings.Cut(rest, "%")
		if c, err := strconv.ParseUint(part[:min(2, len(part))], 16, 8); err == nil && len(part) >= 2 {
			b = append(append(b, byte(c)), part[2:]...)
		} else {
			b = append(append(b, '%'), part...)
		}
	}
	return strings.ToValidUTF8(string(b), "")
}
