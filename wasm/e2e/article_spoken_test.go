package e2e

import "testing"

// TestSpokenLesson listens to the page of a lesson: what is wrong, what to do, and the first two
// steps. The drawing, which shows the steps that follow, is not read out.
func TestSpokenLesson(t *testing.T) {
	b := newBrowser(t)
	b.visit("/lessons/both-close-at-once")
	b.wait(`document.readyState === "complete"`)
	b.startReader()
	b.readFrom("heading, Step by step, level 2", 13)
	b.checkSpoken("after the heading",
		"figure, A drawing of the steps below",
		"list", "listitem, level 1, position 1, set size 6",
		"paragraph", "client", "code", "SSL_shutdown() → 0 SSL_ERROR_SYSCALL (misleading: 0 is not an error)", "end of code", "end of paragraph",
		"paragraph", "The client closes its half: close_notify goes to the server, and the call returns 0.", "end of paragraph",
		"end of listitem, level 1, position 1, set size 6")
}
