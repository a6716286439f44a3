package e2e

import (
	"context"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// newProfileTab opens a tab with a new profile in a running Chromium.
func newProfileTab(t testing.TB, chrome context.Context) (ctx context.Context, contextID cdp.BrowserContextID, closeTab context.CancelFunc) {
	t.Helper()
	run := cdp.WithExecutor(chrome, chromedp.FromContext(chrome).Browser)
	contextID, err := target.CreateBrowserContext().Do(run)
	if err != nil {
		t.Fatalf("the browser: %v", err)
	}
	ctx, cancel := createTab(t, chrome, target.CreateTarget("about:blank").WithBrowserContextID(contextID).WithNewWindow(true))
	return ctx, contextID, func() {
		cancel()
		if err := target.DisposeBrowserContext(contextID).Do(run); err != nil {
			t.Errorf("the browser: %v", err)
		}
	}
}

// createTab opens a tab. chromedp would not ask for a window for the first tab of a new
// profile, and Chromium would then refuse ("no browser is open").
func createTab(t testing.TB, chrome context.Context, tab *target.CreateTargetParams) (context.Context, context.CancelFunc) {
	t.Helper()
	id, err := tab.Do(cdp.WithExecutor(chrome, chromedp.FromContext(chrome).Browser))
	if err != nil {
		t.Fatalf("the browser: %v", err)
	}
	return chromedp.NewContext(chrome, chromedp.WithTargetID(id))
}

// sharedChromium returns the Chromium that the tests share. Each test gets a browser
// context in it, with its own storage, cache and service worker. The first tab stays
// open, because Chromium ends when its last tab closes.
func sharedChromium(t testing.TB) context.Context {
	t.Helper()
	if shared.ctx == nil {
		home, err := os.MkdirTemp("", "e2e")
		if err != nil {
			t.Fatal(err)
		}
		ctx, stop := startChromium(t, home)
		end := func() { stop(); os.RemoveAll(home) }
		if err := chromedp.Run(ctx); err != nil {
			end()
			t.Fatalf("Chromium does not start: %v", err)
		}
		shared.ctx, shared.stop = ctx, end
	}
	return shared.ctx
}

// shared is the Chromium of sharedChromium, and the function that ends it.
var shared struct {
	ctx  context.Context
	stop context.CancelFunc
}

// startChromium starts Chromium with the profile in home, and opens a tab.
func startChromium(t testing.TB, home string) (context.Context, context.CancelFunc) {
	t.Helper()
	allocator, stop := chromedp.NewExecAllocator(context.Background(), chromiumFlags(t, home)...)
	ctx, closeTab := chromedp.NewContext(allocator, chromedp.WithErrorf(logErrors))
	return ctx, func() { closeTab(); stop() }
}

// logErrors logs what chromedp reports, except for events that it does not know. Chromium
// is newer than chromedp and has some.
func logErrors(format string, values ...any) {
	if !strings.HasPrefix(format, "unhandled") {
		log.Printf("chromedp: "+format, values...)
	}
}

// chromiumFlags returns the flags for Chromium: no window, no sandbox (tests run as root),
// no requests of its own, and no access to other machines.
func chromiumFlags(t testing.TB, profileDir string) []chromedp.ExecAllocatorOption {
	return append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromiumPath(t)),
		chromedp.UserDataDir(profileDir),
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.WindowSize(1280, 900),
	)
}

// chromiumPath returns the path of the browser.
func chromiumPath(t testing.TB) string {
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
