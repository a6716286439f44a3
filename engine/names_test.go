package engine_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
)

// A declaration is the identifier and the name of a rule or of a difference.
type declaration struct{ identifier, name string }

// declarations reads those that begin with a prefix from the package's source:
// RuleX = &Rule{Name: "x"}, and diffX: {Name: "x"}.
func declarations(t *testing.T, prefix string) []declaration {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var list []declaration
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			identifier, value := declared(n)
			if literal, ok := value.(*ast.CompositeLit); ok && strings.HasPrefix(identifier, prefix) {
				if name := nameField(literal); name != "" {
					list = append(list, declaration{identifier, name})
				}
			}
			return true
		})
	}
	return list
}

// declared is the identifier that a node gives a value to.
func declared(n ast.Node) (identifier string, value ast.Expr) {
	switch n := n.(type) {
	case *ast.ValueSpec:
		if len(n.Values) == 1 {
			if address, ok := n.Values[0].(*ast.UnaryExpr); ok {
				return n.Names[0].Name, address.X
			}
		}
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok {
			return key.Name, n.Value
		}
	}
	return "", nil
}

// nameField is the string of a literal's field Name, "" if it has none.
func nameField(literal *ast.CompositeLit) string {
	for _, e := range literal.Elts {
		field, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if key, ok := field.Key.(*ast.Ident); ok && key.Name == "Name" {
			name, _ := strconv.Unquote(field.Value.(*ast.BasicLit).Value)
			return name
		}
	}
	return ""
}

// declaredRules lists the names of all rules.
func declaredRules(t *testing.T) []string {
	var names []string
	for _, d := range declarations(t, "Rule") {
		names = append(names, d.name)
	}
	if slices.Sort(names); len(slices.Compact(slices.Clone(names))) != len(names) || len(names) < 100 {
		t.Errorf("two rules have one name, or some were not found: %q", names)
	}
	return names
}

// TestIdentifiersAreNames: whoever has read the name of a rule or of a difference, in a
// trace or on the page, finds its identifier. RuleBothClosed is "both-closed".
func TestIdentifiersAreNames(t *testing.T) {
	differences := declarations(t, "diff")
	if len(differences) != len(engine.Differences()) {
		t.Errorf("%d differences were found, there are %d", len(differences), len(engine.Differences()))
	}
	for prefix, list := range map[string][]declaration{"Rule": declarations(t, "Rule"), "diff": differences} {
		for _, d := range list {
			if !strings.EqualFold(d.identifier, prefix+strings.ReplaceAll(d.name, "-", "")) {
				t.Errorf("%s is called %q", d.identifier, d.name)
			}
		}
	}
}
