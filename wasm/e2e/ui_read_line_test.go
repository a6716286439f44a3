package e2e

import "testing"

// brokenLines lists the lines from records to reads that are interrupted, or that do not end
// beside the first line of the call that reads. A row has its own piece of each line.
const brokenLines = `(() => {
	const box = e => e.getBoundingClientRect(), near = (a, b) => Math.abs(a - b) < 2.5, wrong = [];
	const side = e => { const r = box(e), w = getComputedStyle(e);
		return parseFloat(w.borderLeftWidth) > 0 ? r.left : r.right };
	const rows = [...document.querySelectorAll(".row")].sort((a, b) => a.style.order - b.style.order);
	for (const [i, row] of rows.entries()) {
		for (const l of row.querySelectorAll(".link")) {
			const slot = l.style.getPropertyValue("--slot"), who = l.matches(".client") ? "client" : "server";
			const above = [...(rows[i - 1]?.querySelectorAll(".link, .link-begin") ?? [])].find(a => a.matches("." + who) && !a.matches(".ends") && a.style.getPropertyValue("--slot") === slot);
			if (!above) { wrong.push("row " + (i + 1) + ": a line begins out of nothing"); continue }
			if (!near(side(above), side(l))) wrong.push("row " + (i + 1) + ": the line jumps from " + side(above) + " to " + side(l));
			if (box(l).top - box(rows[i - 1]).bottom > 1.5) wrong.push("row " + (i + 1) + ": there is a gap");
			const call = row.querySelector(".cell." + who + " .call");
			if (l.matches(".ends") && (!call || box(l).bottom < box(call).top || box(l).bottom > box(call).bottom)) wrong.push("row " + (i + 1) + ": the line does not end at the call");
		}
	}
	return wrong.join("; ") })()`

// TestLinesLeadFromRecordsToReads at all widths, with lines on both sides and beside each other.
func TestLinesLeadFromRecordsToReads(t *testing.T) {
	b := newBrowser(t)
	for _, width := range []int64{1440, 1024, 768, 390, 360} {
		b.resize(width, 900)
		for _, link := range []string{
			"/#t.c-SSL_write-10.c-SSL_shutdown.s-SSL_read-100.s-SSL_read-100.s-SSL_write-30.s-SSL_write-30.s-SSL_shutdown.c-SSL_read-100.8",
			"/#t.s-SSL_write-20.c-SSL_write-10.c-SSL_shutdown.c-SSL_shutdown.s-SSL_read-10.5",
		} {
			b.open(link)
			if b.count(".link.ends") < 1 || b.count(".link.unread") < 1 {
				t.Fatalf("%d px, %s: %d lines are read, %d unread", width, link, b.count(".link.ends"), b.count(".link.unread"))
			}
			if wrong := evaluate[string](b, brokenLines); wrong != "" {
				t.Errorf("%d px, %s: %s", width, link, wrong)
			}
		}
	}
}
