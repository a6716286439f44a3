package engine

// Sizes worth trying first, bytes.
const (
	firstRead     = 100
	firstWrite    = 10
	firstDelivery = 10
	firstCapacity = 20
)

// unless suggests the only argument, 0, unless done is set.
func unless(done bool) []int {
	if done {
		return nil
	}
	return []int{0}
}

// never suggests nothing.
func never(Endpoint) []int { return nil }

// ifQueued suggests a step that does something to queued bytes.
func ifQueued(w Wire) []int { return unless(w.Queued() == 0) }

// other suggests the value that a switch does not have.
func other(on bool) []int {
	if on {
		return []int{0}
	}
	return []int{1}
}

// modes suggests each mode of m.
func modes(m mode) []int {
	var list []int
	for n := range len(modeRules) {
		if m.has(1 << n) {
			list = append(list, n)
		}
	}
	return list
}

// otherFlags suggests all flags but those that are set.
func otherFlags(e Endpoint) []int {
	var list []int
	for f := ShutdownFlags(0); f <= SentShutdown|ReceivedShutdown; f++ {
		if f != e.shutdown {
			list = append(list, int(f))
		}
	}
	return list
}

// deliveries suggests all that is in flight, or a part of it.
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
