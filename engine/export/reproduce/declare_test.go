package reproduce

import (
	"slices"
	"strings"
	"testing"
)

func TestDeclare(t *testing.T) {
	for _, test := range []struct{ text, names, functions string }{
		{"int a, *b = &a, c[3] = {x, y};", "a b c", ""},
		{"static int f(SSL *ssl)\n{\n    return g(ssl);\n}\nstatic int g(SSL *ssl) { int h; }", "f g", "f g"},
		{"int f(SSL *);\nint f(SSL *ssl) {}", "f f", "f"},
		{"struct peer { int fd; struct pollfd p[2]; } client, *server;", "peer client server", ""},
		{"struct peer *find(struct world *w, int n) { }", "find", "find"},
		{"typedef struct { int n; } peer_t;", "peer_t", ""},
		{"typedef unsigned long size;", "size", ""},
		{"enum { A, B = 3, C };", "A B C", ""},
		{"enum state { IDLE, BUSY } now = IDLE;", "state IDLE BUSY now", ""},
		{"enum state f(void) { return a, b; }", "f", "f"},
		{"struct world;", "world", ""},
		{"__attribute__((noreturn)) static void end(int x);", "end", ""},
		{"static void end(int x) __attribute__((noreturn));\nint a;", "end a", ""},
		{"const char *const names[] = {\"}\", NULL};\n/* { */ int b; // }\nint c;", "names b c", ""},
		{"static __thread struct peer *self;", "self", ""},
		{"int\nmain(SSL *ssl)\n{ if (x) { } }", "main", "main"},
		{"#define N (3)\n#if N\nint a;\n#endif\nint b[N];", "a b", ""},
	} {
		d := declare(tokenize(test.text))
		var functions []string
		for _, f := range d.functions {
			functions = append(functions, f.name)
		}
		if got := strings.Join(d.names, " "); got != test.names || strings.Join(functions, " ") != test.functions || d.open {
			t.Errorf("%s\ndeclares %q %q, want %q %q", test.text, got, functions, test.names, test.functions)
		}
	}
	d := declare(tokenize("#  define A(x) \\\n  x\n#define B\nint f(SSL *ssl, char *(*g)(int)) {"))
	if !slices.Equal(d.macros, []string{"A", "B"}) || !d.open || d.functions[0].name != "f" || strings.Join(d.functions[0].parameters, " ") != "SSL * ssl , char * ( * g ) ( int )" {
		t.Errorf("%+v", d)
	}
}
