package main

import (
	"io"

	"closenotify/engine/compile"
	"closenotify/engine/export"
	"closenotify/engine/script"
)

// exported writes a script in another form.
func exported(f export.Format) fileFormat {
	return func(s script.Script) (write func(io.Writer) error, err error) {
		w, err := compile.Start(s)
		if err != nil {
			return nil, err
		}
		p, err := export.Play(s, w)
		if err != nil {
			return nil, err
		}
		data, err := f.Write(p)
		if err != nil {
			return nil, err
		}
		return func(out io.Writer) error {
			_, err := out.Write(data)
			return err
		}, nil
	}
}
