package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"closenotify/engine/conformance"
)

// randomScript returns a script in which one peer runs the program, and the other one, the
// network and people do things at random. The other peer may have a program, too.
func randomScript(r *rand.Rand, profiles []string) string {
	steps := conformance.Generate(r, conformance.Options{Profile: profiles[r.IntN(len(profiles))], Subset: conformance.Everything})
	closer, other := "client", "server"
	if r.IntN(4) == 0 {
		closer, other = other, closer
	}
	programs := "program " + closer + "\n" + place + "end program\n"
	hasOther := r.IntN(2) == 0
	if hasOther {
		programs += "program " + other + "\n" + randomProgram(r) + "end program\n"
	}
	next := []string{closer + " next", closer + " next", closer + " next", closer + " timeout", "run"}
	if hasOther {
		next = append(next, other+" next", other+" next")
	}
	var head, body strings.Builder
	for line := range strings.Lines(steps) {
		if !isStep(line) {
			head.WriteString(line)
			continue
		}
		body.WriteString(line)
		for r.IntN(5) < 3 {
			body.WriteString(next[r.IntN(len(next))] + "\n")
		}
	}
	return head.String() + programs + body.String()
}

// isStep reports whether a line of a random script is a step.
func isStep(line string) bool {
	word, _, _ := strings.Cut(line, " ")
	return word == "client" || word == "server" || word == "c2s" || word == "s2c"
}

// randomProgram returns a program of a few calls. It prints the clock, which tells how long the
// other peer has waited.
func randomProgram(r *rand.Rand) string {
	statements := []func() string{
		func() string { return fmt.Sprintf("sleep(%d);", r.IntN(7)) },
		func() string { return "usleep(999999);" },
		func() string { return fmt.Sprintf("SSL_write(ssl, data, %d);", []int{1, 10, 4097, 9000}[r.IntN(4)]) },
		func() string { return "SSL_read(ssl, data, sizeof data);" },
		func() string { return "SSL_shutdown(ssl);" },
		func() string {
			return `gettimeofday(&now, NULL); printf("%ld.%06ld\n", (long)now.tv_sec, (long)now.tv_usec);`
		},
	}
	text := "int main(SSL *ssl)\n{\n    static char data[9000];\n    struct timeval now;\n\n"
	for range 2 + r.IntN(8) {
		text += "    " + statements[r.IntN(len(statements))]() + "\n"
	}
	return text + "    return 0;\n}\n"
}
