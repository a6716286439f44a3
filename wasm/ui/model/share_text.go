package model

import (
	"strconv"
	"strings"

	"closenotify/engine/explain"
	"closenotify/engine/markdown"
	"closenotify/engine/script"
)

// sharedText is the link in a form: "link", "markdown", "iframe" or "component". what is for the
// notice.
func (m *Model) sharedText(form string) (text, what string) {
	switch form {
	case "markdown":
		return m.markdownLink(), "Markdown"
	case "iframe":
		return m.iframe(), "HTML"
	case "component":
		return m.component(), "HTML"
	}
	return m.Link, "Link"
}

// sharedTitle is the title of the scenario for other programs.
func (m *Model) sharedTitle() string { return script.StripHidden(m.Title()) }

// markdownLink is the link with its title. In angle brackets an address ends nowhere else.
func (m *Model) markdownLink() string {
	return "[" + markdown.Text(m.sharedTitle()) + "](<" + m.Link + ">)"
}

// escapeHTML is a text for an element or a quoted attribute. Package html, or a strings.Replacer,
// would be a larger part of the download.
func escapeHTML(text string) string {
	var b strings.Builder
	for _, c := range text {
		switch c {
		case '&', '<', '>', '"', '\'':
			b.WriteString("&#" + strconv.Itoa(int(c)) + ";")
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// maxTranscript is how many steps the copied transcript has at most.
const maxTranscript = 200

// iframe is an HTML element that shows the scenario. A page in it has no origin of its own.
func (m *Model) iframe() string {
	name, fragment, step := m.embedded()
	address := m.BaseURL + "/embed/" + name
	if step > 0 {
		address += "?step=" + strconv.Itoa(step)
	}
	title := escapeHTML(m.sharedTitle())
	return `<iframe src="` + escapeHTML(address+"#"+fragment) + `" title="` + title + `: a TLS shutdown, step by step" loading="lazy"` +
		` sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="width: 100%; aspect-ratio: 16 / 10; border: 0">` + m.fallbackLink() + "</iframe>\n"
}

// component is the element of web/embed.js. Without scripts its content is read: the transcript.
func (m *Model) component() string {
	name, fragment, step := m.embedded()
	var b strings.Builder
	b.WriteString(`<script src="` + escapeHTML(m.BaseURL) + `/embed.js" defer></script>` + "\n<tls-shutdown")
	if name != "" {
		b.WriteString(` scenario="` + escapeHTML(name) + `"`)
	}
	b.WriteString(` link="` + escapeHTML(fragment) + `"`)
	if step > 0 {
		b.WriteString(` step="` + strconv.Itoa(step) + `"`)
	}
	b.WriteString(">\n<ol>\n")
	for i := 1; i <= min(m.Len(), maxTranscript); i++ {
		b.WriteString("<li>" + escapeHTML(script.StripHidden(explain.Sentence(m.History, m.Path[i]))) + "</li>\n")
	}
	b.WriteString("</ol>\n<p>" + m.fallbackLink() + "</p>\n</tls-shutdown>\n")
	return b.String()
}

// fallbackLink leads to the playground where nothing can be embedded.
func (m *Model) fallbackLink() string {
	return `<a href="` + escapeHTML(m.Link) + `">` + escapeHTML(m.sharedTitle()) + "</a>"
}

// embedded are the parts of the link for an embed: the scenario of its page, "" for none, the
// fragment without its step, and the step.
func (m *Model) embedded() (name, fragment string, step int) {
	v := visitOf(m.Link)
	if step = m.sharedStep(); step > 0 {
		v.Fragment = strings.TrimSuffix(v.Fragment, "."+strconv.Itoa(step))
	}
	return v.Preset, v.Fragment, step
}
