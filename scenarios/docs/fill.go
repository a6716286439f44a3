package docs

import (
	"fmt"
	"regexp"
	"strings"

	"closenotify/engine/document"
)

// In a page of plain HTML a block is a comment, and what Fill makes of it stands after that:
//
//	<!-- tls-shutdown step=1
//	client SSL_shutdown => 0
//	-->
//	…
//	<!-- end tls-shutdown -->
var (
	toFill    = regexp.MustCompile(`(?s)<!-- *` + document.Word + `( [^\n]*)?\r?\n(.*?)-->`)
	endOfFill = "<!-- end " + document.Word + " -->"
)

// Fill puts the HTML of each block of a page after it, in the place of what was there before, and
// the script of the component after the last. The result is the same if it is filled again. Remarks
// say what is wrong, as for Make.
func Fill(file, page, site string) (out string, wrong []document.Remark, played bool) {
	var b strings.Builder
	end, last := 0, ""
	played = true
	blocks := toFill.FindAllStringSubmatchIndex(page, -1)
	for i, at := range blocks {
		info := ""
		if at[2] >= 0 {
			info = page[at[2]:at[3]]
		}
		made, remarks, ok := Make(Request{File: file, Line: 1 + strings.Count(page[:at[4]], "\n"), Text: page[at[4]:at[5]], Info: info, Site: site})
		wrong, played = append(wrong, remarks...), played && ok
		if len(remarks) > 0 {
			continue
		}
		if i == len(blocks)-1 && site != "" {
			last = fmt.Sprintf("<script src=\"%s/embed.js\" defer></script>\n", strings.TrimSuffix(site, "/"))
		}
		b.WriteString(page[end:at[1]] + "\n" + made[0].HTML + "\n" + last + endOfFill)
		end = at[1]
		before := page[end:]
		if i < len(blocks)-1 {
			before = page[end:blocks[i+1][0]]
		}
		if n := strings.Index(before, endOfFill); n >= 0 {
			end += n + len(endOfFill)
		}
	}
	if len(wrong) > 0 {
		return page, wrong, played
	}
	return b.String() + page[end:], nil, true
}
