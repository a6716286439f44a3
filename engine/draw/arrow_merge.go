package draw

import "strconv"

// mergeAlike draws one arrow for more than three in a row that look the same: one
// step can deliver any number of records.
func mergeAlike(list []arrow) []arrow {
	const most = 3
	var merged []arrow
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[0].looksLike(list[n]) {
			n++
		}
		if n > most {
			x := list[0]
			x.label = strconv.Itoa(n) + " × " + x.label
			for _, y := range list[1:n] {
				x.records = append(x.records, y.records...)
			}
			merged = append(merged, x)
		} else {
			merged = append(merged, list[:n]...)
		}
		list = list[n:]
	}
	return merged
}

// looksLike reports whether two arrows differ in their record only.
func (a arrow) looksLike(b arrow) bool {
	return a.dir == b.dir && a.shape == b.shape && a.label == b.label && a.remark == b.remark && a.leaves == b.leaves &&
		a.arrives == b.arrives && a.lost == b.lost && a.damaged == b.damaged && a.readIn == b.readIn && a.unread == b.unread
}
