// Package programs holds the C programs that the page offers to begin with: ways to close a
// connection, from one call to the close that the manual recommends.
//
// Their texts are the files in the folder c. They are not compiled here. Scripts in
// engine/testdata/programs run each of them; what the real library did is recorded there.
package programs

import _ "embed" // one string a file, like the shipped scenarios

// Program is the text of a program, with a name.
type Program struct {
	Name    string // lower-case letters and -
	Title   string
	Summary string // a sentence
	Text    string // C; it begins in main(SSL *ssl)
}

// The texts. TestAllFiles compares the table with the folder.
var (
	//go:embed c/one-call.c
	oneCall string
	//go:embed c/until-one.c
	untilOne string
	//go:embed c/while-negative.c
	whileNegative string
	//go:embed c/read-to-the-end.c
	readToTheEnd string
	//go:embed c/recommended-close.c
	recommendedClose string
)

// table lists the programs, the simplest first. The texts are pointers, so that the table is
// data: to copy an embedded string takes code that runs at the start.
var table = [...]struct {
	name, title, summary string
	text                 *string
}{
	{"one-call", "One call only",
		"Sends close_notify and goes, whatever the peer does.", &oneCall},
	{"until-one", "Loop until 1",
		"Calls SSL_shutdown again and again until both sides are closed.", &untilOne},
	{"while-negative", "Loop while negative",
		"Calls SSL_shutdown again while it fails: it spins until the peer answers.", &whileNegative},
	{"read-to-the-end", "Read to the end",
		"Reads what the peer still sends before it calls SSL_shutdown again.", &readToTheEnd},
	{"recommended-close", "The recommended close",
		"Waits with poll, reads what is left, and gives up in time or after a fatal error.", &recommendedClose},
}

// All returns the programs, the simplest first.
func All() []Program {
	list := make([]Program, len(table))
	for i, row := range table {
		list[i] = Program{row.name, row.title, row.summary, *row.text}
	}
	return list
}

// Find returns the program with this name.
func Find(name string) (Program, bool) {
	for _, p := range All() {
		if p.Name == name {
			return p, true
		}
	}
	return Program{}, false
}
