package link

import (
	"errors"
	"hash/crc32"
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// The frame of a packed link, bits, most significant first:
//
//	profile 3 · version 1 · start 2 · transport 2, with a number behind bio-pair
//	number of steps                       groups of 4, see bitWriter.putNumber
//	each: network 1 · peer or direction 1 · verb 4 · N if the verb has one
//	text 2, see textAsShipped; if it is given, the lines of each part, and each
//	line's length in bytes and its bytes, 8 bits each
//	digest of the outcome 16
//	CRC-32 of all bits before, low 16
//
// then zeros up to a whole character.

// encodeFrame packs a script and the digest of what it does.
func encodeFrame(s script.Script, digest uint16) (string, error) {
	w := &bitWriter{}
	if err := putConfig(w, s.Config); err != nil {
		return "", err
	}
	w.putNumber(uint64(len(s.Steps)))
	for _, step := range s.Steps {
		putOp(w, step.Op)
	}
	if err := putText(w, s); err != nil {
		return "", err
	}
	w.put(uint64(digest), 16)
	w.put(uint64(checksum(w.bits())), 16)
	return w.String(), nil
}

// decodeFrame unpacks a script and the digest of what it did when the link was
// made. Every way of being wrong is an error that says so: what a frame means is
// written in one way only.
func decodeFrame(payload string) (script.Script, uint16, error) {
	var s script.Script
	r := &bitReader{}
	for _, c := range []byte(payload) { // Decode has let only the alphabet in
		r.chars = append(r.chars, byte(strings.IndexByte(alphabet, c)))
	}
	ok := getConfig(r, &s.Config) && getOps(r, &s)
	if ok {
		s, ok = getText(r, s)
	}
	digest := uint16(r.get(16))
	bits := r.at
	sum := uint16(r.get(16))
	switch {
	case r.short:
		return s, 0, errors.New("the link is cut short: it ends after " + strconv.Itoa(len(payload)+1) + " characters")
	case !ok || sum != checksum((&bitReader{chars: r.chars}).rest(bits)) || !r.atEnd(payload):
		return s, 0, errDamaged
	}
	return s, digest, nil
}

// atEnd reports whether only padding is left, and at most the 0 that Encode
// puts behind a - or _.
func (r *bitReader) atEnd(payload string) bool {
	left := 6*len(r.chars) - r.at
	if left >= 6 && strings.HasSuffix(payload, "0") {
		if before := payload[len(payload)-2]; before == '-' || before == '_' {
			left -= 6
		}
	}
	return left < 6 && r.get(left) == 0
}

// putConfig packs a Config.
func putConfig(w *bitWriter, c engine.Config) error {
	world, err := engine.New(c)
	if err != nil {
		return err
	}
	c = world.Config()
	w.put(uint64(slices.Index(linkProfiles, c.Profile)), 3)
	w.put(uint64(slices.Index(linkVersions, c.Version)), 1)
	w.put(uint64(slices.Index(linkStarts, c.Start)), 2)
	kind, number, sized := strings.Cut(c.Transport, " ")
	w.put(uint64(slices.Index(linkTransports, kind)), 2)
	if sized {
		n, err := strconv.ParseUint(number, 10, 32)
		if err != nil {
			return err
		}
		w.putNumber(n)
	}
	return nil
}

// getConfig unpacks a Config; defaults come back as zero fields, as the script
// parser leaves them.
func getConfig(r *bitReader, c *engine.Config) bool {
	profile, version, start, transport := r.get(3), r.get(1), r.get(2), r.get(2)
	if int(profile) >= len(linkProfiles) || int(start) >= len(linkStarts) {
		return false
	}
	*c = engine.Config{
		Profile: linkProfiles[profile], Version: linkVersions[version],
		Start: linkStarts[start], Transport: linkTransports[transport],
	}
	if c.Transport == pairTransport {
		n, _ := r.getNumber()
		c.Transport += " " + strconv.FormatUint(n, 10)
	}
	if _, err := engine.New(*c); err != nil {
		return false
	}
	*c = c.Sparse()
	return true
}

// putOp packs one operation.
func putOp(w *bitWriter, op engine.Op) {
	if op.IsCall() {
		w.put(0, 1)
		w.put(uint64(op.Role), 1)
		w.put(uint64(slices.Index(linkCalls, op.Verb)), 4)
	} else {
		w.put(1, 1)
		w.put(uint64(op.Dir), 1)
		w.put(uint64(slices.Index(linkNetwork, op.Verb)), 4)
	}
	if slices.Contains(linkNumbered, op.Verb) {
		w.putNumber(uint64(op.N + 1)) // All is -1
	}
}

// getOps unpacks the operations.
func getOps(r *bitReader, s *script.Script) bool {
	n, ok := r.getNumber()
	if !ok || n > maxSteps {
		return false
	}
	known := map[engine.Op]bool{}
	for ; n > 0; n-- {
		network, who, verb := r.get(1), r.get(1), r.get(4)
		op := engine.Op{Role: engine.Role(who)}
		codes := linkCalls
		if network == 1 {
			op, codes = engine.Op{Dir: engine.Direction(who)}, linkNetwork
		}
		if int(verb) >= len(codes) {
			return false
		}
		op.Verb = codes[verb]
		if slices.Contains(linkNumbered, op.Verb) {
			v, ok := r.getNumber()
			if !ok {
				return false
			}
			op.N = int(v) - 1
		}
		if !known[op] { // of a long link's steps most are alike
			if again, err := engine.ParseOp(op.String()); err != nil || again != op {
				return false
			}
			known[op] = true
		}
		s.Steps = append(s.Steps, script.Step{Op: op})
	}
	return true
}

// checksum is the low half of the CRC-32 of bits.
func checksum(bits []byte) uint16 { return uint16(crc32.ChecksumIEEE(bits)) }
