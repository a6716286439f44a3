// Package e2e drives the finished page in a real browser.
//
// A test opens a browser with a fresh profile on the site in dist/, served as it
// is when deployed, and uses it as a person does:
//
//	func TestSomething(t *testing.T) {
//		b := newBrowser(t)
//		b.open("/")
//		b.click("#step")
//		b.waitText("#status", "step 1 of 6")
//	}
//
// It fails if meanwhile the console shows a warning or an error, a request
// fails, or one goes to another host, without a word about that in the test.
//
// DIST names a finished site; without it the package makes one first. CHROMIUM
// names the browser; without it the first that is in the path.
package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// root is the top of the repository.
var root = filepath.Join("..", "..")

// dist is the site under test.
var dist string

func TestMain(m *testing.M) {
	if dist = os.Getenv("DIST"); dist == "" {
		dist = filepath.Join(root, "dist")
		command := exec.Command("make", "-C", root, "dist")
		command.Stdout, command.Stderr = os.Stderr, os.Stderr
		if err := command.Run(); err != nil {
			fmt.Fprintln(os.Stderr, "e2e: the site cannot be made:", err)
			os.Exit(1)
		}
	}
	code := m.Run()
	if shared.stop != nil {
		shared.stop()
	}
	os.Exit(code)
}
