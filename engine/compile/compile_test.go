package compile_test

import (
	"errors"
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
)

// TestStart runs a program of a script.
func TestStart(t *testing.T) {
	s, err := script.Parse("program server\nint f(SSL *s)\n{\n\tSSL_shutdown(s);\n\treturn 7;\n}\nend program\nrun\n")
	if err != nil {
		t.Fatal(err)
	}
	w, err := compile.Start(s)
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	if err := s.Play(w, func(_ int, step engine.Step, _ engine.World) { last += script.StepText(step) + "\n" }); err != nil {
		t.Fatal(err)
	}
	if want := "server next: SSL_shutdown in line 3 → 0 SSL_ERROR_SYSCALL; sent close_notify\nserver next; ended with 7\n"; last != want {
		t.Errorf("got\n%swant\n%s", last, want)
	}
}

// TestErrors: their lines and columns are those of the script.
func TestErrors(t *testing.T) {
	s, err := script.Parse("version tls1.2\n\nprogram server\nint f(SSL *s) { return 0; }\nend program\nprogram client\nint f(SSL *s)\n{\n\t\"é\"; return ERR_print_errors_fp(s);\n}\nend program\n")
	if err != nil {
		t.Fatal(err)
	}
	_, err = compile.Start(s)
	list, ok := errors.AsType[script.ProgramErrors](err)
	if !ok || list[0].Line != 9 || list[0].Column != 14 || list[0].Text != "ERR_print_errors_fp" {
		t.Errorf("got %v", err)
	}
	if _, err := compile.Start(script.Script{Config: engine.Config{Start: "never"}}); err == nil {
		t.Error("no error")
	}
}
