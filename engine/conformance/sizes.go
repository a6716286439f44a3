package conformance

import "strconv"

// The sizes try the limits of a record: a header of 5 bytes, up to 16,384 bytes of
// content, and small records of less than 40 bytes.

func readSize(g *generator, _ string) string {
	if g.chance(25) {
		return strconv.Itoa(g.between(1, 40))
	}
	return pick(g.r, []string{"0", "1", "5", "100", "100", "20000", "20000"})
}

func writeSize(g *generator, _ string) string {
	if g.chance(80) {
		return strconv.Itoa(g.between(1, 40))
	}
	return pick(g.r, []string{"0", "100", "1000", "5000", "16384", "16385", "40000"})
}

func deliverSize(g *generator, _ string) string {
	if g.chance(60) {
		return strconv.Itoa(g.between(1, 40))
	}
	return pick(g.r, []string{"0", "5", "all", "all", "all", "1000"})
}

// capacitySize gives no size that could cut the messages of a handshake: their length
// differs from run to run.
func capacitySize(g *generator, subject string) string {
	sizes := []string{"1048576", "1048576", "100000"}
	if !g.unsized || subject == "c2s" {
		sizes = append(sizes, "60", "100", "1000", "5000", "20000")
	}
	if g.chance(65) {
		return strconv.Itoa(g.between(0, 40))
	}
	return pick(g.r, sizes)
}
