// Manual prints the sentences of a manual page in POD, such as doc/man3/SSL_shutdown.pod of a release
// of OpenSSL, that no lesson is named for. The exit status is 1 if there are any.
//
//	go run ./scenarios/cmd/manual FILE.pod
package main

import (
	"fmt"
	"os"

	"closenotify/scenarios/manual"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: manual FILE.pod")
		os.Exit(2)
	}
	pod, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "manual:", err)
		os.Exit(2)
	}
	unmapped := manual.Unmapped(string(pod))
	for _, s := range unmapped {
		fmt.Printf("%s: %s\n", s.Place, s.Says)
	}
	fmt.Printf("%d sentences, %d unmapped\n", len(manual.Split(string(pod))), len(unmapped))
	if len(unmapped) > 0 {
		os.Exit(1)
	}
}
