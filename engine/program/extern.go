package program

import (
	"maps"
	"slices"
	"strings"
)

// A kind is who answers a function that the program does not define.
type kind uint8

const (
	own   kind = iota // the machine
	query             // Runner.Ask, at once
	step              // the caller of Run, who makes the call
)

// An extern is a function that the program can call but does not define.
type extern struct {
	kind kind
	// min is the number of its arguments; more are only for variadic ones.
	min      int
	variadic bool
	effects  effects
	// own does it and returns its value.
	own func(*machine, []int64) int64
	// ask completes the call before it is made, or stops the program.
	ask func(*machine, *Call)
	// done writes what the call leaves in memory, and returns its value.
	done func(*machine, []int64, Result) int64
}

// An externRow is a row of the tables from which externs is made.
type externRow struct {
	name string
	extern
}

// fillExterns fills externs.
func fillExterns() {
	externs = map[string]*extern{}
	add := func(rows []externRow, complete func(*extern)) {
		for _, row := range rows {
			complete(&row.extern)
			externs[row.name] = &row.extern
		}
	}
	add(ownFunctions[:], func(*extern) {})
	add(clockQueries[:], func(e *extern) { e.kind, e.effects = query, asks })
	add(sslCalls[:], func(e *extern) { e.kind, e.effects = step, makesCall|changesList })
	add(systemCalls[:], func(e *extern) { e.kind, e.effects = step, makesCall })
	add(sslQueries[:], func(e *extern) {
		e.kind, e.effects, e.min = query, e.effects|asks, max(e.min, 1)
		if e.ask == nil {
			e.ask = needsSSL
		}
	})
	add(errorQueries[:], func(e *extern) {
		e.kind = query
		if e.min == 0 { // it looks at the queue
			e.effects |= asks
		}
	})
}

// Functions returns the names of all functions that a program can call without defining
// them, in order. Those that only macros call, such as errno, are left out.
func Functions() []string {
	needTables()
	names := slices.Sorted(maps.Keys(externs))
	return slices.DeleteFunc(names, func(name string) bool { return strings.HasPrefix(name, "__") })
}

// IsCall reports whether a function of that name ends Run.
func IsCall(name string) bool {
	e := externNamed(name)
	return e != nil && e.kind == step
}

// HasOrder reports whether the order in which a function is called can matter to another.
func HasOrder(name string) bool {
	e := externNamed(name)
	return e != nil && e.effects != 0
}

// queryCost is how many instructions a query counts as.
const queryCost = 20

// ext calls a function that the program does not define.
func ext(m *machine, in *Instr) {
	name := m.code.Externs[in.B]
	e := externs[name]
	arguments := m.r[in.C : in.C+int32(in.N)]
	if e.kind == own {
		if e.effects != 0 && !m.note(name, e.effects) {
			return
		}
		m.result(in.A, e.own(m, arguments))
		if m.runner.Seen != nil && name == "__errno_location" {
			m.runner.Seen(Call{Name: "errno", Line: int(m.code.Lines[m.pc-1])}, m.errno(), Result{})
		}
		return
	}
	m.budget -= queryCost
	c, ok := m.prepare(in)
	effects := e.effects
	if c.kind == query && e.kind == step { // fcntl with F_GETFL
		effects = asks
	}
	if !ok || !m.note(name, effects) {
		return
	}
	if c.kind == step {
		m.pc-- // Return goes on from here
		m.line = int32(c.Line)
		m.status, m.call = Calling, &c
		m.write(Pointer(0), []byte{0, 0, 0, 0})
		return
	}
	m.finish(in, c, m.runner.ask(c))
}

// result sets the register that gets what a function returns.
func (m *machine) result(register int32, value int64) {
	if register >= 0 && m.status == Ready {
		m.r[register] = value
	}
}

// prepare returns the call that an instruction makes, or stops the program.
func (m *machine) prepare(in *Instr) (Call, bool) {
	name := m.code.Externs[in.B]
	e := externs[name]
	c := Call{
		Name: name, Line: int(m.code.Lines[m.pc-1]), kind: e.kind,
		Args: slices.Clone(m.r[in.C : in.C+int32(in.N)]),
	}
	if e.ask != nil {
		e.ask(m, &c)
	}
	return c, m.status != Stopped
}

// finish gives a call's result to the program.
func (m *machine) finish(in *Instr, c Call, r Result) {
	if r.Stop != "" {
		m.stopf("%s", r.Stop)
		return
	}
	value := r.Ret
	if done := externs[c.Name].done; done != nil {
		value = done(m, c.Args, r)
	}
	if m.runner.Seen != nil && m.status == Ready {
		m.runner.Seen(c, value, r)
	}
	m.result(in.A, value)
}
