// Package site makes the static site, and serves it during development.
//
// A site is a set of files (Files). The client and everything it loads are one
// build. They lie together in a folder that is named for their content:
//
//	index.html  s/<preset>.html  404.html      prerendered pages
//	app-worker.js  manifest.webmanifest  …     files with a fixed address
//	v/<build>/web/app.wasm, app.css, app.js    one build, which never changes
//	v/<build>/web/lab.wasm, lab_worker.js      its compiler of programs, fetched when it is needed
//	v/<build>/web/export.wasm                  its exporter, which runs in a worker of the same script
//	v/<build>/web/programs.bin                 its shipped programs, compiled
//	_headers                                   how long the build's files may be kept
//
// A page names exactly one build. So a browser may keep a build for ever, and still
// never mixes two builds or shows an old one.
package site
