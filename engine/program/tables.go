package program

import "sync"

// The tables are filled when a program is needed for the first time: a page without programs
// starts sooner. They are not written down in this form, because what is in them leads back to
// them.
var (
	tables  sync.Once
	ops     [opCount]opInfo    // the instructions
	externs map[string]*extern // the functions that a program can call without defining them
)

// needTables fills the tables, once. Whoever has a State or a verified Code need not call it.
func needTables() {
	tables.Do(func() {
		fillOps()
		fillExterns()
	})
}

// externNamed is a function that a program can call without defining it, nil if there is none
// of that name. It is for those that may have no Code yet.
func externNamed(name string) *extern {
	needTables()
	return externs[name]
}
