package ui

import (
	"errors"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine/script"
)

// browserLab is the lab of web/lab.js.
type browserLab struct{}

func (browserLab) shipped() ([]byte, error) {
	return await(app.Window().Call("shippedPrograms"))
}

func (browserLab) compile(u script.TranslationUnit, advance func(loaded, total int)) ([]byte, error) {
	return askLab("compileInLab", advance, bytesForJS(u.Text), u.Release)
}

func (browserLab) export(format, text string, advance func(loaded, total int)) ([]byte, error) {
	return askLab("exportInLab", advance, format, bytesForJS(text))
}

// askLab calls a function of web/lab.js with two arguments, and with one to which it reports.
func askLab(function string, advance func(loaded, total int), first, second any) ([]byte, error) {
	report := app.FuncOf(func(_ app.Value, args []app.Value) any {
		advance(args[0].Int(), args[1].Int())
		return nil
	})
	defer report.Release()
	return await(app.Window().Call(function, first, second, report))
}

// bytesForJS is a Uint8Array of the bytes of a text.
func bytesForJS(text string) app.Value {
	array := app.Window().Get("Uint8Array").New(len(text))
	app.CopyBytesToJS(array, []byte(text))
	return array
}

// hurry gives the program that is being compiled only a little longer: another one waits.
func (browserLab) hurry() { app.Window().Call("hurryLab") }

// await waits for the bytes that a promise of JavaScript is for. Only what runs in the background
// may wait.
func await(promise app.Value) (bytes []byte, err error) {
	done := make(chan struct{})
	resolved := app.FuncOf(func(_ app.Value, args []app.Value) any {
		bytes = make([]byte, args[0].Length())
		app.CopyBytesToGo(bytes, args[0])
		close(done)
		return nil
	})
	defer resolved.Release()
	rejected := app.FuncOf(func(_ app.Value, args []app.Value) any {
		err = errors.New(app.Window().Call("String", args[0]).String())
		close(done)
		return nil
	})
	defer rejected.Release()
	promise.Call("then", resolved, rejected)
	<-done
	return bytes, err
}
