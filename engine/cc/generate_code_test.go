package cc

import (
	"fmt"
)

// literal writes a constant of a type.
func (g *generator) literal(t string) string {
	switch t {
	case "_Bool":
		return fmt.Sprint(g.r.IntN(2))
	case "enum E":
		return g.prefix + g.pick([]string{"A", "B", "C"})
	case "char", "signed char":
		return fmt.Sprint(g.r.IntN(256) - 128)
	case "unsigned char":
		return fmt.Sprint(g.r.IntN(256))
	case "short":
		return fmt.Sprint(g.r.IntN(65536) - 32768)
	case "unsigned short":
		return fmt.Sprint(g.r.IntN(65536))
	case "int":
		return fmt.Sprint(g.r.IntN(40001) - 20000)
	case "unsigned":
		return g.pick([]string{fmt.Sprintf("%du", g.r.Uint32()), "0xffffffffu", "0u", "1u"})
	case "long", "long long":
		return fmt.Sprintf("%dL", g.r.Int64N(1<<32)-1<<31)
	}
	return g.pick([]string{fmt.Sprintf("%dul", g.r.Uint64()), "0xffffffffffffffffull", "0ul", "7ul"})
}

// operand writes a value of a type.
func (g *generator) operand(t string) string {
	if g.r.IntN(3) > 0 {
		return g.literal(t)
	}
	e := g.expr(2)
	if isSigned(t) {
		return fmt.Sprintf("(%s)(short)(%s)", t, e)
	}
	return fmt.Sprintf("(%s)(%s)", t, e)
}

// atom writes a simple expression whose value is small if it is signed.
func (g *generator) atom() string {
	v := g.locals[g.r.IntN(len(g.locals))]
	switch g.r.IntN(12) {
	case 0:
		return fmt.Sprint(g.r.IntN(200) - 100)
	case 1:
		return fmt.Sprintf("%sg%d", g.prefix, g.r.IntN(len(intTypes)-5))
	case 2:
		return fmt.Sprintf("arr[%d]", g.r.IntN(5))
	case 3:
		return g.pick([]string{"st.i", "sp->s[1]", "st.u", "sp->in.x", "st.c", "(*sp).s[0]"})
	case 4:
		return "'" + g.pick([]string{"a", "Z", "\\n", "\\0", "\\x7f", "\\377", "\\\\"}) + "'"
	case 5:
		return fmt.Sprintf("un.b[%d]", g.r.IntN(8))
	case 6:
		return fmt.Sprintf("%sm[%d][%d]", g.prefix, g.r.IntN(3), g.r.IntN(4))
	case 7:
		return fmt.Sprintf("(%s)%s", g.pick(intTypes), v.name)
	}
	return v.name
}

// small writes an expression of a type that is narrower than int, or unsigned.
func (g *generator) small(depth int) string {
	return fmt.Sprintf("(%s)(%s)", g.pick([]string{"short", "signed char", "unsigned char", "unsigned short", "char"}), g.expr(depth))
}

