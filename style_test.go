package closenotify

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	maxFunctionLines = 40
	maxFileLines     = 400
)

// TestStyle checks the product's Go files: how long they and their functions are,
// and that each exported name has a comment.
func TestStyle(t *testing.T) {
	files := token.NewFileSet()
	for _, path := range productFiles(t) {
		file, err := parser.ParseFile(files, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if n := files.File(file.FileStart).LineCount(); n > maxFileLines {
			t.Errorf("%s has %d lines, more than %d", path, n, maxFileLines)
		}
		for _, f := range functions(file) {
			from, to := files.Position(f.Pos()), files.Position(f.End())
			if n := to.Line - from.Line + 1; n > maxFunctionLines {
				t.Errorf("%s: the function has %d lines, more than %d", from, n, maxFunctionLines)
			}
		}
		for _, name := range undocumented(file) {
			t.Errorf("%s: %s has no comment", files.Position(name.Pos()), name.Name)
		}
	}
}

// productFiles returns the paths of our Go files that are not tests.
func productFiles(t *testing.T) []string {
	t.Helper()
	var paths []string
	for _, dir := range []string{"engine", "scenarios", "wasm"} {
		before := len(paths)
		err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
			if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
				paths = append(paths, path)
			}
			return err
		})
		if err != nil || len(paths) == before {
			t.Fatalf("%s has no Go files (%v)", dir, err)
		}
	}
	return paths
}

// functions returns the functions of a file, those without a name included.
func functions(file *ast.File) []ast.Node {
	var found []ast.Node
	for node := range ast.Preorder(file) {
		switch node.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			found = append(found, node)
		}
	}
	return found
}

// undocumented returns the exported names of a file that have no comment.
func undocumented(file *ast.File) []*ast.Ident {
	var names []*ast.Ident
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Doc == nil && isExportedReceiver(decl.Recv) {
				names = append(names, decl.Name)
			}
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				names = append(names, undocumentedSpec(decl, spec)...)
			}
		}
	}
	return slices.DeleteFunc(names, func(name *ast.Ident) bool { return !name.IsExported() })
}

// undocumentedSpec returns the names of one declaration if it has no comment. The
// comment of a group counts for its constants and variables, and for the types that
// it names.
func undocumentedSpec(group *ast.GenDecl, spec ast.Spec) []*ast.Ident {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		alone := !group.Lparen.IsValid() && group.Doc != nil
		if spec.Doc == nil && !alone && !strings.Contains(group.Doc.Text(), spec.Name.Name) {
			return []*ast.Ident{spec.Name}
		}
	case *ast.ValueSpec:
		if spec.Doc == nil && spec.Comment == nil && group.Doc == nil {
			return spec.Names
		}
	}
	return nil
}

// isExportedReceiver reports whether a function is a method of an exported type, or
// no method.
func isExportedReceiver(receiver *ast.FieldList) bool {
	if receiver == nil {
		return true
	}
	named := receiver.List[0].Type
	for {
		switch t := named.(type) {
		case *ast.StarExpr:
			named = t.X
		case *ast.IndexExpr: // a type with a type parameter
			named = t.X
		case *ast.IndexListExpr:
			named = t.X
		case *ast.Ident:
			return t.IsExported()
		}
	}
}

func TestStyleFindsWhatIsUndocumented(t *testing.T) {
	const source = `package p
func F() {}
// G is documented.
func G() {}
func (t T) M() {}
func (t *u) N() {}
func (b *B[K, V]) O() {}
type T int
// Named is documented.
type (
	Named int
	U     int
)
// These are documented.
const ( C, D = 1, 2 )
var V, w = 1, func() {}
var X = 1 // X is documented.
`
	file, err := parser.ParseFile(token.NewFileSet(), "p.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, name := range undocumented(file) {
		names = append(names, name.Name)
	}
	if have := strings.Join(names, " "); have != "F M O T U V" {
		t.Errorf("undocumented are %s", have)
	}
	if n := len(functions(file)); n != 6 {
		t.Errorf("%d functions are found, want 6", n)
	}
}
