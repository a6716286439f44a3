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
}
