package draw

import (
	"bytes"
	"strconv"
	"strings"
)

// markup writes XML. Coordinates are whole pixels.
type markup struct {
	bytes.Buffer
	animated bool // the picture moves
	columns  *columns
}

// xmlEscaper escapes what has a meaning in XML text and attribute values.
var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape makes a text safe in XML. XML allows no control characters, not even
// escaped ones (XML 1.0 §2.2), so they become U+FFFD.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return xmlEscaper.Replace(s)
}

// tag writes an element without content. Attributes are pairs of name and value; a
// value is a string or an int.
func (m *markup) tag(name string, attributes ...any) {
	m.start(name, attributes)
	m.WriteString("/>\n")
}

// open writes the start of an element, which close ends.
func (m *markup) open(name string, attributes ...any) {
	m.start(name, attributes)
	m.WriteString(">\n")
}

// close ends an element.
func (m *markup) close(name string) { m.WriteString("</" + name + ">\n") }

// element writes an element with a text as its content.
func (m *markup) element(name, content string, attributes ...any) {
	m.start(name, attributes)
	m.WriteString(">" + escape(content))
	m.close(name)
}

// start writes a start tag without its end. An attribute whose value is "" is left
// out.
func (m *markup) start(name string, attributes []any) {
	m.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		value := ""
		switch v := attributes[i+1].(type) {
		case int:
			value = strconv.Itoa(v)
		case string:
			value = v
		}
		if value != "" {
			m.WriteString(" " + attributes[i].(string) + `="` + escape(value) + `"`)
		}
	}
}

// points formats coordinates x, y, x, y … for a polygon.
func points(coordinates ...int) string {
	var b strings.Builder
	for i, c := range coordinates {
		if i > 0 {
			b.WriteByte(" ,"[i%2])
		}
		b.WriteString(strconv.Itoa(c))
	}
	return b.String()
}
