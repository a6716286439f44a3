package e2e

import (
	"fmt"
	"testing"
)

// TestAChallengeIsPlayed with the buttons of its strip: it counts the steps, refuses one that is
// not allowed, and says when it is reached.
func TestAChallengeIsPlayed(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/keep-the-session")
	b.waitText(".challenge-state", "0 steps. The best is 4.")
	for _, step := range []string{"client SSL_read 100", "client SSL_shutdown", "client SSL_free"} {
		b.click(`.challenge-moves ` + button("act "+step))
	}
	b.waitText(".challenge-state", "3 steps. The best is 4. The server has not read a close_notify from the client.")
	b.click(`.challenge-moves ` + button("act server SSL_read 100"))
	b.waitText(".challenge-state", "4 steps. The best is 4. Done, with the fewest possible steps.")
	b.waitText("#status", "Done, with the fewest possible steps.")
	b.click(button("open-preset the-first-write-fails"))
	b.waitText(".challenge-state", "0 steps.")
}

// TestLinesArePutInOrder: the lines are chosen and moved, and the program is tried.
func TestLinesArePutInOrder(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/order-a-read-to-the-end")
	putInOrder(b)
}

// putInOrder solves the challenge on the page.
func putInOrder(b *browser) {
	b.t.Helper()
	b.click(button("show-dialog order"))
	for _, line := range []string{"7", "5", "1", "3"} {
		b.click("#line-" + line + "-0")
	}
	b.click("#line-5--1")
	b.waitText("#status", "Line 1 of 4.")
	b.click("#dialog-order " + button("challenge-check"))
	b.waitText(".challenge-state", "4 lines. A solution has 4. Done.")
	b.wait(`!document.querySelector("#dialog-order").open`)
}

// TestAxeFindsNothingInChallenges: neither in the strip nor in the lines of a program.
func TestAxeFindsNothingInChallenges(t *testing.T) {
	for theme, width := range map[string]int64{"light": 1440, "dark": 390} {
		show := func(path string) *browser {
			b := newBrowser(t)
			b.setTheme(theme)
			b.resize(width, 900)
			b.open(path)
			b.loadAxe()
			return b
		}
		b := show("/s/keep-the-session")
		b.click(`.challenge-moves ` + button("act client SSL_read 100"))
		b.click(button("challenge-hint"))
		b.waitText(".challenge-hint", "With TLS 1.3")
		b.checkAccessible("a challenge, " + theme)
		b = show("/s/order-a-read-to-the-end")
		b.click(button("show-dialog order"))
		b.click("#line-7-0")
		b.waitFor("#line-7--1")
		b.checkAccessible("lines, " + theme)
	}
}

// TestChallengesWithoutANetwork: somebody who has opened the page once can play all of them, and
// compile, if that was done once before.
func TestChallengesWithoutANetwork(t *testing.T) {
	var site switchableSite
	b := newBrowser(t, atSite(serve(t, site.wrap).URL))
	b.open("/s/order-a-read-to-the-end")
	b.waitWorker()
	putInOrder(b)
	site.down.Store(true)
	b.open("/s/keep-the-session")
	for i, step := range []string{"client SSL_read 100", "client SSL_shutdown", "client SSL_free", "server SSL_read 100"} {
		b.click(`.challenge-moves ` + button("act "+step))
		b.waitText(".challenge-state", fmt.Sprintf("%d step", i+1))
	}
	b.waitText(".challenge-state", "Done, with the fewest possible steps.")
	b.click(button("open-preset the-first-write-fails"))
	b.waitText(".challenge-state", "0 steps.")
	b.open("/s/order-a-read-to-the-end")
	putInOrder(b)
}

// TestOrderWithoutTheCompiler: without a network before anything was compiled, the dialog says why the
// program cannot be tried, and tries again when it can.
func TestOrderWithoutTheCompiler(t *testing.T) {
	var site switchableSite
	b := newBrowser(t, atSite(serve(t, site.wrap).URL))
	b.open("/")
	b.waitWorker()
	site.down.Store(true)
	b.open("/s/order-a-read-to-the-end")
	b.complaints.allow("net::ERR_FAILED")
	b.click(button("show-dialog order"))
	b.click("#line-7-0")
	b.click("#dialog-order " + button("challenge-check"))
	b.waitText("#dialog-order .notice.bad", "the compiler could not be loaded, because the server cannot be reached")
	site.down.Store(false)
	b.click("#dialog-order .notice.bad .tool")
	b.waitText(".challenge-state", "1 line. A solution has 4.")
}
