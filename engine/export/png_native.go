//go:build !js

package export

import "closenotify/engine/draw/raster"

// writePNG paints the drawing.
func writePNG(p Played) ([]byte, error) { return raster.Ladder(p.drawn(false)) }
