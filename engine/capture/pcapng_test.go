package capture

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestOptionsEndWithACharacter cuts texts that are too long for an option.
func TestOptionsEndWithACharacter(t *testing.T) {
	for _, first := range []string{"", "a"} {
		option := appendOption(nil, optionComment, first+strings.Repeat("é", 40_000))
		length := int(binary.LittleEndian.Uint16(option[2:]))
		if text := option[4:][:length]; !utf8.Valid(text) || length < 0xfffe {
			t.Errorf("%q: %d bytes, which end in %q", first, length, text[length-2:])
		}
	}
}
