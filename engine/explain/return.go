package explain

import (
	"strconv"

	"closenotify/engine"
)

// ReturnText is what a call of v returned, "-1". For an _ex call that succeeded it adds the
// number of bytes, "1, 10 bytes".
func ReturnText(v engine.Verb, ret, bytes int) string {
	text := strconv.Itoa(ret)
	if v.IsEx() && ret == 1 {
		text += ", " + ByteCount(bytes)
	}
	return text
}
