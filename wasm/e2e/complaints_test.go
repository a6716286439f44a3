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

// complaints are what the browser says is wrong with a page: messages in the
// console, exceptions, failed requests, requests to other hosts.
type complaints struct {
	mu      sync.Mutex
	all     []string
	allowed []string
	// requests are the addresses asked for, by the request's identifier.
	requests map[network.RequestID]string
}

// enableWatch asks the browser for the events that watch listens to.
var enableWatch = []chromedp.Action{network.Enable(), cdplog.Enable(), runtime.Enable()}

// watch collects the complaints of a tab whose site is at url.
func watch(ctx context.Context, url string) *complaints {
	c := &complaints{requests: map[network.RequestID]string{}}
	chromedp.ListenTarget(ctx, func(event any) {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.hear(event, url)
	})
	return c
}

func (c *complaints) hear(event any, site string) {
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
		if !local(e.Request.URL, site) {
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

// local reports whether a request for the address stays on the site.
func local(address, site string) bool {
	for _, prefix := range []string{site + "/", "data:", "blob:", "about:"} {
		if strings.HasPrefix(address, prefix) {
			return true
		}
	}
	return false
}

// arguments are the arguments of a call of the console, as text.
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

func (c *complaints) add(format string, values ...any) {
	c.all = append(c.all, fmt.Sprintf(format, values...))
}

// allow says that complaints with this text in them are what the test is after.
// One that then does not come fails the test.
func (c *complaints) allow(text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.allowed = append(c.allowed, text)
}

// report fails the test for each complaint that is not allowed, and for each
// allowed one that did not come.
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
