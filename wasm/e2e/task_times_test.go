package e2e

import (
	"context"
	"encoding/json"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// taskTimes are the tasks of a page while something is done, and a second after. All times are in
// milliseconds.
type taskTimes struct {
	what      string
	processor float64 // that the longest task takes, which other programs of the machine do not change
	long      int     // how many take 50 ms and more by the clock, says a PerformanceObserver
	longest   float64 // of these, 0 for none
	took      float64 // until it is done
}

// taskTimes measures the tasks of the page while do runs, which may load the page again.
func (b *browser) taskTimes(what string, do func()) taskTimes {
	b.t.Helper()
	const watch = `(() => {
		globalThis.observer?.disconnect();
		globalThis.longTasks = [];
		globalThis.observer = new PerformanceObserver(l => longTasks.push(...l.getEntries().map(e => e.duration)));
		observer.observe({type: "longtask"});
	})()`
	var id page.ScriptIdentifier
	b.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		id, err = page.AddScriptToEvaluateOnNewDocument(watch).Do(ctx)
		return err
	}))
	b.run(watch)
	events := b.startTracing()
	began := time.Now()
	do()
	took := float64(time.Since(began).Milliseconds())
	b.run(`await new Promise(r => setTimeout(r, 1000))`)
	processor := longestTask(events())
	b.do(page.RemoveScriptToEvaluateOnNewDocument(id))
	long := evaluate[[]float64](b, `longTasks.concat(0).sort((a, b) => b - a)`)
	return taskTimes{what, processor, len(long) - 1, long[0], took}
}

// traceEvent is an event of a trace, as far as a task needs it (Trace Event Format).
type traceEvent struct {
	Name           string
	PID, TID       int
	ThreadDuration float64 `json:"tdur"` // microseconds of processor time
	Args           struct{ Name string }
}

// startTracing notes the tasks of the browser until the function that it returns is called.
func (b *browser) startTracing() func() []traceEvent {
	b.t.Helper()
	var events []traceEvent
	done := make(chan bool)
	listening, stop := context.WithCancel(b.ctx)
	chromedp.ListenTarget(listening, func(ev any) {
		switch ev := ev.(type) {
		case *tracing.EventDataCollected:
			for _, value := range ev.Value {
				var e traceEvent
				if json.Unmarshal(value, &e) == nil {
					events = append(events, e)
				}
			}
		case *tracing.EventTracingComplete:
			close(done)
		}
	})
	b.do(tracing.Start().WithTraceConfig(&tracing.TraceConfig{IncludedCategories: []string{"disabled-by-default-devtools.timeline"}, ExcludedCategories: []string{"*"}}))
	return func() []traceEvent {
		b.t.Helper()
		defer stop()
		b.do(tracing.End())
		select {
		case <-done:
		case <-time.After(timeout):
			b.t.Fatal("the browser does not end its trace")
		}
		return events
	}
}

// longestTask is the processor time of the longest task of a page, in milliseconds.
func longestTask(events []traceEvent) (longest float64) {
	isMain := map[[2]int]bool{}
	for _, e := range events {
		if e.Name == "thread_name" && e.Args.Name == "CrRendererMain" {
			isMain[[2]int{e.PID, e.TID}] = true
		}
	}
	for _, e := range events {
		if e.Name == "RunTask" && isMain[[2]int{e.PID, e.TID}] {
			longest = max(longest, e.ThreadDuration/1000)
		}
	}
	return longest
}
