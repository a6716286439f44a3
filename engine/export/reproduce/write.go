package reproduce

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"closenotify/engine"
	"closenotify/engine/script"
)

// width is how long the lines of a comment are at most, in characters, if their words allow it.
const width = 92

// writeAbout writes the comment at the top.
func (f *features) writeAbout(b *strings.Builder) {
	profile, _ := engine.ProfileNamed(cmp.Or(f.script.Config.Profile, engine.DefaultProfile))
	lines := append(slices.Clone(f.script.Intro), "")
	if len(f.script.Intro) == 0 {
		lines = []string{"How a TLS connection ends", ""}
	}
	compile := "    gcc -Wall -Wextra -Werror -o reproduce reproduce.c -lssl -lcrypto"
	if len(f.programs) > 0 {
		compile += " -pthread"
	}
	lines = append(lines,
		"Two SSL objects in one process play this against the libssl that is linked. The network between them is a BIO in this file. Each step prints what its call returned, the error queue, the flags of both peers and the bytes on the wire.",
		"",
		compile,
		"    ./reproduce",
		"",
		"Written for "+profile.Label()+". Linked to another release, it prints what that does.")
	writeComment(b, "", lines)
	b.WriteString("\n")
}

// writeMain writes main, with the steps.
func (f *features) writeMain(b *strings.Builder) {
	retry := f.has("RETRY")
	header, _ := fileSections("reproduce.h")
	b.WriteString(header + "\n\nint main(void)\n{\n")
	indent := "    "
	if retry {
		b.WriteString("    do {\n")
		indent += indent
	}
	c := f.script.Config
	transport, size, _ := strings.Cut(cmp.Or(c.Transport, engine.DefaultTransport), " ")
	version := cmp.Or(c.Version, engine.DefaultVersion).String()
	fmt.Fprintf(b, "%sbegin(%q, %q, %q, %s);\n", indent, version, cmp.Or(c.Start, engine.DefaultStart), transport, cmp.Or(size, "0"))
	for _, s := range f.script.Steps {
		if note := script.Narration(s.Note, c); note != "" {
			b.WriteString("\n")
			writeComment(b, indent, script.SplitNote(note))
		}
		line := s.Op.String()
		if s.Run {
			line = s.String()
		}
		b.WriteString(indent + "step(" + strconv.Quote(line) + ");\n")
	}
	if retry {
		b.WriteString("    } while (!end()); /* again if a signature has an unusual length: see sizes below */\n    return 0;\n}\n\n")
		return
	}
	b.WriteString("    end();\n    return 0;\n}\n\n")
}

// fileSections is what a header declares, without its guard, and the rest.
func fileSections(name string) (declarations, rest string) {
	text := fileText(name)
	_, text, _ = strings.Cut(text, "_H\n\n")
	text, rest, _ = strings.Cut(text, "\n\n#endif")
	return text, rest
}

// writePrograms writes the programs of the peers, and what they need before them.
func (f *features) writePrograms(b *strings.Builder, files []file) {
	if len(f.programs) == 0 {
		return
	}
	i := slices.IndexFunc(files, func(f file) bool { return f.name == "program.h" })
	b.WriteString("#define _GNU_SOURCE\n" + strings.Join(prefixed("#include ", files[i].system), "\n") + "\n\n")
	b.WriteString(files[i].about + "\n\n")
	writeParts(b, &files[i])
	_, others := wrappers()
	b.WriteString("\n" + others + "\n")
	for _, g := range f.programs {
		g.write(b)
	}
}

// prefixed are the texts with something in front of each.
func prefixed(prefix string, texts []string) []string {
	list := slices.Clone(texts)
	for i := range list {
		list[i] = prefix + list[i]
	}
	return list
}

