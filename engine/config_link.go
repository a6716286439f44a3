package engine

import (
	"strconv"
	"strings"
)

// LinkCodes are the numbers that stand for the fields of a Config in links of
// format 2. All are 0 for the defaults.
type LinkCodes struct {
	Profile, Version, Start, Transport int
	Size                               int // the N of "bio-pair N", bytes; 0 for a transport without one
}

// LinkCodes returns the numbers of c. The error is that of New.
func (c Config) LinkCodes() (LinkCodes, error) {
	w, err := New(c)
	if err != nil {
		return LinkCodes{}, err
	}
	c = w.Config()
	codes := LinkCodes{Profile: w.profile.link, Version: versions[c.Version].link}
	for _, s := range starts {
		if s.word == c.Start {
			codes.Start = s.link
		}
	}
	word, size, _ := strings.Cut(c.Transport, " ")
	for _, t := range transports {
		if t.word == word {
			codes.Transport = t.link
		}
	}
	codes.Size, _ = parseNumber(size, MaxCapacity)
	return codes, nil
}

// ConfigWithLinkCodes is the Config that the numbers stand for, its defaults left out
// as in Config.Sparse. ok is false if a number stands for nothing: a newer version of
// the program may have given it out.
func ConfigWithLinkCodes(codes LinkCodes) (c Config, ok bool) {
	for _, p := range profiles {
		if p.link == codes.Profile {
			c.Profile = p.Name
		}
	}
	for _, v := range Versions {
		if versions[v].link == codes.Version {
			c.Version = v
		}
	}
	for _, s := range starts {
		if s.link == codes.Start {
			c.Start = s.word
		}
	}
	for _, t := range transports {
		if t.link == codes.Transport {
			c.Transport = t.word
			if t.sized {
				c.Transport += " " + strconv.Itoa(codes.Size)
			}
		}
	}
	if c.Profile == "" || c.Version == 0 || c.Start == "" || !IsTransport(c.Transport) {
		return Config{}, false
	}
	return c.Sparse(), true
}
