package store

import (
	"context"
	"strings"
	"syscall/js"

	"github.com/hack-pad/go-indexeddb/idb"
)

// Export downloads a file with this name that has all records, as they are stored, and more. It
// returns how many these are. If nothing can be read but more, the file has only that. The form is
// JSON:
//
//	{"format":"close_notify saved scenarios","version":1,"scenarios":[
//	{"schema":2,"id":"…","title":"…","script":"…","step":3,"created":…,"modified":…,"revision":"…"},
//	{"schema":2, …}
//	],"count":2}
//
// Times are milliseconds since 1970. Each record has its own schema, see currentSchema. What JSON
// cannot hold is an object with one field, "unreadable".
func (s *IndexedDB) Export(ctx context.Context, name string, more []Saved) (int, error) {
	made, err := s.exported(ctx, more)
	if err != nil {
		return 0, err
	}
	js.Global().Call("downloadFile", made.Get("file"), name)
	return made.Get("count").Int(), nil
}

// exported makes the file of Export, and counts what is in it.
func (s *IndexedDB) exported(ctx context.Context, more []Saved) (js.Value, error) {
	records := make([]any, len(more))
	for i := range more {
		records[i] = savedToRecord(more[i])
	}
	made, err := s.read(ctx, "exportedFile", records)
	if err != nil && len(more) > 0 { // what only the page holds must get out
		made, err = await(ctx, js.Global().Call("exportedFile", nil, objectStoreName, records))
	}
	return made, err
}

// Import adds the scenarios of a file (a Blob) that Export has made. A scenario that is there
// already is skipped; if there is another version of it, both are kept. Each record stands in a line
// of its own, so that a damaged line loses no other. An error says why the file cannot be read, or
// the rest of it not stored; what was imported until then stays, and is skipped when the file is
// imported again.
func (s *IndexedDB) Import(ctx context.Context, file js.Value) (Imported, error) {
	var done Imported
	reader, err := await(ctx, js.Global().Call("readCollection", file))
	for err == nil {
		var batch js.Value
		if batch, err = await(ctx, reader.Call("next")); err != nil {
			break
		}
		if damaged := batch.Get("damaged").String(); damaged != "" {
			for _, problem := range strings.Split(damaged, "\n") {
				done.add(problem)
			}
		}
		if err = s.merge(ctx, batch.Get("rows").String(), &done); batch.Get("done").Bool() {
			break
		}
	}
	return done, err
}

// merge stores some records of a file. The rows are their recordRows, with lines instead of keys.
func (s *IndexedDB) merge(ctx context.Context, rows string, done *Imported) error {
	if rows == "" {
		return nil
	}
	var list []Saved
	for _, row := range strings.Split(rows, rowSeparator) {
		line, saved, err := rowToSaved(row)
		if err != nil {
			done.add("line " + line + ": " + err.Error())
			continue
		}
		list = append(list, saved)
	}
	var counts Imported
	err := s.write(ctx, maxReading, func(ctx context.Context, objects *idb.ObjectStore) error {
		for _, saved := range list {
			if err := counts.addTo(ctx, objects, saved); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	done.Added += counts.Added
	done.Same += counts.Same
	done.Beside += counts.Beside
	return nil
}

const mostProblems = 20

// add notes a problem.
func (i *Imported) add(problem string) {
	if len(i.Problems) == mostProblems {
		i.More++
		return
	}
	i.Problems = append(i.Problems, problem)
}

// addTo stores a scenario of a file, in its importedForm if there is another with its ID, and counts it.
func (i *Imported) addTo(ctx context.Context, objects *idb.ObjectStore, saved Saved) error {
	count := &i.Added
	for {
		record, err := stored(ctx, objects, js.ValueOf(saved.ID))
		if err != nil {
			return err
		}
		if record.IsUndefined() {
			*count++
			return put(ctx, objects, saved)
		}
		old, err := recordToSaved(record)
		if count == &i.Beside || err == nil && old.isSame(saved) {
			i.Same++
			return nil
		}
		count, saved = &i.Beside, importedForm(saved)
	}
}
