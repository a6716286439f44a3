// Command lab compiles programs, exports scenarios and makes questions about them in a browser, in a
// worker of its own. It is fetched when somebody has written a program, wants a file, or is asked about a
// scenario that is no lesson, and is no part of what everyone downloads.
//
// web/lab_run.js starts it. It gives labReady two functions, and lives on to answer their calls:
//
//	compile(text: Uint8Array, release: number): Uint8Array
//	export(format: string, text: Uint8Array, support?: Uint8Array): {data: Uint8Array} or {failed: string}
//
// The answer of compile is a script.Compiled, encoded. export writes a script in one of
// export.Formats or another form of package forms, or says why it cannot. For the format c
// it is given reproduce.Support.
package main

import (
	"runtime/debug"
	"syscall/js"

	"closenotify/engine/compile"
	"closenotify/engine/export/reproduce"
	"closenotify/engine/script"
	"closenotify/wasm/lab/forms"
)

func main() {
	// Collections take a large part of a short run, and the memory is free again when the worker
	// ends.
	debug.SetGCPercent(400)
	js.Global().Call("labReady", js.FuncOf(compiled), js.FuncOf(exported))
	select {}
}

// compiled compiles the text of the first argument for the release of the second.
func compiled(_ js.Value, args []js.Value) any {
	made := compile.Unit(script.TranslationUnit{Text: string(bytesOf(args[0])), Release: uint32(args[1].Int())})
	return arrayOf(made.Encode())
}

// exported writes the script of the second argument in the format of the first. The third, if there
// is one, is the support of programs in C.
func exported(_ js.Value, args []js.Value) any {
	if len(args) > 2 {
		reproduce.UseSupport(bytesOf(args[2]))
	}
	data, err := forms.Write(args[0].String(), string(bytesOf(args[1])), compile.Start)
	if err != nil {
		return map[string]any{"failed": err.Error()}
	}
	return map[string]any{"data": arrayOf(data)}
}

// bytesOf copies the bytes of a Uint8Array.
func bytesOf(array js.Value) []byte {
	bytes := make([]byte, array.Length())
	js.CopyBytesToGo(bytes, array)
	return bytes
}

// arrayOf copies bytes into a Uint8Array.
func arrayOf(bytes []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(bytes))
	js.CopyBytesToJS(array, bytes)
	return array
}
