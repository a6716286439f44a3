package engine_test

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/program"
	"closenotify/engine/script"
)

// TestRunAhead looks at the lines of a program and at its queries between two steps. The World
// that is looked at stays as it is.
func TestRunAhead(t *testing.T) {
	s, err := script.Parse(`program client
int main(SSL *ssl)
{
    int r = SSL_shutdown(ssl);
    r = SSL_get_error(ssl, r);
    ERR_clear_error();
    return r;
}
end program
`)
	if err != nil {
		t.Fatal(err)
	}
	w, err := compile.Start(s)
	if err != nil {
		t.Fatal(err)
	}
	next := engine.Op{Verb: engine.VerbNext, Role: engine.Client}
	w, step, err := w.Apply(next)
	if err != nil {
		t.Fatal(err)
	}
	if ran, _ := step.Program(); ran.Made.Name != "SSL_shutdown" {
		t.Errorf("the step made %+v", ran.Made)
	}
	var asked []program.Call
	to := func(stop int) program.Runner {
		return program.Runner{
			Line: func(line int) bool { return line == stop },
			Seen: func(c program.Call, _ int64, _ program.Result) { asked = append(asked, c) },
		}
	}
	before := w.Program(engine.Client).Line()
	ahead := w.RunAhead(engine.Client, to(5))
	if got := ahead.Program(engine.Client).Line(); got != 5 || len(asked) != 1 || asked[0].Name != "SSL_get_error" || asked[0].Line != 4 {
		t.Errorf("line %d, asked %v", got, asked)
	}
	ahead = ahead.RunAhead(engine.Client, to(0))
	if got := ahead.Program(engine.Client); got.Status() != program.Ended || got.Exit() != 5 {
		t.Errorf("status %d, exit %d", got.Status(), got.Exit())
	}
	if n := ahead.Program(engine.Client).Instructions(); n < 2 || n > 100 {
		t.Errorf("the last run took %d instructions", n)
	}
	if got := w.Program(engine.Client); got.Line() != before || got.Status() != program.Ready {
		t.Errorf("the World has changed: line %d, status %d", got.Line(), got.Status())
	}
	if got := ahead.RunAhead(engine.Client, to(0)); got.Program(engine.Client).Status() != program.Ended {
		t.Error("a program that has ended goes on")
	}
}
