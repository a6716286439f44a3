package model

import "closenotify/engine"

// FlagMap shows the path of the branch through the 4 x 4 combinations of both peers' flags.
type FlagMap struct {
	Cells  [4][4]MapCell // by the flags of the client, then of the server
	Passed []MapPoint    // the last combinations up to the cursor, in order
	Ahead  []MapPoint    // the next combinations after the cursor
}

// MapCell is a combination.
type MapCell struct {
	First int  // the first step that leads here; 0 for the start, -1 for none
	Next  int  // where a press goes: to the next step that leads here, or to the first again
	Times int  // how often the branch comes here
	Now   bool // the cursor is here
}

// MapPoint is a combination: the engine.ShutdownFlags of each peer.
type MapPoint struct{ Client, Server int }

// flagRun is a stretch of the branch in which no flag changes.
type flagRun struct {
	from  int // the step that begins it
	flags MapPoint
}

// maxPathPoints is how many combinations are drawn before the cursor, and after it.
const maxPathPoints = 24

// flagPoint is the combination of a World.
func flagPoint(w engine.World) MapPoint {
	return MapPoint{int(w.Endpoint(engine.Client).Shutdown()), int(w.Endpoint(engine.Server).Shutdown())}
}

// flagRunsOf cuts the branch on the stage where a flag changes.
func flagRunsOf(d *Draft) []flagRun {
	var runs []flagRun
	for i, id := range d.Path {
		p := flagPoint(d.History.World(id))
		if n := len(runs); n == 0 || runs[n-1].flags != p {
			runs = append(runs, flagRun{i, p})
		}
	}
	return runs
}

// flagMapScene is the map at the cursor.
func (m *Model) flagMapScene() FlagMap {
	var f FlagMap
	for c := range f.Cells {
		for s := range f.Cells[c] {
			f.Cells[c][s].First = -1
		}
	}
	here := 0
	for i, run := range m.derived.flagRuns {
		cell := &f.Cells[run.flags.Client][run.flags.Server]
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
	now := m.derived.flagRuns[here].flags
	f.Cells[now.Client][now.Server].Now = true
	for i := max(0, here-maxPathPoints+1); i < min(len(m.derived.flagRuns), here+maxPathPoints); i++ {
		if p := m.derived.flagRuns[i].flags; i <= here {
			f.Passed = append(f.Passed, p)
		} else {
			f.Ahead = append(f.Ahead, p)
		}
	}
	return f
}
