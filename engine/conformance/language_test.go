package conformance

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestLanguage looks at a row of each kind; the tests of replay compare all of them with
// the engine.
func TestLanguage(t *testing.T) {
	for _, want := range []Verb{
		{Word: "SSL_shutdown", IsCall: true, Returns: true},
		{Word: "SSL_read", IsCall: true, Returns: true, MaxNumber: 1 << 20},
		{Word: "SSL_write_ex", IsCall: true, Returns: true, MaxNumber: 1 << 20},
		{Word: "SSL_set_shutdown", IsCall: true, Words: []string{"0", "SENT", "RECEIVED", "SENT|RECEIVED"}},
		{Word: "deliver", MaxNumber: 1 << 30, All: true},
		{Word: "capacity", MaxNumber: 1 << 30},
		{Word: "inject alert"},
	} {
		i := slices.IndexFunc(Verbs, func(v Verb) bool { return v.Word == want.Word })
		if i < 0 {
			t.Errorf("no %s", want.Word)
			continue
		}
		if got := Verbs[i]; !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
}

// TestWeightsNameDeclaredSteps: a row of weights that the harness does not declare would
// make scripts that it refuses.
func TestWeightsNameDeclaredSteps(t *testing.T) {
	for _, c := range weights {
		if !slices.ContainsFunc(Verbs, func(v Verb) bool { return v.Word == c.word }) {
			t.Errorf("the harness declares no %s", c.word)
		}
	}
}

// TestNewStepsAreTried: what the harness declares is in random scripts without a row of
// weights.
func TestNewStepsAreTried(t *testing.T) {
	defer func(before []candidate) { vocabulary = before }(vocabulary)
	vocabulary = newVocabulary(append(slices.Clip(Verbs),
		Verb{Word: "SSL_new_call", IsCall: true},
		Verb{Word: "SSL_new_bytes", IsCall: true, MaxNumber: 1 << 20},
		Verb{Word: "SSL_new_words", IsCall: true, Words: []string{"A", "B"}},
		Verb{Word: "SSL_shutdown", IsCall: true, Words: []string{"C"}},
		Verb{Word: "new step"},
		Verb{Word: "new number", MaxNumber: 1 << 30},
		Verb{Word: "new number or all", MaxNumber: 1 << 30, All: true},
	))
	r := rand.New(rand.NewPCG(3, 4))
	var all strings.Builder
	for range 2000 {
		all.WriteString(Generate(r, Options{Subset: Whole}))
	}
	for _, want := range []string{
		"client SSL_new_call\n", "server SSL_new_call\n", "SSL_new_bytes 100\n", "SSL_new_words A\n", "SSL_new_words B\n",
		"SSL_shutdown C\n", "c2s new step\n", "s2c new step\n", "new number 1048576\n", "new number or all all\n",
	} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no script has %q", want)
		}
	}
}
