package engine

import "closenotify/engine/program"

// processes are the processes of the peers that have programs, and the clock that both see.
// Worlds share them: a step of a World with programs begins with a copy.
type processes struct {
	clock int64 // in ns since 1970
	peers [2]process
}

// process is what a program has to itself: it runs in a process of its own, with its own
// error queue. Its errno is in its memory. A peer without a program has the zero process, and
// its calls are made in the thread of World.errors.
type process struct {
	state  program.State
	errors errorQueue // never written in place
	told   bool       // a step has said how the program ended

	waits   bool // it waits in poll or select
	limited bool // it waits until due at most
	due     int64
	step    int // that made the call in which it waits

	// Where the data of the record last begun lies in memory (rlayer.wpend_buf). All calls by
	// hand have the same buffer, at 0.
	wpendBuf int64
}

// clockStart is the clock when a World starts, a billion seconds.
const clockStart = 1_000_000_000 * second

const second = 1_000_000_000 // in ns

// hasProgram reports whether the process is that of a program.
func (p *process) hasProgram() bool { return p.state.Code() != nil }

// WithPrograms returns a World in which the peers run programs, from their beginnings. nil
// stands for no program. The code has been compiled for the release of the World: see
// Profile.VersionNumber.
func (w World) WithPrograms(client, server *program.Code) World {
	w.processes = nil
	p := &processes{clock: clockStart}
	for r, code := range [...]*program.Code{Client: client, Server: server} {
		if code != nil {
			p.peers[r].state = program.Start(code)
			w.processes = p
		}
	}
	return w
}

// Program is the program of a peer, the zero State if it has none.
func (w World) Program(r Role) program.State {
	if w.processes == nil {
		return program.State{}
	}
	return w.processes.peers[r].state
}

// CanGoOn reports whether the step next would do anything: the peer has a program that has
// not ended, and does not wait.
func (w World) CanGoOn(r Role) bool {
	return w.Program(r).Status() == program.Ready && w.endpoints[r].blocked == nil
}

// processOf is the process of a peer, nil if it has no program.
func (w *World) processOf(r Role) *process {
	if w.processes == nil || !w.processes.peers[r].hasProgram() {
		return nil
	}
	return &w.processes.peers[r]
}

// waits reports whether a peer waits in a call.
func (w *World) waits(r Role) bool {
	p := w.processOf(r)
	return w.endpoints[r].blocked != nil || p != nil && p.waits
}

// waitsForEver reports whether a peer waits, and no limit of time will end that.
func (w *World) waitsForEver(r Role) bool {
	p := w.processOf(r)
	return w.endpoints[r].blocked != nil || p != nil && p.waits && !p.limited
}

// pass moves the clock on.
func (p *processes) pass(ns int64) { p.clock = later(p.clock, ns) }

// later is the time that many ns later. The clock ends in the year 2262.
func later(time, ns int64) int64 {
	const end = 1<<63 - 1
	if ns > end-time {
		return end
	}
	return time + ns
}
