// This file replaces go-app's strings.go and log.go when the client is built (copy.sh).
package app

import "fmt"

// toString is the text of a value.
func toString(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	return fmt.Sprint(v)
}

// toPath joins the parts of an event's scope.
func toPath(parts ...any) string {
	path := ""
	for _, p := range parts {
		path += "/" + toString(p)
	}
	return path
}

// Log writes to the console of the browser.
func Log(v ...any) { Window().Get("console").Call("log", fmt.Sprint(v...)) }
