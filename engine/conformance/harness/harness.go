// Package harness is the text of the harness, a C program that plays scripts with the real
// libssl. Package conformance says what it does; its script releases.sh builds it. Package
// reproduce takes from it what a C program needs that plays a single script.
package harness

import "embed"

// Left out are main, the trace as JSON, and what only they need.
//
//go:embed c/*.h c/argument.c c/blocking.c c/calls.c c/coroutine.c c/error_queue.c c/fail.c
//go:embed c/identity.c c/names.c c/network.c c/payload.c c/peer.c c/peer_program.c
//go:embed c/process.c c/program_output.c c/program_poll.c c/program_queries.c c/program_ssl.c
//go:embed c/program_steps.c c/program_system.c c/records.c c/run.c c/script.c c/step.c
//go:embed c/stream.c c/stream_bio.c c/streams.c c/tcp_socket.c c/turns.c c/utf8.c c/world.c
var files embed.FS

// Texts are the texts of files of the harness, by name: "stream.c".
func Texts() map[string]string {
	texts := map[string]string{}
	entries, err := files.ReadDir("c")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		text, err := files.ReadFile("c/" + e.Name())
		if err != nil {
			panic(err)
		}
		texts[e.Name()] = string(text)
	}
	return texts
}
