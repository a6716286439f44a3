package store

import "syscall/js"

// askToPersist asks the browser not to clear this page's storage when the disk
// runs low. It is asked once, after the first scenario has been saved: Firefox
// shows the person a question, which makes sense only then, and Chromium decides
// by itself. The answer changes nothing here. Safari goes further and deletes
// what scripts have stored after seven days of browsing without a visit
// (webkit.org/blog/10218), whatever is asked: exports and links are the backup.
func askToPersist() {
	storage := js.Global().Get("navigator").Get("storage")
	if !storage.Truthy() || storage.Get("persist").Type() != js.TypeFunction {
		return // not a secure context, or an old browser
	}
	// A rejected promise that nobody catches would be an error in the console.
	// Boolean is a handler that does nothing and has not to be released.
	storage.Call("persist").Call("catch", js.Global().Get("Boolean"))
}
