package reproduce

import (
	"fmt"
	"slices"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// program is the program of a peer.
type program struct {
	peer string // "client"
	text string
	declarations
	mentions []string // all identifiers
	starts   string   // the list of functions in which it may start, as an initializer
	renamed  []string // what needs another name, because it stands in one file with the rest
	wrappers []wrapper
}

// fields are the members of the structs of the system that programs use. A macro with such a name
// would change them.
var fields = []string{"events", "fd", "revents", "tv_nsec", "tv_sec", "tv_usec"}

// newProgram reads the text of a program.
func newProgram(r engine.Role, p script.Program) (*program, error) {
	tokens := tokenize(p.Text)
	g := &program{peer: r.String(), text: p.Text, declarations: declare(tokens)}
	_, g.mentions = declaredAndMentioned(tokens)
	for _, t := range tokens { // also members, because a macro may have their names
		if t.kind == identifier {
			g.mentions = append(g.mentions, t.text)
		}
	}
	g.mentions = append(g.mentions, "program_start")
	if g.open {
		return nil, fmt.Errorf("the program of the %s has braces or parentheses that are not closed, or that a condition of the preprocessor divides", g.peer)
	}
	g.starts = startList(tokens, g.functions)
	if !strings.Contains(g.starts, "PROGRAM_START") {
		return nil, fmt.Errorf("the program of the %s has no function with one parameter, of type SSL *, that is defined without a macro", g.peer)
	}
	all, _ := wrappers()
	g.wrappers = used(all, g.mentions)
	return g, nil
}

// startList lists the functions in which a program may start, the last one first to be tried,
// between the conditions of the preprocessor that stand around them.
func startList(tokens []token, functions []function) string {
	for _, f := range functions {
		if f.name == "main" && len(f.parameters) == 3 && f.parameters[0] == "SSL" && f.parameters[1] == "*" {
			return "PROGRAM_START(main),\n"
		}
	}
	var b strings.Builder
	depth := 0
	for _, t := range tokens {
		switch {
		case t.is("{"):
			depth++
		case t.is("}"):
			depth--
		case t.kind == directive && depth == 0:
			if word, _ := directiveWords(t.text); strings.HasPrefix(word, "if") || strings.HasPrefix(word, "el") || word == "endif" {
				b.WriteString(t.text + "\n")
			}
		}
		if i := slices.IndexFunc(functions, func(f function) bool { return t.kind == identifier && f.from == t.from }); i >= 0 && depth == 0 {
			b.WriteString("PROGRAM_START(" + t.text + "),\n")
		}
	}
	return b.String()
}

// rename gives another name to main, and to what other parts of the file declare.
func (g *program) rename(others []string) error {
	for _, name := range g.names {
		if name != "main" && !slices.Contains(others, name) || name == "" || slices.Contains(g.renamed, name) {
			continue
		}
		if slices.Contains(fields, name) {
			return fmt.Errorf("%s is declared in both programs, and is the name of a member of a system's struct", name)
		}
		g.renamed = append(g.renamed, name)
	}
	return nil
}

// write writes the program. In the lines between the two line markers the compiler warns of
// nothing, as in the headers of the system, and counts the lines of the program.
func (g *program) write(b *strings.Builder) {
	file := `"` + g.peer + `.c"`
	names := macroNames(g)
	fmt.Fprintf(b, "/* The %s's program. Its calls go through the functions program_… */\n# 1 %s 1 3\n", g.peer, file)
	for _, name := range names {
		b.WriteString("#pragma push_macro(\"" + name + "\")\n#undef " + name + "\n")
	}
	for _, w := range g.wrappers {
		b.WriteString(w.define)
	}
	for _, name := range g.renamed {
		b.WriteString("#define " + name + " " + g.peer + "_" + name + "\n")
	}
	b.WriteString("#pragma GCC visibility push(hidden)\n# 1 " + file + " 3\n" + strings.TrimSuffix(g.text, "\n") + "\n")
	b.WriteString("static const struct program_start " + g.peer + "_starts[] = {\n" + g.starts + "};\n#pragma GCC visibility pop\n")
	for _, name := range names {
		b.WriteString("#pragma pop_macro(\"" + name + "\")\n")
	}
	fmt.Fprintf(b, "# %d \"\" 2\n\n", strings.Count(b.String(), "\n")+2)
}

// macroNames are the macros that are defined for a program or by it.
func macroNames(g *program) []string {
	names := slices.Clone(g.renamed)
	for _, w := range g.wrappers {
		names = append(names, w.name)
	}
	names = append(names, g.macros...)
	slices.Sort(names)
	return slices.Compact(names)
}
