package engine

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestNamesAreSlugs: whoever has read the name of a rule or of a difference, in a trace or
// on the page, finds its identifier: RuleBothClosed is "both-closed".
func TestNamesAreSlugs(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	check := func(identifier, prefix string, fields []ast.Expr) {
		for _, f := range fields {
			pair, ok := f.(*ast.KeyValueExpr)
			if key, named := pair.Key.(*ast.Ident); !ok || !named || key.Name != "Name" {
				continue
			}
			slug, err := strconv.Unquote(pair.Value.(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			seen[prefix+slug] = true
			if !strings.EqualFold(identifier, prefix+strings.ReplaceAll(slug, "-", "")) {
				t.Errorf("%s is called %q", identifier, slug)
			}
		}
	}
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec: // RuleX = newRule(Rule{Name: "x"})
				if len(n.Values) == 1 {
					if call, ok := n.Values[0].(*ast.CallExpr); ok && isIdent(call.Fun, "newRule") {
						check(n.Names[0].Name, "Rule", call.Args[0].(*ast.CompositeLit).Elts)
					}
				}
			case *ast.KeyValueExpr: // diffX: {Name: "x"}
				if key, ok := n.Key.(*ast.Ident); ok && strings.HasPrefix(key.Name, "diff") {
					check(key.Name, "diff", n.Value.(*ast.CompositeLit).Elts)
				}
			}
			return true
		})
	}
	if want := len(rules) - 1 + len(differences); len(seen) != want {
		t.Errorf("%d names were read, there are %d", len(seen), want)
	}
}

// isIdent reports whether an expression is a plain identifier.
func isIdent(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}
