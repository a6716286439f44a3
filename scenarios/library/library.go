// Package library holds the lessons: one problem each, in chapters, in the order in which they
// are best learned from.
//
// The file contents lists the chapters and their lessons. Each lesson is a folder with the
// files
//
//	script.txt   the scenario: a script with title, summary and narration
//	lesson       what else there is to say; see Lesson
//	wrong.txt    a script whose program has the mistake; absent where no code is wrong
//	right.txt    the same with the right program
//	recorded.gz  what each release of OpenSSL did with the scripts, in both versions of TLS
//
// The folder retired has scripts that are shipped no more, each with its number before its
// name: links that were made from them still refer to them.
//
// The client does not import this package: it fetches the texts that it needs.
package library

import (
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"closenotify/engine/script"
	"closenotify/scenarios"
)

//go:embed contents */*.txt */lesson
var files embed.FS

// A Lesson is a scenario with what a reader who has this problem needs.
type Lesson struct {
	scenarios.Scenario
	Chapter string
	// Symptom is one sentence: what the reader sees go wrong.
	Symptom string
	// Words are error texts, log lines and words that people search for when they have the
	// problem, beyond the texts that the scripts themselves produce.
	Words []string
	// Fix is one sentence: what to do.
	Fix string
	// Sources are sections of manual pages and RFCs: "SSL_shutdown(3), RETURN VALUES",
	// "RFC 8446, section 6.1".
	Sources []string
	Closing scenarios.Closing
	// Wrong and Right are scripts with programs in C, nil where nobody's code is wrong. Their
	// titles say what the program does.
	Wrong, Right *scenarios.Scenario
}

// A Chapter is a title with lessons.
type Chapter struct {
	Title   string
	Lessons []Lesson
}

// shipped is read once, when somebody first asks for it.
var shipped = sync.OnceValue(func() []Chapter {
	chapters, err := read(files)
	if err != nil {
		panic(err) // the texts are part of the program
	}
	return chapters
})

// Chapters returns the chapters, the first to learn first.
func Chapters() []Chapter { return shipped() }

// All returns the lessons of all chapters.
func All() []Lesson {
	var all []Lesson
	for _, c := range Chapters() {
		all = append(all, c.Lessons...)
	}
	return all
}

// Find returns the lesson with this name.
func Find(name string) (Lesson, bool) {
	for _, l := range All() {
		if l.Name == name {
			return l, true
		}
	}
	return Lesson{}, false
}

// read reads all lessons that contents lists. Blocks are separated by empty lines: the title
// of a chapter, and a line for each lesson with its number in links and its name.
func read(from fs.FS) ([]Chapter, error) {
	text, err := fs.ReadFile(from, "contents")
	if err != nil {
		return nil, err
	}
	var chapters []Chapter
	for block := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n\n") {
		title, rows, _ := strings.Cut(block, "\n")
		chapter := Chapter{Title: title}
		for row := range strings.SplitSeq(rows, "\n") {
			number, name, _ := strings.Cut(row, " ")
			n, err := strconv.Atoi(number)
			if err != nil {
				return nil, fmt.Errorf("library: contents: %q does not begin with a number", row)
			}
			lesson, err := readLesson(from, name)
			if err != nil {
				return nil, fmt.Errorf("library: %s: %w", name, err)
			}
			lesson.Number, lesson.Chapter = n, title
			chapter.Lessons = append(chapter.Lessons, lesson)
		}
		chapters = append(chapters, chapter)
	}
	return chapters, nil
}

// readLesson reads the files of a lesson.
func readLesson(from fs.FS, name string) (Lesson, error) {
	text, err := fs.ReadFile(from, name+"/lesson")
	if err != nil {
		return Lesson{}, err
	}
	var l Lesson
	if err := Fields(string(text), l.set); err != nil {
		return Lesson{}, fmt.Errorf("lesson:%w", err)
	}
	scenario, err := readScript(from, name+"/script.txt")
	if err != nil {
		return Lesson{}, err
	}
	l.Scenario, l.Name = *scenario, name
	if _, err := fs.Stat(from, name+"/wrong.txt"); err != nil {
		return l, nil
	}
	if l.Wrong, err = readScript(from, name+"/wrong.txt"); err != nil {
		return Lesson{}, err
	}
	l.Right, err = readScript(from, name+"/right.txt")
	return l, err
}

// readScript reads a script with its title.
func readScript(from fs.FS, file string) (*scenarios.Scenario, error) {
	text, err := fs.ReadFile(from, file)
	if err != nil {
		return nil, err
	}
	s, err := script.Parse(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	scenario := scenarios.Titled(s)
	return &scenario, nil
}
