package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// opening is all that the opening card depends on.
type opening struct{ On bool }

// openingCard says before the first step of a shipped scenario what the page shows and why
// that matters. On a large screen it is where the panels will be, so no row moves when it
// goes.
func openingCard(o opening) app.UI {
	if !o.On {
		return elem("div.none")
	}
	return elem("section.opening", attr("aria-label", "Before the first step"),
		elem("dl",
			elem("dt", "What this is"),
			elem("dd", "A client and a server close a TLS connection. Step through their OpenSSL calls: each returns what real OpenSSL returns."),
			elem("dt", "Why it matters"),
			elem("dd", "Each side ends its data with a close_notify. Without it, nobody can tell whether the data has ended or an attacker has cut the connection."),
			elem("dt", "What to watch"),
			elem("dd", "Each peer has two flags. ", elem("b", "SENT"), ": it has sent its close_notify. ", elem("b", "RECEIVED"), ": it has read the other’s. "+
				"The sockets are non-blocking: a call that would have to wait returns -1, SSL_ERROR_WANT_READ or SSL_ERROR_WANT_WRITE.")),
		elem("p.opening-start",
			button(".tool.primary", "next", "Start", elem("span", ariaHidden, " \u2192")),
			elem("span.by-key", "or press ", elem("kbd", "\u2192")),
			button(".tool", "program-paste", "Paste your code"),
			button(".linklike", "end-opening", "Show all controls")))
}
