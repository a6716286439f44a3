// Stacks measures what programs and languages say when a TLS connection ends: it runs a client
// of each against a peer that ends the connection in each way that the table has, and writes
// scenarios/stacks/measured.json.
//
//	stacks [-only STACK] [-program STACK=PATH] [-o FILE]
//
// It installs nothing. A program that is missing is named with its package in Debian, whose
// programs are in /usr/bin and /usr/sbin; -program names another.
package main

import (
	"crypto/tls"
	"flag"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"closenotify/scenarios/stacks"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "stacks:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	flags := flag.NewFlagSet("stacks", flag.ContinueOnError)
	only := flags.String("only", "", "print what this stack says, and write nothing")
	file := flags.String("o", "scenarios/stacks/measured.json", "the file to write")
	programs := map[string]string{}
	flags.Func("program", "STACK=PATH: measure this program", func(s string) error {
		name, path, ok := strings.Cut(s, "=")
		if !ok {
			return fmt.Errorf("want STACK=PATH")
		}
		programs[name] = path
		return nil
	})
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	chosen := slices.DeleteFunc(slices.Clone(tools), func(t tool) bool { return *only != "" && *only != t.name })
	if len(chosen) == 0 {
		return fmt.Errorf("no stack has the name %q", *only)
	}
	if err := locate(chosen, programs); err != nil {
		return err
	}
	cells, err := measureAll(chosen)
	if err != nil || *only != "" {
		return err
	}
	return stacks.Write(*file, cells)
}

// locate finds the programs of stacks, and names the packages of all that are missing.
func locate(chosen []tool, programs map[string]string) error {
	var missing []string
	for i, t := range chosen {
		if t.program == "" {
			continue // it is part of this command
		}
		if chosen[i].program = programs[t.name]; chosen[i].program == "" {
			chosen[i].program = installed(t.program)
		}
		if chosen[i].program == "" || t.also != "" && !exists(t.also) {
			missing = append(missing, t.packages)
		}
	}
	if missing != nil {
		return fmt.Errorf("these packages of Debian are missing: %s", strings.Join(missing, " "))
	}
	return nil
}

// installed returns the path of a program of Debian, "" if it is not there.
func installed(program string) string {
	for _, dir := range []string{"/usr/bin", "/usr/sbin"} {
		if path := filepath.Join(dir, program); exists(path) {
			return path
		}
	}
	return ""
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// measureAll fills the cells of stacks that can be filled.
func measureAll(chosen []tool) ([]stacks.Cell, error) {
	dir, certificate, err := workplace()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	config := &tls.Config{Certificates: []tls.Certificate{certificate}}
	var cells []stacks.Cell
	for _, row := range stacks.All() {
		for _, t := range chosen {
			if i := slices.IndexFunc(row.Cells, func(c stacks.Cell) bool { return c.Stack == t.name }); row.Cells[i].Reason != "" {
				continue
			}
			cell, err := measure(t, dir, config, row.Name)
			if err != nil {
				return nil, fmt.Errorf("%s, %s: %w", row.Name, t.name, err)
			}
			fmt.Printf("%s\t%s\t%s\t%s\n", cell.Outcome, cell.Stack, cell.Call, strings.ReplaceAll(cell.Text, "\n", "\n\t"))
			cells = append(cells, cell)
		}
	}
	return cells, nil
}

// measure fills one cell.
func measure(t tool, dir string, config *tls.Config, outcome string) (cell stacks.Cell, err error) {
	cell = stacks.Cell{Outcome: outcome, Stack: t.name, Measured: time.Now().UTC().Format(time.DateOnly)}
	if cell.Version, err = t.version(t.program); err != nil {
		return cell, err
	}
	if cell.TLS, err = t.tls(t.program); err != nil {
		return cell, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return cell, err
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	go serve(listener, config, t.speaks, outcome)
	call, text, err := t.client(bench{t.program, dir, port}, outcome)
	listener.Close()
	cell.Call, cell.Text = call, stable(text, dir)
	return cell, err
}
