package cc

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// A tally counts what random programs contain, so that nothing is left out.
type tally struct {
	counts  map[string]int
	next    map[string]int // where each worklist stands
	stopped int
}

func newTally() *tally { return &tally{counts: map[string]int{}, next: map[string]int{}} }

// complete fails unless all kinds of statements, and each operator with each pair of types,
// have occurred so many times.
func (c *tally) complete(t *testing.T, least int) {
	for _, list := range [][]string{pairs(binaryOps), pairs(assignOps), unaries, statementKinds} {
		for _, what := range list {
			if c.counts[what] < least {
				t.Errorf("%s occurred %d times", what, c.counts[what])
			}
		}
	}
}

var (
	intTypes = []string{
		"_Bool", "char", "signed char", "unsigned char", "short", "unsigned short", "int", "unsigned", "long", "unsigned long",
		"long long", "unsigned long long", "enum E",
	}
	binaryOps = strings.Fields("+ - * / % & | ^ << >> < > <= >= == != && ||")
	assignOps = strings.Fields("= += -= *= /= %= &= |= ^= <<= >>=")
	unaries   = func() (all []string) {
		for _, op := range []string{"-", "~", "!", "+", "++x", "x++", "--x", "x--", "cast"} {
			for _, t := range intTypes {
				all = append(all, op+" "+t)
			}
		}
		return all
	}()
	statementKinds = []string{
		"if", "if else", "while", "do", "for", "for declaration", "switch", "goto", "goto back", "break", "continue", "return", "block", "comma",
		"choose", "pointer", "array", "matrix", "struct", "struct pointer", "struct call", "union", "literal", "string", "memory", "print",
		"static", "recursion", "call", "exit", "sizeof", "enum", "nested switch", "global", "void call", "pointer walk", "snprintf", "logic",
	}
)

// pairs returns each operator with each pair of types.
func pairs(ops []string) (all []string) {
	for _, op := range ops {
		for _, a := range intTypes {
			for _, b := range intTypes {
				all = append(all, op+" "+a+" "+b)
			}
		}
	}
	return all
}

// take returns the next entries of a worklist, and counts them.
func (c *tally) take(name string, list []string, n int) []string {
	var taken []string
	for range n {
		// A step that has no common divisor with the length visits all.
		at := c.next[name]
		c.next[name] = (at + 7919) % len(list)
		taken = append(taken, list[at])
		c.counts[list[at]]++
	}
	return taken
}

// A generator writes one random program.
type generator struct {
	*tally
	r      *rand.Rand
	prefix string
	out    strings.Builder
	depth  int
	locals []local
	names  int
	funcs  int
}

// A local is a variable of the function that is written.
type local struct{ name, typ string }

func newProgram(t *tally, r *rand.Rand, number int) *generator {
	return &generator{tally: t, r: r, prefix: fmt.Sprintf("p%d_", number)}
}

func (g *generator) pick(list []string) string { return list[g.r.IntN(len(list))] }
func (g *generator) put(format string, a ...any) {
	g.out.WriteString(strings.Repeat("\t", g.depth+1))
	fmt.Fprintf(&g.out, format+"\n", a...)
}

// isSigned reports whether arithmetic on the type can overflow.
func isSigned(t string) bool { return t == "int" || t == "long" || t == "long long" }

// text writes the program.
func (g *generator) text() string {
	p := g.prefix
	fmt.Fprintf(&g.out, "enum %sE { %sA, %sB = %d, %sC };\n#define E %sE\n", p, p, p, g.r.IntN(200), p, p)
	fmt.Fprintf(&g.out, "struct %sS { char c; int i; short s[3]; unsigned char u; long l; struct { int x, y; } in; };\n", p)
	fmt.Fprintf(&g.out, "union %sU { unsigned long l; unsigned int i[2]; unsigned char b[8]; };\n", p)
	for i, t := range intTypes {
		fmt.Fprintf(&g.out, "static %s %sg%d = %s;\n", t, p, i, g.literal(t))
	}
	fmt.Fprintf(&g.out, "static int %sm[3][4] = { { 1, 2 }, [2] = { 7, [3] = %d } };\n", p, g.r.IntN(100))
	fmt.Fprintf(&g.out, "static const char *%snames[] = { \"red\", \"green\", \"blue\" };\n", p)
	fmt.Fprintf(&g.out, "static int %srec(int n, unsigned k) { return n <= 0 ? (int)(k %% 1000) : %srec(n - 1 - (k & 1), k * %d + 1) + 1; }\n", p, p, g.r.IntN(50)+2)
	fmt.Fprintf(&g.out, "static struct %sS %smake(int a, short b) { struct %sS s = { .c = 'a' + a %% 26, .i = a, .s = { b, 2 }, .in = { a, b } }; s.l = s.i * 3L; s.u = a; return s; }\n", p, p, p)
	fmt.Fprintf(&g.out, "static long %ssum(struct %sS s, const struct %sS *q) { s.i++; return s.i + q->i + s.s[1] + q->s[0] + s.in.y + s.l; }\n", p, p, p)
	fmt.Fprintf(&g.out, "static void %sbump(int *x, unsigned char *u) { *x = (*x + 7) %% 1000; *u += 3; }\n", p)
	fmt.Fprintf(&g.out, "static int %scount(void) { static int n = %d; n = (n + 1) %% 500; return n; }\n", p, g.r.IntN(100))
	for range 1 + g.r.IntN(3) {
		g.function()
	}
	g.mainFunction()
	g.out.WriteString("#undef E\n")
	return g.out.String()
}

