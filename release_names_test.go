package closenotify

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"testing"
)

// releaseTables are the files that know the releases. So does
// engine/conformance/releases.txt.
var releaseTables = []string{"engine/profile.go", "engine/difference.go"}

var (
	// citation is the number of a document, or of a section, which may look like a release's.
	citation = regexp.MustCompile(`(§|RFC |[Ss]ection )[0-9.]+`)
	// releaseNumber is the number of a release, with or without the patch.
	releaseNumber = regexp.MustCompile(`\b(0\.9\.\d|1\.[01]\.\d[a-z]?|[34]\.\d+(\.\d+)?)\b`)
	// releaseIdentifier is an identifier that names a release, such as openSSL35.
	releaseIdentifier = regexp.MustCompile(`(?i)(openssl|release|libssl)_?\d`)
)

// TestReleasesAreData: a release's name or number stands in no code outside the tables. It
// may stand in a comment.
func TestReleasesAreData(t *testing.T) {
	for _, path := range append(productFiles(t), releaseTables...) {
		found := releasesIn(t, path)
		if slices.Contains(releaseTables, path) {
			if len(found) == 0 {
				t.Errorf("%s names no release", path)
			}
			continue
		}
		for _, where := range found {
			t.Errorf("%s: a release is named: %s", path, where)
		}
	}
}

// releasesIn lists the strings and the identifiers of a file that name a release.
func releasesIn(t *testing.T, path string) (found []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for node := range ast.Preorder(file) {
		switch node := node.(type) {
		case *ast.BasicLit:
			if node.Kind == token.STRING && releaseNumber.MatchString(citation.ReplaceAllString(node.Value, "")) {
				found = append(found, node.Value)
			}
		case *ast.Ident:
			if releaseIdentifier.MatchString(node.Name) {
				found = append(found, node.Name)
			}
		}
	}
	return found
}
