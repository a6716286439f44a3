package pages

import (
	"fmt"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
)

// linksView is the page about links.
type linksView struct {
	Default   string // the name of the default release
	MaxLength int
	Examples  []linkExample
}

// linkExample is a readable link with the script that it stands for.
type linkExample struct{ What, Link, Script string }

// linkExamples are all parts of the grammar.
var linkExamples = []linkExample{
	{What: "A whole shutdown, both ways", Link: "t.c-SSL_shutdown.s-SSL_read-100.s-SSL_shutdown.c-SSL_shutdown"},
	{What: "An older release, TLS 1.2, at step 2", Link: "t.openssl-1_1_1.tls12.s-SSL_write-40.s2c-fin.c-SSL_read-100.c-SSL_read-100.2"},
	{What: "Tickets that nobody has read, over a BIO pair", Link: "t.start-tickets.transport-bio-pair-4096.c-SSL_shutdown.s-SSL_set_shutdown-SENT-RECEIVED"},
	{What: "Records that are delivered in pieces", Link: "t.s2c-hold.s-SSL_shutdown.s2c-deliver-3.c-SSL_read-100.s2c-deliver-all.c-SSL_read-100"},
}

// links fills in the scripts.
func links() (linksView, error) {
	v := linksView{Default: engine.DefaultProfile, MaxLength: link.MaxLength}
	for _, e := range linkExamples {
		l, err := link.Decode(library.Shipped(), e.Link, script.Codes{})
		if err != nil {
			return v, fmt.Errorf("the link %s: %w", e.Link, err)
		}
		e.Script = l.Script.String()
		v.Examples = append(v.Examples, e)
	}
	return v, nil
}