// expr writes an expression.
func (g *generator) expr(depth int) string {
	if depth <= 0 {
		return g.atom()
	}
	a, b := g.small(depth-1), g.small(depth-1)
	switch g.r.IntN(13) {
	case 0:
		return g.guarded(g.pick([]string{"/", "%"}), "", "", a, b)
	case 1:
		return g.guarded(g.pick([]string{"<<", ">>"}), "", "", a, b)
	case 2:
		return fmt.Sprintf("(%s) %s (%s)", g.expr(depth-1), g.pick([]string{"<", ">", "<=", ">=", "==", "!="}), g.expr(depth-1))
	case 3:
		return fmt.Sprintf("(%s) %s (%s)", g.expr(depth-1), g.pick([]string{"&", "|", "^", "&&", "||"}), g.expr(depth-1))
	case 4:
		return fmt.Sprintf("(%s ? %s : %s)", g.expr(depth-1), g.expr(depth-1), a)
	case 5:
		return fmt.Sprintf("%s%s", g.pick([]string{"!", "~", "-", "+"}), a)
	case 6:
		return fmt.Sprintf("(%s)(%s)", g.pick([]string{"unsigned", "unsigned long", "unsigned char", "_Bool"}), g.expr(depth-1))
	case 7:
		return fmt.Sprintf("%srec(%d, (unsigned char)(%s))", g.prefix, g.r.IntN(9), g.expr(depth-1))
	case 8:
		// gcc 12 has an internal error for (_Bool)(1, 2).
		return fmt.Sprintf("(%scount(), %s)", g.prefix, g.expr(depth-1))
	}
	if g.r.IntN(3) == 0 {
		return fmt.Sprintf("((short)%s * (%s)%s)", a, g.pick([]string{"short", "signed char", "unsigned char"}), b)
	}
	return fmt.Sprintf("(%s %s %s)", a, g.pick([]string{"+", "-"}), b)
}

// target returns a variable that can be assigned to, and its type.
func (g *generator) target() local {
	return g.locals[g.r.IntN(len(g.locals))]
}

// assign writes an assignment that keeps signed values small.
func (g *generator) assign() {
	v := g.target()
	e := g.small(2)
	switch g.r.IntN(5) {
	case 0:
		g.put("%s = (%s)(%s);", v.name, v.typ, e)
	case 1:
		g.put("%s %s %s;", v.name, g.pick([]string{"&=", "|=", "^="}), e)
	case 2:
		g.put("%s = %s;", v.name, e)
	case 3:
		g.put("%s %s (%s | 1);", v.name, g.pick([]string{"/=", "%="}), e)
	default:
		g.put("%s %s %s; %s %%= 20011;", v.name, g.pick([]string{"+=", "-="}), e, v.name)
	}
}

// statement writes a random statement.
func (g *generator) statement() {
	if g.depth > 3 {
		g.assign()
		return
	}
	g.kind(g.pick(statementKinds))
}

// body writes a few statements in braces.
func (g *generator) body(head string, more ...string) {
	g.put("%s {", head)
	g.depth++
	locals := len(g.locals)
	for range 1 + g.r.IntN(2) {
		g.assign()
	}
	if g.r.IntN(3) == 0 {
		g.statement()
	}
	for _, m := range more {
		g.put("%s", m)
	}
	g.locals = g.locals[:locals]
	g.depth--
	g.put("}")
}

func (g *generator) name(prefix string) string {
	g.names++
	return fmt.Sprintf("%s%d", prefix, g.names)
}

