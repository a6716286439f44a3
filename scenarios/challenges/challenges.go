// Package challenges holds the challenges that ship, the easy ones of each kind first.
//
// The file contents lists them with their numbers in links. Each is a folder with the files
//
//	challenge.txt  what the player is given; see challenge.Parse
//	solution.txt   a script that reaches the goals, with the fewest steps where steps are added
//	recorded.gz    what each release of OpenSSL did with it, in both versions of TLS
package challenges

import (
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"closenotify/engine/script"
	"closenotify/scenarios"
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

// Entries returns the challenges as entries of the library of the page.
func Entries() []*scenarios.Entry {
	var entries []*scenarios.Entry
	for _, c := range All() {
		text, err := Text(c.Name)
		if err != nil {
			panic(err) // All has read it
		}
		entries = append(entries, &scenarios.Entry{
			Number: c.Number, Name: c.Name, Chapter: "Challenges", Title: c.Title, Script: c.Script.String(), Challenge: text,
		})
	}
	return entries
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
	contents, err := fs.ReadFile(from, "contents")
	if err != nil {
		return nil, err
	}
	var all []challenge.Challenge
	for row := range strings.Lines(string(contents)) {
		number, name, _ := strings.Cut(strings.TrimSpace(row), " ")
		text, err := fs.ReadFile(from, name+"/challenge.txt")
		if err != nil {
			return nil, err
		}
		c, err := challenge.Parse(name, string(text))
		if err == nil {
			c.Number, err = strconv.Atoi(number)
		}
		if err != nil {
			return nil, fmt.Errorf("challenges: %s: %w", name, err)
		}
		all = append(all, c)
	}
	return all, nil
}
