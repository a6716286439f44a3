package e2e

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// plainFrame is a frame without the component, and what speaks with it.
const plainFrame = `<iframe id="frame" src="SITE/embed/half-close" title="Embed" width="700" height="600" sandbox="allow-scripts"></iframe>
<script>
	const got = [], frame = document.getElementById("frame");
	addEventListener("message", (e) => { if (e.source === frame.contentWindow) got.push(e.data) });
	const send = (message) => frame.contentWindow.postMessage(message, "*");
	const ask = (type, payload, id) => send({ ns: "tls-shutdown/1", id, type, payload });
</script>`

// TestMessages: before the page has sent a message, the embed sends only ready and resize. Each question gets the
// answer with its number.
func TestMessages(t *testing.T) {
	b := openHost(t, serve(t).URL, plainFrame)
	f := b.frames("/embed/half-close", 1)[0]
	b.wait(`got.some((m) => m.type === "ready" && m.payload.version === 1) && got.some((m) => m.type === "resize" && m.payload.height > 200)`)
	f.startEmbed()
	f.run(`document.querySelector("[data-do=next]").click()`)
	f.waitText(".where", "step 1 of 11:")
	if types := evaluate[[]string](b, "got.map((m) => m.type)"); strings.Contains(strings.Join(types, " "), "step") {
		t.Errorf("before the page has sent a message, the embed sends %v", types)
	}
	b.run(`ask("ping", {}, "first")`)
	b.wait(`got.some((m) => m.id === "first" && m.type === "pong" && m.payload.running)`)
	b.run(`ask("goto", {i: 99}, 2)`)
	b.wait(`got.some((m) => m.type === "step" && m.payload.i === 11 && m.payload.n === 11 && m.payload.label.includes("SSL_shutdown() → 1") && /^[0-9a-f]{8}$/.test(m.payload.digest))`)
	b.run(`ask("load", {preset: "truncation", step: 1}, 3)`)
	b.wait(`got.some((m) => m.type === "step" && m.payload.i === 1 && m.payload.n !== 11)`)
	b.run(`ask("getState", {}, 4)`)
	b.wait(`got.some((m) => m.id === 4 && m.payload.title.startsWith("Truncation") && m.payload.i === 1 && !m.payload.playing)`)
	b.run(`ask("play"), ask("getLink", {}, 5)`)
	b.wait(`got.some((m) => m.id === 5 && m.payload.url.includes("/s/truncation#"))`)
	b.run(`ask("setTheme", {theme: "dark"})`)
	f.wait(`document.documentElement.dataset.theme === "dark"`)
	b.run(`ask("load", {preset: "no-such-lesson"}, 6)`)
	b.wait(`got.some((m) => m.type === "error" && m.payload.message.includes("cannot be opened"))`)
}

