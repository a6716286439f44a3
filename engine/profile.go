package engine

import (
	"slices"
	"strings"
)

// Profile is a release of OpenSSL whose behaviour the engine shows. What it does
// differently from others stands in differences; the rest of the package asks for these
// and never for the name.
type Profile struct {
	Name  string // the script's word, "openssl-3.5"
	Patch string // the release that was recorded and compared: "3.5.9"

	// Earlier are patches that Patch has followed in this row. Scripts and links that name
	// one stay valid.
	Earlier []string

	link        int    // its number in links of format 2: never changed, never given out again
	first       string // the name that it had in the first links and saved scripts, if that means a newer patch today
	differences differenceSet
}

// DefaultProfile is what a script without a profile means.
const DefaultProfile = "openssl-3.5"

// profiles are the releases, oldest first. The name of a series, openssl-3.5, stands for
// its newest confirmed patch. An older patch that behaves differently has a row with its
// full number. When a newer patch with the same behaviour is confirmed, the old one goes
// to Earlier.
var profiles = withDifferences([]Profile{
	{Name: "openssl-1.1.1", Patch: "1.1.1w", link: 3},
	{Name: "openssl-3.0.20", Patch: "3.0.20", link: 4, first: "openssl-3.0"},
	{Name: "openssl-3.0", Patch: "3.0.22", link: 1},
	{Name: "openssl-3.5.7", Patch: "3.5.7", link: 5, first: DefaultProfile},
	{Name: "openssl-3.5", Patch: "3.5.9", link: 0},
	{Name: "openssl-3.6", Patch: "3.6.5", link: 2},
	{Name: "openssl-4.0", Patch: "4.0.3", link: 6},
})

// format1Profiles are the profiles of links of format 1, by their numbers. Format 1 is no
// longer written.
var format1Profiles = []string{"openssl-1.1.1", "openssl-3.0.20", "openssl-3.5.7", "openssl-3.6", "openssl-3.5", "openssl-3.0"}

// withDifferences notes which differences each release has.
func withDifferences(list []Profile) []Profile {
	for i := range list {
		r := parseRelease(list[i].Patch)
		for id, d := range differences {
			if d.in(r) {
				list[i].differences.add(DifferenceID(id))
			}
		}
	}
	return list
}

// has reports whether the release has a difference.
func (p *Profile) has(d DifferenceID) bool { return p.differences.has(d) }

// Profiles lists the releases that the engine runs, oldest first.
func Profiles() []Profile { return slices.Clone(profiles) }

// Label returns the name that people use, "OpenSSL 3.5".
func (p Profile) Label() string {
	return "OpenSSL " + strings.TrimPrefix(p.Name, profilePrefix)
}

// profilePrefix begins the name of every profile.
const profilePrefix = "openssl-"

// ProfileNamed finds a profile by the script's word. The full number of a confirmed
// patch is another word for its series: "openssl-3.5.9" finds openssl-3.5.
func ProfileNamed(name string) (Profile, bool) {
	if p, ok := profileNamed(name); ok {
		return *p, true
	}
	return Profile{}, false
}

func profileNamed(name string) (*Profile, bool) {
	patch, ok := strings.CutPrefix(name, profilePrefix)
	for i := range profiles {
		if p := &profiles[i]; ok && (name == p.Name || patch == p.Patch || slices.Contains(p.Earlier, patch)) {
			return p, true
		}
	}
	return nil, false
}

// DifferencesBetween lists what p does otherwise than another release, or the other
// otherwise than p.
func (p Profile) DifferencesBetween(other Profile) []Difference {
	return (p.differences ^ other.differences).list()
}

// ProfileFormat1 is the name of the profile with that number in links of format 1.
func ProfileFormat1(number int) (name string, ok bool) {
	if number < 0 || number >= len(format1Profiles) {
		return "", false
	}
	return format1Profiles[number], true
}

// ProfileFirstNamed finds the profile that a name meant in the first links and saved
// scripts. The name of a series meant the patch that was the newest then.
func ProfileFirstNamed(name string) (Profile, bool) {
	for _, p := range profiles {
		if p.first == name {
			return p, true
		}
	}
	return ProfileNamed(name)
}
