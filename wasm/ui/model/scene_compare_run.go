package model

import (
	"closenotify/engine"
)

// OtherRun is what the stage is compared with: the same steps under another release
// or version.
type OtherRun struct {
	Profile string // "" until somebody chooses: see rivalConfig
	Version engine.Version
	chosen  bool

	history             engine.History
	path                []engine.NodeID
	comparedWith        []engine.NodeID // the branch on the stage that path belongs to
	firstDifference     int             // the first step that differs, 0 if none does
	firstSizeDifference int             // the first step of which only the sizes differ
}

// otherConfig is the stage's own configuration with the rival's release and
// version. Until somebody chooses, it is the oldest release, or the newest.
func (m *Model) otherConfig() engine.Config {
	c := m.Config
	if m.Other.chosen {
		c.Profile, c.Version = m.Other.Profile, m.Other.Version
		return c
	}
	all := engine.Profiles()
	if c.Profile = all[0].Name; c.Profile == m.Config.Profile {
		c.Profile = all[len(all)-1].Name
	}
	return c
}

// playOther plays the branch again under the rival's configuration. What it has
// played before is used again, so a call more costs a call.
func (m *Model) playOther() {
	r, config := &m.Other, m.otherConfig()
	if r.path != nil && isSamePath(r.comparedWith, m.Path) && r.history.World(0).Config() == config {
		return
	}
	world, err := engine.New(config)
	if err != nil {
		*r = OtherRun{Profile: r.Profile, Version: r.Version, chosen: r.chosen}
		return
	}
	if r.path == nil || r.history.World(0).Config() != world.Config() {
		r.history = engine.NewHistory(world)
	}
	ops := make([]engine.Op, m.Len())
	for i := range ops {
		ops[i] = m.Step(i + 1).Op
	}
	h, tip, err := r.history.ActAll(0, ops)
	if err != nil {
		return // never: the stage has taken the same steps
	}
	r.history, r.path, r.comparedWith = h, h.Path(tip), m.Path
	r.firstDifference, r.firstSizeDifference = 0, 0
	for i := 1; i <= m.Len() && r.firstDifference == 0; i++ {
		switch how, _ := m.compareStep(i); how {
		case Differs:
			r.firstDifference = i
		case SizeDiffers:
			if r.firstSizeDifference == 0 {
				r.firstSizeDifference = i
			}
		}
	}
}

// StepComparison says how a step of one run compares with that of the other.
type StepComparison string

// The differences.
const (
	Alike       StepComparison = "alike"
	SizeDiffers StepComparison = "size"    // only bytes on the wire
	Differs     StepComparison = "differs" // something that the application can see
)

// compareStep compares step i here and there, and names the first thing that compareStep. A
// peer whose state differed before is not held against the step.
func (m *Model) compareStep(i int) (how StepComparison, in string) {
	a, b := m.Step(i), m.Other.history.Step(m.Other.path[i])
	v, w := m.worldsAt(i)
	switch {
	case a.Returned != b.Returned || a.Blocked != b.Blocked:
		return Differs, "whether it returns"
	case a.Ret != b.Ret || a.Error != b.Error || a.Reason != b.Reason || a.Errno != b.Errno:
		return Differs, "what it returns"
	}
	for _, r := range engine.Roles {
		before, beside := m.worldsAt(i - 1)
		if in := endpointDifference(v.Endpoint(r), w.Endpoint(r)); in != "" && in != endpointDifference(before.Endpoint(r), beside.Endpoint(r)) {
			return Differs, "the " + r.String() + "'s " + in
		}
	}
	for _, d := range engine.Directions {
		if v.Wire(d).Queued() != w.Wire(d).Queued() || v.Wire(d).Readable() != w.Wire(d).Readable() {
			return SizeDiffers, "bytes on the wire"
		}
	}
	return Alike, ""
}

// worldsAt are the World behind step i here and there.
func (m *Model) worldsAt(i int) (here, there engine.World) {
	return m.History.World(m.Path[i]), m.Other.history.World(m.Other.path[i])
}

// endpointDifference names what an application can ask of one peer that the other answers
// otherwise, "" if it is nothing.
func endpointDifference(x, y engine.Endpoint) string {
	switch {
	case x.Shutdown() != y.Shutdown():
		return "flags"
	case x.State() != y.State():
		return "state"
	case x.Want() != y.Want():
		return "SSL_want"
	case x.Pending() != y.Pending():
		return "SSL_pending"
	case x.Resumable() != y.Resumable() || x.Cached() != y.Cached():
		return "session"
	}
	return ""
}
