#!/bin/sh
# Builds the harness against real releases of OpenSSL:
#
#   releases.sh DIR [RELEASE...]
#
# leaves DIR/harness-RELEASE. RELEASE is a profile of releases.txt without "openssl-",
# such as 3.5. The default is all releases that Debian ships, and those that are already
# in DIR. The libraries are fetched from Debian's suites, by the mirror that this
# machine's apt uses, and unpacked into DIR/root-RELEASE; nothing is installed. If that
# folder exists already, nothing is fetched. A harness newer than its sources is not
# built again. For Debian; needs root only if the C compiler has to be installed.
#
# If the security archive is unreachable, the other releases are still built, unless the
# one that needs it was asked for by name.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
sources=$here/harness/c
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

fail() {
	echo "releases.sh: $*" >&2
	exit 1
}

# column RELEASE N prints column N of the release's row, "," made blanks, and nothing for
# "-" or "gone".
column() {
	awk -v profile="openssl-$1" -v n="$2" \
		'$1 == profile && $n != "-" && $n != "gone" { gsub(",", " ", $n); print $n }' "$here/releases.txt"
}
profile_of() { column "$1" 1; }
suites_of() { column "$1" 3; }
runtime_of() { column "$1" 4; }

# from_security RELEASE reports whether it is fetched from a security archive.
from_security() {
	case $(suites_of "$1") in *-security*) ;; *) return 1 ;; esac
}

# wanted DIR prints the releases that Debian ships, and others that are unpacked in DIR.
wanted() {
	for release in $(awk '/^openssl-/ { print substr($1, length("openssl-") + 1) }' "$here/releases.txt"); do
		if [ -n "$(suites_of "$release")" ] || [ -d "$1/root-$release" ]; then
			echo "$release"
		fi
	done
}

# mirror SUITE prints the mirror from which this machine's apt fetches its own suite of
# that kind, security or not, whatever the format of its sources.
mirror() {
	# shellcheck source=/dev/null
	codename=$(. /etc/os-release && echo "${VERSION_CODENAME-}")
	case $1 in *-security) codename=$codename-security ;; esac
	found=$(apt-get -o APT::Sandbox::User=root --print-uris update |
		sed -n "s|^'\(.*\)/dists/$codename/[^']*Release'.*|\1|p" | sed -n 1p)
	[ -n "$found" ] || fail "no Debian mirror in this machine's apt sources for '$codename'"
	echo "$found"
}

# private_apt FOLDER SUITE... makes FOLDER/apt.conf, with which apt knows these suites
# only and no installed package.
private_apt() {
	folder=$1
	shift
	mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
	: >"$folder/status"
	: >"$folder/sources.list"
	for suite; do
		uri=$(mirror "$suite") || exit 1 # within "if !", set -e does nothing
		echo "deb [signed-by=$keyring] $uri $suite main" >>"$folder/sources.list"
	done
	cat >"$folder/apt.conf" <<-END
		APT::Sandbox::User "root";
		Acquire::Check-Valid-Until "false";
		Acquire::Languages "none";
		Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
		Dir::Etc::SourceList "$folder/sources.list";
		Dir::Etc::SourceParts "/dev/null";
		Dir::Etc::Preferences "/dev/null";
		Dir::Etc::PreferencesParts "/dev/null";
		Dir::State::Status "$folder/status";
		Dir::State::Lists "$folder/lists";
		Dir::Cache "$folder/cache";
	END
}

# version_of RELEASE CONF prints the version of the package libssl-dev of that release.
version_of() {
	apt-cache -c "$2" madison libssl-dev | tr -d ' ' | cut -d '|' -f 2 |
		sed -n "/^$(echo "$1" | sed 's/[.]/[.]/g')[^0-9]/p" | sed -n 1p
}

# library_of VERSION CONF prints the name of the library package that it belongs to.
library_of() {
	apt-cache -c "$2" show "libssl-dev=$1" |
		sed -n 's/^Depends:.*\(libssl[0-9][0-9a-z.]*\) (= .*/\1/p' | sed -n 1p
}

