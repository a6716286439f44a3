package link

import (
	"testing"

	"closenotify/scenarios/library"
)

// TestExpectationsAreInLinks, also in those that are a difference from a shipped scenario.
func TestExpectationsAreInLinks(t *testing.T) {
	s := mustParse(t, "client SSL_free\nserver SSL_read 5 => 0 SSL_ERROR_SSL \"unexpected eof while reading\"\nserver SSL_shutdown\nserver SSL_shutdown => -1\n")
	checkRoundTrip(t, s, 1)
	s = library.All()[0].Script
	text := s.String() + "server SSL_shutdown => 1 SSL_ERROR_NONE\n"
	checkRoundTrip(t, mustParse(t, text), 0)
}

// TestDamagedExpectations are refused.
func TestDamagedExpectations(t *testing.T) {
	const free, shutdown = "SCBE", "SCBA"
	for _, tt := range []struct {
		name, sections string
		want           error
	}{
		{"two expectations for one step", shutdown + section('e', text(0, "0")+text(0, "0")), errDamaged},
		{"none", shutdown + section('e', text(0, "")), errDamaged},
		{"longer than the section", shutdown + section('e', "AZMA"), errDamaged},
		{"no base64", shutdown + section('e', "ABM"), errDamaged},
		{"two blanks", shutdown + section('e', text(0, "0  SSL_ERROR_SYSCALL")), errDamaged},
		{"an error of a newer language", shutdown + section('e', text(0, "0 SSL_ERROR_WANT_TIME")), errNewer},
		{"nothing is returned", free + section('e', text(0, "0")), errNewer},
	} {
		if link, err := decode(sealed(tt.sections, 0)); err != tt.want {
			t.Errorf("%s: %v, %v; want %v", tt.name, link.Script, err, tt.want)
		}
	}
}
