package draw_test

import (
	"fmt"
	"strings"

	"closenotify/engine/draw"
	"closenotify/engine/script"
)

func ExampleSVG() {
	s, err := script.Parse("client SSL_shutdown\nserver SSL_read 100\n")
	if err != nil {
		panic(err)
	}
	h, tip, err := s.Run()
	if err != nil {
		panic(err)
	}
	svg := string(draw.SVG(h, tip, draw.Options{Title: "Client closes first"}))

	// The description is for people who do not see the picture.
	_, svg, _ = strings.Cut(svg, "<desc>")
	description, _, _ := strings.Cut(svg, "</desc>")
	fmt.Println(description)
	// Output:
	// The client is on the left, the server on the right, the wire between them; time runs down.
	// Step 1. Client: SSL_shutdown() returns 0; SSL_get_error would return SSL_ERROR_SYSCALL, which is misleading: 0 is not an error. close_notify, 24 bytes, goes to the server. The client's SENT flag is set.
	// Step 2. Server: SSL_read(100) returns 0, SSL_ERROR_ZERO_RETURN. close_notify, 24 bytes, is read by the server. The server's RECEIVED flag is set.
}
