package forms

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"closenotify/engine"
	"closenotify/engine/capture"
	"closenotify/engine/compile"
	"closenotify/engine/export"
	"closenotify/engine/script"
	"closenotify/scenarios/predict/explained"
)

const text = "# A title\n\nclient SSL_shutdown\nserver SSL_read 10\n"

func TestForms(t *testing.T) {
	for _, form := range append(export.Names(), Issue, Pcapng, QR, Questions) {
		src := text
		if form == Issue {
			src = "https://example.org/#2A\n" + text
		}
		if out, err := Write(form, src, compile.Start); err != nil || len(out) == 0 {
			t.Errorf("%s: %v, %d bytes", form, err, len(out))
		}
	}
	for _, form := range append(export.Names(), Issue, Pcapng, Questions) {
		if out, err := Write(form, "\nclient SSL_shutdwon\n", compile.Start); err == nil || !strings.Contains(err.Error(), "SSL_shutdwon") {
			t.Errorf("%s: %v, %s", form, err, out)
		}
	}
	if out, err := Write("no-such", text, compile.Start); err == nil {
		t.Errorf("%s", out)
	}
}

func TestAnAnswerHasTheLink(t *testing.T) {
	for _, link := range []string{"https://example.org/#2A", ""} {
		out, err := Write(Issue, link+"\n"+text, compile.Start)
		if has := bytes.Contains(out, []byte("](<"+link+">)")); err != nil || has != (link != "") || !bytes.Contains(out, []byte("# A title")) {
			t.Errorf("%v, %s", err, out)
		}
	}
}

// TestCapture compares with what the command trace writes.
func TestCapture(t *testing.T) {
	got, err := Write(Pcapng, text, compile.Start)
	if err != nil {
		t.Fatal(err)
	}
	s, _ := script.Parse(text)
	w, _ := compile.Start(s)
	p, _ := export.Play(s, w)
	steps := []engine.Step{p.History.Step(p.Path[1]), p.History.Step(p.Path[2])}
	var want bytes.Buffer
	if err := capture.Write(&want, w.Config(), "A title", steps); err != nil || !bytes.Equal(got, want.Bytes()) {
		t.Errorf("%v, %d bytes, want %d", err, len(got), want.Len())
	}
	var c cappedBuffer
	if n, err := c.Write(make([]byte, maxCapture+1)); err == nil || n != 0 {
		t.Errorf("%d bytes are taken", n)
	}
}

// TestQR has another program's decoder read the codes.
func TestQR(t *testing.T) {
	for _, want := range []string{"x", "https://example.org/s/truncation#2PEH0jVLV1Xpg.4", "https://example.org/#" + strings.Repeat("aB3-_", 56), "grüße ✓"} {
		drawn, err := Write(QR, want, nil)
		if err != nil {
			t.Fatal(err)
		}
		bitmap, err := gozxing.NewBinaryBitmapFromImage(painted(t, drawn))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := qrcode.NewQRCodeReader().Decode(bitmap, nil); err != nil || got.GetText() != want {
			t.Errorf("%v, %q, want %q", err, got, want)
		}
	}
	if out, err := Write(QR, strings.Repeat("x", 5000), nil); err == nil {
		t.Errorf("%s", out)
	}
}

// painted paints the drawing of a QR code, which has only rectangles, with 4 pixels a module.
func painted(t *testing.T, drawing []byte) image.Image {
	t.Helper()
	var svg struct {
		ViewBox string `xml:"viewBox,attr"`
		Paths   []struct {
			D string `xml:"d,attr"`
		} `xml:"path"`
	}
	if err := xml.Unmarshal(drawing, &svg); err != nil || len(svg.Paths) != 2 {
		t.Fatalf("%v in %s", err, drawing)
	}
	var width, height int
	if _, err := fmt.Sscanf(svg.ViewBox, "0 0 %d %d", &width, &height); err != nil || width != height {
		t.Fatalf("%v in %s", err, svg.ViewBox)
	}
	const scale = 4
	canvas := image.NewGray(image.Rect(0, 0, width*scale, height*scale))
	draw.Draw(canvas, canvas.Bounds(), image.White, image.Point{}, draw.Src)
	for _, part := range strings.Split(strings.TrimSuffix(svg.Paths[1].D, "z"), "z") {
		var x, y, right, left int
		if _, err := fmt.Sscanf(part, "M%d %dh%dv1h-%d", &x, &y, &right, &left); err != nil || right != left {
			t.Fatalf("%v in %q", err, part)
		}
		draw.Draw(canvas, image.Rect(x*scale, y*scale, (x+right)*scale, (y+1)*scale), image.NewUniform(color.Black), image.Point{}, draw.Src)
	}
	return canvas
}

// TestQuestions: the questions about a script have wrong choices that are explained, also those about the
// steps of a program.
func TestQuestions(t *testing.T) {
	for _, src := range []string{
		"client SSL_shutdown\nclient SSL_shutdown\n",
		"program client\nint main(SSL *ssl)\n{\n    SSL_shutdown(ssl);\n    return SSL_shutdown(ssl);\n}\nend program\nrun\nserver SSL_shutdown\n",
	} {
		out, err := Write(Questions, src, compile.Start)
		if err != nil {
			t.Fatal(err)
		}
		table, err := explained.Parse(string(out))
		if err != nil || table.Len() == 0 {
			t.Fatalf("%v, %d questions", err, table.Len())
		}
		for _, q := range table.All() {
			if len(q.Connections) != 1 || q.Lesson != "" {
				t.Errorf("%+v", q)
			}
			for i, c := range q.Choices {
				if i != q.Right && c.Why+c.Truth == "" {
					t.Errorf("%s: nothing explains %q", q.Text, c.Text)
				}
			}
		}
	}
}
