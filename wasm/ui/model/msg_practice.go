package model

import (
	"slices"

	"closenotify/engine/script"
	"closenotify/scenarios/predict/deck"
	"closenotify/scenarios/predict/explained"
)

// FetchExplained asks for the explanations of the questions of the lessons. Explained answers.
type FetchExplained struct{}

func (FetchExplained) cmd() {}

// Explained has them, or why they could not be fetched.
type Explained struct {
	Table explained.Table
	Err   string
}

// StoreDeck asks to keep the Deck on this device, together with what another tab has put there since,
// or with Replace instead of it. DeckStored answers.
type StoreDeck struct {
	Text    string
	Replace bool
}

func (StoreDeck) cmd() {}

// DeckStored says what is kept now.
type DeckStored struct{ Text string }

// RestoreDeck replaces the Deck: Undo after ResetDeck.
type RestoreDeck struct{ Deck deck.Deck }

// Practise asks the next question that is due. ResetDeck forgets all answers, ExportDeck saves them as
// a file, and ImportDeck adds those of a file.
type (
	Practise   struct{}
	ResetDeck  struct{}
	ExportDeck struct{}
	ImportDeck struct{ Text string }
)

// fetchExplained asks for the explanations, unless they are there or on their way.
func (m *Model) fetchExplained() []Cmd {
	if m.Ask.fetching || m.Ask.table.Len() > 0 {
		return nil
	}
	m.Ask.fetching = true
	return []Cmd{FetchExplained{}}
}

func (e Explained) update(m *Model) []Cmd {
	wanted, held := m.Ask.wanted, m.Ask.held
	m.Ask.fetching, m.Ask.wanted, m.Ask.held, m.Ask.table, m.Ask.found = false, false, false, e.Table, found{}
	switch {
	case wanted && e.Err != "":
		return m.notifyError("The questions cannot be fetched: " + e.Err + ".")
	case wanted:
		return Practise{}.update(m)
	case held:
		m.jumpTo(m.At + 1)
	}
	return nil
}

// noteAnswer puts a question that was answered into its box: one of a lesson, or with a link to its
// scenario. What is too long for a link cannot be asked again.
func (m *Model) noteAnswer(q *AskedQuestion, right bool) []Cmd {
	if _, ok := m.Ask.table.Find(q.Key, ""); ok {
		m.Ask.Deck = m.Ask.Deck.Answer(q.Key, right, m.Today)
	} else {
		_, fragment, _ := m.addressAt(q.Step - 1)
		m.Ask.Deck = m.Ask.Deck.AnswerLinked(q.Key, fragment, right, m.Today)
	}
	return []Cmd{StoreDeck{Text: m.Ask.Deck.String()}}
}

func (d DeckStored) update(m *Model) []Cmd {
	if stored, err := deck.Parse(d.Text); err == nil {
		m.Ask.Deck = stored
	}
	return nil
}

// due are the keys of the questions to practise that can still be asked.
func (m *Model) due() (list []string) {
	for _, key := range m.Ask.Deck.Due(m.Today) {
		if _, ok := m.Ask.table.Find(key, ""); ok || m.linkOf(key) != "" {
			list = append(list, key)
		}
	}
	return list
}

// linkOf is the link to the scenario of a question, "" for one of a lesson.
func (m *Model) linkOf(key string) string {
	card, _ := m.Ask.Deck.Card(key)
	return card.Link
}

func (Practise) update(m *Model) []Cmd {
	if m.Ask.table.Len() == 0 {
		m.Ask.wanted = true
		return m.fetchExplained()
	}
	if !m.Ask.practising {
		m.Ask.practised, m.Ask.done = 0, nil
	}
	return m.practiseNext()
}

// practiseNext opens the scenario of the next question that is due, before its step, and asks it.
func (m *Model) practiseNext() []Cmd {
	for _, key := range m.due() {
		if slices.Contains(m.Ask.done, key) {
			continue // it was skipped
		}
		q, d, err := m.scenarioOf(key)
		if cmds, ok := m.compileFor(err, Practise{}); ok {
			return cmds
		}
		if err != nil || q.Step > d.Len() {
			continue
		}
		done, practised := m.Ask.done, m.Ask.practised
		cmds := m.openDraft(d, "")
		m.Ask.On, m.Ask.practising, m.Ask.done, m.Ask.practised = true, true, done, practised
		if q.Key == "" {
			m.Ask.next = key
			m.Status = textFetching
			return append(cmds, m.makeQuestions()...)
		}
		if under, ok := m.Ask.table.Find(key, m.connection()); ok {
			q = *under
		}
		return append(cmds, m.openQuestion(q)...)
	}
	return m.endPractice()
}

// scenarioOf is the scenario of a question. The question itself is there only if it is one of a lesson: the
// lab makes the others.
func (m *Model) scenarioOf(key string) (explained.Question, Draft, error) {
	if q, ok := m.Ask.table.Find(key, ""); ok {
		d, err := shippedDraft(m.Library, q.Lesson, m.codes)
		return *q, d, err
	}
	shared, err := m.decodeLink(m.linkOf(key))
	if err != nil {
		return explained.Question{}, Draft{}, err
	}
	return explained.Question{}, draftFromLink(m.Library, shared, m.codes), nil
}

// endPractice shows the boxes.
func (m *Model) endPractice() []Cmd {
	text := "Nothing is due now."
	if n := m.Ask.practised; n > 0 {
		text = "Practice is done: " + countOf(n, "question") + "."
	}
	m.Ask.practising, m.Ask.practised, m.Ask.done = false, 0, nil
	m.Dialog = "practice"
	return m.notify(text)
}

func (ResetDeck) update(m *Model) []Cmd {
	old := m.Ask.Deck
	m.Ask.Deck = deck.Deck{}
	cmds := m.addNotice(Notice{Text: "Forgot " + countOf(old.Len(), "answer") + ".", Label: "Undo", Action: RestoreDeck{old}})
	return append(cmds, StoreDeck{m.Ask.Deck.String(), true})
}

func (r RestoreDeck) update(m *Model) []Cmd {
	m.Ask.Deck = r.Deck
	return []Cmd{StoreDeck{r.Deck.String(), true}}
}

func (ExportDeck) update(m *Model) []Cmd {
	return []Cmd{Download{"close_notify-answers.txt", m.Ask.Deck.String()}}
}

func (i ImportDeck) update(m *Model) []Cmd {
	added, err := deck.Parse(i.Text)
	if err == nil {
		added, err = m.Ask.Deck.Merge(added)
	}
	if err != nil {
		return m.notifyError("The file cannot be read: " + script.StripHidden(err.Error()) + ". Nothing was changed.")
	}
	m.Ask.Deck = added
	return append(m.notify("The boxes now have "+countOf(added.Len(), "question")+"."), StoreDeck{Text: added.String()})
}

// PracticeScene is the dialog about the boxes.
type PracticeScene struct {
	Boxes   []Box
	Known   bool // which questions are due is known
	Due     int
	All     int
	Problem string // why nothing can be kept, "" if it can
}

// Box is one of the boxes.
type Box struct{ N, Count, Days int }

// practiceScene is the dialog.
func (m *Model) practiceScene() PracticeScene {
	if m.Dialog != "practice" {
		return PracticeScene{}
	}
	s := PracticeScene{Known: m.Ask.table.Len() > 0, Due: len(m.due()), All: m.Ask.Deck.Len(), Problem: m.Saved.Unavailable}
	for n := 1; n <= deck.Boxes; n++ {
		s.Boxes = append(s.Boxes, Box{n, m.Ask.Deck.Count(n), deck.Interval(n)})
	}
	return s
}
