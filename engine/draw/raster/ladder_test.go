package raster_test

import (
	"bytes"
	"fmt"
	"image/png"
	"testing"

	"closenotify/engine/draw/raster"
)

// TestLadder: the whole drawing is there, twice as large if it is not too high.
func TestLadder(t *testing.T) {
	for height, want := range map[int][2]int{500: {1440, 1000}, 32768: {360, 16384}} {
		svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="720" height="%d"><text class="call" x="10" y="%d">end</text></svg>`, height, height-20)
		data, err := raster.Ladder([]byte(svg))
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		size := picture.Bounds().Size()
		if size.X != want[0] || size.Y != want[1] {
			t.Errorf("%d high: %v", height, size)
		}
		inked := false
		for y := size.Y - size.Y/10; y < size.Y; y++ {
			for x := range size.X / 4 {
				r, _, _, _ := picture.At(x, y).RGBA()
				inked = inked || r < 0x8000
			}
		}
		if !inked && height < 1000 {
			t.Errorf("%d high: the last text is missing", height)
		}
	}
}
