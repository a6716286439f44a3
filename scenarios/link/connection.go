package link

import "closenotify/engine"

// encodeConnection is section C.
func encodeConnection(c engine.Config) (string, error) {
	codes, err := c.LinkCodes()
	if err != nil {
		return "", err
	}
	var b []byte
	end := 0
	for _, n := range []int{codes.Profile, codes.Version, codes.Start, codes.Transport, codes.Size} {
		b = appendNumber(b, n)
		if n != 0 {
			end = len(b)
		}
	}
	return string(b[:end]), nil
}

// decodeConnection reads section C, "" if there is none.
func decodeConnection(section string) (engine.Config, error) {
	var codes engine.LinkCodes
	d := digits{text: section}
	for _, n := range []*int{&codes.Profile, &codes.Version, &codes.Start, &codes.Transport, &codes.Size} {
		if d.text != "" {
			*n = d.number()
		}
	}
	if d.bad {
		return engine.Config{}, errDamaged
	}
	c, ok := engine.ConfigWithLinkCodes(codes)
	if !ok || d.text != "" {
		return engine.Config{}, errNewer
	}
	if again, err := encodeConnection(c); err != nil || again != section {
		return engine.Config{}, errDamaged
	}
	return c, nil
}
