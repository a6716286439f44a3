package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// BenchmarkPrograms prints how long a program of 200 lines is compiled: the first time, with the
// start of the worker but without the download, and later. The figures are medians of 5 pages.
func BenchmarkPrograms(b *testing.B) {
	fmt.Printf("\n%-34s %10s %10s %10s\n", "200 lines compiled, medians of 5", "first", "second", "later")
	for _, where := range []struct{ name, before string }{{"in a worker", ""}, {"in the page", "delete window.Worker"}} {
		var rounds [3][]float64
		for range 5 {
			page := newBrowser(b)
			if where.before != "" {
				page.beforeLoad(where.before)
			}
			page.open("/")
			for i, ms := range page.timeCompiler(program200()) {
				rounds[i] = append(rounds[i], ms)
			}
		}
		fmt.Printf("%-34s", where.name)
		for _, list := range rounds {
			slices.Sort(list)
			fmt.Printf(" %7.0f ms", list[len(list)/2])
		}
		fmt.Println()
	}
}

// timeCompiler returns the milliseconds in which a program is compiled the first time, the second
// time, and as the median of the third to the twentieth time.
func (b *browser) timeCompiler(text string) [3]float64 {
	b.t.Helper()
	return evaluate[[3]float64](b, `(async () => {
		const text = new TextEncoder().encode(`+quote(text)+`), times = [];
		const file = labFile("compile");
		compiler.program = receive(file, fetch(file.address), () => {});
		await compiler.program;
		for (let i = 0; i < 20; i++) {
			const start = performance.now();
			await compileInLab(text, 0x30500000, () => {});
			times.push(performance.now() - start);
		}
		return [times[0], times[1], times.slice(2).sort((a, b) => a - b)[9]];
	})()`)
}

// program200 is a program of 200 lines.
func program200() string {
	var text strings.Builder
	for i := range 20 {
		fmt.Fprintf(&text, "static int close%d(SSL *ssl, int n)\n{\n\tchar buf[256];\n\tint r = SSL_shutdown(ssl);\n\tif (r == 0)\n"+
			"\t\tr = SSL_read(ssl, buf, sizeof buf);\n\tif (SSL_get_error(ssl, r) == SSL_ERROR_ZERO_RETURN)\n"+
			"\t\tprintf(\"closed %%d\\n\", n);\n\treturn r;\n}\n", i)
	}
	return text.String() + "int main(SSL *ssl)\n{\n\treturn close1(ssl, 1);\n}\n"
}
