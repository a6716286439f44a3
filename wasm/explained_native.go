//go:build !js

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"closenotify/engine/compile"
	"closenotify/scenarios/library"
	"closenotify/scenarios/predict/explained"
	"closenotify/scenarios/predict/sheet"
)

// leastExplained is the share of wrong choices, in percent, that must be explained by a scenario in
// which they are right.
const leastExplained = 90

// explanations returns what is known about the questions of the lessons, and prints what is not. The
// search takes some seconds of both processors, so its result is kept in a directory, "" for none:
// another engine, or another lesson, makes another program, whose digest is in the file's name.
func explanations(dir string, out io.Writer) ([]byte, error) {
	kept, err := keptName(dir)
	if err != nil {
		return nil, err
	}
	if text, err := os.ReadFile(kept); err == nil {
		report, table, _ := strings.Cut(string(text), "\x00")
		if _, err := explained.Parse(table); err == nil {
			_, err = io.WriteString(out, report)
			return []byte(table), err
		}
	}
	lessons, err := explainLessons()
	if err != nil {
		return nil, err
	}
	report, err := explainedReport(lessons)
	if err != nil {
		return nil, err
	}
	var all []explained.Question
	for _, l := range lessons {
		all = append(all, l.Explained()...)
	}
	table := explained.New(all).String()
	if dir != "" {
		old, _ := filepath.Glob(filepath.Join(dir, "explained-*"))
		for _, name := range old {
			os.Remove(name)
		}
		if err := os.WriteFile(kept, []byte(report+"\x00"+table), 0o644); err != nil {
			return nil, err
		}
	}
	_, err = io.WriteString(out, report)
	return []byte(table), err
}

// keptName is the file for the result of this program.
func keptName(dir string) (string, error) {
	program, err := os.Executable()
	if err != nil || dir == "" {
		return "", err
	}
	data, err := os.ReadFile(program)
	sum := sha256.Sum256(data)
	return filepath.Join(dir, "explained-"+hex.EncodeToString(sum[:12])), err
}

// explainLessons searches for the explanations of all lessons at the same time.
func explainLessons() ([]sheet.Lesson, error) {
	all := library.All()
	made, errs := make([]sheet.Lesson, len(all)), make([]error, len(all))
	var group sync.WaitGroup
	for i, l := range all {
		group.Go(func() { made[i], errs[i] = sheet.OfLesson(l.Name, l.Script, new(compile.Cache).Start) })
	}
	group.Wait()
	return made, errors.Join(errs...)
}

// explainedReport lists the choices for which no scenario was found.
func explainedReport(lessons []sheet.Lesson) (string, error) {
	var b strings.Builder
	unexplained, wrong := 0, 0
	for _, l := range lessons {
		list, n := sheet.Unexplained(l.Questions)
		unexplained, wrong = unexplained+len(list), wrong+n
		for _, choice := range list {
			fmt.Fprintf(&b, "not explained by a scenario: %s: %s\n", l.Name, choice)
		}
	}
	if wrong == 0 {
		return "", errors.New("the lessons have no questions")
	}
	share := 100 * float64(wrong-unexplained) / float64(wrong)
	fmt.Fprintf(&b, "%d of %d wrong choices (%.1f %%) are explained by a scenario in which they are right\n", wrong-unexplained, wrong, share)
	if share < leastExplained {
		return "", fmt.Errorf("%sat least %d %% must be", b.String(), leastExplained)
	}
	return b.String(), nil
}
