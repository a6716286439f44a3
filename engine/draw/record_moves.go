package draw

import (
	"closenotify/engine"
)

// recordMove is what happens to bytes of a record in a step: bytes from <= i < to.
type recordMove struct {
	step     int // engine.Step.N
	kind     engine.ByteMoveKind
	from, to int
}

// recordMoves are all moves of a path by record, in order. They tell an arrow what
// becomes of its bytes later.
type recordMoves map[engine.RecordID][]recordMove

// movesByRecord collects the moves of a path.
func movesByRecord(h engine.History, path []engine.NodeID) recordMoves {
	all := recordMoves{}
	for _, id := range path[1:] {
		s := h.Step(id)
		for _, m := range s.ByteMoves() {
			all[m.Record.ID] = append(all[m.Record.ID], recordMove{s.N, m.Kind, m.From, m.To})
		}
	}
	return all
}

// next gives the step, from the given one on, in which byte i of a record is
// delivered, consumed or lost for the first time.
func (all recordMoves) next(id engine.RecordID, i, step int) (m recordMove, ok bool) {
	for _, m := range all[id] {
		ends := m.kind == engine.Delivered || m.kind == engine.Consumed || m.kind == engine.Lost
		if ends && m.step >= step && m.from <= i && i < m.to {
			return m, true
		}
	}
	return recordMove{}, false
}
