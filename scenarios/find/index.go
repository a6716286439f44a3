package find

// An Index is all that Find needs. Lessons, features, rules of OpenSSL and profiles are
// mentioned by their places in the lists.
type Index struct {
	Lessons  []Entry
	Features []Feature
	Rules    []Rule
	// Words has what was learned of words: for each its lessons and weights, one after the other.
	Words map[string][]int
	// Starts is, for each lesson, what it has before the first word.
	Starts []int
	// Codes has the words for "LIBRARY.REASON", what the packed number of an error says.
	Codes map[string]string
	// Joins are two words that are one, in the order in which they are joined.
	Joins [][2]string
	// Releases, Causes and Profiles say more about a text: of each, the first whose condition
	// holds.
	Releases, Causes, Profiles []Note
	// Threshold is how many points a lesson needs, and Also how many others need to be named with
	// it.
	Threshold, Also int
	// Limit is how many points the words give to the lesson that they speak for most.
	Limit int
}

// An Entry is a lesson. The last one stands for texts that belong to none, and has no name.
type Entry struct{ Name, Title, Symptom string }

// A Feature is something that can be recognised.
type Feature struct {
	Label string // for people, "" if it says nothing to them
	// Phrases are alternatives. "~" in a phrase stands for a few words in between.
	Phrases []string
}

// A Condition holds if the text has all features of With and none of Without.
type Condition struct{ With, Without []int }

// A Rule gives points to a lesson.
type Rule struct {
	Condition
	Point
}

// A Point is a lesson and how much speaks for it, or against it.
type Point struct{ Lesson, Weight int }

// A Note is something to say if its condition holds and, where Lesson is not negative, this
// lesson was found.
type Note struct {
	Condition
	Lesson int
	Text   string
	Source string
}