# fetch RELEASE ROOT unpacks the release into ROOT.
fetch() {
	release=$1 root=$2 suites=$(suites_of "$1")
	[ -n "$suites" ] || fail "Debian does not ship OpenSSL $release: unpack it into $root yourself"
	apt=$root.apt
	rm -rf "$root.new" "$apt"
	mkdir -p "$apt/packages"
	# shellcheck disable=SC2086 # a list of suites
	private_apt "$apt" $suites
	apt-get -c "$apt/apt.conf" -qq --error-on=any update ||
		fail "cannot fetch the package lists of $suites"
	version=$(version_of "$release" "$apt/apt.conf")
	[ -n "$version" ] || fail "$suites: no OpenSSL $release"
	library=$(library_of "$version" "$apt/apt.conf")
	# shellcheck disable=SC2046 # a list of packages
	(cd "$apt/packages" && apt-get -c "$apt/apt.conf" -qq download \
		"libssl-dev=$version" "$library=$version" $(runtime_of "$release")) ||
		fail "cannot fetch OpenSSL $release from $suites"
	for package in "$apt"/packages/*.deb; do
		dpkg -x "$package" "$root.new" || fail "cannot unpack $package"
	done
	rm -rf "$apt"
	mv "$root.new" "$root"
}

# loader ROOT prints the dynamic linker that was unpacked there, if there is one.
loader() {
	find "$1/" -name 'ld-linux*.so.*' | sed -n 1p
}

# build RELEASE ROOT TARGET compiles the harness and runs a script on it.
build() {
	library=$(find "$2/" -name libssl.so | sed -n 1p)
	[ -n "$library" ] || fail "there is no libssl.so in $2"
	libraries=$(dirname "$library")
	triple=$(basename "$libraries")
	set -- "$@" "-Wl,-rpath,$libraries"
	linker=$(loader "$2")
	[ -z "$linker" ] || set -- "$@" "-Wl,--dynamic-linker=$linker"
	release=$1 root=$2 target=$3
	shift 3
	# The libraries may need a newer C library than the one that is linked here. Programs
	# are compiled when they are run, with the same headers.
	gcc -O2 -Wall -Wextra -Werror -D_GNU_SOURCE -rdynamic -pthread -o "$target.new" "$sources"/*.c \
		-I"$root/usr/include" -I"$root/usr/include/$triple" \
		-DPROGRAM_FLAGS="\"-I'$root/usr/include' -I'$root/usr/include/$triple'\"" \
		-L"$libraries" -lssl -lcrypto -ldl -Wl,--allow-shlib-undefined "$@" ||
		fail "cannot build the harness for OpenSSL $release"
	echo 'client SSL_shutdown' | "$target.new" | grep -q '"ret":0' ||
		fail "the harness for OpenSSL $release does not run"
	mv "$target.new" "$target"
}

# need_compiler installs a C compiler if there is none.
need_compiler() {
	if command -v gcc >/dev/null && [ -e /usr/include/stdio.h ]; then
		return
	fi
	{
		apt-get -o APT::Sandbox::User=root -qq update &&
			DEBIAN_FRONTEND=noninteractive apt-get -o APT::Sandbox::User=root -qq -y \
				install --no-install-recommends gcc libc6-dev >/dev/null
	} || fail "cannot install gcc and libc6-dev"
}

# current TARGET reports whether it is newer than every source.
current() {
	[ -x "$1" ] && [ -z "$(find "$sources" -name '*.[ch]' -newer "$1")" ]
}

[ $# -ge 1 ] || fail "usage: releases.sh DIR [RELEASE...]"
mkdir -p "$1"
dir=$(cd "$1" && pwd)
shift
asked=$*
# shellcheck disable=SC2046 # a list of releases
[ $# -ge 1 ] || set -- $(wanted "$dir")
for release; do
	[ -n "$(profile_of "$release")" ] || fail "no such release in releases.txt: $release"
done
for release; do
	target=$dir/harness-$release
	if current "$target"; then
		continue
	fi
	need_compiler
	if [ ! -d "$dir/root-$release" ]; then
		if ! (fetch "$release" "$dir/root-$release"); then
			[ -z "$asked" ] && from_security "$release" || exit 1
			continue
		fi
	fi
	build "$release" "$dir/root-$release" "$target"
	echo "$target"
done
