package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
)

func TestTheAddressFollowsTheStage(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close")
	b.press(kb.ArrowRight)
	b.press(kb.ArrowRight)
	b.waitStep(2, 11)
	b.wait(`location.hash.endsWith(".2")`)
	b.reload()
	b.waitStep(2, 11)
}

func TestAReloadKeepsABadScriptAndTheSavedRecord(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close")
	b.click(button("save"))
	b.waitText(".notices", "Saved")
	b.click(button("pane script"))
	b.fill("#script-text", "client SSL_shutdwon")
	b.waitText("#script-error", "line 1")
	b.wait(`sessionStorage.getItem("close_notify.stage")?.includes("SSL_shutdwon")`)
	b.reload()
	b.waitText("#script-error", "line 1")
	b.wait(`document.querySelector("#script-text").value === "client SSL_shutdwon"`)
	b.waitStep(0, 11)
	b.click(button("save"))
	b.waitText(".notices", "Saved")
	b.openSaved(1)
}

func TestABrokenLinkSaysWhatIsWrong(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close#1not_a_link")
	b.waitText(".notice.bad", "Link error")
	b.waitStep(0, 11)
	if hash := evaluate[string](b, "location.hash"); hash != "#1not_a_link" {
		t.Errorf("the address has changed to %q", hash)
	}
}

func TestAStrayPercentIsABrokenLinkLikeOthers(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close#%zz%")
	b.waitText(".notice.bad", "Link error: character 1, '%', cannot be part of a link")
	b.press(kb.ArrowRight)
	b.waitStep(1, 11)
	b.run(`location.hash = "100%"`)
	b.waitText(".notice.bad:last-child", "character 4, '%'")
	b.waitStep(1, 11)
	if n := b.count(".notice"); n != 2 {
		t.Errorf("%d notices for two broken links", n)
	}
}

func TestALinkThatAMailProgramHasEscapedOpens(t *testing.T) {
	b := newBrowser(t)
	b.complaints.allow("404")
	b.visit("/s/half-close%23t.c-SSL_shutdown.s-SSL_read-100")
	b.waitRunning()
	b.waitStep(0, 2)
}

func TestABrokenLinkLeavesWorkAlone(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click(button("act client SSL_shutdown"))
	b.waitStep(1, 1)
	b.wait(`location.hash.length > 2`)
	b.run(`location.hash = "1broken"`)
	b.waitText(".notice.bad", "Link error")
	b.waitStep(1, 1)
}

func TestALinkPastedOverWorkKeepsIt(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.click(button("act client SSL_shutdown"))
	b.waitStep(1, 1)
	b.wait(`location.hash.length > 2`)
	b.run(`location.hash = "t.s-SSL_shutdown.c-SSL_read-100.c-SSL_shutdown"`)
	b.waitText(".where", "of 3:")
	b.click(".notice [data-do^=press-notice]")
	b.waitStep(1, 1)
}

// TestBackLeadsToTheScenarioBefore opens two scenarios one after the other. The tab has the
// title of each, and Back and Forward go between them.
func TestBackLeadsToTheScenarioBefore(t *testing.T) {
	b := newBrowser(t)
	b.open("/")
	b.choose("#scenario", "open-preset truncation")
	b.waitStep(0, 5)
	b.wait(`location.pathname === "/s/truncation" && document.title.startsWith("Truncation")`)
	b.press(kb.ArrowRight)
	b.wait(`location.hash.endsWith(".1")`)
	b.run("history.back()")
	b.waitStep(0, 6)
	b.wait(`document.title.startsWith("Client closes first") && location.pathname === "/"`)
	b.run("history.forward()")
	b.waitStep(1, 5)
	b.wait(`document.title.startsWith("Truncation")`)
}

// TestALinkInTheQueryOpens: mail programs leave out what follows a #. The address bar shows the usual form.
func TestALinkInTheQueryOpens(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close?s=t.c-SSL_shutdown.s-SSL_read-100.1.")
	b.waitStep(1, 2)
	b.wait(`location.search === "" && location.hash.startsWith("#2") && location.hash.endsWith(".1")`)
	b.press(kb.ArrowRight)
	b.waitStep(2, 2)
	b.wait(`location.hash.endsWith(".2")`)
	link := evaluate[string](b, `location.hash.slice(1)`)
	b.open("/s/half-close?ask&s=" + link)
	b.waitStep(2, 2)
	b.wait("location.search === '?ask' && location.hash === '#" + link + "'")
}

func TestALinkThatWasEscapedTwiceOpens(t *testing.T) {
	b := newBrowser(t)
	b.complaints.allow("404")
	b.visit("/%2523t.c-SSL_shutdown.s-SSL_read-100")
	b.waitRunning()
	b.waitStep(0, 2)
	b.wait(`!location.pathname.includes("%") && location.hash.startsWith("#2")`)
}

