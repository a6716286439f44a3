package raster

import (
	"slices"
	"strconv"
	"strings"
)

// sheet is a style sheet: rules in their order.
type sheet []rule

// rule is a rule for elements that have a name and all of some classes.
type rule struct {
	name       string // "" for any
	classes    []string
	properties map[string]string
}

// darkQuery begins the rules for dark pages, which come last.
const darkQuery = "@media (prefers-color-scheme:dark){"

// newSheet reads draw.Styles, whose selectors are ".close-notify NAME.CLASS.CLASS".
func newSheet(text string, theme Theme) sheet {
	light, dark, _ := strings.Cut(text, darkQuery)
	if theme == Dark {
		light += dark
	}
	var s sheet
	for block := range strings.SplitSeq(light, "}") {
		selectors, declarations, ok := strings.Cut(block, "{")
		if !ok {
			continue
		}
		properties := map[string]string{}
		for d := range strings.SplitSeq(declarations, ";") {
			if key, value, ok := strings.Cut(d, ":"); ok {
				properties[key] = value
			}
		}
		for selector := range strings.SplitSeq(strings.TrimSpace(selectors), ",") {
			parts := strings.Split(strings.TrimPrefix(strings.TrimPrefix(selector, ".close-notify"), " "), ".")
			s = append(s, rule{parts[0], parts[1:], properties})
		}
	}
	return s
}

// style is how an element looks.
type style map[string]string

// of is the style of an element. A rule with more classes wins over one with fewer, else the later
// one wins.
func (s sheet) of(classes []string, name string) style {
	got := style{}
	for specific := range 4 {
		for _, r := range s {
			fits := len(r.classes) == specific && (r.name == "" || r.name == name)
			for _, c := range r.classes {
				fits = fits && slices.Contains(classes, c)
			}
			if !fits {
				continue
			}
			for key, value := range r.properties {
				got[key] = value
			}
		}
	}
	return got
}

// number is a property that is a number of pixels.
func (s style) number(key string, otherwise float32) float32 {
	n, err := strconv.ParseFloat(strings.TrimSuffix(s[key], "px"), 32)
	if err != nil {
		return otherwise
	}
	return float32(n)
}
