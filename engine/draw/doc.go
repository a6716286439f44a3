// Package draw draws a history of the engine as a picture in SVG, for documents and
// pages that do not run the playground. The trace command uses it.
//
// Time runs down. The client is on the left, the server on the right, the wire
// between them:
//
//	   Client               wire              Server
//	1  SSL_write(5) → 5   ▭ data 27 B ──────▶
//	2                                    └──▶ SSL_read(100) → 5
//	3  SSL_shutdown() → 0 ⬣ close_notify ───▶
//	   SENT ●                            ┊
//
// A record crosses the wire in the step that writes it. A line leads from there to
// the call that reads it; the line is dotted while nobody does. The arrow of a record
// that is held on the wire stops in the middle, and another one continues it in the
// step that delivers it.
//
// The picture is one self-contained file. It has no script and loads nothing, fits
// light and dark pages, and carries a description in sentences for screen readers.
// With Options.Animated the steps appear one after the other; a viewer that runs no
// animations, or whose user prefers reduced motion, shows the whole picture.
//
// The package is pure: the same history always gives the same bytes.
package draw
