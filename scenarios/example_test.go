package scenarios_test

import (
	"fmt"

	"closenotify/scenarios"
	"closenotify/scenarios/library"
)

func ExampleLibrary_Find() {
	sc, err := library.Shipped().Find("zero-is-not-an-error")
	fmt.Println(sc.Title, err)
	for _, step := range sc.Script.Steps {
		fmt.Println(step.Op)
	}
	// Output:
	// 0 is not an error <nil>
	// client SSL_shutdown
	// client SSL_shutdown
	// server SSL_read 100
	// server SSL_shutdown
	// client SSL_shutdown
}

// A page has the contents and one scenario; the others are fetched.
func ExampleLibrary_Part() {
	page, err := scenarios.ParseLibrary(library.Shipped().Part("half-close").Encode())
	fmt.Println(page.Entries()[0].Title, err)
	_, err = page.Find("half-close")
	fmt.Println(err)
	_, err = page.Find("client-closes-first")
	fmt.Println(err)
	// Output:
	// Client closes first <nil>
	// <nil>
	// the scenario has not been fetched yet
}
