package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// documents are what TestCheckDocuments writes and checks.
var documents = map[string]struct {
	text, out, errs string
	status          int
}{
	"met.md":     {"- item\n\n  ~~~tls-shutdown step=1\n  client SSL_shutdown => 0 SSL_ERROR_SYSCALL\n  ~~~\n", "1 block, 1 expectation, 0 not met\n", "", 0},
	"unmet.md":   {"# Title\n\n> ```tls-shutdown\n> client SSL_shutdown => 0\n>\n> server SSL_read 5 => 1\n> ```\n", "6: expected 1, got 0\n1 block, 2 expectations, 1 not met\n", "", 1},
	"wrong.mdx":  {"<Tab>\n      ```tls-shutdown\n      client SSL_shutdown => no\n      ```\n</Tab>\n", "1 block, no expectations\n", `line 3, column 30: "no"`, 2},
	"option.md":  {"```tls-shutdown stp=1\n```\n", "1 block, no expectations\n", `line 1: there is no option "stp"`, 2},
	"none.md":    {"# Title\n\n```c\n```\n", "no block tls-shutdown\n", "", 0},
	"program.md": {"```tls-shutdown\nprogram client\nint main(SSL *ssl)\n{\n    return SSL_shutdwn(ssl);\n}\nend program\n\nrun\n```\n", "1 block, no expectations\n", "line 5, column 12", 2},
	"runs.rst": {"Title\n=====\n\n.. note::\n\n   .. tls-shutdown::\n      :step: 1\n\n      program client\n      int main(SSL *ssl)\n      {\n          return SSL_shutdown(ssl);\n      }\n      end program\n\n      client next => 0\n\n.. tls-shutdown:: client SSL_shutdown => 1\n",
		"18: expected 1, got 0\n2 blocks, 2 expectations, 1 not met\n", "", 1},
	"compile.rst": {".. tls-shutdown::\n\n   program client\n   int main(SSL *ssl)\n   {\n       return SSL_shutdwn(ssl);\n   }\n   end program\n\n   run\n", "1 block, no expectations\n", "line 6, column 15", 2},
	"passed.md":   {"    ```tls-shutdown\n    client SSL_shutdown => 1\n", "1: not checked: in Markdown this is text or indented code, not a fenced block\nno block tls-shutdown\n", "", 0},
}

// TestCheckDocuments: what is printed for documents, with their lines and columns, and the exit
// status.
func TestCheckDocuments(t *testing.T) {
	dir := t.TempDir()
	for name, tt := range documents {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		var out, errs, want strings.Builder
		status := check([]string{file}, nil, &out, &errs)
		for line := range strings.Lines(tt.out) {
			separator := ": "
			if number, _, _ := strings.Cut(line, ":"); strings.Trim(number, "0123456789") == "" {
				separator = ":"
			}
			want.WriteString(file + separator + line)
		}
		if status != tt.status || out.String() != want.String() || !strings.Contains(errs.String(), tt.errs) || (errs.Len() > 0) != (tt.errs != "") {
			t.Errorf("%s: status %d, want %d; output\n%swant\n%serrors\n%s", name, status, tt.status, &out, &want, &errs)
		}
	}
}
