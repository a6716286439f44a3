package store

import (
	"errors"
	"strconv"
	"strings"
	"syscall/js"
	"time"
)

// What recordRow of Script puts between fields and between rows.
const (
	fieldSeparator = "\x1f"
	rowSeparator   = "\x1e"
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
		"revision": s.Revision,
	})
}

// recordToSaved reads a stored record of any schema.
func recordToSaved(record js.Value) (Saved, error) {
	_, s, err := rowToSaved(js.Global().Call("recordRow", record, "", true).String())
	return s, err
}

// rowToSaved reads a row that recordRow has made of a record of any schema, with its script, and
// returns the key, too.
func rowToSaved(row string) (key string, s Saved, err error) {
	f := rowFields(row)
	schema, e, err := f.entry()
	if err == nil {
		s, err = fromSchema(schema, Saved{e, f[9]})
	}
	return f[0], s, err
}

// rowToEntry is rowToSaved for a row without a script.
func rowToEntry(row string) (key string, e Entry, err error) {
	f := rowFields(row)
	if _, e, err = f.entry(); err == nil {
		e, err = e.checked()
	}
	return f[0], e, err
}

// fields are the fields of a row.
type fields []string

func rowFields(row string) fields {
	f := strings.Split(row, fieldSeparator)
	for i, text := range f {
		if !strings.Contains(text, "\x1d") {
			continue
		}
		text = strings.ReplaceAll(text, "\x1dB", rowSeparator)
		text = strings.ReplaceAll(text, "\x1dC", fieldSeparator)
		f[i] = strings.ReplaceAll(text, "\x1dA", "\x1d")
	}
	return f
}

// entry reads all but the key and the script. The Entry is not checked.
func (f fields) entry() (schema int64, e Entry, err error) {
	schema = f.integer(2)
	if f[2] != "" {
		err = checkSchema(schema)
	}
	if err == nil && f[1] != "" {
		err = errors.New(f[1])
	}
	e = Entry{
		ID:      f[3],
		Title:   f[4],
		Step:    int(f.integer(5)),
		Created: time.UnixMilli(f.integer(6)),
		Version: Version{time.UnixMilli(f.integer(7)), f[8]},
	}
	return schema, e, err
}

// integer is field i, or 0 if recordRow has found something wrong with it.
func (f fields) integer(i int) int64 {
	n, _ := strconv.ParseInt(f[i], 10, 64)
	return n
}
