package draw

import (
	"closenotify/engine"
)

// MaxSteps is how many steps a picture draws at most. Its last line says how many
// more there are.
const MaxSteps = 200

// Options say how to draw. The zero value draws every step, without a title and
// without movement.
type Options struct {
	Title    string // above the picture, and its name for screen readers; "" for none
	Step     int    // the last step to draw, as in engine.Step.N; 0 draws all
	Animated bool   // the steps appear one after the other, and records fly
	Unstyled bool   // without Styles, for a page that has them in its style sheet
	Blank    bool   // without what calls return and change, for people who are asked that
	Narrow   bool   // 360 pixels wide, for a phone; it does not move
}

// SVG draws the steps that lead from the first moment of h to tip, which must be
// one of its moments. The result is a complete SVG file in UTF-8. It is 720 pixels
// wide unless it is narrow, and its height grows with the number of steps.
func SVG(h engine.History, tip engine.NodeID, o Options) []byte {
	p := newPicture(h, tip, o)
	p.layOut()
	return p.render()
}

// picture is what is drawn: a header, a row for each step, and a footer.
type picture struct {
	columns     *columns
	title       []string // wrapped
	name        string   // for screen readers
	description string
	subtitle    string
	rows        []row
	omitted     int                     // steps after the last row that MaxSteps leaves out
	end         [2]engine.ShutdownFlags // after the last row, by role
	animated    bool
	unstyled    bool
	blank       bool
	height      int
}

// newPicture decides what to draw.
func newPicture(h engine.History, tip engine.NodeID, o Options) *picture {
	path := h.Path(tip)
	if last := o.Step - h.World(path[0]).Steps(); o.Step > 0 && last < len(path)-1 {
		path = path[:max(last, 0)+1]
	}
	omitted := max(len(path)-1-MaxSteps, 0)
	path = path[:len(path)-omitted]
	last := h.World(path[len(path)-1])
	c := &wide
	if o.Narrow {
		c = &narrow
	}
	p := &picture{
		columns:     c,
		title:       wrap(o.Title, titleSize, bold, c.width-2*margin, 2),
		name:        pictureName(o.Title),
		description: describe(h, path, omitted, o.Blank),
		subtitle:    Subtitle(last.Config()),
		omitted:     omitted,
		animated:    o.Animated && !o.Narrow,
		unstyled:    o.Unstyled,
		blank:       o.Blank,
	}
	p.rows = c.rowsOf(h, path, o.Blank)
	for _, r := range engine.Roles {
		p.end[r] = last.Endpoint(r).Shutdown()
	}
	return p
}

// Subtitle says which connection is shown, with what differs from the defaults: "OpenSSL 3.5, TLS
// 1.3, transport: memory".
func Subtitle(c engine.Config) string {
	text := c.Profile
	if p, ok := engine.ProfileNamed(c.Profile); ok {
		text = p.Label()
	}
	text += ", " + c.Version.Label()
	if c.Start != engine.DefaultStart {
		text += ", start: " + c.Start
	}
	if c.Transport != engine.DefaultTransport {
		text += ", transport: " + c.Transport
	}
	return text
}
