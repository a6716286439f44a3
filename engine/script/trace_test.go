package script

import (
	"encoding/json"
	"strings"
	"testing"

	"closenotify/engine"
)

func TestTraceText(t *testing.T) {
	s, err := Parse("c2s hold\nclient SSL_write 10\nclient SSL_shutdown\nc2s deliver 20\nc2s corrupt\nc2s broken\nc2s deliver all\n" +
		"server SSL_read 5\nserver SSL_read 100\nserver SSL_read 100\nclient SSL_set_shutdown 0\nclient SSL_write 1\nclient SSL_free\n")
	if err != nil {
		t.Fatal(err)
	}
	h, tip, err := s.Run()
	if err != nil {
		t.Fatal(err)
	}
	var b []byte
	for _, id := range h.Path(tip)[1:] {
		b = AppendText(b, h.Step(id), h.World(id))
		if !json.Valid(AppendJSON(nil, h.Step(id), h.World(id))) {
			t.Errorf("step %d is no JSON", id)
		}
	}
	for _, want := range []string{
		"  1  c2s hold\n",
		"client SSL_shutdown() → 0 SSL_ERROR_SYSCALL; sent close_notify",
		"20 of 56 B readable",
		"server SSL_read(100) → -1 SSL_ERROR_SSL (decryption failed or bad record mac); sent bad_record_mac (fatal)\n" +
			"     error:0A000119:SSL routines::decryption failed or bad record mac\n     error:0A000139:SSL routines::record layer failure\n",
		"server [0, has pending]", "server [0, init: error]",
		"client SSL_write(1) → -1 SSL_ERROR_SYSCALL, errno EPIPE\n     error:80000020:system library::Broken pipe\n",
		"client [freed]",
	} {
		if !strings.Contains(string(b), want) {
			t.Errorf("no %q in\n%s", want, b)
		}
	}
}

func TestSentenceOfReceived(t *testing.T) {
	s, _ := Parse("client SSL_shutdown\nserver SSL_read 1\n")
	h, tip, _ := s.Run()
	if got, want := StepText(h.Step(tip)), "server SSL_read(1) → 0 SSL_ERROR_ZERO_RETURN; received close_notify"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestSignals: both traces name the FINs and RSTs that a step sends.
func TestSignals(t *testing.T) {
	s, _ := Parse("server SSL_write 1\nc2s fin\nserver close\nclient close\n")
	h, tip, _ := s.Run()
	path := h.Path(tip)
	for i, want := range map[int][2]string{
		1: {"server SSL_write(1) → 1", `"rules":["write"]}`},
		2: {"c2s fin", `"signals":[{"dir":"c2s","type":"FIN"}]}`},
		3: {"server close(); FIN to the client", `"signals":[{"dir":"s2c","type":"FIN"}]}`},
		4: {"client close(); RST to the server", `"signals":[{"dir":"c2s","type":"RST"}]}`},
	} {
		if got := StepText(h.Step(path[i])); got != want[0] {
			t.Errorf("step %d: %q, want %q", i, got, want[0])
		}
		if got := string(AppendJSON(nil, h.Step(path[i]), h.World(path[i]))); !strings.HasSuffix(got, want[1]) {
			t.Errorf("step %d: %s does not end with %s", i, got, want[1])
		}
	}
}

func TestRunRefusesConfig(t *testing.T) {
	if _, _, err := (Script{Config: engine.Config{Start: "never"}}).Run(); err == nil {
		t.Error("no error")
	}
}