// TestADamagedLinkOffersItsFirstSteps, marked as such, in a notice that covers little of a phone.
func TestADamagedLinkOffersItsFirstSteps(t *testing.T) {
	b := newBrowser(t)
	b.open("/#t.c-SSL_shutdown.s-SSL_read-100.s-SSL_shutdwn.c-SSL_shutdown")
	b.waitText(".notice.bad", "Open the first 2 of 4 steps")
	b.click(".notice.bad [data-do^=press-notice]")
	b.waitStep(0, 2)
	b.wait(`document.title.includes("the first 2 of 4 steps of a damaged link")`)
	b.resize(390, 844)
	b.run(`location.hash = "t." + "A".repeat(8100)`)
	b.waitText(".notice.bad", "part 1")
	if height := evaluate[int](b, `Math.round(document.querySelector(".notice.bad").getBoundingClientRect().height)`); height > 130 {
		t.Errorf("the notice is %d px high", height)
	}
}

// TestANoticeOfADamagedLinkHasTwoLines at most on a phone, whatever is wrong, and offers the steps
// before it if there are any.
func TestANoticeOfADamagedLinkHasTwoLines(t *testing.T) {
	b := newBrowser(t)
	b.open("/s/half-close")
	b.resize(390, 844)
	offered := 0
	for _, text := range damagedLinks(t) {
		_, err := link.Decode(library.Shipped(), text, script.Codes{})
		if err == nil {
			t.Fatalf("%s is not damaged", text)
		}
		b.run("location.hash = " + quote(text))
		b.waitText(".notice.bad p", "Link error: "+err.Error()+".")
		lines := evaluate[float64](b, `(p => p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight))(document.querySelector(".notice.bad p"))`)
		if lines > 2.1 {
			t.Errorf("%.0f lines: %s", lines, b.text(".notice.bad p"))
		}
		_, ok := link.DecodePart(library.Shipped(), text)
		if has := b.count(".notice.bad [data-do^=press-notice]") == 1; has != ok {
			t.Errorf("%.60s: steps are offered: %v, want %v", text, has, ok)
		}
		if ok {
			offered++
		}
		b.click(".notice.bad [data-do^=dismiss]")
		b.wait(`!document.querySelector(".notice")`)
	}
	if offered < 20 {
		t.Errorf("steps of %d links are offered", offered)
	}
}

// damagedLinks are links of all forms, damaged in all ways.
func damagedLinks(t *testing.T) []string {
	list := []string{"4AAAAAAAAAAA", "hello", "2", "1%zz", "2" + strings.Repeat("A", 8300), "?", "t..c-SSL_shutdown", "t." + strings.Repeat("W", 5000)}
	own := script.Script{Steps: library.All()[0].Script.Steps}
	whole := []string{"1QDBGRqYBGpkAAJOPr4"}
	for _, s := range []script.Script{own, library.All()[1].Script} {
		text, err := link.Encode(library.Shipped(), s, 0, script.Codes{})
		if err != nil {
			t.Fatal(err)
		}
		whole = append(whole, text)
	}
	for _, text := range whole {
		at := len(text) * 2 / 3
		list = append(list, text[:at], text[:len(text)-1], text[:at]+"_"+text[at+1:], text+text, text+".x", text+".03", text+"."+strings.Repeat("9", 300), text[:at]+"<b>"+text[at:])
	}
	before := "t." + strings.Repeat("c-SSL_shutdown.", 110)
	for _, part := range []string{
		"c-SSL_shutdwon", "x-SSL_shutdown", "", "c-SSL_shutdown-1", "c-SSL_clear_mode-ACCEPT_MOVING_WRITE_BUFFER-1", "s-SSL_key_update-", "start-before",
		"c2s-deliver-", "c2s-deliver-99999999999999", "s-SSL_write_ex-", "c-SSL_read-100-1", "s-SSL_set_quiet_shutdown-2", "c-SSL_set_shutdown-9", "c2s-inject-alert-1",
		"s2c-WWWWWWWWWWWWWWWWWWWWWWWW", "c2s-capacity-2WWWWWWWWWWWWWWWW", "tls13", "openssl-0_9", "transport-bio-pair-0", "c-program",
	} {
		list = append(list, before+part+".c-SSL_free")
	}
	return list
}

// TestOpeningALinkStoresNothing but what a reload needs, and that is only the address.
func TestOpeningALinkStoresNothing(t *testing.T) {
	b := newBrowser(t)
	b.open("/#t.c-SSL_shutdown.s-SSL_read-100.1")
	b.waitStep(1, 2)
	if saved := evaluate[bool](b, `(async () => {
		const stores = (await indexedDB.databases()).map((d) => d.name);
		for (const name of stores) {
			const db = await new Promise((done, failed) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); r.onerror = failed; });
			for (const store of db.objectStoreNames) {
				const n = await new Promise((done) => { const r = db.transaction(store).objectStore(store).count(); r.onsuccess = () => done(r.result); });
				if (n > 0) return true;
			}
		}
		return Object.keys(localStorage).some((key) => key.startsWith("close_notify") && /SSL_shutdown|#2/.test(localStorage.getItem(key)));
	})()`); saved {
		t.Error("something was stored")
	}
}
