package e2e

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// complaints collects what the browser reports as wrong with a page: console messages,
// exceptions, failed requests, and requests to other hosts.
type complaints struct {
	mu      sync.Mutex
	all     []string
	site    string // another one that the page may ask, besides its own
	allowed []string
	// requests has the addresses of the requests.
	requests map[network.RequestID]string
}

// enableEvents has the browser report the events that watchComplaints needs.
var enableEvents = []chromedp.Action{network.Enable(), cdplog.Enable(), runtime.Enable()}

// watchComplaints collects the complaints about a tab whose site is at url.
func watchComplaints(ctx context.Context, url string) *complaints {
	c := &complaints{requests: map[network.RequestID]string{}}
	chromedp.ListenTarget(ctx, func(event any) {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.handle(event, url)
	})
	return c
}

func (c *complaints) handle(event any, site string) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning || e.Type == runtime.APITypeAssert {
			c.add("console %s: %s", e.Type, arguments(e.Args))
		}
	case *runtime.EventExceptionThrown:
		c.add("exception: %s", e.ExceptionDetails.Error())
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == cdplog.LevelError || e.Entry.Level == cdplog.LevelWarning {
			c.add("console %s: %s (%s)", e.Entry.Level, e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		c.requests[e.RequestID] = e.Request.URL
		if !local(e.Request.URL, site) && (c.site == "" || !local(e.Request.URL, c.site)) {
			c.add("request to another host: %s", e.Request.URL)
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			c.add("request answered %d: %s", e.Response.Status, e.Response.URL)
		}
	case *network.EventLoadingFailed:
		c.add("request failed, %s: %s", e.ErrorText, c.requests[e.RequestID])
	}
}

// local reports whether the address of a request is on the site.
func local(address, site string) bool {
	for _, prefix := range []string{site + "/", "data:", "blob:", "about:"} {
		if strings.HasPrefix(address, prefix) {
			return true
		}
	}
	return false
}

// arguments returns the arguments of a console call as text.
func arguments(values []*runtime.RemoteObject) string {
	var texts []string
	for _, v := range values {
		text := string(v.Value)
		if text == "" {
			text = v.Description
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, " ")
}

// alsoLocal lets requests to another site pass.
func (c *complaints) alsoLocal(site string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.site = site
}

func (c *complaints) add(format string, values ...any) {
	c.all = append(c.all, fmt.Sprintf(format, values...))
}

// allow lets complaints with this text pass. If there is none in the end, the test fails.
func (c *complaints) allow(text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.allowed = append(c.allowed, text)
}

// report fails the test for each complaint that is not allowed, and for each allowed text
// that no complaint had.
func (c *complaints) report(t testing.TB) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	came := map[string]bool{}
	for _, complaint := range c.all {
		expected := false
		for _, text := range c.allowed {
			if strings.Contains(complaint, text) {
				came[text], expected = true, true
			}
		}
		if !expected {
			t.Errorf("the browser complains: %s", complaint)
		}
	}
	for _, text := range c.allowed {
		if !came[text] {
			t.Errorf("the browser was expected to complain about %q", text)
		}
	}
}
