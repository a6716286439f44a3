package compile_test

import (
	"bytes"
	"reflect"
	"testing"

	"closenotify/engine/compile"
	"closenotify/engine/script"
)

// units are programs that are compiled and one that is refused.
var units = []script.TranslationUnit{
	{Text: "int main(SSL *ssl)\n{\n\treturn SSL_shutdown(ssl);\n}\n", Release: 0x30500000},
	{Text: "int main(SSL *ssl)\n{\n\treturn SSL_shutdown(ssl);\n}\n", Release: 0x1010117f},
	{Text: "int main(SSL *ssl)\n{\n\treturn SSL_shutdwon(ssl) + q;\n}\n", Release: 0x30500000},
}

// TestEncode: what was compiled is the same after Encode and Decode, the errors too.
func TestEncode(t *testing.T) {
	var codes script.Codes
	for _, u := range units {
		made := compile.Unit(u)
		codes = codes.With(u, made)
		again, err := script.DecodeCompiled(made.Encode())
		if err != nil || !reflect.DeepEqual(again, made) {
			t.Errorf("%q: %+v after Encode and Decode, %v", u.Text, again, err)
		}
	}
	if made, _ := codes.Find(units[2]); len(made.Errors) != 2 {
		t.Fatalf("the wrong program has %d errors", len(made.Errors))
	}
	encoded := codes.Encode()
	again, err := script.DecodeCodes(encoded)
	if err != nil || !reflect.DeepEqual(again, codes) {
		t.Errorf("%+v after Encode and Decode, %v", again, err)
	}
	one, other := compile.Unit(units[0]).Encode(), compile.Unit(units[1]).Encode()
	if !bytes.Equal(one, other) || bytes.Count(encoded, one) != 1 {
		t.Error("the same code is not stored once")
	}
}

// TestDecodeWrongBytes: bytes that are cut off or changed are refused, or are something else.
func TestDecodeWrongBytes(t *testing.T) {
	var codes script.Codes
	for _, u := range units {
		codes = codes.With(u, compile.Unit(u))
	}
	refused := 0
	for _, encoded := range [][]byte{codes.Encode(), compile.Unit(units[0]).Encode(), compile.Unit(units[2]).Encode()} {
		for i := range encoded {
			changed := bytes.Clone(encoded)
			changed[i] ^= 0x80
			for _, wrong := range [][]byte{encoded[:i], changed} {
				_, err1 := script.DecodeCodes(wrong)
				_, err2 := script.DecodeCompiled(wrong)
				if err1 != nil && err2 != nil {
					refused++
				}
			}
		}
	}
	if refused < 500 {
		t.Errorf("only %d are refused", refused)
	}
}
