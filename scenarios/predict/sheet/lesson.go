package sheet

import (
	"encoding/json"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/scenarios/predict"
)

// Lesson has the best questions of a lesson for each connection on which it is played. What is the
// same for several is there once. So the scripts of the nearest scenarios name a release or a version
// only if it is another one, and the questions have no scripts.
type Lesson struct {
	Name string `json:"lesson"`
	// Connections has for "openssl-3.5 tls1.3" the indexes of its questions.
	Connections map[string][]int `json:"connections"`
	Questions   []Question       `json:"questions"`
}

// OfLesson makes the best questions of a lesson's script, for each release and version.
func OfLesson(name string, s script.Script) (Lesson, error) {
	l := Lesson{Name: name, Connections: map[string][]int{}}
	known := map[string]int{}
	var programs compile.Cache
	for _, p := range engine.Profiles() {
		for _, v := range engine.Versions {
			s.Config.Profile, s.Config.Version = p.Name, v
			w, err := programs.Start(s)
			if err != nil {
				return Lesson{}, err
			}
			h, id, err := s.RunFrom(w)
			if err != nil {
				return Lesson{}, err
			}
			connection := p.Name + " " + v.String()
			l.Connections[connection] = []int{}
			path := h.Path(id)
			written := writer{s, h, path, true}
			for _, q := range predict.Picks(h, path) {
				index, err := l.add(written.question(q), known)
				if err != nil {
					return Lesson{}, err
				}
				l.Connections[connection] = append(l.Connections[connection], index)
			}
		}
	}
	return l, nil
}

// add adds a question, unless it is known, and returns its index.
func (l *Lesson) add(q Question, known map[string]int) (int, error) {
	text, err := json.Marshal(q)
	if err != nil {
		return 0, err
	}
	index, ok := known[string(text)]
	if !ok {
		index = len(l.Questions)
		known[string(text)], l.Questions = index, append(l.Questions, q)
	}
	return index, nil
}

// Unexplained lists the wrong choices for which no scenario was found in which they are right.
func Unexplained(questions []Question) (list []string, wrong int) {
	for _, q := range questions {
		for _, c := range q.Choice {
			if c.Right {
				continue
			}
			if wrong++; c.Nearest == nil {
				list = append(list, q.Text+" "+c.Text)
			}
		}
	}
	return list, wrong
}
