package e2e

import (
	"context"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// patience is how long a test waits for anything before it gives up. A machine
// that does much else at the same time is slow.
const patience = 60 * time.Second

// A browser is Chromium with one tab on one site. Its methods fail the test when
// they cannot do what they say.
type browser struct {
	t testing.TB
	// url is the address of the site, without a slash at the end.
	url string
	// complaints are what went wrong in the tab without a method noticing.
	complaints *complaints

	ctx context.Context
	own cdp.BrowserContextID // the profile in the shared Chromium; "" in one of its own
}

// An option changes how a browser starts.
type option func(*options)

type options struct {
	url         string
	profile     string
	preferences string
}

// on has the browser visit this site instead of one that it serves itself.
func on(url string) option {
	return func(o *options) { o.url = url }
}

// profile starts the browser with the profile kept in dir, in place of a fresh
// one: what a person who comes back has.
func profile(dir string) option {
	return func(o *options) { o.profile = dir }
}

// preferences starts the browser with settings of Chromium's, as JSON.
func preferences(json string) option {
	return func(o *options) { o.preferences = json }
}

// newBrowser opens a browser with a fresh profile, on a site of its own. When
// the test ends it closes, and what went wrong in the tab fails the test.
func newBrowser(t testing.TB, choices ...option) *browser {
	t.Helper()
	var o options
	for _, choose := range choices {
		choose(&o)
	}
	if o.url == "" {
		o.url = serve(t).URL
	}
	ctx, own, closeTab := o.tab(t)
	b := &browser{t: t, url: o.url, ctx: ctx, own: own}
	t.Cleanup(func() {
		b.complaints.report(t)
		// Lets Chromium write its profile down before it goes.
		if err := chromedp.Cancel(ctx); err != nil {
			t.Error(err)
		}
		closeTab()
	})
	b.complaints = watch(ctx, o.url)
	b.do(enableWatch...)
	return b
}

// tab opens a tab with a fresh profile in the Chromium of all tests, or one in a
// Chromium of its own if the test asks for that.
func (o options) tab(t testing.TB) (ctx context.Context, own cdp.BrowserContextID, closeTab context.CancelFunc) {
	t.Helper()
	if o.profile == "" && o.preferences == "" {
		return freshTab(t, common(t))
	}
	if o.profile == "" {
		o.profile = t.TempDir()
	}
	if o.preferences != "" {
		writePreferences(t, o)
	}
	ctx, closeTab = start(t, o.profile)
	return ctx, "", closeTab
}

// freshTab opens a tab with a profile of its own in a Chromium that runs.
func freshTab(t testing.TB, chrome context.Context) (ctx context.Context, own cdp.BrowserContextID, closeTab context.CancelFunc) {
	t.Helper()
	run := cdp.WithExecutor(chrome, chromedp.FromContext(chrome).Browser)
	own, err := target.CreateBrowserContext().Do(run)
	if err != nil {
		t.Fatalf("the browser: %v", err)
	}
	ctx, cancel := tabOf(t, chrome, target.CreateTarget("about:blank").WithBrowserContextID(own).WithNewWindow(true))
	return ctx, own, func() {
		cancel()
		if err := target.DisposeBrowserContext(own).Do(run); err != nil {
			t.Errorf("the browser: %v", err)
		}
	}
}

// tabOf opens the tab that is described. chromedp by itself asks for no window with
// a new profile's first tab, and Chromium then refuses ("no browser is open").
func tabOf(t testing.TB, chrome context.Context, tab *target.CreateTargetParams) (context.Context, context.CancelFunc) {
	t.Helper()
	id, err := tab.Do(cdp.WithExecutor(chrome, chromedp.FromContext(chrome).Browser))
	if err != nil {
		t.Fatalf("the browser: %v", err)
	}
	return chromedp.NewContext(chrome, chromedp.WithTargetID(id))
}

// common is the Chromium that the tests share. Each gets a browser context in it,
// which keeps its storage, its cache and its service worker to itself. The first
// tab stays open, for Chromium goes with its last one.
func common(t testing.TB) context.Context {
	t.Helper()
	if shared.ctx == nil {
		home, err := os.MkdirTemp("", "e2e")
		if err != nil {
			t.Fatal(err)
		}
		ctx, stop := start(t, home)
		end := func() { stop(); os.RemoveAll(home) }
		if err := chromedp.Run(ctx); err != nil {
			end()
			t.Fatalf("Chromium does not start: %v", err)
		}
		shared.ctx, shared.stop = ctx, end
	}
	return shared.ctx
}

// shared is what common has started, and what ends it.
var shared struct {
	ctx  context.Context
	stop context.CancelFunc
}

// start starts Chromium with the profile kept in home, and opens a tab.
func start(t testing.TB, home string) (context.Context, context.CancelFunc) {
	t.Helper()
	allocator, stop := chromedp.NewExecAllocator(context.Background(), flags(t, home)...)
	ctx, closeTab := chromedp.NewContext(allocator, chromedp.WithErrorf(logUnlessNew))
	return ctx, func() { closeTab(); stop() }
}

// logUnlessNew logs an error of chromedp's, but not that Chromium, which is newer,
// tells of things that chromedp has no name for.
func logUnlessNew(format string, values ...any) {
	if !strings.HasPrefix(format, "unhandled") {
		log.Printf("chromedp: "+format, values...)
	}
}

// flags are what Chromium is started with: no window, no sandbox (tests run as
// root), no traffic of its own, and no way to a host that is not this machine.
func flags(t testing.TB, profileDir string) []chromedp.ExecAllocatorOption {
	return append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)),
		chromedp.UserDataDir(profileDir),
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.WindowSize(1280, 900),
	)
}

// chromium is the path of the browser.
func chromium(t testing.TB) string {
	t.Helper()
	names := []string{"chromium", "chromium-browser", "google-chrome"}
	if name := os.Getenv("CHROMIUM"); name != "" {
		names = []string{name}
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatalf("no browser: none of %s is in the path (Debian: apt-get install chromium)", strings.Join(names, ", "))
	return ""
}

func writePreferences(t testing.TB, o options) {
	t.Helper()
	dir := filepath.Join(o.profile, "Default")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "Preferences"), []byte(o.preferences), 0o644); err != nil {
		t.Fatal(err)
	}
}
