package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// heard starts the reader, has it go on to an item, and returns the n phrases after that.
func (b *browser) heard(item string, n int) []string {
	b.t.Helper()
	b.startReader()
	b.readFrom(item, n)
	said := b.spoken(n)
	evaluate[any](b, "reader.stop()")
	return said
}

// checkHeard is heard with what a listener needs. Without the phrases that end an element it must be all
// that is said.
func (b *browser) checkHeard(item string, want ...string) {
	b.t.Helper()
	var got []string
	all := b.heard(item, 3*len(want))
	for _, phrase := range all {
		if !strings.HasPrefix(phrase, "end of ") {
			got = append(got, phrase)
		}
	}
	if len(got) < len(want) || strings.Join(got[:len(want)], "\n") != strings.Join(want, "\n") {
		b.t.Errorf("after %q the reader says\n\t%s\nwant\n\t%s", item, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// TestSpokenInventory listens to a question of a form, and to the result.
func TestSpokenInventory(t *testing.T) {
	b := newBrowser(t)
	b.visit("/inventory/a")
	b.wait(`!document.querySelector("#hand-in").parentElement.hidden`)
	b.checkHeard("heading, Question 1, level 2",
		"figure, A drawing of the steps below",
		"list, Steps so far",
		"listitem, level 1, position 1, set size 2", "client", "code", "SSL_write(5)",
		"listitem, level 1, position 2, set size 2", "server", "code", "SSL_read(100)",
		"group, The client called SSL_shutdown(), and it returned 0. What does that mean?",
		"The client called SSL_shutdown(), and it returned 0. What does that mean?",
		"radio, a Both shutdown flags are set. SSL_shutdown has nothing left to do., not checked, position 1, set size 5",
		"a", "Both shutdown flags are set. SSL_shutdown has nothing left to do.",
		"radio, b The connection has failed. No further call will work., not checked, position 2, set size 5")
	b.answerAll("a")
	b.click("#hand-in")
	b.waitText("#result h2", "4 of 12 right")
	b.checkHeard("heading, What your answers suggest you believe, level 3",
		"list", "listitem, level 1, position 1, set size 4",
		"paragraph", "“SSL_shutdown also closes the TCP connection.”", "(question 5)",
		"paragraph", "SSL_shutdown sends an alert and leaves the socket as it is. The FIN comes with close(2) or shutdown(2).",
		"paragraph", "Lesson:", "link, 1 does not close the socket")
	b.checkHeard("heading, Also worth a look, level 3",
		"list", "listitem, level 1, position 1, set size 4", "Question 1, wrong:", "link, 0 is not an error")
}

// answerAll takes the same letter in all questions of a form.
func (b *browser) answerAll(letter string) {
	b.t.Helper()
	b.run(fmt.Sprintf(`document.querySelectorAll("[type=radio][value=%s]").forEach((radio) => radio.click())`, letter))
}

// TestSpokenResults listens to the table of a class.
func TestSpokenResults(t *testing.T) {
	folder := t.TempDir()
	b := newBrowser(t)
	b.savesTo(folder)
	b.visit("/inventory/a")
	b.wait(`!document.querySelector("#hand-in").parentElement.hidden`)
	b.answerAll("a")
	b.fill("#name", "Ada")
	b.click("#hand-in")
	b.waitText("#result h2", "4 of 12 right")
	b.pressNamed("Save as a file")
	_, text := saved(t, filepath.Join(folder, "inventory-a-ada-*.json"))
	whole, cut := filepath.Join(folder, "ada.json"), filepath.Join(folder, "cut.json")
	for file, text := range map[string]string{whole: text, cut: text[:20]} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b.visit("/inventory/results")
	b.wait(`!document.querySelector("#drop").hidden`)
	b.do(chromedp.SetUploadFiles("#files", []string{whole, cut}, chromedp.ByQuery))
	b.waitText("#status", "1 result read")
	b.checkHeard("status", "1 result read, 1 file not. There is 1 result on this page.",
		"list, Files that could not be read", "listitem, level 1, position 1, set size 1", "cut.json")
	b.checkHeard("table, Form A: 1 result", "caption, Form A: 1 result", "rowgroup",
		"row, Name Date Right Question 1 Question 2 Question 3 Question 4 Question 5 Question 6 Question 7 Question 8 Question 9 Question 10 Question 11 Question 12",
		"columnheader, Name", "columnheader, Date", "columnheader, Right", "columnheader, Question 1")
	b.checkHeard("rowheader, Ada, ada.json", "cell, "+evaluate[string](b, `document.querySelector("#answers tbody td").textContent`),
		"cell, 4", "cell, wrong, a", "wrong, a", "cell, right", "right")
	b.checkHeard("rowheader, All results", "cell", "cell, 4.0", "cell, 0 %", "cell, 100 %")
	b.checkHeard("heading, The most common misconceptions, level 2", "paragraph", "The number of results in which at least one answer stands for the misconception.",
		"list", "listitem, level 1, position 1, set size 4",
		"paragraph", "“SSL_free closes the connection properly and sends close_notify.”", "in 1 of 1 result",
		"paragraph", "SSL_free sends nothing. Without SSL_shutdown before it, the other peer gets no close_notify.", "Lesson:", "link, A lost session")
}

// TestSpokenClass listens while a set of lessons is made, to the set, and to its page.
func TestSpokenClass(t *testing.T) {
	b := newBrowser(t)
	b.visit("/class/")
	b.wait(`!document.querySelector("#pasted").closest("[hidden]")`)
	b.startReader()
	b.spoken(0)
	for _, c := range []struct{ press, want string }{
		{"#lessons [value=half-close]", "Half close is lesson 1 of 1."},
		{"#lessons [value=truncation]", "Truncation is lesson 2 of 2."},
		{`[aria-label="Up: Truncation"]`, "Truncation is lesson 1 of 2."},
		{"#lessons [value=silent-peer]", "A silent peer is lesson 3 of 3."},
		{"#lessons [value=silent-peer]", "A silent peer has been removed."},
	} {
		b.click(c.press)
		if said := b.spoken(2); said[len(said)-1] != "polite: "+c.want {
			t.Errorf("after %s the reader says %q, want %q", c.press, said, c.want)
		}
	}
	evaluate[any](b, "reader.stop()")
	b.checkHeard("heading, Your set, level 2", "status", "A silent peer has been removed.",
		"list", "listitem, level 1, position 1, set size 2", "Truncation",
		"button, Up: Truncation, disabled", "Up", "button, Down: Truncation", "Down", "button, Remove: Truncation", "Remove")
	b.checkHeard("The link has 37 characters. It holds nothing but the set.", "paragraph", "button, Copy the link",
		"link, Open the set", "link, Open it for the projector", "link, Handouts", "link, Key to the handouts")
	b.click("#open")
	b.waitText("h1", "Your lessons")
	b.checkHeard("heading, Your lessons, level 1", "status", "list", "listitem, level 1, position 1, set size 2",
		"link, Truncation", "link, Read about: Truncation", "Read", "The file ends too early, and no error tells you that a part is missing.")
	b.checkHeard("heading, Progress, level 2", "paragraph",
		"Played to the end: 0 of 2 lessons. Answered: 0 questions. What you do stays in this browser. A file takes it to another one, or to your teacher.",
		"paragraph", "button, Save my progress as a file", "Add progress from a file:")
}

// TestSpokenChallenge listens to what a challenge asks for, and to the steps that reach it.
func TestSpokenChallenge(t *testing.T) {
	b := newBrowser(t)
	b.setMedia("prefers-reduced-motion", "reduce")
	b.open("/s/keep-the-session")
	b.waitText(".challenge-state", "0 steps.")
	b.checkHeard("heading, Keep the session, level 2", "paragraph",
		"Let the client close properly, free its SSL object, and keep a session that it can resume later. The server's tickets are still unread.",
		"region, Challenge", "group, Steps that you may use", "button, client SSL_write 10")
	b.checkHeard("0 steps. The best is 4.", "The client has not freed its SSL object.", "paragraph", "button, Hint", "link, About this challenge")
	b.startReader()
	b.spoken(0)
	for i, want := range []string{
		"Client: SSL_read(100) returns -1, SSL_ERROR_WANT_READ with errno EAGAIN. NewSessionTicket, 239 bytes, is read by the client. " +
			"NewSessionTicket, 239 bytes, is read by the client. Not done yet. The client has not freed its SSL object.",
		"Client: SSL_shutdown() returns 0; SSL_get_error would return SSL_ERROR_SYSCALL, which is misleading: 0 is not an error. " +
			"close_notify, 24 bytes, goes to the server. The client's SENT flag is set. Not done yet. The client has not freed its SSL object.",
		"Client: SSL_free(). Not done yet. The server has not read a close_notify from the client.",
		"Server: SSL_read(100) returns 0, SSL_ERROR_ZERO_RETURN. close_notify, 24 bytes, is read by the server. The server's RECEIVED flag is set. " +
			"Done, with the fewest possible steps.",
	} {
		b.run(fmt.Sprintf(`document.querySelector('.challenge-moves %s').click()`, button("act "+[]string{"client SSL_read 100", "client SSL_shutdown", "client SSL_free", "server SSL_read 100"}[i])))
		b.checkSpoken(fmt.Sprint("move ", i+1), fmt.Sprintf("polite: Step %d of %d. %s", i+1, i+1, want))
	}
	evaluate[any](b, "reader.stop()")
	b.open("/s/order-a-read-to-the-end")
	b.click(button("show-dialog order"))
	b.click("#line-7-0")
	b.waitText("#status", "Line 1 of 1.")
	b.checkHeard("list, The program", "listitem, level 1, position 1, set size 1", "code", "if (SSL_get_error(ssl, n) != SSL_ERROR_ZERO_RETURN) return 1;",
		"button, Up: if (SSL_get_error(ssl, n) != SSL_ERROR_ZERO_RETURN) return 1;", "↑",
		"button, Down: if (SSL_get_error(ssl, n) != SSL_ERROR_ZERO_RETURN) return 1;", "↓",
		"button, Take out: if (SSL_get_error(ssl, n) != SSL_ERROR_ZERO_RETURN) return 1;")
}
