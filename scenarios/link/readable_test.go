package link

import (
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/scenarios/library"
)

func TestReadableLink(t *testing.T) {
	link, err := decode("t.tls12.c-SSL_shutdown.s-SSL_read-100.c2s-deliver-all.s-SSL_set_shutdown-SENT-RECEIVED.s2c-inject-alert.3")
	if err != nil {
		t.Fatal(err)
	}
	want := "version tls1.2\n\nclient SSL_shutdown\nserver SSL_read 100\nc2s deliver all\nserver SSL_set_shutdown SENT|RECEIVED\ns2c inject alert\n"
	if got := link.Script.String(); got != want || link.Step != 3 || link.Changed {
		t.Errorf("step %d:\n%s", link.Step, got)
	}
}

// TestEverythingIsReadable: all verbs and arguments, and all connections.
func TestEverythingIsReadable(t *testing.T) {
	s := everything(t)
	for _, p := range engine.Profiles() {
		for _, v := range engine.Versions {
			for _, start := range engine.Starts() {
				for _, transport := range []string{"socket", "bio-pair 1", "bio-pair 1073741824", "memory", "buffered"} {
					s.Config = engine.Config{Profile: p.Name, Version: v, Start: start, Transport: transport}.Sparse()
					text, err := EncodeReadable(s, 2)
					if err != nil {
						t.Fatal(err)
					}
					if link, err := decode(text); err != nil || link.Script.String() != withoutText(s).String() || link.Step != 2 {
						t.Fatalf("%s: %v", text, err)
					}
				}
			}
		}
	}
}

// TestReadableProfiles: a profile by its name or by its exact release.
func TestReadableProfiles(t *testing.T) {
	for word, want := range map[string]string{
		"openssl-3_5": "", "openssl-3_5_9": "", "openssl-3_5_7": "openssl-3.5.7",
		"openssl-3_0": "openssl-3.0", "openssl-3_0_22": "openssl-3.0", "openssl-3_0_20": "openssl-3.0.20", "openssl-1_1_1": "openssl-1.1.1",
	} {
		link, err := decode("t." + word + ".c-SSL_shutdown")
		if err != nil || link.Script.Config.Profile != want {
			t.Errorf("%s is %q, %v, want %q", word, link.Script.Config.Profile, err, want)
		}
	}
}

// TestReadableHasTheShippedText of the scenario with the same steps.
func TestReadableHasTheShippedText(t *testing.T) {
	for _, sc := range withoutPrograms() {
		text, err := EncodeReadable(sc.Script, 1)
		if err != nil {
			t.Fatal(err)
		}
		if link, err := decode(text); err != nil || link.Script.String() != sc.Script.String() {
			t.Errorf("%s: %v\n%s", text, err, link.Script)
		}
	}
}

// TestEmptyReadableLink ends in a letter or digit, too.
func TestEmptyReadableLink(t *testing.T) {
	text, err := EncodeReadable(withoutText(library.All()[0].Script), 99)
	if err != nil || !strings.HasSuffix(text, ".6") {
		t.Errorf("%s, %v", text, err)
	}
	for _, text := range []string{"t.tls13", "t.", "t.tls13.0"} {
		if link, err := decode(text); err != nil || len(link.Script.Steps) != 0 || link.Step != 0 {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestBadReadableLinks(t *testing.T) {
	for _, c := range []struct{ link, want string }{
		{"t..c-SSL_shutdown", "part 1 is empty"},
		{"t.c-SSL_shutdown.c-SSL_shut", `part 2, "c-SSL_shut": expected a call, such as SSL_shutdown`},
		{"t.x-SSL_shutdown", `part 1, "x-SSL_shutdown", is unknown`},
		{"t.#x", "character 3, '#', cannot be part"},
		{"t.c-SSL_read-1-2", `"c-SSL_read-1-2": expected nothing after 1`},
		{"t.c-SSL_read-" + strings.Repeat("9", 5000), "expected a number from 0 to 1048576"},
		{"t.openssl-0_9", `"openssl-0_9", is unknown`},
		{"t.transport-bio-pair-0", `"transport-bio-…", is unknown`},
		{"t.tls12.tls13", "this directive was given before"},
		{"t.c-SSL_free.tls13", "before the first step"},
	} {
		if _, err := decode(c.link); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.50s: %v, want %q", c.link, err, c.want)
		}
	}
}
