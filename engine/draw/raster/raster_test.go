package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"

	"closenotify/engine/draw"
	"closenotify/engine/script"
)

// drawing draws a script with a record of every kind of shape.
func drawing(t *testing.T) []byte {
	t.Helper()
	s, err := script.Parse("server SSL_write 20\nclient SSL_read 100\ns2c inject alert\nclient SSL_read 100\nserver SSL_shutdown\ns2c fin\ns2c hold\nserver close\n")
	if err != nil {
		t.Fatal(err)
	}
	h, tip, err := s.Run()
	if err != nil {
		t.Fatal(err)
	}
	return draw.SVG(h, tip, draw.Options{Title: "A title"})
}

// TestCard: a card has its size, and ink where the title and the drawing are.
func TestCard(t *testing.T) {
	data, err := Card("0 is not an error", "SSL_shutdown returns 0.", drawing(t))
	if err != nil {
		t.Fatal(err)
	}
	if out := os.Getenv("CARD"); out != "" {
		os.WriteFile(out, data, 0o644)
	}
	made, err := png.Decode(bytes.NewReader(data))
	if err != nil || made.Bounds().Dx() != CardWidth || made.Bounds().Dy() != CardHeight {
		t.Fatalf("%v, %v", made.Bounds(), err)
	}
	for name, want := range map[string]struct {
		area  image.Rectangle
		color color.RGBA
	}{
		"the title": {image.Rect(60, 40, 600, 110), color.RGBA{0x1b, 0x1d, 0x20, 255}},
		"a record":  {image.Rect(400, 250, 800, 600), color.RGBA{0x56, 0xb4, 0xe9, 255}},
		"a client":  {image.Rect(60, 150, 600, 600), color.RGBA{0, 0x72, 0xb2, 255}},
	} {
		if !has(made, want.area, want.color) {
			t.Errorf("%s is not in the picture", name)
		}
	}
}

// has reports whether an area has a pixel of a colour.
func has(m image.Image, area image.Rectangle, want color.RGBA) bool {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if color.RGBAModel.Convert(m.At(x, y)) == want {
				return true
			}
		}
	}
	return false
}

// TestThemes: a dark picture has a dark ground.
func TestThemes(t *testing.T) {
	d, err := Parse(drawing(t))
	if err != nil {
		t.Fatal(err)
	}
	for theme, want := range map[Theme]color.RGBA{Light: {255, 255, 255, 255}, Dark: {0x1c, 0x1f, 0x23, 255}} {
		on := image.NewRGBA(image.Rect(0, 0, d.Width, d.Height))
		if err := d.Paint(on, image.Point{}, 1, theme); err != nil {
			t.Fatal(err)
		}
		if got := on.RGBAAt(d.Width-2, d.Height-2); got != want {
			t.Errorf("the ground is %v, want %v", got, want)
		}
	}
}

// TestUnknownParts: what cannot be drawn is not left out in silence.
func TestUnknownParts(t *testing.T) {
	for svg, want := range map[string]string{
		"<svg><ellipse/></svg>":           "the element ellipse is unknown",
		"<svg><path d='M1,2C3,4'/></svg>": "the command 'C' of a path is unknown",
		"<svg><path d='H3'/></svg>":       "a path begins with",
		"<svg><path":                      "EOF",
	} {
		d, err := Parse([]byte(svg))
		if err == nil {
			err = d.Paint(image.NewRGBA(image.Rect(0, 0, 9, 9)), image.Point{}, 1, Light)
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", svg, err, want)
		}
	}
}
