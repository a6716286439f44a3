package model

import (
	"closenotify/engine"
)

// Rival is what the stage is compared with: the same steps under another release
// or version.
type Rival struct {
	Profile string // "" until somebody chooses: see rivalConfig
	Version engine.Version
	chosen  bool

	played  engine.History
	path    []engine.NodeID
	against []engine.NodeID // the branch on the stage that path belongs to
	first   int             // the first step that differs, 0 if none does
	sizes   int             // the first step of which only the sizes differ
}

// rivalConfig is the stage's own configuration with the rival's release and
// version. Until somebody chooses, it is the oldest release, or the newest.
func (m *Model) rivalConfig() engine.Config {
	c := m.Config
	if m.Rival.chosen {
		c.Profile, c.Version = m.Rival.Profile, m.Rival.Version
		return c
	}
	all := engine.Profiles()
	if c.Profile = all[0].Name; c.Profile == m.Config.Profile {
		c.Profile = all[len(all)-1].Name
	}
	return c
}

// playRival plays the branch again under the rival's configuration. What it has
// played before is used again, so a call more costs a call.
func (m *Model) playRival() {
	r, config := &m.Rival, m.rivalConfig()
	if r.path != nil && isSamePath(r.against, m.Path) && r.played.World(0).Config() == config {
		return
	}
	world, err := engine.New(config)
	if err != nil {
		*r = Rival{Profile: r.Profile, Version: r.Version, chosen: r.chosen}
		return
	}
	if r.path == nil || r.played.World(0).Config() != world.Config() {
		r.played = engine.NewHistory(world)
	}
	ops := make([]engine.Op, m.Len())
	for i := range ops {
		ops[i] = m.Step(i + 1).Op
	}
	h, tip, err := r.played.ActAll(0, ops)
	if err != nil {
		return // never: the stage has taken the same steps
	}
	r.played, r.path, r.against = h, h.Path(tip), m.Path
	r.first, r.sizes = 0, 0
	for i := 1; i <= m.Len() && r.first == 0; i++ {
		switch how, _ := m.differs(i); how {
		case Differs:
			r.first = i
		case SizeDiffers:
			if r.sizes == 0 {
				r.sizes = i
			}
		}
	}
}

// Difference says how a step of one run compares with that of the other.
type Difference string

// The differences.
const (
	Alike       Difference = "alike"
	SizeDiffers Difference = "size"    // only bytes on the wire
	Differs     Difference = "differs" // something that the application can see
)

// differs compares step i here and there, and names the first thing that differs. A
// peer whose state differed before is not held against the step.
func (m *Model) differs(i int) (how Difference, in string) {
	a, b := m.Step(i), m.Rival.played.Step(m.Rival.path[i])
	v, w := m.worlds(i)
	switch {
	case a.Returned != b.Returned || a.Blocked != b.Blocked:
		return Differs, "whether it returns"
	case a.Ret != b.Ret || a.Error != b.Error || a.Reason != b.Reason || a.Errno != b.Errno:
		return Differs, "what it returns"
	}
	for _, r := range engine.Roles {
		before, beside := m.worlds(i - 1)
		if in := endsDiffer(v.Endpoint(r), w.Endpoint(r)); in != "" && in != endsDiffer(before.Endpoint(r), beside.Endpoint(r)) {
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

// worlds are the World behind step i here and there.
func (m *Model) worlds(i int) (here, there engine.World) {
	return m.History.World(m.Path[i]), m.Rival.played.World(m.Rival.path[i])
}

// endsDiffer names what an application can ask of one peer that the other answers
// otherwise, "" if it is nothing.
func endsDiffer(x, y engine.Endpoint) string {
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
