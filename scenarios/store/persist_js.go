package store

import "syscall/js"

// askToPersist asks the browser not to clear this page's storage when the disk is nearly
// full. It is called once, after the first scenario has been saved: Firefox asks the
// person, who would not understand the question earlier; Chromium decides by itself. The
// answer changes nothing here. Safari deletes what scripts have stored after seven days of
// use without a visit to the page (webkit.org/blog/10218) in any case; exports
// and links are the backup.
func askToPersist() {
	storage := js.Global().Get("navigator").Get("storage")
	if !storage.Truthy() || storage.Get("persist").Type() != js.TypeFunction {
		return // not a secure context, or an old browser
	}
	// A rejected promise that nobody catches is an error in the console. Boolean is a
	// handler that does nothing and need not be released.
	storage.Call("persist").Call("catch", js.Global().Get("Boolean"))
}
