package cc

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"closenotify/engine/program"
)

// BenchmarkProgramCompile compiles 200 lines. It stands first, so that it also measures the first
// time in a process.
func BenchmarkProgramCompile(b *testing.B) {
	var text strings.Builder
	for i := range 20 {
		fmt.Fprintf(&text, "static int close%d(SSL *ssl, int n)\n{\n\tchar buf[256];\n\tint r = SSL_shutdown(ssl);\n\tif (r == 0)\n\t\tr = SSL_read(ssl, buf, sizeof buf);\n\tif (SSL_get_error(ssl, r) == SSL_ERROR_ZERO_RETURN)\n\t\tprintf(\"closed %%d\\n\", n);\n\treturn r;\n}\n", i)
	}
	text.WriteString("int main(SSL *ssl) { return close1(ssl, 1); }\n")
	compile := func() time.Duration {
		began := time.Now()
		if _, err := Compile(text.String(), Options{}); err != nil {
			b.Fatal(err)
		}
		return time.Since(began)
	}
	first := compile()
	for b.Loop() {
		compile()
	}
	b.ReportMetric(first.Seconds()*1000, "ms-first")
	b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms-later")
}

// loop is a loop of integer arithmetic that takes about 6 instructions a turn.
const loop = `
int main(SSL *ssl)
{
	int i;
	unsigned s = 0;
	for (i = 0; i < TURNS; i++) {
		s += i * 3;
		s ^= i;
		if (s % 7 == 3)
			s -= 5;
	}
	return s & 0x7f;
}
`

// BenchmarkProgramLoop measures a turn of the loop, and prints how much longer it takes than with gcc -O0.
func BenchmarkProgramLoop(b *testing.B) {
	const turns = 500_000
	code, err := Compile(strings.ReplaceAll(loop, "TURNS", fmt.Sprint(turns)), Options{})
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "loop")
	const many = 400
	build(b, path, prologue+strings.ReplaceAll(loop, "TURNS", fmt.Sprint(turns*many)))
	began := time.Now()
	_ = exec.Command(path).Run()
	native := time.Since(began) / many
	b.ResetTimer()
	for b.Loop() {
		program.Start(code).Run(program.Runner{})
	}
	machine := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(float64(machine)/turns, "ns/turn")
	b.ReportMetric(float64(machine)/float64(native), "times-gcc-O0")
}
