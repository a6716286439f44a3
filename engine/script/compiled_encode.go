package script

import (
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
	"strings"

	"closenotify/engine/program"
)

// The first byte of an encoded Compiled.
const (
	codeFollows   = 'c'
	errorsFollows = 'e'
)

// Encode returns what was compiled as bytes, for DecodeCompiled.
func (c Compiled) Encode() []byte {
	if c.Code != nil {
		return append([]byte{codeFollows}, c.Code.Encode()...)
	}
	bytes := []byte{errorsFollows}
	for _, e := range c.Errors {
		bytes = appendNumbers(bytes, e.Line, e.Column)
		bytes = appendSized(appendSized(bytes, e.Text), e.Want)
	}
	return bytes
}

// Encode returns the programs as bytes, for DecodeCodes. Each text is there once, and so is what
// was compiled: for many releases it is the same.
func (c Codes) Encode() []byte {
	units := slices.SortedFunc(maps.Keys(c.compiled), func(a, b TranslationUnit) int {
		return cmp.Or(strings.Compare(a.Text, b.Text), cmp.Compare(a.Release, b.Release))
	})
	var texts, made table
	var rows []byte
	for _, u := range units {
		rows = appendNumbers(rows, texts.row(u.Text), int(u.Release), made.row(string(c.compiled[u].Encode())))
	}
	return append(append(texts.encode(), made.encode()...), rows...)
}

// table is a list of texts in which none occurs twice.
type table []string

// row is the number of a text, which is added if the table does not have it.
func (t *table) row(text string) int {
	i := slices.Index(*t, text)
	if i < 0 {
		i = len(*t)
		*t = append(*t, text)
	}
	return i
}

func (t table) encode() []byte {
	bytes := appendNumbers(nil, len(t))
	for _, text := range t {
		bytes = appendSized(bytes, text)
	}
	return bytes
}

func appendNumbers(bytes []byte, numbers ...int) []byte {
	for _, n := range numbers {
		bytes = binary.AppendUvarint(bytes, uint64(n))
	}
	return bytes
}

func appendSized(bytes []byte, text string) []byte {
	return append(appendNumbers(bytes, len(text)), text...)
}

// errCompiled is the error of bytes that no Encode has made.
var errCompiled = errors.New("these bytes are no compiled program")

// DecodeCompiled returns what Encode has made these bytes of.
func DecodeCompiled(bytes []byte) (Compiled, error) {
	if len(bytes) < 2 {
		return Compiled{}, errCompiled
	}
	if bytes[0] == codeFollows {
		code, err := program.Decode(bytes[1:])
		return Compiled{Code: code}, err
	}
	r := numberReader{bytes: bytes[1:], bad: bytes[0] != errorsFollows}
	var made Compiled
	for len(r.bytes) > 0 && !r.bad {
		made.Errors = append(made.Errors, CompileError{Line: r.number(), Column: r.number(), Text: r.text(), Want: r.text()})
	}
	if r.bad {
		return Compiled{}, errCompiled
	}
	return made, nil
}

// DecodeCodes returns the programs that Encode has made these bytes of.
func DecodeCodes(bytes []byte) (Codes, error) {
	r := numberReader{bytes: bytes}
	texts := r.table()
	var made []Compiled
	for _, encoded := range r.table() {
		m, err := DecodeCompiled([]byte(encoded))
		if err != nil {
			return Codes{}, err
		}
		made = append(made, m)
	}
	codes := Codes{map[TranslationUnit]Compiled{}}
	for len(r.bytes) > 0 && !r.bad {
		text, release, row := r.number(), r.number(), r.number()
		if text >= len(texts) || row >= len(made) {
			return Codes{}, errCompiled
		}
		codes.compiled[TranslationUnit{texts[text], uint32(release)}] = made[row]
	}
	if r.bad {
		return Codes{}, errCompiled
	}
	return codes, nil
}

// A numberReader takes numbers and texts from bytes. Once bad is set, there are no more.
type numberReader struct {
	bytes []byte
	bad   bool
}

func (r *numberReader) number() int {
	x, n := binary.Uvarint(r.bytes)
	if n <= 0 || x > 1<<32 {
		r.bytes, r.bad = nil, true
		return 0
	}
	r.bytes = r.bytes[n:]
	return int(x)
}

func (r *numberReader) text() string {
	n := r.number()
	if n > len(r.bytes) {
		r.bytes, r.bad = nil, true
		return ""
	}
	text := string(r.bytes[:n])
	r.bytes = r.bytes[n:]
	return text
}

func (r *numberReader) table() table {
	var t table
	for range min(r.number(), len(r.bytes)) {
		t = append(t, r.text())
	}
	return t
}
