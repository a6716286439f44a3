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

	// The description tells the picture to people who do not see it.
	_, svg, _ = strings.Cut(svg, "<desc>")
	description, _, _ := strings.Cut(svg, "</desc>")
	fmt.Println(description)
	// Output:
	// The client is on the left, the server on the right, the wire between them; time runs down.
	// Step 1: the client calls SSL_shutdown(), which returns 0; the client sends close_notify.
	// Step 2: the server calls SSL_read(100), which returns 0, SSL_ERROR_ZERO_RETURN; the server reads close_notify.
}
