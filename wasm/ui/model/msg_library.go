package model

import "closenotify/scenarios"

// FetchLibrary asks for the texts of all shipped scenarios. LibraryFetched or LibraryFailed
// answers.
type FetchLibrary struct{}

func (FetchLibrary) cmd() {}

// LibraryFetched says that all shipped scenarios are known now.
type LibraryFetched struct{ Library scenarios.Library }

// LibraryFailed says that they could not be fetched.
type LibraryFailed struct{ Why string }

func (l LibraryFetched) update(m *Model) []Cmd {
	m.Library, m.derived.link = l.Library, nil
	then := m.Compiling.end(m.Compiling.waitsForLibrary())
	if then == nil {
		return nil
	}
	cmds := then.update(m)
	if m.Compiling.Library { // something else waits, too
		cmds = append(cmds, Wait{0, l})
	}
	return cmds
}

func (l LibraryFailed) update(m *Model) []Cmd {
	var cmds []Cmd
	for w := m.Compiling.waitsForLibrary(); w != nil; w = m.Compiling.waitsForLibrary() {
		text := "The scenario cannot be opened: " + l.Why + ". Nothing was changed."
		cmds = append(cmds, m.addNotice(Notice{Text: text, Label: "Try again", Action: m.Compiling.end(w), Error: true})...)
	}
	return cmds
}
