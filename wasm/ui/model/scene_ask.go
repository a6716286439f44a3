package model

import (
	"strconv"

	"closenotify/engine/explain"
	"closenotify/engine/script"
	"closenotify/scenarios/link"
	"closenotify/scenarios/predict/explained"
)

// AskCard is the open question, with its answer once somebody has committed to one.
type AskCard struct {
	Title   string // "Before step 3: what will happen?", "" for no card
	Text    string
	Choices []AskChoice
	Open    bool   // it is not answered yet
	Verdict string // "Right.", "" before
	Good    bool
	Why     string // the rule that decided the step
	// Truth is what somebody has to know who took the wrong choice.
	Truth  string
	Reason ReasonCard
	Next   string // what the button says that goes on
}

// AskChoice is a choice. Before the answer it has only its text.
type AskChoice struct {
	N             int
	Text          string
	Right, Chosen bool
	Why           string // of a wrong one: where it would be right
	Link          string // to that scenario, "" if there is none
}

// ReasonCard asks why.
type ReasonCard struct {
	Choices []AskChoice // nil for no question
	Verdict string      // "" before the answer
	Good    bool
}

// AskReasonID is the id of the verdict on a reason.
const AskReasonID = "ask-because"

// askCard is the card at the cursor. A question for the reason would be answered by the rule, so the rule
// waits for it.
func (m *Model) askCard() AskCard {
	q := &m.Ask.Question
	if q.stage == notOpen {
		return AskCard{}
	}
	card := AskCard{Title: q.title(), Text: q.Text, Open: q.stage == asking}
	for i, c := range q.Choices {
		choice := AskChoice{N: i + 1, Text: c.Text}
		if !card.Open {
			choice.Right, choice.Chosen = i == q.Right, i == q.chosen
			choice.Why, choice.Link = c.Why, q.links[i]
			if choice.Why == "" {
				choice.Why = c.Truth
			}
			if choice.Why == "" && !choice.Right {
				choice.Why = "No scenario was found in which it would be right."
			}
		}
		card.Choices = append(card.Choices, choice)
	}
	if card.Open {
		return card
	}
	card.Verdict, card.Good = "Not right.", q.chosen == q.Right
	if card.Good {
		card.Verdict = "Right."
	}
	if chosen := q.Choices[q.chosen]; !card.Good && chosen.Why != "" {
		card.Truth = chosen.Truth
	}
	card.Reason, card.Next = q.reasonCard(), m.askedNext()
	if card.Reason.Choices == nil {
		card.Why = q.Why
	}
	return card
}

// textFetching is said while questions are on their way.
const textFetching = "The questions are being fetched."

// title says what is asked about which step.
func (q *AskedQuestion) title() string {
	if q.After {
		return "Step " + strconv.Itoa(q.Step) + ": what does that mean?"
	}
	return "Before step " + strconv.Itoa(q.Step) + ": what will happen?"
}

// askedNext is what the button says that goes on.
func (m *Model) askedNext() string {
	switch {
	case len(m.Ask.together) > 0:
		return "The other answer"
	case m.Ask.practising:
		return "Next question"
	case m.At < m.Len():
		return "Next step"
	}
	return "Done"
}

// reasonCard is the question for the reason.
func (q *AskedQuestion) reasonCard() (card ReasonCard) {
	for i, text := range q.Reasons {
		c := AskChoice{N: i + 1, Text: text}
		if q.reason >= 0 {
			c.Right, c.Chosen = i == q.Because, i == q.reason
		}
		card.Choices = append(card.Choices, c)
	}
	if q.reason >= 0 {
		card.Good, card.Verdict = q.reason == q.Because, q.reasonVerdict()
	}
	return card
}

// nearLink is the address of the scenario in which a choice is right, before the step that is asked
// about; "" if there is none, or if a link cannot hold it.
func (m *Model) nearLink(c explained.Choice) string {
	s, err := script.Parse(c.Script)
	if err != nil || c.Script == "" {
		return ""
	}
	if s.Config.Profile == "" {
		s.Config.Profile = m.Config.Profile
	}
	if s.Config.Version == 0 {
		s.Config.Version = m.Config.Version
	}
	fragment, err := link.Encode(m.Library, s, c.Step-1, m.codes)
	if err != nil {
		return ""
	}
	return link.PagePath(m.Library, s) + "#" + fragment
}

// hiddenRow is a step whose outcome must not be told: its call, as far as it does not depend on that.
func (m *Model) hiddenRow(i int) Row {
	s := m.Step(i)
	r := Row{N: i, Kind: StepKind(sideOf(s.Op)), Side: sideOf(s.Op), Dir: s.Op.Dir, Call: explain.CallText(s), Line: programLineOf(s), Ahead: true, Breakpoint: m.hasBreakpoint(i)}
	if s.Blocked || s.Returned && explain.ReturnText(s) != "" {
		r.Return = "?"
	}
	return r
}

// shownMarks are the marks above the slider, without what is hidden.
func (m *Model) shownMarks() []SliderMark {
	if !m.Ask.On || m.At == m.Len() {
		return m.derived.marks
	}
	kinds := make([]StepKind, m.Len())
	copy(kinds, m.derived.kinds[:m.At])
	for i := m.At + 1; i <= m.Len(); i++ {
		kinds[i-1] = StepKind(sideOf(m.Step(i).Op))
	}
	return sliderMarks(kinds)
}

// askSummary is shown instead of a summary that would give answers away.
func (m *Model) askSummary() []string {
	if m.awaitsQuestions() {
		return []string{"Predict is on. " + textFetching}
	}
	return []string{"Predict is on: you are asked " + countOf(len(m.openQuestions()), "question") + " on the way. Say what a step will do, then see it."}
}