// kind writes one statement of this kind.
func (g *generator) kind(kind string) {
	g.counts[kind]++
	k, p := g.name("k"), g.prefix
	n := 1 + g.r.IntN(5)
	switch kind {
	case "if":
		g.body("if (" + g.expr(2) + ")")
	case "if else":
		g.body("if (" + g.expr(2) + ")")
		g.body("else if (" + g.expr(1) + ")")
		g.body("else")
	case "while":
		g.put("int %s = %d;", k, n)
		g.body("while (" + k + "-- > 0)")
	case "do":
		g.put("int %s = %d;", k, n)
		g.body("do")
		g.put("while (--%s > 0);", k)
	case "for":
		g.put("int %s;", k)
		g.body(fmt.Sprintf("for (%s = 0; %s < %d; %s++)", k, k, n, k))
	case "for declaration":
		g.body(fmt.Sprintf("for (unsigned %s = %d, z = 0; %s > z; %s -= 1, z += (%s & 1))", k, n+2, k, k, g.atom()))
	case "break":
		g.body(fmt.Sprintf("for (int %s = 0; ; %s++)", k, k), fmt.Sprintf("if (%s == %d || (%s)) break;", k, n, g.expr(1)))
	case "continue":
		g.body(fmt.Sprintf("for (int %s = 0; %s < %d; %s++)", k, k, n, k), fmt.Sprintf("if (%s) continue;", g.expr(1)), "arr[1] = (arr[1] + 1) % 99;")
	case "switch", "nested switch":
		g.choice(kind == "nested switch", k)
	case "goto":
		g.put("if (%s) goto %s;", g.expr(1), k)
		g.assign()
		g.put("%s: arr[2] ^= 5;", k)
	case "goto back":
		g.put("int n%s = 0;", k)
		g.put("%s:", k)
		g.assign()
		g.put("if (++n%s < %d) goto %s;", k, n, k)
	case "return":
		g.put("if ((%s) && arr[0] == 12345) return (unsigned char)(%s);", g.expr(1), g.expr(1))
	case "block":
		g.put("{ int w = %s; unsigned char %s = w; int v0 = w; { long v0 = %s; printf(\"%%ld \", v0 + 1); } printf(\"%%d\\n\", v0 + %s); }", g.small(1), k, k, k)
	case "comma":
		g.put("arr[3] = (%s, arr[4] = %s, %s);", g.atom(), g.small(1), g.small(1))
	case "choose":
		g.put("printf(\"%%ld %%s\\n\", (long)(%s ? %s : %s), (%s) ? \"yes\" : \"no\");", g.atom(), g.expr(1), g.expr(1), g.expr(1))
	case "exit":
		g.put("if (arr[0] == %d) exit(%d);", g.r.IntN(99), g.r.IntN(256))
	default:
		g.data(kind, k, p, n)
	}
}

func (g *generator) choice(nested bool, k string) {
	g.put("switch (%s) {", g.pick([]string{g.small(1), "(unsigned char)(" + g.expr(1) + ") % 6", "(long)(" + g.small(1) + ") % 5", g.prefix + "g12"}))
	for i := range 4 {
		g.put("case %s:", []string{"0", "1 + 1", "'\\003'", "-1"}[i])
		g.assign()
		if nested && i == 1 {
			g.put("switch (%s & 1) { case 0: { int %s; %s = 3; arr[0] = %s; break; } default: arr[0] = 4; }", g.inner(), k, k, k)
		}
		if g.r.IntN(2) == 0 {
			g.put("break;")
		}
	}
	if g.r.IntN(2) == 0 {
		g.put("default:")
		g.assign()
	}
	g.put("}")
}

func (g *generator) inner() string { return "(" + g.atom() + ")" }

