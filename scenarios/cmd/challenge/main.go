// Challenge lists the challenges, prints one, and checks a solution.
//
//	challenge [-list]          lists them: name, kind, par, title
//	challenge [-hint] NAME     prints what is to be done, and the script that it begins with
//	challenge NAME SCRIPT      checks a solution in a file; - stands for standard input
//
// A solution is a script. Where steps are added, it begins as the challenge does. Where a program
// is changed or put together, only its program counts.
//
// The first line that a check prints is "reached: yes" or "reached: no". The second says how many
// steps or lines the solution takes, and the fewest possible steps, or the lines of our solution. If the goals are not reached, a
// third says what is missing, and the exit status is 1.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/scenarios/challenges"
	"closenotify/scenarios/challenges/challenge"
)

func main() {
	err := run(os.Args[1:], os.Stdin, os.Stdout)
	switch {
	case errors.Is(err, errNotReached):
		os.Exit(1)
	case err != nil && !errors.Is(err, flag.ErrHelp):
		fmt.Fprintln(os.Stderr, "challenge:", err)
		os.Exit(2)
	}
}

// errNotReached is returned for a solution that does not reach the goals.
var errNotReached = errors.New("not reached")

func run(arguments []string, in io.Reader, out io.Writer) error {
	flags := flag.NewFlagSet("challenge", flag.ContinueOnError)
	flags.Bool("list", false, "list the challenges, as without a name")
	hint := flags.Bool("hint", false, "print the hint, too")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		for _, c := range challenges.All() {
			fmt.Fprintf(out, "%-30s %-6s %2d  %s\n", c.Name, c.Kind, c.Par, c.Title)
		}
		return nil
	}
	c, ok := challenges.Find(flags.Arg(0))
	switch {
	case !ok:
		return fmt.Errorf("there is no challenge %q (-list lists them)", flags.Arg(0))
	case flags.NArg() == 1:
		describe(out, c, *hint)
		return nil
	case flags.NArg() > 2:
		return errors.New("want a name and a file")
	}
	text, err := readAll(flags.Arg(1), in)
	if err != nil {
		return err
	}
	s, err := script.Parse(string(text))
	if err != nil {
		return err
	}
	return check(out, c, s)
}

// readAll reads a file, or standard input for "-".
func readAll(name string, in io.Reader) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(in)
	}
	return os.ReadFile(name)
}

// check prints how far a solution comes.
func check(out io.Writer, c challenge.Challenge, s script.Script) error {
	r, err := c.Check(s, compile.Start)
	if err != nil {
		return err
	}
	reached := map[bool]string{true: "yes", false: "no"}
	fmt.Fprintf(out, "reached: %s\n%s: %d, %s\n", reached[r.Reached], c.Kind.Unit(), r.Count, par(c))
	if r.Reached {
		return nil
	}
	if r.Trial > 0 {
		fmt.Fprintf(out, "missing: %s (%s)\n", r.Missing, c.Trials[r.Trial].Title)
	} else {
		fmt.Fprintf(out, "missing: %s\n", r.Missing)
	}
	return errNotReached
}

// par says what a solution is compared with.
func par(c challenge.Challenge) string {
	if c.Kind.AddsSteps() {
		return fmt.Sprintf("the best is %d", c.Par)
	}
	return fmt.Sprintf("a solution has %d", c.Par)
}

// describe prints what is to be done.
func describe(out io.Writer, c challenge.Challenge, hint bool) {
	fmt.Fprintf(out, "%s\n\n%s\n\nkind: %s\n%s: %s\n", c.Title, c.Summary, c.Kind, c.Kind.Unit(), par(c))
	for _, l := range c.Lessons {
		fmt.Fprintln(out, "lesson:", l)
	}
	for _, m := range c.Allowed {
		fmt.Fprintln(out, "allowed:", m)
	}
	if hint {
		fmt.Fprintln(out, "hint:", c.Hint)
	}
	for _, t := range c.Trials[1:] {
		fmt.Fprintln(out, "also tried:", t.Title)
	}
	if len(c.Lines) > 0 {
		fmt.Fprintln(out, "\nThe lines, right and wrong ones:")
	}
	for _, line := range c.Lines {
		fmt.Fprintln(out, line)
	}
	fmt.Fprintf(out, "\nIt begins with:\n\n%s", c.Script)
}
