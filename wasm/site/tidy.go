package site

import (
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"
)

// tidy corrects the attributes in HTML that go-app v9.8.0 has printed. Their order is
// random. Their values are quoted as Go strings, not as HTML. Boolean attributes are
// printed even if they are false. And a value "true" is left out, which invalidates an
// aria-* attribute.
//
// go-app also prints each child of an element on a line of its own, unless the only child
// is a text. The client puts nothing between them, so the line feeds go.
func tidy(src string) (string, error) {
	var out strings.Builder
	before := "" // the name in the tag before the text
	for {
		open := strings.IndexByte(src, '<')
		if open < 0 {
			out.WriteString(src)
			return out.String(), nil
		}
		text := src[:open]
		tag, rest, err := tidyTag(src[open:])
		if err != nil {
			return "", err
		}
		if onlyChild := "</"+before+">" == tag; !onlyChild {
			text = strings.TrimSuffix(strings.TrimPrefix(text, "\n"), "\n")
		}
		out.WriteString(text)
		out.WriteString(tag)
		before, src = tagName(tag), rest
	}
}

// tagName returns the name in a tag, with the slash of an end tag.
func tagName(tag string) string { return tag[1:strings.IndexAny(tag, " >")] }

// tidyTag returns the corrected tag at the start of src, and the rest of src.
func tidyTag(src string) (tag, rest string, err error) {
	end := strings.IndexAny(src, " >")
	if end < 0 {
		return "", "", fmt.Errorf("unfinished tag at %.40q", src)
	}
	name, rest := src[:end], src[end:]
	var attributes []string
	for strings.HasPrefix(rest, " ") {
		var attribute string
		attribute, rest, err = tidyAttribute(rest[1:])
		if err != nil {
			return "", "", err
		}
		if attribute != "" {
			attributes = append(attributes, " "+attribute)
		}
	}
	if !strings.HasPrefix(rest, ">") {
		return "", "", fmt.Errorf("unfinished tag at %.40q", src)
	}
	slices.Sort(attributes)
	return name + strings.Join(attributes, "") + ">", rest[1:], nil
}

// tidyAttribute returns the corrected attribute at the start of src, and the rest of
// src.
func tidyAttribute(src string) (attribute, rest string, err error) {
	end := strings.IndexAny(src, "= >")
	if end < 0 {
		return "", "", fmt.Errorf("unfinished attribute at %.40q", src)
	}
	name, rest := src[:end], src[end:]
	if rest[0] != '=' {
		if strings.HasPrefix(name, "aria-") {
			return name + `="true"`, rest, nil
		}
		return name, rest, nil
	}
	quoted, err := strconv.QuotedPrefix(rest[1:])
	if err != nil {
		return "", "", fmt.Errorf("attribute %s: value at %.40q is not quoted", name, rest[1:])
	}
	value, err := strconv.Unquote(quoted)
	if err != nil {
		return "", "", fmt.Errorf("attribute %s: %w", name, err)
	}
	rest = rest[1+len(quoted):]
	if value == "false" && slices.Contains(booleans, name) {
		return "", rest, nil
	}
	return name + `="` + html.EscapeString(value) + `"`, rest, nil
}

// booleans has the attributes that count as true in HTML whatever their value is.
var booleans = []string{"async", "autofocus", "autoplay", "checked", "controls", "default", "defer", "disabled", "formnovalidate",
	"hidden", "inert", "ismap", "loop", "multiple", "muted", "novalidate", "open", "playsinline", "readonly", "required", "reversed", "selected"}
