package explain

import (
	"slices"
	"strings"

	"closenotify/engine"
)

// Releases names profiles in words: "every release", "OpenSSL 1.1.1", "OpenSSL 3.0 to 3.6",
// "OpenSSL 3.5 and later". A line of releases stands for its patches if all of those that the
// engine knows are among them.
func Releases(profiles []string) string {
	var numbers []string // of lines and patches, oldest first
	var at []int         // their lines, -1 for a patch
	lines := releaseLines()
	for i, line := range lines {
		members := slices.DeleteFunc(slices.Clone(line.members), func(name string) bool { return !slices.Contains(profiles, name) })
		switch {
		case len(members) == len(line.members):
			numbers, at = append(numbers, line.number), append(at, i)
		default:
			for _, name := range members {
				p, _ := engine.ProfileNamed(name)
				numbers, at = append(numbers, p.Patch), append(at, -1)
			}
		}
	}
	isRange := len(at) > 1 && at[0] >= 0
	for i := range at {
		isRange = isRange && at[i] == at[0]+i
	}
	switch {
	case isRange && len(numbers) == len(lines):
		return "every release"
	case isRange && at[len(at)-1] == len(lines)-1:
		return "OpenSSL " + numbers[0] + " and later"
	case isRange && len(numbers) > 2:
		return "OpenSSL " + numbers[0] + " to " + numbers[len(numbers)-1]
	}
	return "OpenSSL " + strings.Join(numbers, ", ")
}

// releaseLine is a line of releases and its profiles.
type releaseLine struct {
	number  string // "3.5"
	members []string
}

// releaseLines are the lines of the profiles, oldest first.
func releaseLines() []releaseLine {
	var lines []releaseLine
	for _, p := range engine.Profiles() {
		number := strings.TrimPrefix(p.Series(), engine.ProfilePrefix)
		if len(lines) == 0 || lines[len(lines)-1].number != number {
			lines = append(lines, releaseLine{number: number})
		}
		last := &lines[len(lines)-1]
		last.members = append(last.members, p.Name)
	}
	return lines
}
