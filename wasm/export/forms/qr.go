package forms

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

// quietZone is how many modules around a QR code stay empty (ISO/IEC 18004, 9.1).
const quietZone = 4

// writeQR draws a text as a QR code, of which 15 % may be unreadable (level M). A module is a unit
// of the drawing. It is black on white in both themes: few cameras read it the other way round.
func writeQR(text string) ([]byte, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return nil, fmt.Errorf("the link is too long for a QR code")
	}
	size := code.Size + 2*quietZone
	var path strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			from := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			if x > from {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", from+quietZone, y+quietZone, x-from, x-from)
			}
		}
	}
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>`,
		size, size, size, size, path.String()), nil
}
