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
	Patch string // the release that was recorded and compared, "3.5.9"

	Confirmed string // the day on which Patch was last recorded, "2026-11-26"
	Use       string // the systems whose library it stands for, in a sentence or two

	// earlier are patches that Patch has followed in this row. Scripts and links that name
	// one stay valid.
	earlier []string

	link        int    // its number in links of format 2: never changed, never given out again
	firstName   string // its name in the first links and saved scripts, if that means a newer patch today
	differences differenceSet
}

// DefaultProfile is the profile of a script that names none.
const DefaultProfile = "openssl-3.5"

// ProfilePrefix begins the name of every profile.
const ProfilePrefix = "openssl-"

// profiles are the releases, oldest first. The name of a series, openssl-3.5, stands for
// its newest confirmed patch. An older patch that behaves differently has a row with its
// full number. When a newer patch with the same behaviour is confirmed, the number of
// the old one is added to earlier.
//
// What Use says comes from the packages that releases.sh fetches (Debian), and from
// ubuntu-devel, 2025-10 (Ubuntu 26.04), the packages of Alpine 3.18 to 3.23, the release
// notes of Node.js 22.20.0, nodejs/node#47177 and #60193, and the pull requests
// python/cpython#151193 and #151195.
var profiles = withDifferences([]Profile{
	{Name: "openssl-1.1.1", Patch: "1.1.1w", Confirmed: "2026-11-26", link: 3,
		Use: "Debian 11, Ubuntu 20.04."},
	{Name: "openssl-3.0.20", Patch: "3.0.20", Confirmed: "2026-11-26", link: 4, firstName: "openssl-3.0",
		Use: "Older patches of 3.0. They differ from 3.0.22 in one thing: the alert for a TLS 1.2 record that is too short."},
	{Name: "openssl-3.0", Patch: "3.0.22", Confirmed: "2026-11-26", link: 1,
		Use: "Debian 12, Ubuntu 22.04 and 24.04, Node.js 18, 20, and 22 before 22.20, Python 3.13 for macOS from python.org. " +
			"OpenSSL 3.1 (Alpine 3.18 and 3.19) was not compared; this release is the nearest to it."},
	{Name: "openssl-3.5.7", Patch: "3.5.7", Confirmed: "2026-11-24", link: 5, firstName: DefaultProfile,
		Use: "Older patches of 3.5. They differ from 3.5.9 in one thing: the alert for a TLS 1.2 record that is too short."},
	{Name: "openssl-3.5", Patch: "3.5.9", Confirmed: "2026-11-26", link: 0,
		Use: "Debian 13, Ubuntu 26.04, Alpine 3.23, Node.js 24, and 22 since 22.20, Python 3.14 for macOS from python.org. " +
			"OpenSSL 3.2, 3.3 (Alpine 3.20) and 3.4 were not compared; this release is the nearest to them."},
	{Name: "openssl-3.6", Patch: "3.6.5", Confirmed: "2026-11-26", link: 2,
		Use: "Debian unstable."},
	{Name: "openssl-4.0", Patch: "4.0.3", Confirmed: "2026-11-26", link: 6,
		Use: "Debian experimental."},
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
				list[i].differences.add(differenceID(id))
			}
		}
	}
	return list
}

// has reports whether the release has a difference.
func (p *Profile) has(d differenceID) bool { return p.differences.has(d) }

// Profiles lists the releases that the engine runs, oldest first.
func Profiles() []Profile { return slices.Clone(profiles) }

// Label returns the name that people use, "OpenSSL 3.5".
func (p Profile) Label() string {
	return "OpenSSL " + strings.TrimPrefix(p.Name, ProfilePrefix)
}

// VersionNumber is OPENSSL_VERSION_NUMBER of the release's headers.
func (p Profile) VersionNumber() uint32 {
	r := parseRelease(p.Patch)
	number := uint32(r[0])<<28 | uint32(r[1])<<20
	if r[0] >= 3 {
		return number | uint32(r[2])<<4
	}
	letter := p.Patch[len(p.Patch)-1] - 'a' + 1
	return number | uint32(r[2])<<12 | uint32(letter)<<4 | 0xF
}

// Series is the name of the profile for the newest confirmed patch of the same line:
// "openssl-3.5" for openssl-3.5.7, and for openssl-3.5 itself.
func (p Profile) Series() string {
	for _, newest := range profiles {
		if strings.HasPrefix(p.Name, newest.Name+".") {
			return newest.Name
		}
	}
	return p.Name
}

// ProfileNamed finds a profile by the script's word. The full number of a confirmed
// patch is another word for its series: "openssl-3.5.9" finds openssl-3.5.
func ProfileNamed(name string) (Profile, bool) {
	if p, ok := profileNamed(name); ok {
		return *p, true
	}
	return Profile{}, false
}

func profileNamed(name string) (*Profile, bool) {
	patch, ok := strings.CutPrefix(name, ProfilePrefix)
	for i := range profiles {
		if p := &profiles[i]; ok && (name == p.Name || patch == p.Patch || slices.Contains(p.earlier, patch)) {
			return p, true
		}
	}
	return nil, false
}

// DifferencesBetween lists the differences that exactly one of p and other has.
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
		if p.firstName == name {
			return p, true
		}
	}
	return ProfileNamed(name)
}
