// Command wasm is the playground's program: in a browser the page itself, and
// elsewhere what a developer needs around it.
//
// Built for js/wasm it is the client, which mounts the component of package ui.
// Built for any other system it makes the static site (build), serves it
// (serve), and compares the client's size with its budget (size). The two halves
// share only the routes: server code linked into the client would double the
// download.
package main
