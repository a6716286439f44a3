package sheet

import (
	"fmt"
	"io"
)

// Text writes questions for people to read.
func Text(out io.Writer, questions []Question) error {
	for i, q := range questions {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "%d. step %d, %s: %s\n", i+1, q.Step, q.Aspect, q.Text)
		for _, c := range q.Choice {
			mark := "-"
			if c.Right {
				mark = "*"
			}
			fmt.Fprintf(out, "   %s %s\n", mark, c.Text)
			if c.Why != "" {
				fmt.Fprintf(out, "       %s\n", c.Why)
			}
			for _, confusion := range c.Confusions {
				fmt.Fprintf(out, "       %s: %s\n", confusion.ID, confusion.Belief)
			}
		}
		if q.Reason == nil {
			continue
		}
		fmt.Fprintln(out, "   because")
		for j, reason := range q.Reason.Choices {
			mark := "-"
			if j == q.Reason.Right {
				mark = "*"
			}
			fmt.Fprintf(out, "   %s %s\n", mark, reason)
		}
	}
	_, err := io.WriteString(out, "")
	return err
}
