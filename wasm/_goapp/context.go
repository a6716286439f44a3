// This file replaces go-app's context.go when the client is built (copy.sh). It has what the
// playground uses. States, storage, encryption and notifications, which go-app offers here,
// link encoding/json and more.
package app

import (
	"context"
	"time"
)

// Context is what a component's function can ask for.
type Context interface {
	context.Context

	// Src is the component or element that the context belongs to.
	Src() UI
	// Page is the page in the browser.
	Page() Page
	// Dispatch runs a function in the goroutine of the page, and then draws the component.
	Dispatch(fn func(Context))
	// Defer runs a function after the next drawing.
	Defer(fn func(Context))
	// Async runs a function in a goroutine of its own.
	Async(fn func())
	// After dispatches a function after a while.
	After(d time.Duration, fn func(Context))
	// Dispatcher is the engine that runs the page.
	Dispatcher() Dispatcher
}

type uiContext struct {
	context.Context
	src  UI
	page Page
	disp Dispatcher
}

func makeContext(src UI) Context {
	return uiContext{src.getContext(), src, src.getDispatcher().getCurrentPage(), src.getDispatcher()}
}

func (ctx uiContext) Src() UI                { return ctx.src }
func (ctx uiContext) Page() Page             { return ctx.page }
func (ctx uiContext) Dispatcher() Dispatcher { return ctx.disp }
func (ctx uiContext) Async(fn func())        { ctx.disp.Async(fn) }

func (ctx uiContext) Dispatch(fn func(Context)) {
	ctx.disp.Dispatch(Dispatch{Mode: Update, Source: ctx.src, Function: fn})
}

func (ctx uiContext) Defer(fn func(Context)) {
	ctx.disp.Dispatch(Dispatch{Mode: Defer, Source: ctx.src, Function: fn})
}

func (ctx uiContext) After(d time.Duration, fn func(Context)) {
	ctx.Async(func() {
		time.Sleep(d)
		ctx.Dispatch(fn)
	})
}
