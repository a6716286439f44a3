package engine

import (
	"reflect"
	"testing"
)

// TestEveryReleaseBeginsAlike: the Worlds that started makes are those of all releases.
func TestEveryReleaseBeginsAlike(t *testing.T) {
	for c, world := range started {
		want := world()
		for i := range profiles {
			got := c.newWorld(&profiles[i])
			got.profile = want.profile
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s begins %+v in another World than %s", profiles[i].Name, c, want.profile.Name)
			}
		}
	}
}
