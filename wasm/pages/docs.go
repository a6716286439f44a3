package pages

import (
	"fmt"
	"html/template"
	"strings"

	"closenotify/scenarios/docs"
)

// docsExample is the block that the page for authors of documents shows.
const docsExample = `# Half of a shutdown

# The other half is still open.
client SSL_shutdown => 0
server SSL_read 100 => 0 SSL_ERROR_ZERO_RETURN
`

// docsView has the source of the example, and the HTML that readers see.
func docsView() (map[string]any, error) {
	made, wrong, _ := docs.Make(docs.Request{Line: 1, Text: docsExample, Options: map[string]string{"step": "1"}})
	if len(wrong) > 0 {
		return nil, fmt.Errorf("the example of a document: %v", wrong)
	}
	indented := ""
	for line := range strings.Lines(docsExample) {
		indented += strings.TrimRight("   "+line, " \n") + "\n"
	}
	return map[string]any{"Script": docsExample, "Indented": indented, "Example": template.HTML(made[0].HTML)}, nil
}
