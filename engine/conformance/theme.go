package conformance

// theme is what a random script is mostly about.
type theme struct {
	opening []string         // steps that it probably begins with; %s is a direction
	factor  [familyCount]int // multiplies the weights of each family

	// The harness runs the script on real sockets, so it has no step of the network but fin.
	realSockets bool
}

// themes are equally likely.
var themes = []theme{
	// Nothing goes wrong.
	{factor: [familyCount]int{closing: 5, data: 5, flags: 1, other: 1}},
	// Everything happens.
	{factor: [familyCount]int{closing: 2, data: 2, flags: 2, delivery: 2, capacity: 2, endings: 2, damage: 2, other: 2}},
	// The application sets shutdown flags.
	{factor: [familyCount]int{closing: 3, data: 3, flags: 8, delivery: 1, endings: 1, other: 1}},
	// Bytes arrive in small parts.
	{factor: [familyCount]int{closing: 3, data: 4, flags: 1, delivery: 8, endings: 1, damage: 1, other: 1}, opening: []string{"%s hold", "%s hold"}},
	// Writes find little room.
	{factor: [familyCount]int{closing: 4, data: 4, flags: 1, delivery: 1, capacity: 8, endings: 1, other: 1}, opening: []string{"%s capacity 10"}},
	// Both of these.
	{factor: [familyCount]int{closing: 4, data: 4, flags: 1, delivery: 6, capacity: 6, endings: 1, damage: 3, other: 1}, opening: []string{"%s hold", "%s capacity 9"}},
	// The transport ends.
	{factor: [familyCount]int{closing: 4, data: 4, flags: 1, delivery: 1, endings: 8, other: 1}},
	// An attacker cuts, changes or adds bytes.
	{factor: [familyCount]int{closing: 4, data: 4, flags: 1, delivery: 1, capacity: 1, damage: 9, other: 1}},
	// Messages follow the handshake, and settings change.
	{factor: [familyCount]int{closing: 3, data: 3, flags: 1, delivery: 1, endings: 1, other: 9}},
	// The peers renegotiate.
	{factor: [familyCount]int{closing: 3, data: 5, flags: 1, other: 2, renegotiation: 5}},
	// The same with calls that block.
	{factor: [familyCount]int{closing: 3, data: 5, flags: 1, other: 2, renegotiation: 5, blocking: 6}},
	// Sockets are closed.
	realSocketThemes[0],
	// The same in a network that holds bytes back or has little room.
	{factor: [familyCount]int{closing: 4, data: 5, flags: 1, delivery: 3, endings: 1, damage: 1, other: 1, sockets: 3}, opening: []string{"%s hold"}},
	{factor: [familyCount]int{closing: 4, data: 5, flags: 1, delivery: 1, capacity: 4, endings: 1, other: 1, sockets: 3}, opening: []string{"%s capacity 10"}},
	// Calls block, and sockets are closed.
	{factor: [familyCount]int{closing: 4, data: 5, flags: 1, delivery: 2, capacity: 2, other: 1, sockets: 3, blocking: 6}, opening: []string{"%s capacity 30"}},
	// Calls block.
	{factor: [familyCount]int{closing: 4, data: 4, flags: 1, delivery: 2, capacity: 2, endings: 1, other: 1, blocking: 6}, opening: []string{"%s capacity 30"}},
}

// realSocketThemes have no step of the network but fin, which is shutdown(2).
var realSocketThemes = []theme{
	{factor: [familyCount]int{closing: 4, data: 6, flags: 1, other: 1, sockets: 4}, realSockets: true},
	{factor: [familyCount]int{closing: 4, data: 6, flags: 1, endings: 3, other: 1, sockets: 3}, realSockets: true},
}

// handshakeTheme has no step of the network, so that the bytes of an unfinished handshake
// arrive whole.
var handshakeTheme = theme{factor: [familyCount]int{closing: 3, data: 3, flags: 1, other: 1}}

// favours reports whether the script may have steps of a family.
func (t theme) favours(f family) bool { return t.factor[f] > 0 }