// function writes a function of random parameters.
func (g *generator) function() {
	g.locals, g.names = nil, 0
	var parameters []string
	for i := range 2 {
		t := g.pick(intTypes)
		g.locals = append(g.locals, local{fmt.Sprintf("a%d", i), t})
		parameters = append(parameters, fmt.Sprintf("%s a%d", t, i))
	}
	fmt.Fprintf(&g.out, "static %s %sf%d(%s)\n{\n", []string{"int", "unsigned", "long", "short", "unsigned char"}[g.funcs%5], g.prefix, g.funcs, strings.Join(parameters, ", "))
	g.declare()
	for range 2 + g.r.IntN(3) {
		g.statement()
	}
	g.checksum()
	g.put("return (short)(%s);", g.expr(2))
	g.out.WriteString("}\n")
	g.funcs++
}

func (g *generator) mainFunction() {
	g.locals, g.names = nil, 0
	fmt.Fprintf(&g.out, "int %smain(SSL *ssl)\n{\n", g.prefix)
	g.declare()
	for _, entry := range g.take("binary", pairs(binaryOps), 17) {
		op, a, b := cut(entry)
		g.put("{ %s l = %s; %s r = %s; printf(\"%%ld \", (long)(%s)); }", a, g.operand(a), b, g.operand(b), g.guarded(op, a, b, "l", "r"))
	}
	for _, entry := range g.take("assign", pairs(assignOps), 11) {
		op, a, b := cut(entry)
		first := ""
		if op == "<<=" {
			first = "l &= 0x7f; "
		}
		g.put("{ %s l = %s; %s r = %s; %sl %s %s; printf(\"%%ld \", (long)l); }", a, g.operand(a), b, g.operand(b), first, op, g.guardedRight(op, b, "r"))
	}
	for _, entry := range g.take("unary", unaries, 4) {
		op, t, _ := strings.Cut(entry, " ")
		g.put("{ %s x = %s; printf(\"%%ld \", (long)(%s)); printf(\"%%ld\\n\", (long)x); }", t, g.operand(t), unaryExpr(op, g.pick(intTypes)))
	}
	for _, kind := range g.take("statements", statementKinds, 8) {
		g.kind(kind)
	}
	g.checksum()
	for i := range g.funcs {
		g.put("printf(\"%%ld\\n\", (long)%sf%d(%s, %s));", g.prefix, i, g.expr(1), g.expr(1))
	}
	g.put("return (unsigned char)(%s);", g.expr(2))
	g.out.WriteString("}\n")
}

func unaryExpr(op, other string) string {
	switch op {
	case "cast":
		return "(" + other + ")x"
	case "++x", "x++", "--x", "x--":
		return op
	}
	return op + "x"
}

// cut takes an entry of a worklist apart.
func cut(entry string) (op, a, b string) {
	op, rest, _ := strings.Cut(entry, " ")
	for _, t := range intTypes {
		if after, ok := strings.CutPrefix(rest, t+" "); ok {
			for _, u := range intTypes {
				if after == u {
					return op, t, u
				}
			}
		}
	}
	panic(entry)
}

// guarded writes an operation so that it is mostly defined.
func (g *generator) guarded(op, _, _, l, r string) string {
	switch op {
	case "<<":
		return fmt.Sprintf("(%s & 0xffff) << (%s & 7)", l, r)
	case ">>":
		return fmt.Sprintf("%s >> (%s & 15)", l, r)
	case "/", "%":
		return fmt.Sprintf("%s %s (%s | 1)", l, op, r)
	case "*":
		return fmt.Sprintf("(%s & 0x7fff) * (%s & 0x7fff)", l, r)
	}
	return fmt.Sprintf("%s %s %s", l, op, r)
}

func (g *generator) guardedRight(op, _, r string) string {
	switch op {
	case "<<=", ">>=":
		return "(" + r + " & 3)"
	case "/=", "%=":
		return "(" + r + " | 1)"
	case "*=":
		return "(" + r + " & 0x3ff)"
	}
	return r
}

// declare declares a few variables.
func (g *generator) declare() {
	for range 4 {
		t := g.pick(intTypes)
		name := fmt.Sprintf("v%d", g.names)
		g.names++
		g.put("%s %s = %s;", t, name, g.literal(t))
		g.locals = append(g.locals, local{name, t})
	}
	g.put("int arr[5] = { %d, %d, %d }; struct %sS st = %smake(%d, %d), *sp = &st; union %sU un = { 0 }; char buf[24] = \"%s\";",
		g.r.IntN(99), g.r.IntN(99), -g.r.IntN(99), g.prefix, g.prefix, g.r.IntN(1000), g.r.IntN(1000), g.prefix, g.pick([]string{"", "ab", "hello"}))
}

// checksum prints the variables.
func (g *generator) checksum() {
	for _, v := range g.locals {
		g.put("printf(\"%%%s \", (%s)%s);", g.pick([]string{"ld", "5ld", "-7ld", "+ld", "08lx", "lX", "#lx", "lu", ".3ld"}), g.pick([]string{"long", "unsigned long"}), v.name)
	}
	g.put("printf(\"%%d %%d %%d %%lx %%s|\\n\", arr[0], arr[4], st.i, un.l, buf);")
}
