package model

import "closenotify/engine"

// FlagMap is where the branch goes among the 4 x 4 combinations of both peers'
// flags: the client's down, the server's across.
type FlagMap struct {
	Cells  [4][4]MapCell
	Passed []MapPoint // the combinations in the order in which the cursor has been there
	Ahead  []MapPoint // and those to which the branch goes on, from the last of Way
	More   bool       // Way begins later than the branch: it is too long to be drawn
}

// MapCell is a combination.
type MapCell struct {
	First int // the first step after which it holds, 0 for the start, -1 if the branch never comes here
	Next  int // where a press goes: the next step at which the branch comes here, round at the end
	Times int // how often it comes
	Now   bool
}

// MapPoint is a combination on the way.
type MapPoint struct{ Client, Server int }

// flagRun is a stretch of the branch in which no flag changes.
type flagRun struct {
	from int // the step that began it
	at   MapPoint
}

// maxPathPoints bounds the way that is drawn.
const maxPathPoints = 24

// flagPoint is the combination of a World.
func flagPoint(w engine.World) MapPoint {
	return MapPoint{int(w.Endpoint(engine.Client).Shutdown()), int(w.Endpoint(engine.Server).Shutdown())}
}

// flagRunsOf cuts the branch where a flag changes.
func flagRunsOf(w *Draft) []flagRun {
	var runs []flagRun
	for i, id := range w.Path {
		p := flagPoint(w.History.World(id))
		if n := len(runs); n == 0 || runs[n-1].at != p {
			runs = append(runs, flagRun{i, p})
		}
	}
	return runs
}

// flagMapScene draws the map at the cursor.
func (m *Model) flagMapScene() FlagMap {
	var f FlagMap
	for c := range f.Cells {
		for s := range f.Cells[c] {
			f.Cells[c][s].First = -1
		}
	}
	here := 0
	for i, run := range m.derived.flagRuns {
		cell := &f.Cells[run.at.Client][run.at.Server]
		if cell.First < 0 {
			cell.First, cell.Next = run.from, run.from
		} else if cell.Next <= m.At && run.from > m.At {
			cell.Next = run.from
		}
		cell.Times++
		if run.from <= m.At {
			here = i
		}
	}
	now := m.derived.flagRuns[here].at
	f.Cells[now.Client][now.Server].Now = true
	f.More = here >= maxPathPoints
	for i := max(0, here-maxPathPoints+1); i < min(len(m.derived.flagRuns), here+maxPathPoints); i++ {
		if p := m.derived.flagRuns[i].at; i <= here {
			f.Passed = append(f.Passed, p)
		} else {
			f.Ahead = append(f.Ahead, p)
		}
	}
	return f
}
