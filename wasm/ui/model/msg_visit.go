package model

import (
	"cmp"
	"errors"
	"strconv"

	"closenotify/engine/script"
	"closenotify/scenarios/link"
)

// openVisit puts what the address bar says on the stage. It waits for what that needs: the library,
// compiled programs.
type openVisit struct {
	visit Visit
	first bool // the page begins with it
}

func (o openVisit) update(m *Model) []Cmd {
	m.inAddress = o.visit == m.visited
	if o.visit.Fragment != "" {
		return m.openLink(o)
	}
	preset := cmp.Or(o.visit.Preset, FirstPreset)
	if preset == m.Preset && !m.late {
		m.arrive()
		return nil
	}
	d, err := shippedDraft(m.Library, preset, m.codes)
	if cmds, ok := m.awaitVisit(err, o); ok {
		return cmds
	}
	if m.late && err == nil {
		return m.offerVisit(d)
	}
	defer m.arrive()
	cmds := OpenPreset{preset}.update(m)
	m.Opening = m.Opening && !(o.first && m.openingEnded)
	return cmds
}

// awaitVisit asks for the programs, or the library, that err says are missing.
func (m *Model) awaitVisit(err error, o openVisit) (cmds []Cmd, ok bool) {
	return m.Compiling.wait(&m.Compiling.visit, err, o)
}

// arrive says that the stage has what the address bar says, or that it cannot have it.
func (m *Model) arrive() { m.awaited, m.late, m.isNew = false, m.late && m.left.stored != "", false }

// Awaiting reports whether the address bar, or what a reload has left, says what the stage will
// have. It must not be written over then.
func (m *Model) Awaiting() bool { return !m.late && (m.awaited || m.left.stored != "") }

// hasChanged notes that the stage has changed. If somebody has changed it, and no answer to what was
// asked before, then what still waits to replace it does so no more.
func (m *Model) hasChanged(by Msg) {
	m.late = m.late || m.awaited || m.left.stored != ""
	switch by.(type) {
	case Compiled, LibraryFetched, runMore, playTyped, Explained, QuestionsMade, SavedGot, SavedPut, SavedListed, SavedDeleted, SavedLost:
		return
	}
	m.Saved.opening, m.Ask.wanted = "", false
	switch m.Compiling.change.then.(type) {
	case OpenPreset, OpenSaved, MakeMistake, Practise, Import:
		m.Compiling.end(&m.Compiling.change)
	}
}

// offerVisit offers a scenario that comes late. The stage stays.
func (m *Model) offerVisit(d Draft) []Cmd {
	m.arrive()
	m.shelve(d)
	text := "\u201c" + d.Title() + "\u201d from the address is ready."
	return m.addNotice(Notice{Text: text, Label: "Open it", Action: Unshelve{}, Stays: true})
}

// openLink puts the scenario of a link on the stage, at its step. A link that cannot be
// read changes nothing, but the first address of a visit still opens the shipped scenario
// that it names.
func (m *Model) openLink(o openVisit) []Cmd {
	shared, err := m.decodeLink(o.visit.Fragment)
	if cmds, ok := m.awaitVisit(err, o); ok {
		return cmds
	}
	if refused, ok := errors.AsType[script.ProgramErrors](err); ok {
		cmds := m.openLinkText(shared.Script)
		text := "A program of this link cannot be compiled: " + refused[0].Error() + "."
		return append(cmds, m.addNotice(Notice{Text: text, Error: true, Stays: true})...)
	}
	if errors.Is(err, link.ErrTooLong) {
		return m.openLinkText(shared.Script)
	}
	if err != nil {
		m.inAddress = false
		if preset, err := shippedDraft(m.Library, o.visit.Preset, m.codes); err == nil && o.first && !m.late {
			m.Draft = preset
			m.opened++
		}
		m.arrive()
		return m.addNotice(m.brokenNotice(o.visit.Fragment, err))
	}
	d := draftFromLink(m.Library, shared, m.codes)
	if m.late {
		return m.offerVisit(d)
	}
	cmds := m.openDraft(d, "")
	m.arrive()
	switch {
	case shared.Changed: // the address stays, so that a reload says so again
		cmds = append(cmds, m.addNotice(changedNotice(shared))...)
	case !link.IsUsual(o.visit.Fragment):
		cmds = append(cmds, SyncURL{})
	}
	return cmds
}

// brokenNotice says what is wrong with a link, and offers the steps that can be read.
func (m *Model) brokenNotice(fragment string, err error) Notice {
	n := Notice{Text: "Link error: " + err.Error() + ".", Error: true, Stays: true}
	if part, ok := link.DecodePart(m.Library, fragment); ok {
		n.Label, n.Action = "Open "+extentOf(part), OpenPart{part}
	}
	return n
}

// extentOf says how much of a link a part is: "the first 7 of 12 steps".
func extentOf(p link.Part) string {
	have := len(p.Script.Steps)
	switch {
	case have == p.Of:
		return "all " + strconv.Itoa(have) + " steps"
	case p.Of > 0:
		return "the first " + strconv.Itoa(have) + " of " + strconv.Itoa(p.Of) + " steps"
	}
	return "the first " + countOf(have, "step")
}

// OpenPart puts the steps of a damaged link on the stage. The title says that they are not all.
type OpenPart struct{ Part link.Part }

func (o OpenPart) update(m *Model) []Cmd {
	s := o.Part.Script
	title := "A damaged link"
	if len(s.Intro) > 0 {
		title = s.Intro[0]
	}
	s.Intro = append([]string{title + " (" + extentOf(o.Part) + " of a damaged link)"}, s.Intro[min(1, len(s.Intro)):]...)
	d, err := newDraft(s, m.codes)
	if cmds, ok := m.compileFor(err, o); ok {
		return cmds
	}
	if err != nil {
		return m.notifyError("The steps cannot be opened: " + err.Error() + ".")
	}
	return m.openDraft(d, "")
}

// changedNotice says that the steps of a link do something else now, and leads to the first that does.
func changedNotice(shared link.Link) Notice {
	from, to := shared.ChangedFrom, shared.ChangedTo
	n := Notice{Text: "These steps had", Stays: true}
	if to > 0 {
		n.Label, n.Action = "Go to step "+strconv.Itoa(from), Seek{from}
		switch to - from {
		case 0:
			n.Text = "Step " + strconv.Itoa(to) + " had"
		case 1:
			n.Text = "Step " + strconv.Itoa(from) + " or " + strconv.Itoa(to) + " had"
		default:
			n.Text = "One of steps " + strconv.Itoa(from) + " to " + strconv.Itoa(to) + " had"
		}
	}
	n.Text += " a different outcome when this link was made. What you see is what happens now."
	return n
}

// openLinkText puts the text of a link into the editor that is not on the stage: the compiler
// refuses its programs, or they run so long that the page has to draw in between.
func (m *Model) openLinkText(s script.Script) []Cmd {
	d := m.textDraft(s.String())
	if m.inAddress = false; m.late {
		return m.offerVisit(d)
	}
	cmds := m.openDraft(d, "")
	m.Pane = PaneScript
	m.arrive()
	return cmds
}

// textDraft is a scenario whose text is in the editor.
func (m *Model) textDraft(text string) Draft {
	d := emptyDraft()
	d.codes = m.codes
	d.setEditorText(text)
	return d
}
