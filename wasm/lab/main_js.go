// Command lab compiles programs in a browser, in a worker of its own. The page fetches it only when
// somebody has written a program.
//
// web/lab_run.js starts it. It gives compileReady a function, and keeps running to answer its calls:
//
//	compile(text: Uint8Array, release: number): Uint8Array
//
// The answer is a script.Compiled, encoded.
package main

import (
	"runtime/debug"
	"syscall/js"

	"closenotify/engine/compile"
	"closenotify/engine/script"
)

func main() {
	// Collections take a large part of a short run, and the memory is free again when the worker
	// ends.
	debug.SetGCPercent(400)
	js.Global().Call("compileReady", js.FuncOf(answer))
	select {}
}

// answer compiles the text of the first argument for the release of the second.
func answer(_ js.Value, args []js.Value) any {
	text := make([]byte, args[0].Length())
	js.CopyBytesToGo(text, args[0])
	made := compile.Unit(script.TranslationUnit{Text: string(text), Release: uint32(args[1].Int())})
	encoded := made.Encode()
	array := js.Global().Get("Uint8Array").New(len(encoded))
	js.CopyBytesToJS(array, encoded)
	return array
}
