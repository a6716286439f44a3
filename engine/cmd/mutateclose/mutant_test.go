package main

import (
	"slices"
	"strings"
	"testing"
)

func TestMutants(t *testing.T) {
	const program = `int main(SSL *ssl)
{
    int n = 7;

    if (n > 0 && n != 2)
        return n ? 1 : 2; /* > stays */
    else
        puts(n > 0 ? "yes" : "no");
    do {
        n = SSL_shutdown(ssl) + 1;
    } while (n == SSL_ERROR_SSL);
    return -1;
}
`
	list, err := mutants(program)
	if err != nil {
		t.Fatal(err)
	}
	keys := make([]string, len(list))
	for i, m := range list {
		keys[i] = m.key
		if m.text == program || strings.Count(m.text, "\n") != strings.Count(program, "\n") {
			t.Errorf("%s: the program is the same, or has other lines:\n%s", m.key, m.text)
		}
	}
	for _, want := range []string{
		"3:11 = 7 ->", "3:13 7 -> 8", "3:13 7 -> 0", "3:13 7 -> -7", "5:9 n > 0 && n != 2 -> 0", "5:9 n > 0 && n != 2 -> !(n > 0 && n != 2)",
		"5:11 > -> >=", "5:15 && -> ||", "5:9 n > 0 && ->", "5:15 && n != 2 ->", "6:16 n -> 0", "6:9 return n ? 1 : 2; -> ;",
		`7:5 else puts(n > 0 ? "yes" : "no"); ->`, "10:9 n = SSL_shutdown(ssl) + 1; -> ;", "10:9 n = ->", "10:31 + -> -",
		"11:14 n == SSL_ERROR_SSL -> 1", "11:19 SSL_ERROR_SSL -> SSL_ERROR_NONE", "12:12 -1 -> 1", "12:12 -1 -> -2",
		"9:5 do { n = SSL_shutdown(ssl) + 1; } while (n == SSL_… -> ;",
	} {
		if !slices.Contains(keys, want) {
			t.Errorf("%s is missing", want)
		}
	}
	for _, key := range keys {
		if strings.HasPrefix(key, "8:") {
			t.Errorf("%s changes what is printed", key)
		}
		if slices.Index(keys, key) != len(keys)-1-slices.Index(reversed(keys), key) {
			t.Errorf("%s is there twice", key)
		}
	}
}

func reversed(list []string) []string {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}

func TestMutantsRefuse(t *testing.T) {
	for program, want := range map[string]string{
		"int main(SSL *ssl) { while (1); }": "while is not read",
		"int main(SSL *ssl) { return `; }":  "is no token",
	} {
		if _, err := mutants(program); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", program, err, want)
		}
	}
}
