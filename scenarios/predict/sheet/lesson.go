package sheet

import (
	"reflect"

	"closenotify/engine"
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

// OfLesson makes the best questions of a lesson's script, for each release and version. start returns
// the World with which a script begins, as compile.Cache.Start does.
func OfLesson(name string, s script.Script, start func(script.Script) (engine.World, error)) (Lesson, error) {
	l := Lesson{Name: name, Connections: map[string][]int{}}
	for _, p := range engine.Profiles() {
		for _, v := range engine.Versions {
			s.Config.Profile, s.Config.Version = p.Name, v
			w, err := start(s)
			if err != nil {
				return Lesson{}, err
			}
			h, id, err := s.RunFrom(w)
			if err != nil {
				return Lesson{}, err
			}
			l.ask(writer{script: s, h: h, path: h.Path(id), budget: budgetOfBuild})
		}
	}
	return l, nil
}

// OfPlayed makes the best questions of a script that was played, for its own release and version. To
// explain the choices of a question, it plays about as many steps as budget says.
func OfPlayed(s script.Script, h engine.History, path []engine.NodeID, budget int) Lesson {
	l := Lesson{Connections: map[string][]int{}}
	l.ask(writer{script: s, h: h, path: path, budget: budget})
	return l
}

// ask adds the best questions of a script for one connection.
func (l *Lesson) ask(w writer) {
	config := w.h.World(w.path[0]).Config()
	list := []int{}
	for _, q := range predict.Picks(w.h, w.path) {
		list = append(list, l.add(w.question(q)))
	}
	l.Connections[config.Profile+" "+config.Version.String()] = list
}

// add adds a question, unless it is there already, and returns its index.
func (l *Lesson) add(q Question) int {
	for i, known := range l.Questions {
		if known.Key == q.Key && reflect.DeepEqual(known, q) {
			return i
		}
	}
	l.Questions = append(l.Questions, q)
	return len(l.Questions) - 1
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
