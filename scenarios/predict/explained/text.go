package explained

import (
	"errors"
	"strconv"
	"strings"
)

// head begins the text of a Table. Fields follow: each is the number of its bytes in decimal, a colon,
// and the bytes.
const head = "explained 2\n"

// String is the Table as a text.
func (t Table) String() string {
	w := writer(head)
	for i := range t.questions {
		q := &t.questions[i]
		w.text(q.Key, q.Lesson, strings.Join(q.Connections, ","), q.Text, q.Why)
		after := 0
		if q.After {
			after = 1
		}
		w.number(q.Step, after, q.Right, q.Because, len(q.Choices), len(q.Reasons))
		for _, c := range q.Choices {
			w.text(c.Text, c.Truth, c.Why, c.Script)
			w.number(c.Step)
		}
		w.text(q.Reasons...)
		w = append(w, '\n')
	}
	return string(w)
}

// writer writes fields.
type writer []byte

func (w *writer) text(texts ...string) {
	for _, text := range texts {
		*w = append(*w, strconv.Itoa(len(text))+":"+text...)
	}
}

func (w *writer) number(numbers ...int) {
	for _, n := range numbers {
		w.text(strconv.Itoa(n))
	}
}

// errForm is the error of Parse.
var errForm = errors.New("the questions are not in a form that this page knows")

// Parse reads the text of a Table.
func Parse(text string) (Table, error) {
	rest, ok := strings.CutPrefix(text, head)
	if !ok {
		return Table{}, errForm
	}
	var t Table
	r := reader{rest, false}
	for r.rest != "" && !r.bad {
		q := r.question()
		r.bad = r.bad || q.Right >= len(q.Choices) || q.Because > 0 && q.Because >= len(q.Reasons)
		t.questions = append(t.questions, q)
	}
	if r.bad {
		return Table{}, errForm
	}
	return t, nil
}

// reader reads fields.
type reader struct {
	rest string
	bad  bool // a field is in another form
}

// question reads a question.
func (r *reader) question() Question {
	q := Question{Key: r.text(), Lesson: r.text(), Connections: strings.Split(r.text(), ","), Text: r.text(), Why: r.text()}
	q.Step, q.After, q.Right, q.Because = r.number(), r.number() == 1, r.number(), r.number()
	choices, reasons := r.number(), r.number()
	for i := 0; i < choices && !r.bad; i++ {
		q.Choices = append(q.Choices, Choice{r.text(), r.text(), r.text(), r.text(), r.number()})
	}
	for i := 0; i < reasons && !r.bad; i++ {
		q.Reasons = append(q.Reasons, r.text())
	}
	rest, ok := strings.CutPrefix(r.rest, "\n")
	r.rest, r.bad = rest, r.bad || !ok
	return q
}

// text reads a field. After a bad one all are empty.
func (r *reader) text() string {
	length, rest, ok := strings.Cut(r.rest, ":")
	n, err := strconv.Atoi(length)
	if r.bad = r.bad || !ok || err != nil || n < 0 || n > len(rest); r.bad {
		return ""
	}
	r.rest = rest[n:]
	return rest[:n]
}

// number reads a field with a number that can count or name steps.
func (r *reader) number() int {
	const most = 1_000_000
	n, err := strconv.Atoi(r.text())
	if r.bad = r.bad || err != nil || n < 0 || n > most; r.bad {
		return 0
	}
	return n
}
