package engine

import (
	"reflect"
	"testing"
)

// TestEveryReleaseBeginsAlike: the Worlds that connections has are those of all
// releases.
func TestEveryReleaseBeginsAlike(t *testing.T) {
	for c, want := range started {
		for i := range profiles {
			got := c.newWorld(&profiles[i])
			got.profile = want.profile
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s begins %+v in another World than %s", profiles[i].Name, c, want.profile.Name)
			}
		}
	}
}
