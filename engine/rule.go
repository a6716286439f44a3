package engine

// Rule is one branch of the library's logic, or of the network's, that a person can ask
// about. Each is declared once, in a file rules_*.go or beside the function that it
// explains, and never changed.
type Rule struct {
	Name     string // a slug that stays, "send-close-notify"; the identifier is the same
	Sentence string // what happened, in one sentence or two
	Man      string // the manual page and its section, "" for a network rule
	RFC      string // the RFC and its section, "" where no RFC speaks of it
	Advice   string // what the application should do next, "" where there is nothing to say
	Call     Verb   // the call that Advice tells the same peer to make next, 0 for none

	// If with is set, only releases with that difference have the branch; if without is set,
	// only releases without it. At most one is set.
	with, without differenceID
}

// In reports whether a release has the branch. The release is a number such as "3.5.9".
func (r Rule) In(release string) bool {
	return (r.with == noDifference || differences[r.with].In(release)) &&
		(r.without == noDifference || !differences[r.without].In(release))
}

// Releases names the releases that have the branch, in words: "OpenSSL 3.0 and later". It
// is "" if all have it.
func (r Rule) Releases() string {
	switch {
	case r.with != noDifference:
		return differences[r.with].Releases()
	case r.without != noDifference:
		return differences[r.without].otherReleases()
	}
	return ""
}
