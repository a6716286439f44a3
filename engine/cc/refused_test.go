package cc

import (
	"strings"
	"testing"
)

// refusedPrograms are texts that the compiler refuses, each with the beginning of the first error.
var refusedPrograms = []struct{ text, want string }{
	{"int main(SSL *ssl) {\n  float f = 1;\n}", "2:3: floating point is not supported; use int or long"},
	{"int main(SSL *ssl) {\n  int i = 1.5;\n}", "2:11: floating point is not supported"},
	{"int main(SSL *ssl) {\n  double d;\n}", "2:3: floating point is not supported"},
	{"struct s { int a : 3; };\nint main(SSL *ssl) { return 0; }", "1:16: bit-fields are not supported; use an integer and masks"},
	{"int main(SSL *ssl) { int n = 3;\n  char b[n];\n return 0; }", "2:8: an array whose length is not a constant is not supported; give b a constant length"},
	{"int main(SSL *ssl) {\n  int (*f)(SSL *) = 0;\n}", "2:7: function pointers are not supported; call functions by their names"},
	{"int main(SSL *ssl) {\n  char *p = malloc(10);\n}", "2:13: malloc is not declared; use an array with a constant length"},
	{"int main(SSL *ssl) {\n  ERR_print_errors_fp(stderr);\n}", "2:3: ERR_print_errors_fp is not declared; print ERR_error_string(ERR_get_error(), NULL) in a loop"},
	{"int main(SSL *ssl) {\n  SSL_shutdwon(ssl);\n}", "2:3: SSL_shutdwon is not declared; did you mean SSL_shutdown?"},
	{"int main(SSL *ssl) {\n  SSL_shutdown();\n}", "2:3: SSL_shutdown takes 1 argument, and has 0 here"},
	{"int main(SSL *ssl) {\n  SSL_read(ssl, 0, 1, 2);\n}", "2:3: SSL_read takes 3 arguments, and has 4 here"},
	{"int main(SSL *ssl) {\n  return y;\n}", "2:10: y is not declared"},
	{"int main(SSL *ssl) {\n  return 1\n}", "3:1: unexpected '}', expected "},
	{"static CURLcode f(void) { return 0; }", "1:8: CURLcode is not declared as a type"},
	{"\n/* t */\nconn_t *f(void) { return 0; }", "3:1: conn_t is not declared as a type"},
	{"int f(struct pollfd *p, my_t x) { return 0; }", "1:25: my_t is not declared as a type"},
	{"int main(SSL *ssl) {\n  const my_t d = 1;\n}", "2:9: my_t is not declared as a type"},
	{"int main(SSL *ssl) {\n  bool b;\n}", "2:3: bool is not declared as a type; add #include <stdbool.h>"},
	{"int main(SSL *ssl) {\n  while x;\n}", "2:9: unexpected identifier, expected '('"},
	{"int main(SSL *ssl) {\n  int a b;\n}", "2:9: unexpected identifier, expected ';'"},
	{"int main(SSL *ssl) {\n  printf(\"%f\", 1);\n}", "2:10: %f is not supported in a format"},
	{"int main(SSL *ssl) {\n  printf(\"%d\");\n}", "2:10: the format of printf asks for more arguments"},
	{"int main(SSL *ssl) {\n  break;\n}", "2:3: break"},
	{"int main(SSL *ssl) {\n  goto out;\n}", "2:"},
	{"int main(void) { return 0; }", "1:1: no function takes one argument of type SSL *"},
	{"char *go(SSL *ssl) { return 0; }", "1:6: go is started, but it returns neither int nor void"},
	{"int f(int n, ...) { return n; }\nint main(SSL *ssl) { return f(1); }", "1:5: a function of a variable number of arguments is not supported"},
	{"int main(SSL *ssl) {\n  return ({ 1; });\n}", "2:10: a statement in an expression is not supported; write a function"},
	{"int main(SSL *ssl) {\n  asm(\"nop\");\n}", "2:3: "},
	{"int main(SSL *ssl) {\n  __int128 x = 1;\n}", "2:3: __int128 is not supported; use long"},
	{"int main(SSL *ssl) {\n  return ssl ?: 1;\n}", "2:10: ?: without a middle is not supported"},
	{"int main(SSL *ssl) {\n  return L'a';\n}", "2:10: wide characters are not supported"},
	{"int main(SSL *ssl) {\n  struct s x;\n}", "2:12: struct s is not complete"},
	{"struct s { int a; };\nint main(SSL *ssl) { struct s x = { 1 };\n  return x.b;\n}", "3:"},
	{"int main(SSL *ssl) {\n  void *p = main;\n}", "2:13: a pointer to a function is not supported: main can only be called"},
	{"int main(SSL *ssl) {\n  switch (1) { case 1: case 1: ; }\n}", "2:16: this case is in the switch twice"},
	{"extern int x;\nint main(SSL *ssl) {\n  return x;\n}", "3:10: x is declared and not defined"},
	{"int f(int);\nint main(SSL *ssl) {\n  return f(1);\n}", "3:10: f is declared and not defined"},
	{"int main(SSL *ssl) {\n  int x = \"a\" * 2;\n}", "2:15: operands shall have arithmetic type"},
	{"int main(SSL *ssl) {\n  SSL x;\n}", "2:7: "},
	{"int main(SSL *ssl) {\n  5 = 6;\n}", "2:3: this cannot be assigned to"},
	{"int main(SSL *ssl) {\n  int i = 0;\n  (i + 1)++;\n}", "3:"},
	{"int x = f();\nint f(void) { return 1; }\nint main(SSL *ssl) { return x; }", "1:9: "},
	{"static int x = 1 / 0;\nint main(SSL *ssl) { return x; }", "1:16: "},
	{"int main(SSL *ssl) { return 0; }\nint main(SSL *ssl) { return 1; }", "2:"},
	{"int main(SSL *ssl) { return 0; }\n#include openssl/ssl.h>\nenum m { A };\n", "2:"},
	{"int main(SSL *ssl) { return 0; }\n#error no\nenum m { A };\n", "2:"},
	{"int main(SSL *ssl) { @ }", "1:22: "},
	{"int main(SSL *ssl) { return 0; } /* no end", "1:34: this comment has no end; write */"},
	{"int main(SSL *ssl) { return 0; }\n#error no\n", "2:"},
	{"int main(SSL *ssl) { return " + strings.Repeat("(", 200) + "1" + strings.Repeat(")", 200) + "; }", "1:178: brackets are nested more than 150 deep"},
	{"int main(SSL *ssl) { return " + strings.Repeat("!", 5000) + "1; }", "1:"},
	{strings.Repeat("x", 70000), "1:1: the text is longer than 64 KiB"},
	{"\n #line 5 \"x.c\"\nint main(SSL *ssl) { return 0; }", "2:2: #line is not supported"},
	{"# 5\nint main(SSL *ssl) { return 0; }", "1:1: #line is not supported"},
	{"\n#error ", "2:2: #error ends the compilation"},
	{"", "1:1: no function takes one argument"},
}

func TestRefused(t *testing.T) {
	for _, test := range refusedPrograms {
		_, err := Compile(test.text, Options{})
		if err == nil {
			t.Errorf("%.200s\nis not refused", test.text)
			continue
		}
		if !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%.200s\nis refused so:\n%v\nnot so:\n%s", test.text, err, test.want)
		}
		for _, e := range err.(Errors) {
			if strings.Contains(e.Message, "cc.") || strings.Contains(e.Message, ".go:") || strings.Contains(e.Message, "TODO") {
				t.Errorf("%.200s\n%v: the message is the front end's own", test.text, e)
			}
		}
	}
}