// data writes statements about memory, functions and printing.
func (g *generator) data(kind, k, p string, n int) {
	switch kind {
	case "pointer":
		g.put("{ int *%s = &arr[%d]; *%s = %s; %s[-1] ^= 3; printf(\"%%d %%ld %%d\\n\", *%s, (long)(%s - arr), %s > arr); }", k, 1+g.r.IntN(4), k, g.small(1), k, k, k, k)
	case "pointer walk":
		g.put("{ int t = 0; for (const int *%s = arr, *e = arr + 5; %s != e; ++%s) t += *%s %% 100; printf(\"%%d\\n\", t); }", k, k, k, k)
	case "array":
		g.put("{ %s %s[4] = { %s, [2] = %s }; for (int i = 0; i < 4; i++) printf(\"%%ld \", (long)%s[i]); %s[%s & 3]++; printf(\"%%ld\\n\", (long)%s[1]); }", g.pick(intTypes[1:6]), k, g.small(1), g.small(1), k, k, g.inner(), k)
	case "matrix":
		g.put("%sm[%d][(%s) & 3] = %s; for (int i = 0; i < 3; i++) for (int j = 0; j < 4; j++) printf(\"%%d \", %sm[i][j]);", p, g.r.IntN(3), g.expr(1), g.small(1), p)
	case "struct":
		g.put("{ struct %sS %s = st; %s.i = %s; %s.s[2] = %s; %s.in.x--; st = %s; printf(\"%%d %%d\\n\", st.s[2], st.in.x); }", p, k, k, g.small(1), k, g.expr(1), k, k)
	case "struct pointer":
		g.put("sp->i = %s; sp->s[%s & 1] = %s; sp->u += %d; printf(\"%%d %%d\\n\", st.u, st.s[1]);", g.small(1), g.inner(), g.expr(1), n)
	case "struct call":
		g.put("st = %smake(%s, %s); printf(\"%%ld %%d\\n\", %ssum(st, sp), %smake(%d, 3).s[0]);", p, g.small(1), g.small(1), p, p, n)
	case "union":
		g.put("un.l = %s; un.b[%d] ^= %s; printf(\"%%u %%lx\\n\", un.i[1], un.l);", g.expr(1), g.r.IntN(8), g.atom())
	case "literal":
		g.put("{ struct %sS *%s = &(struct %sS){ .i = %s, .in = { 1, %d } }; printf(\"%%d %%d %%ld\\n\", %s->i, ((int[]){ 3, %d, 5 })[1], %s->l); }", p, k, p, g.small(1), n, k, n, k)
	case "string":
		g.put("printf(\"[%%s] %%zu %%d %%d\\n\", %snames[%d], strlen(buf), strcmp(buf, %snames[1]) < 0, \"xyz\"[%d]);", p, g.r.IntN(3), p, g.r.IntN(4))
	case "memory":
		g.put("memset(buf + %d, '%c', %d); memcpy(arr + 1, arr + 3, sizeof(int)); printf(\"%%d %%.4s\\n\", memcmp(buf, \"hello\", 3) > 0, buf);", g.r.IntN(5), 'a'+g.r.IntN(26), g.r.IntN(9))
	case "snprintf":
		g.put("printf(\"%%d \", snprintf(buf, %d, \"%%*d|%%x\", %d, (int)%s, (unsigned)%s)); puts(buf);", 1+g.r.IntN(20), n, g.small(0), g.small(1))
	case "print":
		g.put("printf(\"%%%s%s%s%s %%c%%5s|\", (%s)%s, 'a' + %d, \"ab\"); putchar('x'); fputs(\"y\", stdout); puts(\"z\");",
			g.pick([]string{"", "-", "0", "+", " ", "#"}), g.pick([]string{"", "3", "12"}), g.pick([]string{"", ".0", ".5"}), g.pick([]string{"d", "i", "hd", "hhd"}), "int", g.small(1), n)
	case "static":
		g.put("printf(\"%%d \", %scount()); { static unsigned %s = 3; %s = %s * 5 + 1; printf(\"%%u\\n\", %s); }", p, k, k, k, k)
	case "recursion":
		g.put("printf(\"%%d\\n\", %srec(%d, %d));", p, g.r.IntN(30), g.r.IntN(1000))
	case "call":
		if g.funcs > 0 {
			g.put("printf(\"%%ld\\n\", (long)%sf%d(%s, %s));", p, g.r.IntN(g.funcs), g.expr(1), g.expr(1))
		}
	case "void call":
		g.put("%sbump(&arr[%d], &st.u); %sbump(&st.in.y, (unsigned char *)buf);", p, g.r.IntN(5), p)
	case "sizeof":
		g.put("printf(\"%%zu %%zu %%zu %%zu\\n\", sizeof(%s), sizeof arr, sizeof(struct %sS), sizeof(%s));", g.pick(intTypes), p, g.expr(1))
	case "enum":
		g.put("{ enum E %s = %s; printf(\"%%d %%d\\n\", %s == %sB, %s - 5 < 0); }", k, g.literal("enum E"), k, p, k)
	case "global":
		g.put("%sg%d = %s; printf(\"%%ld\\n\", (long)%sg%d);", p, g.r.IntN(6), g.expr(1), p, g.r.IntN(6))
	case "logic":
		g.put("printf(\"%%d\\n\", (%s) && (%s) || !(%s) && %scount() > 3);", g.expr(1), g.expr(1), g.expr(1), p)
	default:
		panic(kind)
	}
}
