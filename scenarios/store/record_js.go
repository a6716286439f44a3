package store

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"syscall/js"
	"time"
)

// savedToRecord returns the object that is stored for s.
func savedToRecord(s Saved) js.Value {
	return js.ValueOf(map[string]any{
		"schema":   currentSchema,
		"id":       s.ID,
		"title":    s.Title,
		"script":   s.Script,
		"step":     s.Step,
		"created":  s.Created.UnixMilli(),
		"modified": s.Modified.UnixMilli(),
	})
}

// recordToSaved reads a stored record of any schema. It takes nothing for granted: other
// versions of this page, and other pages of the same origin, can write to the database.
func recordToSaved(record js.Value) (s Saved, err error) {
	defer func() {
		// js.Value panics on the types that it does not know, such as BigInt.
		if recover() != nil {
			err = errors.New("holds a value of a type that no version of this page stores")
		}
	}()
	f := fields{record: record}
	schema := f.integer("schema")
	if f.err != nil {
		return Saved{}, f.err
	}
	if err := checkSchema(schema); err != nil {
		return Saved{}, err
	}
	s = Saved{
		ID:       f.text("id"),
		Title:    f.text("title"),
		Script:   f.text("script"),
		Step:     int(f.integer("step")),
		Created:  time.UnixMilli(f.integer("created")),
		Modified: time.UnixMilli(f.integer("modified")),
	}
	if f.err != nil {
		return Saved{}, f.err
	}
	return fromSchema(schema, s)
}

// fields reads the fields of a record. It keeps the first error.
type fields struct {
	record js.Value
	err    error
}

func (f *fields) get(name string, want js.Type) (js.Value, bool) {
	v := f.record.Get(name)
	if v.Type() == want {
		return v, true
	}
	if f.err == nil {
		f.err = fmt.Errorf("%s is %s, not a %s", name, typeName(v), want)
	}
	return v, false
}

func (f *fields) text(name string) string {
	v, ok := f.get(name, js.TypeString)
	if !ok {
		return ""
	}
	return v.String()
}

func (f *fields) integer(name string) int64 {
	v, ok := f.get(name, js.TypeNumber)
	if !ok {
		return 0
	}
	n := v.Float()
	// From 2^53 on, a number can stand for several integers (Number.MAX_SAFE_INTEGER).
	if n != math.Trunc(n) || math.Abs(n) >= 1<<53 {
		if f.err == nil {
			f.err = fmt.Errorf("%s is %v, not an integer", name, n)
		}
		return 0
	}
	return int64(n)
}

func typeName(v js.Value) string {
	switch v.Type() {
	case js.TypeUndefined:
		return "missing"
	case js.TypeNull:
		return "null"
	case js.TypeObject:
		return "an object"
	}
	return "a " + v.Type().String()
}

// keyID returns the ID by which List and Delete know the record with that key. Only other
// programs write keys that are not strings.
func keyID(key js.Value) string {
	if key.Type() == js.TypeString {
		return key.String()
	}
	return "#" + rawText(key)
}

// rawText returns all of a stored value, for an export: as JSON, or field by field where
// JSON cannot have it (JSON has no BigInt and no cycles).
func rawText(v js.Value) string {
	json := js.Global().Get("JSON")
	if text, err := jsText(json, "stringify", v); err == nil {
		return text
	}
	var b strings.Builder
	names := js.Global().Get("Object").Call("keys", v)
	for i := range names.Length() {
		// The field may be of a type that js.Value does not know, so only JavaScript
		// looks at it.
		field := v.Get(names.Index(i).String())
		text, err := jsText(json, "stringify", field)
		if err != nil {
			text, err = jsText(js.Global(), "String", field)
		}
		if err != nil {
			text = err.Error()
		}
		fmt.Fprintf(&b, "%s: %s\n", names.Index(i).String(), text)
	}
	return b.String()
}

// jsText calls the method of object with v and returns its text.
func jsText(object js.Value, method string, v js.Value) (text string, err error) {
	defer recoverError(&err)
	result := object.Call(method, v)
	if result.Type() != js.TypeString {
		return "", errors.New("(nothing that can be written down)")
	}
	return result.String(), nil
}

// recoverError turns a panic into an error.
func recoverError(err *error) {
	switch r := recover().(type) {
	case nil:
	case error:
		*err = r
	default:
		*err = fmt.Errorf("%v", r)
	}
}
