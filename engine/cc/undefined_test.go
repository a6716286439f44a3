package cc

import (
	"strings"
	"testing"

	"closenotify/engine/program"
)

// undefinedPrograms are bodies of main that C does not define. Their first line is the second of
// the program.
var undefinedPrograms = []struct {
	body   string
	line   int
	reason string
}{
	{"int r;\nif (r > 0) return 1;", 3, "r is used before it has a value"},
	{"int r, k = 1;\nif (k > 1) r = 2;\nreturn r;", 4, "r is used before it has a value"},
	{"int a[3]; a[0] = 1;\nreturn a[1];", 3, "a is used before it has a value"},
	{"char b[4];\nputs(b);", 3, "b is used before it has a value"},
	{"int x; int *p = &x;\nreturn *p;", 3, "x is used before it has a value"},
	{"struct { int a, b; } s; s.a = 1;\nreturn s.b;", 3, "s is used before it has a value"},
	{"int r;\nr++;", 3, "r is used before it has a value"},
	{"int r;\nr += 2;", 3, "r is used before it has a value"},
	{"int i = 2147483647;\ni++;", 3, "2147483647 + 1 is more than an int holds"},
	{"int i = -2147483647 - 1;\nreturn -i;", 3, "0 - -2147483648 is more than an int holds"},
	{"int i = 65536;\nreturn i * i;", 3, "65536 * 65536 is more than an int holds"},
	{"int i = -2147483647;\ni -= 2;", 3, "-2147483647 - 2 is more than an int holds"},
	{"long i = 9223372036854775807L;\nreturn i + 1 > 0;", 3, "9223372036854775807 + 1 is more than a long holds"},
	{"long i = 4000000000L;\nreturn i * i * i > 0;", 3, "more than a long holds"},
	{"int i = -2147483647 - 1, k = -1;\nreturn i / k;", 3, "-2147483648 / -1 is more than an int holds"},
	{"int i = -2147483647 - 1, k = -1;\nreturn i % k;", 3, "-2147483648 % -1 is more than an int holds"},
	{"unsigned short a = 65535;\nreturn a * a;", 3, "65535 * 65535 is more than an int holds"},
	{"int k = 0;\nreturn 1 / k;", 3, "division by zero: 1 / 0"},
	{"unsigned k = 0;\nreturn 7u % k;", 3, "division by zero: 7 % 0"},
	{"int n = 32;\nreturn 1 << n;", 3, "a shift by 32 is out of range"},
	{"int n = -1;\nreturn 1u >> n;", 3, "a shift by -1 is out of range"},
	{"long n = 64;\nreturn 1L << n;", 3, "a shift by 64 is out of range"},
	{"int a = -1;\nreturn a << 2;", 3, "-1 << 2 is out of range"},
	{"int a[4] = {0}, i = 4;\nreturn a[i];", 3, "index 4 is outside an array of 4"},
	{"int a[4] = {0}, i = -1;\na[i] = 0;", 3, "index -1 is outside an array of 4"},
	{"int m[2][3] = {0}, i = 3;\nreturn m[0][i];", 3, "index 3 is outside an array of 3"},
	{"char b[8];\nmemset(b, 0, 9);", 3, "9 bytes at offset 0 of an object of 8 bytes are used"},
	{"char b[8];\nchar *p = b + 9;", 3, "is moved by 9 out of it"},
	{"char b[8] = \"\"; char *p = b + 8;\nreturn *p;", 3, "byte 8 of an object of 8 bytes is used"},
	{"char b[8] = \"\"; char *p = b;\np--;", 3, "is moved by -1 out of it"},
	{"char b[3]; memcpy(b, \"abc\", 3);\nreturn strlen(b);", 3, "a text has no zero byte at its end"},
	{"int *p = NULL;\nreturn *p;", 3, "NULL is dereferenced"},
	{"struct { int a, b; } *p = NULL;\np->b = 1;", 3, "NULL is dereferenced"},
	{"char *s = NULL;\nprintf(\"%s\", s);", 3, "%s of NULL"},
	{"char *s = \"abc\";\ns[0] = 'x';", 3, "a string literal is written to"},
	{"int *p = 0; { int x = 1; p = &x; }\nint *q = leak();\nreturn *q;", 4, "a pointer to a variable of a function that has returned is used"},
	{"int a, b; int *p = &a, *q = &b;\nreturn p - q;", 3, "the difference of pointers into two objects"},
	{"int x = nothing();\nreturn x;", 1, "nothing ends without the value that its caller uses"},
	{"return deep(1);", 1, "deep would be frame 257"},
	{"for (;;)\n;", 2, "10 million instructions ran without a call"},
	{"for (;;)\nprintf(\"%070000d\", 1);", 3, "it printed more than 64 KiB"},
	{"int n = 0;\nfor (;;) n = printf(\"%01000d\", n);", 3, "it printed more than 64 KiB"},
	{"int k = k + 1;\nreturn k;", 2, "k is used before it has a value"},
	{"switch (2) { int z; case 1: z = 1; case 2:\nreturn z; }", 3, "z is used before it has a value"},
	{"char *f = \"%d %d\";\nprintf(f, 1);", 3, "the format of printf asks for more arguments than there are"},
	{"for (int i = 0; i < 2; i++) { int v; if (i == 0) v = 1;\nif (v) puts(\"\"); }", 3, "v is used before it has a value"},
}

// before is the first line of each program: what the bodies call.
const before = "static int *leak(void) { int x = 1; int *p = &x; return p; } static int nothing(void) { int i = 0; i++; }" +
	" static int deep(int n) { return deep(n + 1); } int main(SSL *ssl) {\n"

func TestUndefinedBehaviourStops(t *testing.T) {
	if n := len(undefinedPrograms); n < 40 {
		t.Errorf("the table has %d programs", n)
	}
	for _, test := range undefinedPrograms {
		text := before + test.body + "\nreturn 0; }\n"
		code, err := Compile(text, Options{})
		if err != nil {
			t.Errorf("%s\nis refused: %v", test.body, err)
			continue
		}
		line, reason := program.Start(code).Run(program.Runner{}).Stopped()
		if line != test.line || !strings.Contains(reason, test.reason) {
			t.Errorf("%s\nis stopped at line %d: %q, not at line %d: %q", test.body, line, reason, test.line, test.reason)
		}
	}
}

// TestNoExitValue: a program that starts in another function than main has to return a value,
// unless that is void.
func TestNoExitValue(t *testing.T) {
	for text, want := range map[string]string{
		"int f(SSL *ssl) {\n}":    "f ends without the value with which the program exits",
		"int main(SSL *ssl) {\n}": "",
		"void f(SSL *ssl) {\n}":   "",
	} {
		code, err := Compile(text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, reason := program.Start(code).Run(program.Runner{}).Stopped(); reason != want {
			t.Errorf("%s: got %q", text, reason)
		}
	}
}
