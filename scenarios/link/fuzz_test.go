package link

import (
	"strings"
	"testing"
	"unicode/utf8"

	"closenotify/engine/script"
)

// FuzzEncode: whatever a person types comes out of its link again.
func FuzzEncode(f *testing.F) {
	f.Add("# a\n#\nclient SSL_shutdown\n# b\nserver SSL_shutdown\n#\n")
	f.Add("#\n\nclient SSL_shutdown # a\tb\u202e\n")
	f.Add("#[tls1.2] a\nclient SSL_shutdown => 0 SSL_ERROR_SYSCALL \"\"\nclient SSL_free\nclient SSL_shutdown => 1\n")
	f.Add("# a\n\nprogram client\nint main(SSL *ssl)\n{\n    return SSL_shutdown(ssl);\n}\nend program\n\nclient next => 0 # b\nrun\n")
	for _, sc := range withoutPrograms() {
		f.Add(sc.Script.String())
		f.Add(sc.Script.String() + "\nclient SSL_free\n")
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := script.Parse(text)
		if err != nil {
			return
		}
		link, err := encode(s, 0)
		if err != nil {
			return
		}
		got, err := decode(link)
		if err != nil {
			t.Fatalf("%s: %v", link, err)
		}
		if want := unrolled(t, s); got.Script.String() != want.String() || got.Changed {
			t.Fatalf("%s gives\n%q\nwant\n%q", link, got.Script.String(), s.String())
		}
	})
}

// FuzzDecode: nothing in a link can do harm, and what is read can be written and is read
// again as the same. A link of format 2 is given its check sum, or nothing but damage
// would ever be tried.
func FuzzDecode(f *testing.F) {
	for _, sc := range withoutPrograms() {
		for _, s := range []script.Script{sc.Script, withoutText(sc.Script)} {
			f.Add(mustEncode(f, s, len(s.Steps)))
		}
		readable, err := EncodeReadable(sc.Script, 1)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(readable)
	}
	for _, line := range oldLinks(f) {
		f.Add(strings.Fields(line)[0])
	}
	for name, text := range programScripts(f) {
		if strings.HasPrefix(name, "starter") {
			f.Add(mustEncode(f, mustParse(f, text), 2))
		}
	}
	f.Add(mustEncode(f, everything(f), 0))
	f.Add(mustEncode(f, mustParse(f, "client SSL_free\nserver SSL_shutdown => 0 SSL_ERROR_SYSCALL\n"), 0))
	f.Fuzz(func(t *testing.T, text string) {
		checkDecoded(t, text)
		if packed, step, _ := strings.Cut(text, "."); strings.HasPrefix(packed, "2") && len(packed) > checkLength {
			checkDecoded(t, sealed(packed[1:len(packed)-checkLength], 0))
			checkDecoded(t, sealed(packed[1:len(packed)-checkLength], 0)+"."+step)
		}
		if packed, step, _ := strings.Cut(text, "."); strings.HasPrefix(packed, "3") && len(packed) > checkLength {
			packed = packed[:len(packed)-checkLength]
			checkDecoded(t, packed+checkDigits(packed, 0)+"."+step)
		}
	})
}

// checkDecoded reads any text as a link.
func checkDecoded(t *testing.T, text string) {
	link, err := Decode(shipped, text, script.Codes{}) // to compile would take too long
	if lacksCode(err) {
		again, err := bodyOfText(link.Script)
		if err != nil {
			return // too long
		}
		s, _, err := decode2(shipped, sealed(again.before, 0))
		if err != nil || s.String() != link.Script.String() {
			t.Fatalf("%q read, written as %q and read again: %v", text, again.before, err)
		}
		return
	}
	if err != nil {
		if n := utf8.RuneCountInString(err.Error()); n > 200 {
			t.Fatalf("%q: the error has %d characters", text, n)
		}
		return
	}
	if link.Step > len(link.Script.Steps) || len(link.Path) != len(link.Script.Steps)+1 {
		t.Fatalf("%q: step %d of %d, %d moments", text, link.Step, len(link.Script.Steps), len(link.Path))
	}
	again, err := encode(link.Script, link.Step)
	if err != nil {
		return // what is readable or in format 1 can be too long for format 2
	}
	other, err := decode(again)
	if err != nil || other.Script.String() != link.Script.String() || other.Step != link.Step {
		t.Fatalf("%q read, written as %q and read again: %v", text, again, err)
	}
}
