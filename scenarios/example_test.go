package scenarios_test

import (
	"fmt"

	"closenotify/scenarios"
)

func ExampleFind() {
	sc, ok := scenarios.Find("zero-is-not-an-error")
	fmt.Println(ok, sc.Title)
	for _, step := range sc.Script.Steps {
		fmt.Println(step.Op)
	}
	// Output:
	// true 0 is not an error
	// client SSL_shutdown
	// client SSL_shutdown
	// server SSL_read 100
	// server SSL_shutdown
	// client SSL_shutdown
}

func ExampleLibrary() {
	for _, sc := range scenarios.Library()[:3] {
		fmt.Printf("/s/%s: %s\n", sc.Name, sc.Title)
	}
	// Output:
	// /s/client-closes-first: Client closes first
	// /s/zero-is-not-an-error: 0 is not an error
	// /s/peer-closes: The peer closes first
}
