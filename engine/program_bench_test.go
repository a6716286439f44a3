package engine_test

import (
	"testing"
	"time"

	"closenotify/engine/compile"
	"closenotify/engine/script"
)

// BenchmarkProgramNext measures a step of a program with a buffer of 16 kB, and prints how much
// longer it takes than the same call by hand.
func BenchmarkProgramNext(b *testing.B) {
	const text = "program client\nint main(SSL *ssl) { char b[16384]; for (;;) SSL_read(ssl, b, sizeof b); }\nend program\n"
	s, err := script.Parse(text)
	if err != nil {
		b.Fatal(err)
	}
	w, err := compile.Start(s)
	if err != nil {
		b.Fatal(err)
	}
	apply := func(step string, times int) time.Duration {
		began := time.Now()
		for range times {
			if w, _, err = w.Apply(op(b, step)); err != nil {
				b.Fatal(err)
			}
		}
		return time.Since(began)
	}
	var hand, program time.Duration
	const turn = 20
	for b.Loop() {
		hand += apply("client SSL_read 16384", turn)
		program += apply("client next", turn)
	}
	b.ReportMetric(float64(program.Nanoseconds())/float64(turn*b.N), "ns/next")
	b.ReportMetric(float64(program)/float64(hand), "times-by-hand")
}
