package e2e

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// BenchmarkPageScript prints how long a key takes in the script editor, until its character is
// painted and the text is on the stage, and how long a long text takes that is pasted.
func BenchmarkPageScript(b *testing.B) {
	page := newBrowser(b)
	for _, steps := range []int{500, 20_000} {
		page.open("/")
		page.click(button("pane script"))
		pasted := page.timePaste(strings.Repeat("client SSL_write 5\nserver SSL_read 5\n", steps/2), steps)
		fmt.Printf("%-34s %7.1f ms\n", fmt.Sprintf("a script of %d steps, pasted", steps), pasted)
		fmt.Printf("%-34s %7.1f ms\n", fmt.Sprintf("a key after %d steps", steps), page.timeTyping())
	}
}

// timePaste replaces the script, and returns the milliseconds until all of its steps are on the
// stage.
func (b *browser) timePaste(text string, steps int) float64 {
	b.t.Helper()
	return evaluate[float64](b, `(async () => {
		const e = document.querySelector("#script-text");
		const start = performance.now();
		e.value = `+quote(text)+`;
		e.dispatchEvent(new Event("input", {bubbles: true}));
		while (Number(document.querySelector("#slider").max) !== `+strconv.Itoa(steps)+`) await new Promise(requestAnimationFrame);
		return performance.now() - start;
	})()`)
}

// timeTyping types twenty characters into a comment at the end of the script. It returns the
// median of the milliseconds until a character is painted.
func (b *browser) timeTyping() float64 {
	b.t.Helper()
	times := evaluate[[]float64](b, `(async () => {
		const e = document.querySelector("#script-text");
		const painted = () => new Promise(r => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = r; c.port2.postMessage(0) }));
		const times = [];
		e.focus();
		e.setSelectionRange(e.value.length, e.value.length);
		for (const c of "# twenty characters:") {
			await new Promise(r => setTimeout(r, 150));
			const start = performance.now();
			document.execCommand("insertText", false, c); // as a key does: setRangeText would set the whole text anew
			await painted();
			times.push(performance.now() - start);
		}
		return times;
	})()`)
	slices.Sort(times)
	return (times[9] + times[10]) / 2
}
