package export

import "closenotify/engine/draw"

// writeSVG draws the steps.
func writeSVG(p Played) ([]byte, error) { return p.drawn(false), nil }

// writeAnimatedSVG draws the steps so that they appear one after the other.
func writeAnimatedSVG(p Played) ([]byte, error) { return p.drawn(true), nil }

func (p Played) drawn(animated bool) []byte {
	return draw.SVG(p.History, p.Path[len(p.Path)-1], draw.Options{Title: p.Title(), Animated: animated})
}
