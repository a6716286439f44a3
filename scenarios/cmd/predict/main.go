// Predict prints the questions about a script, with choices, right answers and explanations.
//
//	predict [-json] [-picks] [SCRIPT]       of a file, or of standard input
//	predict [-json] [-picks] -lesson NAME   of a lesson's script
//	predict -o DIR                          writes NAME.json for each lesson
//
// -picks prints only the best, which are asked by default. Right choices are marked with a star.
// With -json there is one object for each question. Its script, played by the real library, decides
// the question: see package sheet.
//
// With -o it prints the wrong choices for which no scenario was found in which they are right, and
// how many there are.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/scenarios"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
	"closenotify/scenarios/predict/sheet"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	err := run(os.Args[1:], os.Stdin, out)
	if err = errors.Join(err, out.Flush()); err != nil {
		fmt.Fprintln(os.Stderr, "predict:", err)
		os.Exit(1)
	}
}

func run(arguments []string, in io.Reader, out io.Writer) error {
	flags := flag.NewFlagSet("predict", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "print one JSON object for each question")
	picks := flags.Bool("picks", false, "only the questions that are asked by default")
	lesson := flags.String("lesson", "", "the questions of the lesson with this `name`")
	dir := flags.String("o", "", "write a file for each lesson into this `directory`")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() > 1 || flags.NArg() == 1 && (*lesson != "" || *dir != "") {
		return errors.New("give one script, or -lesson, or -o")
	}
	if *dir != "" {
		return writeLessons(*dir, out)
	}
	s, err := readScript(flags.Arg(0), *lesson, in)
	if err != nil {
		return err
	}
	questions, err := questionsOf(s, !*picks)
	if err != nil {
		return err
	}
	if !*asJSON {
		return sheet.Text(out, questions)
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, q := range questions {
		if err := encoder.Encode(q); err != nil {
			return err
		}
	}
	return nil
}

// readScript reads the script of a lesson, of a file, or of in.
func readScript(file, lesson string, in io.Reader) (script.Script, error) {
	if lesson != "" {
		l, ok := library.Find(lesson)
		if !ok {
			return script.Script{}, fmt.Errorf("there is no lesson %q", lesson)
		}
		return l.Script, nil
	}
	if file != "" {
		f, err := os.Open(file)
		if err != nil {
			return script.Script{}, err
		}
		defer f.Close()
		in = f
	}
	text, err := io.ReadAll(io.LimitReader(in, script.MaxLength+1))
	if err != nil {
		return script.Script{}, err
	}
	return script.Parse(string(text))
}

// questionsOf plays a script and makes its questions.
func questionsOf(s script.Script, all bool) ([]sheet.Question, error) {
	w, err := compile.Start(s)
	if err != nil {
		return nil, err
	}
	h, id, err := s.RunFrom(w)
	if err != nil {
		return nil, err
	}
	return sheet.Of(s, h, h.Path(id), all, linkTo), nil
}

// linkTo opens a script before a step; "" for one with programs, which would have to be compiled.
func linkTo(s script.Script, step int) string {
	text, err := link.Encode(scenarios.Library{}, s, step-1, script.Codes{})
	if err != nil {
		return ""
	}
	return text
}

// writeLessons writes a file for each lesson and prints what cannot be explained.
func writeLessons(dir string, out io.Writer) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	unexplained, wrong := 0, 0
	for _, l := range library.All() {
		made, err := sheet.OfLesson(l.Name, l.Script, new(compile.Cache).Start)
		if err != nil {
			return fmt.Errorf("%s: %w", l.Name, err)
		}
		text, err := json.Marshal(made)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, l.Name+".json"), text, 0o644); err != nil {
			return err
		}
		list, n := sheet.Unexplained(made.Questions)
		unexplained, wrong = unexplained+len(list), wrong+n
		if len(list) > 0 {
			fmt.Fprintf(out, "%s:\n  %s\n", l.Name, strings.Join(list, "\n  "))
		}
	}
	_, err := fmt.Fprintf(out, "%d of %d wrong choices are not explained by a scenario\n", unexplained, wrong)
	return err
}
