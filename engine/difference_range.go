package engine

import "strings"

// Releases names the releases that have the difference, in words: "OpenSSL 3.0 and
// later", "OpenSSL 3.0.22, 3.5.9, 3.6.0 and later", "OpenSSL before 3.0", "OpenSSL 3.2 up to
// but not including 4.0".
func (d Difference) Releases() string {
	since := strings.Join(d.Since, ", ") // where a change was carried back: all numbers in full
	if len(d.Since) == 1 {
		since = lineName(since)
	}
	switch {
	case since == "":
		return "OpenSSL before " + lineName(d.Until)
	case d.Until == "":
		return "OpenSSL " + since + " and later"
	}
	return "OpenSSL " + since + " up to but not including " + lineName(d.Until)
}

// otherReleases names the releases that do not have the difference.
func (d Difference) otherReleases() string {
	switch {
	case len(d.Since) == 0:
		return "OpenSSL " + lineName(d.Until) + " and later"
	case len(d.Since) == 1 && d.Until == "":
		return "OpenSSL before " + lineName(d.Since[0])
	}
	return "all except " + d.Releases()
}

// lineName is the number that people use for the first release of a line: "3.0" for
// "3.0.0".
func lineName(release string) string {
	return strings.TrimSuffix(release, ".0")
}
