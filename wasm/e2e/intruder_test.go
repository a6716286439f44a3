package e2e

import (
	"flag"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// sideBySide serves a page with two frames of the playground in it.
func sideBySide(site http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/side-by-side" {
			site.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, `<!DOCTYPE html><link rel="icon" href="data:,"><iframe width="1200" height="800" src="/"></iframe><iframe width="1200" height="800" src="/"></iframe>`)
	})
}

// intruders change the page as translators and browser extensions do: the function is
// called with each text node and each element that is new or has changed.
var intruders = map[string]string{
	// Chrome takes the text out and puts two elements in its place.
	"a translator that wraps": `(node) => {
		if (node.nodeType !== 3 || !translatable(node)) return;
		const outer = node.ownerDocument.createElement("font"), inner = outer.appendChild(node.ownerDocument.createElement("font"));
		inner.textContent = "«" + node.data + "»";
		node.replaceWith(outer);
	}`,
	"a translator that wraps the text itself": `(node) => {
		if (node.nodeType !== 3 || !translatable(node)) return;
		const outer = node.ownerDocument.createElement("font");
		node.replaceWith(outer);
		outer.append("«", node, "»");
	}`,
	"a translator that replaces": `(node) => {
		if (node.nodeType === 3 && translatable(node)) node.replaceWith("«" + node.data + "»");
	}`,
	"a translator that adds": `(node) => {
		if (node.nodeType !== 3 || !translatable(node)) return;
		const added = node.ownerDocument.createElement("font");
		added.textContent = "«»";
		node.after(added);
	}`,
	"an extension that adds to fields": `(node) => {
		if (node.nodeType !== 1 || !node.matches("textarea, input, select") || node.nextSibling?.tagName === "GRAMMARLY-EXTENSION") return;
		node.after(node.ownerDocument.createElement("grammarly-extension"));
		node.ownerDocument.body.append(node.ownerDocument.createElement("grammarly-popups"));
	}`,
}

// actTogether lets an intruder into the second frame. Then window.play(n) plays scenario n
// in both frames, and window.usePanels() opens every panel and dialog. Both return the first
// action after which the frames did not come to say the same, "" for none.
const actTogether = `async (intrude) => {
	const translatable = (text) => /[a-z]/i.test(text.data) && !text.data.startsWith("«") && !text.parentElement?.closest("font, [translate=no], textarea, script");
	intrude = eval(intrude);
	const frame = () => new Promise(requestAnimationFrame);
	const [plain, visited] = [...document.querySelectorAll("iframe")].map(f => f.contentWindow);
	const until = async (met) => { for (const start = Date.now(); !met(); await frame()) if (Date.now() - start > 60000) return false; return true };
	for (const w of [plain, visited]) await until(() => w.document.documentElement.dataset.playground === "running");

	const all = (root) => { const list = [], walk = visited.document.createTreeWalker(root, 5); for (let n = root; n; n = walk.nextNode()) list.push(n); return list };
	const observer = new visited.MutationObserver((records) => {
		for (const r of records) for (const n of r.type === "characterData" ? [r.target] : r.addedNodes) if (n.isConnected) all(n).forEach(intrude);
	});
	observer.observe(visited.document.body, {childList: true, subtree: true, characterData: true});
	all(visited.document.body).forEach(intrude);

	const says = (w) => w.document.body.firstElementChild.textContent.replace(/[«»]/g, "");
	const act = async (name, action) => {
		for (const w of [plain, visited]) action(w.document, w);
		for (let n = 0; n < 2; n++) await new Promise(drawn => setTimeout(drawn, 50)); // as waitSettled does
		let before = "", calm = 0;
		const same = await until(() => { const now = says(plain); calm = now === before && now === says(visited) ? calm + 1 : 0; before = now; return calm > 1 });
		return same ? "" : name + ":\n" + says(plain) + "\n" + says(visited);
	};
	const actAll = async (actions) => { for (const a of actions) { const wrong = await act(...a); if (wrong) return wrong } return "" };
	const key = (k) => (d, w) => d.body.dispatchEvent(new w.KeyboardEvent("keydown", {key: k, bubbles: true}));
	const press = (selector) => (d) => d.querySelector(selector).click();
	const set = (selector, value, event) => (d, w) => { const e = d.querySelector(selector); e.value = value; e.dispatchEvent(new w.Event(event, {bubbles: true})) };

	const scenarios = [...plain.document.querySelectorAll("#scenario option")].map(o => o.value).filter(v => v.startsWith("open-preset "));
	window.play = async (i) => {
		const wrong = await act(scenarios[i], set("#scenario", scenarios[i], "change"));
		const steps = Number(plain.document.querySelector("#slider").max);
		return wrong || actAll(Array.from({length: steps}, (_, n) => [scenarios[i] + " step " + (n + 1), key("ArrowRight")]));
	};
	window.usePanels = () => actAll([
		...["bytes", "state", "code", "compare", "tree", "transcript", "script"].flatMap(p => [
			[p, press("[data-do='pane " + p + "']")], ...["ArrowLeft", "ArrowLeft", "ArrowRight"].map(k => [p + " " + k, key(k)])]),
		...["client SSL_write 5\n", "client SSL_write 5\nserver SSL_reed 5\n", "client SSL_write 5\nserver SSL_read 5\n"].map(text =>
			["typing " + text, set("#script-text", text, "input")]),
		["why", press("[data-do='pane why']")], ["a call", press("[data-do='act client SSL_shutdown']")], ["undo", press("[data-do=undo]")],
		...[...plain.document.querySelectorAll("#profile option")].filter(o => o.value !== "which").map(o => [o.value, set("#profile", o.value, "change")]),
		["version", set("#version", "tls1.2", "change")],
		...["help", "share", "saved"].flatMap(name => [[name, press("[data-do='show-dialog " + name + "'], [data-do='" + name + "']")],
			[name + " closed", (d) => d.querySelector("dialog[open]").close()]]),
	]);
	return scenarios.length;
}`

