package store

import _ "embed"

// Script is the JavaScript that OpenIndexedDB needs in its page.
//
//go:embed browser.js
var Script string