// TestHostileMessages get an error or nothing, and the embed goes on.
func TestHostileMessages(t *testing.T) {
	b := openHost(t, serve(t).URL, plainFrame)
	f := b.frames("/embed/half-close", 1)[0]
	f.startEmbed()
	b.run(`ask("ping", {}, 0)`)
	for _, message := range []string{
		`"text"`, `null`, `7`, `[]`, `{}`, `{ns: "tls-shutdown/2", type: "ping"}`, `new Map([["ns", "tls-shutdown/1"]])`, `new Uint8Array(1 << 24)`,
	} {
		b.run("send(" + message + ")")
	}
	errors := 0
	for _, message := range []string{
		`{}`, `{type: 7}`, `{type: "__proto__"}`, `{type: "constructor"}`, `{type: "toString"}`, `{type: "ping", payload: 7}`, `{type: "ping", payload: null}`,
		`{type: "goto"}`, `{type: "goto", payload: {i: -1}}`, `{type: "goto", payload: {i: NaN}}`, `{type: "goto", payload: {i: "3"}}`, `{type: "goto", payload: {i: {}}}`,
		`{type: "load", payload: {preset: "../../x"}}`, `{type: "load", payload: {preset: ["a"]}}`, `{type: "load", payload: {link: "%"}}`, `{type: "load", payload: {link: "<b>"}}`,
		`{type: "load", payload: {link: "a".repeat(1 << 20)}}`, `{type: "load", payload: {link: 7n}}`, `{type: "load", payload: {step: 1.5}}`,
		`{type: "setTheme", payload: {theme: "red"}}`, `{type: "setTheme", payload: new Map()}`, `{type: "x".repeat(1e6)}`,
	} {
		errors++
		b.run(`send({ns: "tls-shutdown/1", id: "bad", ...` + message + `})`)
	}
	b.wait(`got.filter((m) => m.type === "error" && m.id === "bad").length === ` + strconv.Itoa(errors))
	b.run(`send({ns: "tls-shutdown/1", type: "ping", id: {}}), ask("load", {link: "2damaged"})`)
	b.wait(`got.some((m) => m.type === "error" && m.payload.message.includes("Link error"))`)
	b.run(`(() => { for (let i = 0; i < 5000; i++) ask("goto", {i: i % 11}, i) })()`)
	b.wait(`got.filter((m) => m.type === "error" && m.payload.message.includes("more than 50 messages at once")).length >= 1`)
	b.wait("new Promise((done) => setTimeout(done, 3000, true))")
	b.run(`ask("goto", {i: 11})`)
	f.waitText(".where", "step 11 of 11:")
	if n := evaluate[int](b, `got.length`); n > 500 {
		t.Errorf("the page got %d messages, most of them answers to 5000 of its own", n)
	}
}

// TestNobodyElseIsHeard: another frame of the page is not the page.
func TestNobodyElseIsHeard(t *testing.T) {
	b := openHost(t, serve(t).URL, plainFrame+`<iframe id="other" title="Other" srcdoc="<script>parent.frames[0].postMessage({ns: 'tls-shutdown/1', type: 'goto', payload: {i: 3}}, '*'); parent.postMessage('sent', '*')</script>"></iframe>`)
	f := b.frames("/embed/half-close", 1)[0]
	f.wait(`!document.getElementById("start").hidden`)
	b.run(`document.getElementById("other").srcdoc += " "`)
	b.wait("new Promise((done) => setTimeout(done, 500, true))")
	if evaluate[bool](f, "embed.started !== null || host.origin !== null") {
		t.Error("a message of another frame is heard")
	}
}

// TestTheComponentFollowsThePage: its attributes and the theme of the page, and the embed reports an answered question.
func TestTheComponentFollowsThePage(t *testing.T) {
	b := openHost(t, serve(t).URL, component+`<tls-shutdown scenario="half-close" mode="predict"></tls-shutdown>`)
	f := b.frames("/embed/half-close", 1)[0]
	if text := evaluate[string](f, `document.querySelector("#drawing svg").textContent`); strings.Contains(text, "→ 10") {
		t.Errorf("the drawing tells what calls return: %s", text)
	}
	for attribute, theme := range map[string]string{"data-theme": "dark", "class": "light", "data-md-color-scheme": "slate"} {
		b.run(`document.documentElement.setAttribute("` + attribute + `", "` + theme + `")`)
		f.wait(`document.documentElement.dataset.theme === "` + map[bool]string{true: "light", false: "dark"}[theme == "light"] + `"`)
		b.run(`document.documentElement.removeAttribute("` + attribute + `")`)
		f.wait(`document.documentElement.dataset.theme === "auto"`)
	}
	f.startEmbed()
	f.wait(`(document.querySelector("[data-do=next]").click(), document.querySelector(".ask-choice"))`)
	f.run(`document.querySelector(".ask-choice").click()`)
	b.waitHeard(`["answer",{"i":`)
	b.run(`document.querySelector("tls-shutdown").setAttribute("scenario", "truncation")`)
	f.waitText("h1", "Truncation")
	b.run(`document.querySelector("tls-shutdown").setAttribute("mode", "view")`)
	second := b.frames("/embed/truncation", 1)[0]
	second.wait(`document.documentElement.dataset.mode === "view"`)
	if n := evaluate[int](b, "history.length"); n > 2 {
		t.Errorf("the history of the page has %d entries", n)
	}
}

