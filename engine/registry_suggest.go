package engine

// Sizes worth trying first, bytes.
const (
	firstRead     = 100
	firstWrite    = 10
	firstDelivery = 10
	firstCapacity = 20
)

// unless offers a call that takes nothing, or a word of which there is one only.
func unless(done bool) []int {
	if done {
		return nil
	}
	return []int{0}
}

// ifQueued offers a step that does something to queued bytes.
func ifQueued(w Wire) []int { return unless(w.Queued() == 0) }

// other offers the value that a switch does not have.
func other(on bool) []int {
	if on {
		return []int{0}
	}
	return []int{1}
}

// otherFlags offers all flags but those that are set.
func otherFlags(e Endpoint) []int {
	var list []int
	for f := ShutdownFlags(0); f <= Sent|Received; f++ {
		if f != e.flags {
			list = append(list, int(f))
		}
	}
	return list
}

// deliveries offers all that is in flight, or a part of it.
func deliveries(w Wire) []int {
	switch n := w.bytesInFlight(); {
	case n == 0:
		return nil
	case n > firstDelivery:
		return []int{All, firstDelivery}
	}
	return []int{All}
}

// otherCapacity narrows a wide wire and widens a narrow one.
func otherCapacity(w Wire) []int {
	if w.capacity >= DefaultCapacity {
		return []int{firstCapacity}
	}
	return []int{DefaultCapacity}
}
