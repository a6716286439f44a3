// Package e2e tests the finished page in a real browser.
//
// A test opens a browser with a new profile on the site in dist/, served as after a
// deployment, and uses it as a person does:
//
//	func TestSomething(t *testing.T) {
//		b := newBrowser(t)
//		b.open("/")
//		b.click(button("next"))
//		b.waitStep(1, 6)
//	}
//
// It fails if the console shows a warning or an error, if a request fails, or if a
// request goes to another host, unless the test allows that.
//
// Whatever presses something first waits until it is there, and whatever reads the page first
// waits until the page has drawn what was done (waitSettled). What takes longer than a drawing
// has a wait of its own.
//
// DIST is the directory of a finished site; without it the package makes the site
// first. CHROMIUM is the path of the browser; without it PATH is searched. THROTTLE=6 makes
// the pages six times slower, which shows tests that pass only on an idle machine.
package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// root is the top directory of the repository.
var root = filepath.Join("..", "..")

// dist is the directory of the site under test.
var dist string

func TestMain(m *testing.M) {
	if dist = os.Getenv("DIST"); dist == "" {
		dist = filepath.Join(root, "dist")
		command := exec.Command("make", "-C", root, "dist")
		command.Stdout, command.Stderr = os.Stderr, os.Stderr
		if err := command.Run(); err != nil {
			fmt.Fprintln(os.Stderr, "e2e: cannot make the site:", err)
			os.Exit(1)
		}
	}
	code := m.Run()
	if shared.stop != nil {
		shared.stop()
	}
	os.Exit(code)
}