// TestAnEmbedOfALink: nobody could draw its steps before, so the page's own words stay in sight.
func TestAnEmbedOfALink(t *testing.T) {
	b := openHost(t, serve(t).URL, component+`<tls-shutdown link="t.c-SSL_shutdown.s-SSL_read-100" loading="click"><p id="own">its steps</p></tls-shutdown>`)
	b.waitText("#own", "its steps")
	if n := len(b.frameTargets("/embed/")); n != 0 {
		t.Errorf("%d frames before the press", n)
	}
	b.run(`document.querySelector("tls-shutdown").shadowRoot.querySelector("button").click()`)
	f := b.frames("/embed/", 1)[0]
	f.waitText(".where", "of 2:")
	b.run(`document.querySelector("tls-shutdown").goto(2)`)
	f.waitText(".where", "step 2 of 2: server SSL_read(100) → 0")
}

// TestAnEmbedWithoutScripts has its drawing and its steps in words.
func TestAnEmbedWithoutScripts(t *testing.T) {
	b := newBrowser(t)
	b.do(emulation.SetScriptExecutionDisabled(true))
	b.visit("/embed/half-close?mode=predict")
	text, err := evaluateNow[string](b, timeout, seen)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range append(sentencesOf(t, "/s/half-close"), "Open in the playground", "SSL_ERROR_ZERO_RETURN") {
		if !strings.Contains(text, want) {
			t.Errorf("without scripts the embed does not say %q but\n%s", want, text)
		}
	}
}

// TestAnEmbedInATranslatedPage: a translator has wrapped every text of both pages, and goes on doing so.
func TestAnEmbedInATranslatedPage(t *testing.T) {
	const translate = `(() => {
		const wrap = (root) => {
			const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), all = [];
			while (walk.nextNode()) if (walk.currentNode.data.trim() && !walk.currentNode.parentElement.closest("font, script, style, [translate=no]")) all.push(walk.currentNode);
			for (const text of all) { const font = document.createElement("font"); font.textContent = "«" + text.data + "»"; text.replaceWith(font) }
		};
		wrap(document.body);
		new MutationObserver(() => wrap(document.body)).observe(document.body, { subtree: true, childList: true, characterData: true });
	})()`
	b := openHost(t, serve(t).URL, component+`<p>Text</p><tls-shutdown scenario="half-close"><p>its steps</p></tls-shutdown>`)
	b.run(translate)
	f := b.frames("/embed/half-close", 1)[0]
	f.wait(`!document.getElementById("start").hidden`)
	f.run(translate)
	f.startEmbed()
	for i := 1; i <= 11; i++ {
		f.run(`document.querySelector("[data-do=next]").click()`)
		b.waitHeard(`["step",{"i":` + strconv.Itoa(i) + `,"n":11`)
	}
	if n := evaluate[int](f, `document.querySelectorAll("font").length`); n < 10 {
		t.Errorf("the translator has wrapped %d texts", n)
	}
}

func TestAxeFindsNothingInEmbeds(t *testing.T) {
	for theme, width := range map[string]int64{"light": 800, "dark": 390} {
		b := newBrowser(t)
		b.setTheme(theme)
		b.resize(width, 900)
		for _, mode := range []string{"view", "play", "predict"} {
			b.visit("/embed/half-close?mode=" + mode)
			b.wait(`!document.getElementById("start").hidden`)
			b.loadAxe()
			b.checkAccessible(theme + " " + mode + ", drawing")
			b.startEmbed()
			b.run(`document.querySelector("[data-do=next]").click()`)
			b.checkAccessible(theme + " " + mode + ", program")
		}
		b.visit("/embed/")
		b.loadAxe()
		b.checkAccessible(theme + " of any scenario")
	}
}
