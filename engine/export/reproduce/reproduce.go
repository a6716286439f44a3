// Package reproduce writes a scenario as one file of C that plays it with the real libssl. The
// program prints what the command trace prints of the script, but from what the library does.
//
// The file consists of main, which has the steps, the programs of the peers, and as much of the
// harness (package conformance) as they need. The network is played by a BIO of its own. Compile it
// with
//
//	gcc -Wall -Wextra -Werror -o reproduce reproduce.c -lssl -lcrypto
//
// What a peer's program does that the language of programs does not allow, such as a division by
// zero, is not played as in the engine, which stops it.
package reproduce

import (
	"cmp"
	"slices"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// C returns the C file of a scenario. The error says why it cannot be written: a program has no
// function to start in that can be found without the preprocessor.
func C(s script.Script) ([]byte, error) {
	if len(files()) == 0 {
		return nil, errNoSupport
	}
	f := features{script: s}
	for _, r := range engine.Roles {
		if s.Programs[r].Text == "" {
			continue
		}
		g, err := newProgram(r, s.Programs[r])
		if err != nil {
			return nil, err
		}
		f.programs = append(f.programs, g)
	}
	parts := f.supportFiles()
	needs := []string{"begin", "step", "end"}
	for _, g := range f.programs {
		needs = append(needs, "program_start")
		for _, w := range g.wrappers {
			for _, t := range tokenize(w.define[len("#define "):]) {
				needs = append(needs, t.text)
			}
		}
	}
	keep(parts, needs)
	if err := f.rename(parts); err != nil {
		return nil, err
	}
	var b strings.Builder
	f.writeAbout(&b)
	f.writeMain(&b)
	f.writePrograms(&b, parts)
	writeSupport(&b, parts)
	return []byte(b.String()), nil
}

// features say which parts of the support a scenario needs.
type features struct {
	script   script.Script
	programs []*program
}

// has reports whether a condition of our files holds.
func (f *features) has(name string) bool {
	switch name {
	case "PROGRAMS":
		return len(f.programs) > 0
	case "CLIENT_PROGRAM":
		return f.script.Programs[engine.Client].Text != ""
	case "SERVER_PROGRAM":
		return f.script.Programs[engine.Server].Text != ""
	case "RUN":
		return slices.ContainsFunc(f.script.Steps, func(s script.Step) bool { return s.Run })
	case "BLOCKING":
		return f.mentions("F_SETFL") || slices.ContainsFunc(f.script.Steps, func(s script.Step) bool {
			return s.Op.Verb == engine.VerbSetNbio && s.Op.N == 0
		})
	case "RETRY":
		return f.shakesHands()
	}
	panic("reproduce: no condition " + name)
}

// mentions reports whether a program mentions a name.
func (f *features) mentions(name string) bool {
	return slices.ContainsFunc(f.programs, func(g *program) bool { return slices.Contains(g.mentions, name) })
}

// shakesHands reports whether messages of a handshake can be on the wire.
func (f *features) shakesHands() bool {
	if cmp.Or(f.script.Config.Start, engine.DefaultStart) != engine.DefaultStart || f.mentions("SSL_renegotiate") || f.mentions("SSL_clear") {
		return true
	}
	return slices.ContainsFunc(f.script.Steps, func(s script.Step) bool {
		return s.Op.Verb == engine.VerbRenegotiate || s.Op.Verb == engine.VerbClear
	})
}

// words are the words of the steps that the scenario has.
func (f *features) words() []string {
	var list []string
	for _, s := range f.script.Steps {
		word := s.Op.Verb.String()
		if s.Run {
			word = engine.VerbNext.String()
		}
		list = append(list, word)
	}
	return list
}

// withoutHeader are the sources whose functions another header declares.
var withoutHeader = []string{"streams.c", "program_output.c", "program_poll.c", "program_queries.c", "program_ssl.c", "program_system.c"}

// supportFiles are all files of the support, in an order in which each stands after what it includes.
func (f *features) supportFiles() []file {
	words := f.words()
	var headers, sources []file
	seen := map[string]bool{}
	var add func(name string)
	add = func(name string) {
		if seen[name] {
			return
		}
		seen[name] = true
		text := f.prepare(name, words)
		if text == "" {
			return
		}
		file := newFile(name, text)
		for _, included := range file.includes {
			add(included)
		}
		if strings.HasSuffix(name, ".h") {
			headers = append(headers, file)
		} else {
			sources = append(sources, file)
		}
	}
	add("reproduce.h")
	for _, name := range withoutHeader {
		add(name)
	}
	for i := 0; i < len(headers); i++ { // their sources include more headers
		add(strings.TrimSuffix(headers[i].name, ".h") + ".c")
	}
	return append(headers, sources...)
}

// prepare is the text of a file: without the rows of its tables that the scenario does not need,
// without the conditional parts that it does not need, and without macros of programs.
func (f *features) prepare(name string, words []string) string {
	text, _, _ := strings.Cut(fileText(name), "#ifdef PROGRAM_TEXT\n")
	if isOurs(name) {
		return f.choose(text)
	}
	if name != "calls.c" && name != "network.c" && name != "program_steps.c" {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		row, isRow := strings.CutPrefix(line, `    {"`)
		word, _, _ := strings.Cut(row, `"`)
		if !isRow || slices.Contains(words, word) {
			b.WriteString(line)
		}
	}
	return b.String()
}

// choose takes one side of each condition that is just a name, "#if NAME". It may have an #else,
// and is not nested.
func (f *features) choose(text string) string {
	var b strings.Builder
	taken, inside := true, false
	for line := range strings.Lines(text) {
		name, isIf := strings.CutPrefix(strings.TrimSpace(line), "#if ")
		switch {
		case isIf && !strings.Contains(name, " "):
			taken, inside = f.has(name), true
		case inside && line == "#else\n":
			taken = !taken
		case inside && line == "#endif\n":
			taken, inside = true, false
		case taken:
			b.WriteString(line)
		}
	}
	return b.String()
}

// rename gives other names to what programs declare that is declared elsewhere, too.
func (f *features) rename(files []file) error {
	var names []string
	for _, file := range files {
		for _, p := range file.parts {
			if p.kept {
				names = append(names, p.declares...)
			}
		}
	}
	for _, g := range f.programs {
		if err := g.rename(names); err != nil {
			return err
		}
		names = append(names, g.names...)
	}
	return nil
}
