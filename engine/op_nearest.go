package engine

import "strings"

// maxMistyped is the length up to which a text can be a mistyped word.
const maxMistyped = 40

// Nearest is the word that somebody who has typed text probably meant, "" if none is like
// it. Capitals make no difference, about one letter in three may be wrong, and the second
// of two words may be missing.
func Nearest(text string, words []string) string {
	if text == "" || len(text) > maxMistyped {
		return ""
	}
	nearest, least := "", maxMistyped
	for _, word := range words {
		if strings.HasPrefix(word, text+" ") {
			return word
		}
		d := editDistance(strings.ToLower(text), strings.ToLower(word))
		if d < least && d <= max(1, len(word)/3) && d < len(text) {
			nearest, least = word, d
		}
	}
	return nearest
}

// editDistance is how many characters have to be put in, left out, replaced or swapped with
// their neighbour to make a into b.
func editDistance(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			replaced := rows[i-1][j-1]
			if x[i-1] != y[j-1] {
				replaced++
			}
			rows[i][j] = min(replaced, rows[i-1][j]+1, rows[i][j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}
