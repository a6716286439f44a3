package script_test

import (
	"fmt"

	"closenotify/engine/script"
)

// A script is played from its start to its end, and each step has a line in the trace.
func ExampleScript_Run() {
	s, err := script.Parse("# Client closes first\n\nclient SSL_shutdown\nserver SSL_read 100\n")
	if err != nil {
		panic(err)
	}
	h, tip, err := s.Run()
	if err != nil {
		panic(err)
	}
	fmt.Println(s.Intro[0])
	for _, id := range h.Path(tip)[1:] {
		fmt.Println(script.StepText(h.Step(id)))
	}
	// Output:
	// Client closes first
	// client SSL_shutdown() → 0 SSL_ERROR_SYSCALL; sent close_notify
	// server SSL_read(100) → 0 SSL_ERROR_ZERO_RETURN; received close_notify
}

// An error says where the script breaks the grammar, and what was expected.
func ExampleParse() {
	_, err := script.Parse("version tls1.3\nclient SSL_read ten\n")
	fmt.Println(err)
	// Output:
	// line 2, column 17: "ten": expected a number from 0 to 1048576
}
