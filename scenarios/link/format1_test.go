package link

import (
	"strings"
	"testing"
)

// TestTextsOfFormat1: narration as the first version of the page wrote it.
func TestTextsOfFormat1(t *testing.T) {
	for _, c := range []struct{ name, link, want string }{
		{"of the shipped scenario", "1QDBGRqYBGpkABRGZzW", "# Client closes first\n"},
		{"none, though the steps are shipped", "1QDBGRqYBGpkAJRGSo3", "profile openssl-3.5.7\n\nclient SSL_write 5\n"},
		{"with empty lines and hidden characters", "1QBAIIyJrS3MoDYdSQcsLUDAFhAHQWpvaW5lZCDwn5Go4oCN8J-RqSDigI5tYXJrENlbmQBNzntC",
			"# Mine\n#\n# é 全\n\nprofile openssl-3.5.7\n\n#\n# a\n#\nclient SSL_shutdown\n\n# joined \U0001F468\U0001F469 mark\nserver SSL_shutdown\n\n# end\n#\n"},
	} {
		link, err := decode(c.link)
		if err != nil || link.Changed || !strings.HasPrefix(link.Script.String(), c.want) {
			t.Errorf("%s: %v, changed %v\n%s", c.name, err, link.Changed, link.Script)
		}
	}
}

// TestBadLinksOfFormat1 are refused.
func TestBadLinksOfFormat1(t *testing.T) {
	const good = "1QDBGRqYBGpkABRGZzW"
	for name, link := range map[string]string{
		"only the version":         "1",
		"cut":                      good[:len(good)-2],
		"more after it":            good + "A",
		"the padding without need": good + "0",
		"another padding":          good[:len(good)-1] + "X",
		"the padding that is gone": "1QDAJLQBqYGpgA6c_q",
		"a profile without a name": "15" + good[2:],
	} {
		if _, err := decode(link); err == nil || !strings.Contains(err.Error(), "damaged or cut short") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
