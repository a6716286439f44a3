package explained

import (
	"reflect"
	"testing"
)

var some = New([]Question{
	{"0000000000001", "truncation", 3, false, []string{"openssl-3.0 tls1.2", "openssl-3.5 tls1.3"}, "What?", []Choice{
		{"It returns 1.", "No.", "It would return 1 if …", "client SSL_shutdown\n", 1},
		{Text: "It waits."},
	}, 1, "A rule.", []string{"A rule.", "Another rule."}, 0},
	{"0000000000001", "truncation", 3, false, []string{"openssl-1.1.1 tls1.2"}, "What: now?", []Choice{{Text: "It returns 1."}}, 0, "", nil, 0},
	{"0000000000002", "half-close", 4, true, []string{"openssl-1.1.1 tls1.2"}, "", []Choice{{Text: "x"}}, 0, "", nil, 0},
})

func TestRoundTrip(t *testing.T) {
	again, err := Parse(some.String())
	if err != nil || !reflect.DeepEqual(again, some) || again.Len() != 3 {
		t.Errorf("%v: %+v", err, again)
	}
	if empty, err := Parse(Table{}.String()); err != nil || empty.Len() != 0 {
		t.Errorf("an empty table: %v, %+v", err, empty)
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ key, connection, want string }{
		{"0000000000001", "openssl-3.5 tls1.3", "What?"},
		{"0000000000001", "openssl-1.1.1 tls1.2", "What: now?"},
		{"0000000000001", "", "What?"},
	} {
		if q, ok := some.Find(c.key, c.connection); !ok || q.Text != c.want {
			t.Errorf("%+v: %+v, %v", c, q, ok)
		}
	}
	for _, c := range [][2]string{{"0000000000003", ""}, {"0000000000001", "openssl-4.0 tls1.3"}} {
		if q, ok := some.Find(c[0], c[1]); ok {
			t.Errorf("%s: found %+v", c, q)
		}
	}
}

func TestOfLesson(t *testing.T) {
	const connection = "openssl-3.5 tls1.3"
	at := func(lesson string, step int, connections ...string) Question {
		return Question{Lesson: lesson, Step: step, Connections: connections}
	}
	table := New([]Question{
		at("truncation", 3, connection), at("half-close", 1, connection), at("truncation", 5, "openssl-3.0 tls1.3", connection),
		at("truncation", 2, connection), at("truncation", 1, "openssl-3.0 tls1.3"),
	})
	var steps []int
	for _, q := range table.OfLesson("truncation", connection) {
		steps = append(steps, q.Step)
	}
	if !reflect.DeepEqual(steps, []int{2, 3, 5}) {
		t.Errorf("questions about the steps %v", steps)
	}
}

func TestParseRefuses(t *testing.T) {
	text := some.String()
	for i := range len(text) {
		if cut, err := Parse(text[:i]); err == nil && (i < len(head) || cut.Len() == 3) {
			t.Errorf("cut off after %d bytes it is read", i)
		}
	}
	for _, bad := range []string{"", "explained 1\n", head + "x", head + "-1:", head + "1:a1:b9999999:", head + "1:k1:l1:x",
		New([]Question{{Right: 1, Choices: []Choice{{}}}}).String(), New([]Question{{}}).String(),
		New([]Question{{Choices: []Choice{{}}, Because: 1, Reasons: []string{""}}}).String()} {
		if _, err := Parse(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

// FuzzParse: whatever comes is read or refused, and what is read is written back.
func FuzzParse(f *testing.F) {
	f.Add(some.String())
	f.Fuzz(func(t *testing.T, text string) {
		table, err := Parse(text)
		if err != nil {
			return
		}
		if again, err := Parse(table.String()); err != nil || !reflect.DeepEqual(again, table) {
			t.Errorf("%v: %+v and then %+v", err, table, again)
		}
	})
}
