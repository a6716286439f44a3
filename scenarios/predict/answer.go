package predict

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// Answer is an answer to a question about a step. Answers can be compared with ==.
type Answer struct {
	Aspect Aspect

	Waits bool            // of Returns and Peer: the call blocks
	Ret   int             // of Returns and Peer
	Bytes int             // of Returns, what an _ex call that succeeded wrote into its last argument
	Ex    bool            // of Returns: Bytes counts
	Error engine.SSLError // of Error and Peer

	Set, Cleared [2]engine.ShutdownFlags // of Flags, by engine.Role

	// Sent is of Wire: what leaves, in order and separated by commas, "close_notify,FIN". A
	// record that does not leave in one piece has "part of " or "rest of " before its name.
	Sent string

	Meaning Meaning // of Means
}

// Text is the answer as a person reads it.
func (a Answer) Text() string {
	switch a.Aspect {
	case Returns, Peer:
		return "It " + a.returns("returns", "waits") + "."
	case Error:
		return a.Error.String()
	case Flags:
		return a.flags(" is ", " are ", "No flag changes.")
	case Wire:
		return capitalized(a.sent("nothing")) + "."
	}
	return a.Meaning.Text()
}

// returns is "returns 0, SSL_ERROR_ZERO_RETURN", or that the call waits, with the given verbs.
func (a Answer) returns(returns, waits string) string {
	switch {
	case a.Waits:
		return waits
	case a.Aspect == Peer && a.Error != engine.ErrorNone:
		return returns + " " + strconv.Itoa(a.Ret) + ", " + a.Error.String()
	case a.Ex && a.Ret == 1:
		return returns + " 1, with " + strconv.Itoa(a.Bytes) + " as the number of bytes"
	}
	return returns + " " + strconv.Itoa(a.Ret)
}

// flags is a sentence about the flags that change, with the given verb for one and for several.
func (a Answer) flags(is, are, none string) string {
	var clauses []string
	for _, change := range []struct {
		flags [2]engine.ShutdownFlags
		word  string
	}{{a.Set, "set"}, {a.Cleared, "cleared"}} {
		var names []string
		for _, r := range engine.Roles {
			if f := change.flags[r]; f != 0 {
				names = append(names, "the "+r.String()+"'s "+strings.ReplaceAll(f.String(), "|", " and "))
			}
		}
		verb := is
		if len(names) > 1 || strings.Contains(strings.Join(names, ""), " and ") {
			verb = are
		}
		if len(names) > 0 {
			clauses = append(clauses, strings.Join(names, " and ")+verb+change.word)
		}
	}
	if len(clauses) == 0 {
		return none
	}
	return capitalized(strings.Join(clauses, ", and ")) + "."
}

// sent lists what leaves in words: "a close_notify and a FIN".
func (a Answer) sent(nothing string) string {
	if a.Sent == "" {
		return nothing
	}
	items := strings.Split(a.Sent, ",")
	for i, item := range items {
		items[i] = itemText(item)
	}
	if last := len(items) - 1; last > 0 {
		return strings.Join(items[:last], ", ") + " and " + items[last]
	}
	return items[0]
}

// itemText is one thing that leaves, with its article.
func itemText(item string) string {
	name, part := strings.CutPrefix(item, partOf)
	name, rest := strings.CutPrefix(name, restOf)
	text := name
	switch {
	case name == dataItem:
	case name == "FIN":
		text = "a FIN"
	case name == "RST":
		text = "an RST"
	case strings.Contains(name, "_"):
		text = article(name) + name + " alert"
	default:
		text = article(name) + name + " message"
	}
	switch {
	case part:
		return "a part of " + text
	case rest:
		return "the rest of " + text
	}
	return text
}

// article is "a " or "an " before a name.
func article(name string) string {
	if strings.ContainsRune("aeiouAEIOU", rune(name[0])) {
		return "an "
	}
	return "a "
}

// capitalized makes s the beginning of a sentence. Names in C keep their spelling.
func capitalized(s string) string {
	if word, _, _ := strings.Cut(s, " "); s == "" || strings.Contains(word, "_") {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
