package scenarios

import "testing"

func TestNext(t *testing.T) {
	all := Library()
	for i, s := range all {
		next, ok := Next(s.Name)
		if last := i == len(all)-1; ok == last || !last && next.Name != all[i+1].Name {
			t.Errorf("after %s comes %q, %v", s.Name, next.Name, ok)
		}
	}
	if s, ok := Next("no-such"); ok {
		t.Errorf("after a scenario that is not shipped comes %q", s.Name)
	}
}
