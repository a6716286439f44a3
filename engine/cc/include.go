package cc

import "regexp"

var (
	// include is a line with #include, and included what it includes.
	include  = regexp.MustCompile(`(?m)^[ \t]*(?:/\*[^*\n]*\*/[ \t]*)?#[ \t]*include\b.*$`)
	included = regexp.MustCompile(`^[ \t]*(?:/\*[^*\n]*\*/[ \t]*)?#[ \t]*include[ \t]*(<[^<>\n]+>|"[^"\n]+")[ \t]*(//.*|/\*.*)?$`)
	boolean  = regexp.MustCompile(`include[ \t]*[<"](\S*/)?stdbool\.h[>"]`)
)

// booleans is what stdbool.h defines.
const booleans = "#define bool _Bool\n#define true 1\n#define false 0\n"

// withoutIncludes returns the text without its #include lines, which add nothing: the front end
// hangs at some that are wrong. It also returns what stdbool.h defines, if it is included.
func withoutIncludes(text string) (rest, defines string) {
	rest = include.ReplaceAllStringFunc(text, func(line string) string {
		switch m := included.FindStringSubmatchIndex(line); {
		case m == nil:
			return "#error write #include <name>"
		case m[4] >= 0:
			return line[m[4]:m[5]] // a comment may go on in the next line
		}
		return ""
	})
	if boolean.MatchString(text) {
		defines = booleans
	}
	return rest, defines
}
