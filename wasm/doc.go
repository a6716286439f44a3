// Command wasm is the playground's client in a browser, and the developer's tool
// elsewhere.
//
// Built for js/wasm, it is the client, which mounts the component of package ui. Built
// for any other system, it makes the static site (build), serves it (serve), and
// compares the client's size with its budget (size). The two share only the route:
// server code in the client would make the download much larger.
package main
