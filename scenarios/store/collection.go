package store

import "strconv"

// Imported is the result of importing a file of saved scenarios.
type Imported struct {
	Added    int      // scenarios that were not there
	Same     int      // that were there already, with the same content
	Beside   int      // of which there was another version: both are kept, this one with the title of importedForm
	Problems []string // what could not be read: "line 17 is damaged"; at most mostProblems
	More     int      // problems that are not in Problems
}

// importedForm is what becomes of s in an import if there is another scenario with its ID: it gets
// "(imported)" after its title, and an ID that depends on what it holds, so that it is known when the
// same file is imported again.
func importedForm(s Saved) Saved {
	// FNV-1a by hand: package hash/fnv would add 5 kB to the download.
	sum := uint64(14695981039346656037)
	for _, c := range []byte(s.Title + "\x00" + strconv.Itoa(s.Step) + "\x00" + s.Script) {
		sum = (sum ^ uint64(c)) * 1099511628211
	}
	s.ID = s.ID[:min(len(s.ID), 48)] + "-" + strconv.FormatUint(sum, 36)
	s.Title = withSuffix([]rune(s.Title), " (imported)")
	return s
}
