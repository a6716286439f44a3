package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// source is a parsed package without its tests.
type source struct {
	dir      string
	fset     *token.FileSet
	files    []file
	types    types.Info
	scope    *types.Scope
	importer types.Importer
}

// file is a file of the package.
type file struct {
	name   string // without the folder
	text   string
	syntax *ast.File
}

// load parses a package and checks its types.
func load(dir string) (*source, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	s := &source{dir: dir, fset: token.NewFileSet()}
	s.importer = importer.ForCompiler(s.fset, "source", nil)
	s.types = types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		syntax, err := parser.ParseFile(s.fset, name, text, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		s.files = append(s.files, file{filepath.Base(name), string(text), syntax})
	}
	if len(s.files) == 0 {
		return nil, fmt.Errorf("%s has no Go files", dir)
	}
	p, err := s.check(&s.types, nil, nil)
	if err != nil {
		return nil, err
	}
	s.scope = p.Scope()
	return s, nil
}

// check checks the types of the package, with one file in place of another if old is not
// nil.
func (s *source) check(info *types.Info, old, new *ast.File) (*types.Package, error) {
	list := make([]*ast.File, len(s.files))
	for i, f := range s.files {
		list[i] = f.syntax
		if f.syntax == old {
			list[i] = new
		}
	}
	config := types.Config{Importer: s.importer}
	return config.Check(s.dir, s.fset, list, info)
}

// textOf is the text of a file.
func (s *source) textOf(name string) string {
	i := slices.IndexFunc(s.files, func(f file) bool { return f.name == name })
	return s.files[i].text
}

// compiles reports whether the package still compiles with a change.
func (s *source) compiles(c change) bool {
	i := slices.IndexFunc(s.files, func(f file) bool { return f.name == c.file })
	f := s.files[i]
	syntax, err := parser.ParseFile(s.fset, filepath.Join(s.dir, f.name), c.applied(f.text), parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	_, err = s.check(nil, f.syntax, syntax)
	return err == nil
}

// constants lists the package's constants of a type that it declares, in their order; none
// for other types.
func (s *source) constants(t types.Type) []*types.Const {
	if _, named := t.(*types.Named); !named {
		return nil
	}
	var list []*types.Const
	for _, name := range s.scope.Names() {
		if c, ok := s.scope.Lookup(name).(*types.Const); ok && types.Identical(c.Type(), t) {
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b *types.Const) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return list
}
