package link

import (
	"errors"
	"testing"

	"closenotify/engine/script"
	"closenotify/scenarios"
)

// TestLinksOfAPart: a link that was made while little of the library was known says the same as
// any other, and one that means what is not known is refused until it is.
func TestLinksOfAPart(t *testing.T) {
	all := withoutPrograms()
	known, other := all[0], all[1]
	part := shipped.Part(known.Name)
	for _, s := range []script.Script{known.Script, other.Script, withoutText(other.Script)} {
		s.Steps = append(s.Steps[:len(s.Steps):len(s.Steps)], mustParse(t, "client SSL_free\n").Steps...)
		text, err := Encode(part, s, 1, script.Codes{})
		if err != nil {
			t.Fatal(err)
		}
		if link, err := decode(text); err != nil || link.Script.String() != s.String() || link.Changed {
			t.Errorf("%s: %v\n%s", text, err, link.Script)
		}
	}
	if link, err := Decode(part, mustEncode(t, known.Script, 0), script.Codes{}); err != nil || link.Script.String() != known.Script.String() {
		t.Errorf("the known scenario: %v", err)
	}
	for _, text := range []string{mustEncode(t, other.Script, 0), "t.c-SSL_shutdown", "1QDBGRqYBGpkABRGZzW"} {
		for _, lib := range []scenarios.Library{part, {}} {
			if _, err := Decode(lib, text, script.Codes{}); !errors.Is(err, scenarios.ErrNotFetched) {
				t.Errorf("%s: %v", text, err)
			}
		}
	}
	if _, err := Decode(part, sealed(section('P', "__AAA"), 0), script.Codes{}); errors.Is(err, scenarios.ErrNotFetched) {
		t.Error("a link to a scenario that is not in the contents waits for it")
	}
}
