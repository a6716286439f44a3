package site

import (
	"strconv"
	"strings"
)

// encodings has the encodings of precompressed files, the smallest first.
var encodings = []struct{ name, extension string }{
	{"br", ".br"},
	{"gzip", ".gz"},
}

// accepts reports whether an Accept-Encoding field allows the named encoding
// (RFC 9110, section 12.5.3). A "*" does not count: what sends it may not be able to
// decode brotli.
func accepts(field, encoding string) bool {
	for item := range strings.SplitSeq(field, ",") {
		name, parameters, _ := strings.Cut(item, ";")
		if !strings.EqualFold(strings.TrimSpace(name), encoding) {
			continue
		}
		weight, found := strings.CutPrefix(strings.TrimSpace(parameters), "q=")
		if !found {
			return true
		}
		q, err := strconv.ParseFloat(weight, 64)
		return err == nil && q > 0
	}
	return false
}
