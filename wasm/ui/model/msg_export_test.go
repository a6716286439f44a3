package model

import (
	"strings"
	"testing"

	"closenotify/engine/export"
)

// TestFormats: the menu has all that can be made, under the same names.
func TestFormats(t *testing.T) {
	elsewhere := map[string]bool{"issue": true, "pcapng": true} // in package forms
	for _, f := range exportFormats {
		made, ok := export.Lookup(f.Name)
		isText := !strings.HasPrefix(made.MediaType, "image/") || made.Extension == "svg"
		if ok && (made.Extension != f.Extension || made.Title != f.Title || isText == f.Binary) || !ok && !elsewhere[f.Name] {
			t.Errorf("%+v is not %+v", f, made)
		}
	}
	for _, name := range export.Names() {
		if formatNamed(name).Name != name {
			t.Errorf("%s is not in the menu", name)
		}
	}
}

func TestExport(t *testing.T) {
	m := press(t, newModel(), "open-preset truncation", "share", "share-set svg")
	m, cmds := send(m, ExportAs{})
	e, ok := cmds[0].(Export)
	if !ok || e.Format != "svg" || e.Text != m.Script().String() {
		t.Fatalf("%+v", cmds)
	}
	m, _ = send(m, CompileProgress{Loaded: 300_000, Total: 1_200_000})
	if l := SceneOf(m).Share.Loading; !l.On || l.Done != 25 || !strings.Contains(l.Text, "300 of 1200 kB") {
		t.Errorf("%+v", l)
	}
	m, cmds = send(m, Exported{ID: e.ID, Data: "<svg/>"})
	if d, ok := cmds[0].(Download); !ok || d.Data != "<svg/>" || !strings.HasSuffix(d.Name, ".svg") || SceneOf(m).Share.Loading.On {
		t.Errorf("%+v", cmds)
	}
	m, cmds = send(m, ExportAs{Copy: true})
	m, cmds = send(m, Exported{ID: cmds[0].(Export).ID, Data: "text"})
	if cmds[0] != (Copy{"text", "Drawing (SVG)"}) {
		t.Errorf("%+v", cmds)
	}
	m, cmds = send(m, ExportAs{Format: "issue"})
	if text := cmds[0].(Export).Text; text != m.Link+"\n"+m.Script().String() {
		t.Errorf("%s", text)
	}
}

func TestAnExportThatFails(t *testing.T) {
	m := press(t, newModel(), "share")
	m, cmds := send(m, ExportAs{Format: "json"})
	m, _ = send(m, Exported{ID: cmds[0].(Export).ID, Err: "the network is gone"})
	n := lastNotice(t, m)
	if !n.Error || n.Label != "Try again" || !strings.Contains(n.Text, "the network is gone") || SceneOf(m).Share.Loading.On {
		t.Errorf("%+v", n)
	}
	if _, cmds = send(m, PressNotice{n.ID}); cmds[0].(Export).Format != "json" {
		t.Errorf("%+v", cmds)
	}
}

func TestAnExportCanBeCancelled(t *testing.T) {
	m := press(t, newModel(), "share", "export-save")
	id := m.exporting.id
	m = press(t, m, "cancel-compiling")
	if SceneOf(m).Share.Loading.On {
		t.Error("it goes on")
	}
	if _, cmds := send(m, Exported{ID: id, Data: "late"}); len(cmds) > 0 {
		t.Errorf("%+v", cmds)
	}
	m = press(t, m, "export-save")
	if _, cmds := send(m, Exported{ID: id, Data: "late"}); len(cmds) > 0 {
		t.Errorf("the answer to an earlier press is saved: %+v", cmds)
	}
}

func TestQRCodeIsThatOfTheLink(t *testing.T) {
	m := press(t, newModel(), "seek 2", "share")
	m, cmds := send(m, ExportAs{Format: FormatQR})
	e := cmds[0].(Export)
	if e.Text != m.Link || !SceneOf(m).Share.OffersQR {
		t.Fatalf("%+v", e)
	}
	m, _ = send(m, Exported{ID: e.ID, Data: `<svg fill="#000"/>`})
	if s := SceneOf(m).Share; s.OffersQR || s.QR != "data:image/svg+xml,%3Csvg%20fill=%22%23000%22%2F%3E" {
		t.Errorf("%+v", s.QR)
	}
	if s := SceneOf(press(t, m, "share-set start")).Share; s.QR != "" || !s.OffersQR {
		t.Error("the code of another link stays")
	}
}

// A QR code is of the link that the dialog shows. A file has the name of what is in it.
func TestLateExports(t *testing.T) {
	m, cmds := send(newModel(), Share{}, ExportAs{Format: FormatQR})
	id := cmds[0].(Export).ID
	if m, _ = send(m, SetSharing{"bare"}, Exported{ID: id, Data: "qr"}); m.Sharing.qr != "" || m.loading().On {
		t.Error("the dialog shows the code of another link")
	}
	m, cmds = send(newModel(), ExportAs{Format: "svg"})
	name := fileName(m.Title())
	_, cmds = send(m, OpenPreset{"half-close"}, Exported{ID: cmds[0].(Export).ID, Data: "svg"})
	if d, ok := cmds[0].(Download); !ok || d.Name != name+".svg" {
		t.Errorf("%+v", cmds)
	}
}
