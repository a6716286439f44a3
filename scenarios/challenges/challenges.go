// Package challenges holds the challenges that ship, the easy ones of each kind first.
//
// The file contents lists them. Each is a folder with the files
//
//	challenge.txt  what the player is given; see challenge.Parse
//	solution.txt   a script that reaches the goals, with the fewest steps where steps are added
//	recorded.gz    what each release of OpenSSL did with it, in both versions of TLS
package challenges

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"closenotify/engine/script"
	"closenotify/scenarios/challenges/challenge"
)

//go:embed contents */*.txt
var files embed.FS

// shipped is read once, when somebody first asks for it.
var shipped = sync.OnceValue(func() []challenge.Challenge {
	all, err := read(files)
	if err != nil {
		panic(err) // the texts are part of the program
	}
	return all
})

// All returns the challenges in their order.
func All() []challenge.Challenge { return shipped() }

// Find returns the challenge with this name.
func Find(name string) (challenge.Challenge, bool) {
	for _, c := range All() {
		if c.Name == name {
			return c, true
		}
	}
	return challenge.Challenge{}, false
}

// Text returns the text of a challenge, as challenge.Parse reads it.
func Text(name string) (string, error) {
	text, err := files.ReadFile(name + "/challenge.txt")
	return string(text), err
}

// Solution returns our own solution of a challenge.
func Solution(name string) (script.Script, error) {
	text, err := files.ReadFile(name + "/solution.txt")
	if err != nil {
		return script.Script{}, err
	}
	return script.Parse(string(text))
}

// read reads the challenges that contents lists, a line each.
func read(from fs.FS) ([]challenge.Challenge, error) {
	names, err := fs.ReadFile(from, "contents")
	if err != nil {
		return nil, err
	}
	var all []challenge.Challenge
	for _, name := range strings.Fields(string(names)) {
		text, err := fs.ReadFile(from, name+"/challenge.txt")
		if err != nil {
			return nil, err
		}
		c, err := challenge.Parse(name, string(text))
		if err != nil {
			return nil, fmt.Errorf("challenges: %s: %w", name, err)
		}
		all = append(all, c)
	}
	return all, nil
}
