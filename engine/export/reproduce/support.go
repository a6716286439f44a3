package reproduce

import "errors"

// The support is all C that a scenario may need: the harness's files and ours, by name. A browser
// fetches it when somebody wants a program in C, as one archive: see Support and UseSupport.
type support map[string]string

// errNoSupport is the error of C where nobody has called UseSupport.
var errNoSupport = errors.New("the C code that it is made of is not here")

// fileText is the text of a file, "" if there is none.
func fileText(name string) string { return files()[name] }

// isOurs reports whether a file is none of the harness's, so that its conditions have to be
// resolved.
func isOurs(name string) bool {
	for _, base := range []string{"reproduce", "sizes", "trace_text"} {
		if name == base+".c" || name == base+".h" {
			return true
		}
	}
	return false
}
