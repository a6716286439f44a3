// Command export writes scenarios in other forms in a browser, and makes questions about them, in a worker
// of its own. The page fetches it only when somebody wants a file or is asked about a scenario that is no
// lesson. It has no compiler: it says which programs it lacks, and is given them compiled.
//
// web/lab_run.js starts it. It gives exportReady a function, and keeps running to answer its calls:
//
//	export(format: string, text: Uint8Array, programs: {text, release, made}[], codes?: Uint8Array, support?: Uint8Array):
//		{data: Uint8Array}, {failed: string} or {missing: {text, release}[]}
//
// format and text are those of forms.Write. codes is a script.Codes, encoded, and programs are more
// of them: the text and the release of a script.TranslationUnit, and a script.Compiled, encoded. The
// texts are Uint8Arrays, too. support is reproduce.Support, for the format c. The answer is the file,
// or says why there is none.
package main

import (
	"errors"
	"runtime/debug"
	"slices"
	"syscall/js"

	"closenotify/engine"
	"closenotify/engine/export/reproduce"
	"closenotify/engine/script"
	"closenotify/wasm/export/forms"
)

func main() {
	// Collections take a large part of a short run, and the memory is free again when the worker
	// ends.
	debug.SetGCPercent(400)
	js.Global().Call("exportReady", js.FuncOf(answer))
	select {}
}

func answer(_ js.Value, args []js.Value) any {
	var given programs
	if err := given.read(args[2], args[3]); err != nil {
		return map[string]any{"failed": err.Error()}
	}
	if support := args[4]; support.Truthy() {
		reproduce.UseSupport(bytesOf(support))
	}
	data, err := forms.Write(args[0].String(), string(bytesOf(args[1])), given.start)
	switch {
	case given.missing != nil:
		return map[string]any{"missing": given.missingForJS()}
	case err != nil:
		return map[string]any{"failed": err.Error()}
	}
	return map[string]any{"data": arrayOf(data)}
}

// programs are those that have been compiled, and those that are missing.
type programs struct {
	codes   script.Codes
	missing []script.TranslationUnit
}

// read takes in the arguments programs and codes.
func (p *programs) read(list, codes js.Value) (err error) {
	if codes.Truthy() {
		if p.codes, err = script.DecodeCodes(bytesOf(codes)); err != nil {
			return err
		}
	}
	for i := range list.Length() {
		program := list.Index(i)
		made, err := script.DecodeCompiled(bytesOf(program.Get("made")))
		if err != nil {
			return err
		}
		unit := script.TranslationUnit{Text: string(bytesOf(program.Get("text"))), Release: uint32(program.Get("release").Int())}
		p.codes = p.codes.With(unit, made)
	}
	return nil
}

// start returns the World with which a script begins, and notes the programs that are missing.
func (p *programs) start(s script.Script) (engine.World, error) {
	w, err := p.codes.Start(s)
	missing, _ := errors.AsType[script.NotCompiled](err)
	for _, u := range missing {
		if !slices.Contains(p.missing, u) {
			p.missing = append(p.missing, u)
		}
	}
	return w, err
}

// missingForJS is the argument programs without what the compiler makes.
func (p *programs) missingForJS() []any {
	list := make([]any, len(p.missing))
	for i, u := range p.missing {
		list[i] = map[string]any{"text": arrayOf([]byte(u.Text)), "release": u.Release}
	}
	return list
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