// writeSupport writes what main and the programs need: all that is kept of the files.
func writeSupport(b *strings.Builder, files []file) {
	b.WriteString("/* The support for main. */\n")
	if !strings.Contains(b.String(), "#define _GNU_SOURCE\n") {
		b.WriteString("#define _GNU_SOURCE\n")
	}
	var system []string
	for _, f := range files {
		if slices.ContainsFunc(f.parts, func(p part) bool { return p.kept }) {
			system = append(system, f.system...)
		}
	}
	slices.Sort(system)
	b.WriteString(strings.Join(prefixed("#include ", slices.Compact(system)), "\n") + "\n")
	for _, f := range ordered(files) {
		if f.name == "reproduce.h" || f.name == "program.h" || !slices.ContainsFunc(f.parts, func(p part) bool { return p.kept }) {
			continue
		}
		b.WriteString("\n/* ---- " + f.name + " ---- */\n\n")
		if f.about != "" {
			b.WriteString(f.about + "\n\n")
		}
		writeParts(b, &f)
	}
}

// ordered puts each source as near to its header as it can stand: after all headers that it
// includes.
func ordered(files []file) []file {
	var list, waiting []file
	written := map[string]bool{}
	place := func() {
		waiting = slices.DeleteFunc(waiting, func(f file) bool {
			ready := !slices.ContainsFunc(f.includes, func(name string) bool { return !written[name] })
			if ready {
				list = append(list, f)
			}
			return ready
		})
	}
	for _, f := range files {
		if strings.HasSuffix(f.name, ".c") {
			waiting = append(waiting, f)
		}
	}
	for _, f := range files {
		if strings.HasSuffix(f.name, ".h") {
			list = append(list, f)
			written[f.name] = true
			place()
		}
	}
	return list
}

// writeParts writes the parts of a file that are kept.
func writeParts(b *strings.Builder, f *file) {
	first, blank := true, false
	for _, p := range f.parts {
		blank = blank || p.blank
		if !p.kept {
			continue
		}
		if blank && !first {
			b.WriteString("\n")
		}
		b.WriteString(p.text + "\n")
		first, blank = false, false
	}
}

// writeComment writes lines as a comment. Long ones are broken between words.
func writeComment(b *strings.Builder, indent string, lines []string) {
	var broken []string
	for _, line := range paragraphs(lines) {
		broken = append(broken, breakLine(commentText(line), width-len(indent))...)
	}
	if len(broken) == 1 && utf8.RuneCountInString(broken[0]) <= width-len(indent)-3 {
		b.WriteString(indent + "/* " + broken[0] + " */\n")
		return
	}
	b.WriteString(indent + "/*\n")
	for _, line := range broken {
		b.WriteString(strings.TrimRight(indent+" * "+line, " ") + "\n")
	}
	b.WriteString(indent + " */\n")
}

// paragraphs joins lines between which there is no empty one. Indented lines stay as they are.
func paragraphs(lines []string) (list []string) {
	joins := false
	for _, line := range lines {
		stays := line == "" || line[0] == ' '
		if joins && !stays {
			list[len(list)-1] += " " + line
		} else {
			list = append(list, line)
		}
		joins = !stays
	}
	return list
}

// commentText is a text in which nothing ends or begins a comment, or cannot be seen. The
// compiler warns of such things.
func commentText(text string) string {
	text = script.StripHidden(text)
	for _, mark := range []string{"*/", "/*", "??/"} {
		for strings.Contains(text, mark) {
			text = strings.ReplaceAll(text, mark, mark[:1]+" "+mark[1:])
		}
	}
	return strings.TrimRight(text, `\ `)
}

// breakLine breaks a line between words, unless it is indented.
func breakLine(line string, width int) (lines []string) {
	if strings.HasPrefix(line, " ") {
		return []string{line}
	}
	var now string
	for word := range strings.FieldsSeq(line) {
		if now != "" && utf8.RuneCountInString(now)+1+utf8.RuneCountInString(word) > width-3 {
			lines, now = append(lines, now), ""
		}
		now = strings.TrimLeft(now+" "+word, " ")
	}
	return append(lines, now)
}