// TestThePageWorksWithOthersInIt has translators and extensions change the page while
// scenarios, panels and dialogs are used.
func TestThePageWorksWithOthersInIt(t *testing.T) {
	for name, intruder := range intruders {
		t.Run(name, func(t *testing.T) {
			b := newBrowser(t, atSite(serve(t, sideBySide).URL))
			b.visit("/side-by-side")
			scenarios := evaluate[int](b, "("+actTogether+")("+quote(intruder)+")")
			every := 6 // only the translator that wraps plays more than the first two scenarios
			if *whole {
				every = 1
			}
			if name != "a translator that wraps" {
				scenarios, every = 2, 1
			}
			for i := 0; i < scenarios; i += every {
				if wrong := evaluate[string](b, fmt.Sprintf("play(%d)", i)); wrong != "" {
					t.Fatalf("the page says something else after %s", wrong)
				}
			}
			if wrong := evaluate[string](b, "usePanels()"); wrong != "" {
				t.Fatalf("the page says something else after %s", wrong)
			}
			visited := "document.querySelectorAll('iframe')[1].contentDocument"
			if !evaluate[bool](b, visited+".querySelector('font, grammarly-extension') !== null || "+visited+".body.textContent.includes('«')") {
				t.Error("the intruder has changed nothing")
			}
			if n := evaluate[int](b, visited+".querySelectorAll('[translate=no] font').length"); n > 0 {
				t.Errorf("%d translations where nothing may be translated", n)
			}
		})
	}
}

var whole = flag.Bool("whole", false, "play all scenarios beside a translator that wraps, not a sixth of them")

// TestRemovedNodesComeBack has an extension remove what is about to change.
func TestRemovedNodesComeBack(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	for step, selector := range []string{".where", ".story > *", ".dock", ".story"} {
		b.run(`document.querySelectorAll(` + quote(selector) + `).forEach(e => { e.textContent = ""; e.remove() })`)
		b.press(kb.ArrowRight)
		b.waitStep(step+1, 6)
		b.waitText(".story h2", fmt.Sprint("Step ", step+1))
	}
	if text := b.text(".story"); !strings.Contains(text, "ZERO_RETURN") {
		t.Errorf("the story says %q", text)
	}
}
