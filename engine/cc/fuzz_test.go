package cc

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"closenotify/engine/program"
)

// FuzzCompile: a text is either refused in a place that it has, or becomes a code that runs.
func FuzzCompile(f *testing.F) {
	paths, _ := filepath.Glob("testdata/run/*.c")
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	for _, test := range refusedPrograms {
		f.Add(test.text)
	}
	f.Add(recommended)
	f.Fuzz(func(t *testing.T, text string) { compileAny(t, text) })
}

// compileAny compiles a text and runs the result.
func compileAny(t *testing.T, text string) {
	began := time.Now()
	code, err := Compile(text, Options{})
	if spent := time.Since(began); spent > 20*time.Second {
		t.Errorf("compiling took %v", spent)
	}
	if err != nil {
		lines := strings.Split(text, "\n")
		for _, e := range err.(Errors) {
			if e.Line < 1 || e.Line > len(lines)+1 || e.Column < 1 || e.Message == "" {
				t.Fatalf("the error %+v has no place", e)
			}
			if strings.Contains(e.Message, "internal error of the compiler") || strings.Contains(e.Message, "runtime error") {
				t.Fatalf("%v", e)
			}
		}
		return
	}
	s := program.Start(code)
	for range 3 {
		s = s.Run(program.Runner{Ask: func(program.Call) program.Result { return program.Result{Text: "x"} }})
		s.Variables()
		s = s.Return(program.Result{Ret: 1})
	}
}

// TestNonsense compiles what is deep, long or cut off.
func TestNonsense(t *testing.T) {
	texts := map[string]string{
		"operators":     "int main(SSL *ssl) { int a = 1; return " + strings.Repeat("-~!+", 700) + "a; }",
		"sum":           "int main(SSL *ssl) { int a = 1; return a" + strings.Repeat("+a", 1400) + "; }",
		"choices":       "int main(SSL *ssl) { int a = 1; return " + strings.Repeat("a?a:", 700) + "a; }",
		"else if":       "int main(SSL *ssl) { int a = 1; if (a) ;" + strings.Repeat("else if (a) ;", 3000) + " return 0; }",
		"if":            "int main(SSL *ssl) { int a = 1; " + strings.Repeat("if (a) ", 700) + ";  return 0; }",
		"assignments":   "int main(SSL *ssl) { int a = 1; " + strings.Repeat("a=", 1400) + "1;  return 0; }",
		"pointers":      "int main(SSL *ssl) { int " + strings.Repeat("*", 2000) + "p = 0; return p == 0; }",
		"arrays":        "int a" + strings.Repeat("[2]", 140) + "; int main(SSL *ssl) { return 0; }",
		"macros":        "#define A0 x x\n" + macros(30) + "int main(SSL *ssl) { return A30; }",
		"recursive":     "#define F(x) F(F(x))\nint main(SSL *ssl) { return F(F(F(F(1)))); }",
		"huge array":    "char b[1 << 30]; int main(SSL *ssl) { return 0; }",
		"huge frame":    "int main(SSL *ssl) { char b[1 << 20]; b[0] = 1; return b[0]; }",
		"huge static":   "char a[1000000], b[1000000]; int main(SSL *ssl) { return 0; }",
		"cut off":       "int main(SSL *ssl) { if (",
		"many switches": "int main(SSL *ssl) { switch (1) {" + strings.Repeat("case 1: switch (2) {", 70) + strings.Repeat("}", 70) + "} return 0; }",
		"many locals":   "int main(SSL *ssl) { int a" + strings.Repeat(", a", 5) + "; return 0; }",
		"zero":          "int main(SSL *ssl) { return 0; }\x00",
		"self include":  "#include \"program.c\"\nint main(SSL *ssl) { return 0; }",
		"conditions":    strings.Repeat("#if 1\n", 3000) + "int main(SSL *ssl) { return 0; }\n" + strings.Repeat("#endif\n", 3000),
		"big struct":    "struct s { char c[900000]; }; struct s f(void) { struct s s; return s; } int main(SSL *ssl) { f(); return 0; }",
		"sizeof self":   "int main(SSL *ssl) { int n = sizeof n; struct t { int x[sizeof(struct t *)]; } t; return sizeof t != 32 || n != 4; }",
		"static assert": "_Static_assert(sizeof(long) == 8, \"no\"); int main(SSL *ssl) { return 0; }",
		"label only":    "int main(SSL *ssl) { x: ; y: goto z; z: return 0; }",
		"typedefs":      "typedef int a; int main(SSL *ssl) { a a = 1; return a; }",
		"old style":     "int f(a) int a; { return a; } int main(SSL *ssl) { return f(1); }",
		"no prototype":  "int f(); int f() { return 1; } int main(SSL *ssl) { return f(); }",
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			compileAny(t, text)
			for cut := range 5 {
				compileAny(t, text[:len(text)*cut/5])
			}
		})
	}
}

// macros returns macros that each expand to two of the one before.
func macros(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		a := strings.Repeat(" A"+digits(i-1), 2)
		b.WriteString("#define A" + digits(i) + a + "\n")
	}
	return b.String()
}

func digits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)})[btoi(n < 10):] }

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
