// Package site makes the static site and serves it while it is worked on.
//
// A site is a set of files (Files). Those that make up one build, the client
// and all that it loads, lie together in a folder named for their content:
//
//	index.html  s/<preset>.html  404.html      pages, prerendered
//	app-worker.js  manifest.webmanifest  …     files with a fixed address
//	v/<build>/web/app.wasm, app.css, boot.js   one build, which never changes
//
// A page names exactly one build, so a browser can keep a build for ever and
// still never mix two or show an old one.
package site
