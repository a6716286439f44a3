package store

import (
	"fmt"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// currentSchema is the schema in which records are written. Each record has the number of
// its own.
//
//	1  the name of a series means its first confirmed patch, see engine.ProfileFirstNamed
//	2  it means the newest confirmed one
//
// A new schema takes the next number, a case in fromSchema for the one before, and an
// entry in databaseVersions, so that pages of the older version stop writing.
const currentSchema = 2

// checkSchema refuses a schema that this version of the page cannot read.
func checkSchema(schema int64) error {
	switch {
	case schema > currentSchema:
		return fmt.Errorf("its schema is %d, newer than %d: a newer version of this page wrote it", schema, currentSchema)
	case schema < 1:
		return fmt.Errorf("its schema is %d, which never existed", schema)
	}
	return nil
}

// fromSchema returns what a record of that schema holds as a record of today's. The error
// is an *InvalidError.
func fromSchema(schema int64, s Saved) (Saved, error) {
	s, err := s.checked()
	if err == nil && schema == 1 {
		s.Script = UpgradeScript(s.Script)
	}
	return s, err
}

// UpgradeScript returns the text of a script from schema 1 so that it means today what it
// meant then. A script that cannot be parsed is changed only in its profile, if it has
// one.
func UpgradeScript(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		code, _, _ := strings.Cut(line, "#")
		if words := strings.Fields(code); len(words) > 1 && words[0] == "profile" {
			if p, ok := engine.ProfileFirstNamed(words[1]); ok {
				lines[i] = strings.Replace(line, words[1], p.Name, 1)
			}
			return strings.Join(lines, "")
		}
	}
	s, err := script.Parse(text)
	if err != nil {
		return text
	}
	first, _ := engine.ProfileFirstNamed(engine.DefaultProfile)
	s.Config.Profile = first.Name
	return s.String()
}
