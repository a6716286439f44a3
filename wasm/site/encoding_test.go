package site

import "testing"

func TestAccepts(t *testing.T) {
	for _, test := range []struct {
		field, encoding string
		want            bool
	}{
		{"gzip, deflate, br", "br", true},
		{"gzip,BR", "br", true},
		{"br;q=0.5", "br", true},
		{"br;q=0", "br", false},
		{"br; q=0.000", "br", false},
		{"br;q=nonsense", "br", false},
		{"brotli", "br", false},
		{"*", "br", false},
		{"", "gzip", false},
	} {
		if have := accepts(test.field, test.encoding); have != test.want {
			t.Errorf("accepts(%q, %q) = %v, want %v", test.field, test.encoding, have, test.want)
		}
	}
}
