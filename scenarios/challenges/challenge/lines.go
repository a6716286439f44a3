package challenge

import "strings"

// changedLines is how many lines of a text must be replaced, added or taken out to make another
// one of it. Empty lines and indentation do not count.
func changedLines(from, to string) int {
	a, b := codeLines(from), codeLines(to)
	// common[j] is the length of the longest common subsequence of the lines of a so far and
	// the first j lines of b.
	common := make([]int, len(b)+1)
	for _, line := range a {
		diagonal := 0
		for j := range b {
			above := common[j+1]
			if line == b[j] {
				common[j+1] = diagonal + 1
			} else {
				common[j+1] = max(above, common[j])
			}
			diagonal = above
		}
	}
	return max(len(a), len(b)) - common[len(b)]
}

// codeLines are the lines of a program without indentation, except empty ones.
func codeLines(text string) []string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
