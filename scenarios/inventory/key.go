package inventory

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"hash/fnv"

	"closenotify/scenarios/library"
	"closenotify/scenarios/predict"
)

// Key is what the pages need to mark answers.
type Key struct {
	Forms      map[string]FormKey   `json:"forms"` // by the form's name
	Confusions map[string]Confusion `json:"confusions"`
	First      json.RawMessage      `json:"first"` // what answers in files of the first format mean
}

// firstFormat has the questions whose answers were saved in the first format, by their version, and the
// misconceptions that choices stood for. Later files say that themselves, so nothing is added here.
//
//go:embed first_format.json
var firstFormat []byte

// FormKey is the key of a form.
type FormKey struct {
	Version string    `json:"version"` // another one if a question or a choice changes
	Items   []ItemKey `json:"items"`
}

// ItemKey is the key of an item. Choices are numbered from 0.
type ItemKey struct {
	About  string     `json:"about"`  // the ID of its misconception
	Right  int        `json:"right"`  // the right choice
	Stands [][]string `json:"stands"` // for each choice the IDs of what it stands for
}

// Confusion is a misconception as the result names it.
type Confusion struct {
	Belief string `json:"belief"`
	Truth  string `json:"truth"`
	Lesson string `json:"lesson"` // the name of the lesson that clears it up
	Title  string `json:"title"`  // of that lesson
}

// versionPrefix begins the version of each form. The number is that of the format of files.
const versionPrefix = "close_notify-inventory-2-"

// Version names the questions and choices of a form.
func (f Form) Version() string {
	h := fnv.New32a()
	for _, i := range f.Items {
		fmt.Fprintln(h, i.Question.Key, i.Question.Text, i.Question.Right)
		for _, c := range i.Question.Choices {
			fmt.Fprintln(h, c.Text)
		}
	}
	return fmt.Sprintf("%s%08x", versionPrefix, h.Sum32())
}

// KeyOf makes the key of forms.
func KeyOf(forms []Form) (Key, error) {
	key := Key{map[string]FormKey{}, map[string]Confusion{}, firstFormat}
	for _, f := range forms {
		of := FormKey{Version: f.Version()}
		for _, i := range f.Items {
			item := ItemKey{About: i.Confusion.ID, Right: i.Question.Right}
			for _, stands := range i.Stands {
				ids := []string{}
				for _, c := range stands {
					if err := key.add(c); err != nil {
						return Key{}, err
					}
					ids = append(ids, c.ID)
				}
				item.Stands = append(item.Stands, ids)
			}
			of.Items = append(of.Items, item)
		}
		key.Forms[f.Name] = of
	}
	return key, nil
}

// add adds a misconception with its lesson.
func (k Key) add(c *predict.Confusion) error {
	name := LessonFor(c.ID)
	l, ok := library.Find(name)
	if !ok {
		return fmt.Errorf("inventory: no lesson clears up %s", c.ID)
	}
	k.Confusions[c.ID] = Confusion{c.Belief, c.Truth, l.Name, l.Title}
	return nil
}

// JSON is the key as the pages fetch it.
func (k Key) JSON() ([]byte, error) { return json.Marshal(k) }

// LessonFor is the name of the lesson that clears up a misconception, "" for one that no choice
// stands for.
func LessonFor(id string) string {
	for _, r := range rows {
		if r.confusion == id {
			return r.lesson
		}
	}
	return otherLessons[id]
}
