package main

import (
	"io"

	"closenotify/engine/compile"
	"closenotify/engine/draw"
	"closenotify/engine/script"
)

// svgFormat draws a script. The first line of its introduction is the title.
func svgFormat(animated bool) fileFormat {
	return func(s script.Script) (write func(io.Writer) error, err error) {
		w, err := compile.Start(s)
		if err != nil {
			return nil, err
		}
		h, tip, err := s.RunFrom(w)
		if err != nil {
			return nil, err
		}
		o := draw.Options{Animated: animated}
		if len(s.Intro) > 0 {
			o.Title = s.Intro[0]
		}
		return func(out io.Writer) error {
			_, err := out.Write(draw.SVG(h, tip, o))
			return err
		}, nil
	}
}
