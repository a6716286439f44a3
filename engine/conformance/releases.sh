#!/bin/sh
# Builds the harness against real releases of OpenSSL:
#
#   releases.sh DIR [RELEASE...]      RELEASE: 1.1.1 3.0.20 3.0 3.5 3.6, all by default
#
# leaves DIR/harness-RELEASE. The libraries are those of Debian's suites, fetched
# from the mirror that this machine's apt uses and unpacked below DIR; nothing of
# them is installed. A harness newer than its sources is left alone. For Debian;
# needs root only where the C compiler has to be installed first.
#
# The name of a line, 3.5, stands for its newest patch. 3.0's comes from the security
# archive. If that archive is unreachable, the other releases are still built, unless
# 3.0 was asked for by name.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
sources=$here/harness
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

fail() {
	echo "releases.sh: $*" >&2
	exit 1
}

# suite_of RELEASE prints the Debian suite that has it.
suite_of() {
	case $1 in
	1.1.1) echo bullseye ;;
	3.0.20) echo bookworm ;;
	3.0) echo bookworm-security ;;
	3.5) echo trixie ;;
	3.6) echo unstable ;;
	*) fail "no such release: $1 (there are 1.1.1, 3.0.20, 3.0, 3.5 and 3.6)" ;;
	esac
}

# A suite newer than the machine brings the C library it was built with.
runtime_of() {
	case $1 in
	3.5* | 3.6) echo libc6 zlib1g libzstd1 libgcc-s1 ;;
	esac
}

# mirror SUITE prints where this machine's apt has its own suite of that kind from,
# however its sources are written.
mirror() {
	# shellcheck source=/dev/null
	codename=$(. /etc/os-release && echo "${VERSION_CODENAME-}")
	case $1 in *-security) codename=$codename-security ;; esac
	found=$(apt-get -o APT::Sandbox::User=root --print-uris update |
		sed -n "s|^'\(.*\)/dists/$codename/[^']*Release'.*|\1|p" | sed -n 1p)
	[ -n "$found" ] || fail "no Debian mirror in this machine's apt sources for '$codename'"
	echo "$found"
}

# private_apt FOLDER SUITE makes FOLDER/apt.conf, with which apt knows that suite
# alone and takes nothing for installed.
private_apt() {
	mkdir -p "$1/lists/partial" "$1/cache/archives/partial"
	: >"$1/status"
	uri=$(mirror "$2")
	echo "deb [signed-by=$keyring] $uri $2 main" >"$1/sources.list"
	# What a security suite's packages need comes from the suite itself.
	[ "$2" = "${2%-security}" ] ||
		echo "deb [signed-by=$keyring] $(mirror main) ${2%-security} main" >>"$1/sources.list"
	cat >"$1/apt.conf" <<-END
		APT::Sandbox::User "root";
		Acquire::Check-Valid-Until "false";
		Acquire::Languages "none";
		Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
		Dir::Etc::SourceList "$1/sources.list";
		Dir::Etc::SourceParts "/dev/null";
		Dir::Etc::Preferences "/dev/null";
		Dir::Etc::PreferencesParts "/dev/null";
		Dir::State::Status "$1/status";
		Dir::State::Lists "$1/lists";
		Dir::Cache "$1/cache";
	END
}

# version_of RELEASE CONF prints the version of libssl-dev that is of that release.
version_of() {
	apt-cache -c "$2" madison libssl-dev | tr -d ' ' | cut -d '|' -f 2 |
		sed -n "/^$(echo "$1" | sed 's/[.]/[.]/g')[^0-9]/p" | sed -n 1p
}

# library_of VERSION CONF prints the package of the library that it goes with.
library_of() {
	apt-cache -c "$2" show "libssl-dev=$1" |
		sed -n 's/^Depends:.*\(libssl[0-9][0-9a-z.]*\) (= .*/\1/p' | sed -n 1p
}

# fetch RELEASE ROOT unpacks the release into ROOT.
fetch() {
	release=$1 root=$2 suite=$(suite_of "$1")
	apt=$root.apt
	rm -rf "$root.new" "$apt"
	mkdir -p "$apt/packages"
	private_apt "$apt" "$suite"
	apt-get -c "$apt/apt.conf" -qq --error-on=any update ||
		fail "cannot fetch the package lists of $suite"
	version=$(version_of "$release" "$apt/apt.conf")
	[ -n "$version" ] || fail "$suite has no OpenSSL $release"
	library=$(library_of "$version" "$apt/apt.conf")
	# shellcheck disable=SC2046 # a list of packages
	(cd "$apt/packages" && apt-get -c "$apt/apt.conf" -qq download \
		"libssl-dev=$version" "$library=$version" $(runtime_of "$release")) ||
		fail "cannot fetch OpenSSL $release from $suite"
	for package in "$apt"/packages/*.deb; do
		dpkg -x "$package" "$root.new" || fail "cannot unpack $package"
	done
	rm -rf "$apt"
	mv "$root.new" "$root"
}

# loader ROOT prints the dynamic linker of the release, if it brings one.
loader() {
	find "$1" -name 'ld-linux*.so.*' | sed -n 1p
}

# build RELEASE ROOT TARGET compiles and tries the harness.
build() {
	libraries=$(dirname "$(find "$2" -name libssl.so | sed -n 1p)")
	triple=$(basename "$libraries")
	set -- "$@" "-Wl,-rpath,$libraries"
	linker=$(loader "$2")
	[ -z "$linker" ] || set -- "$@" "-Wl,--dynamic-linker=$linker"
	release=$1 root=$2 target=$3
	shift 3
	# The libraries may want a newer C library than the one linked with here.
	gcc -O2 -Wall -Wextra -Werror -D_GNU_SOURCE -o "$target.new" "$sources"/*.c \
		-I"$root/usr/include" -I"$root/usr/include/$triple" \
		-L"$libraries" -lssl -lcrypto -pthread -Wl,--allow-shlib-undefined "$@" ||
		fail "cannot build the harness for OpenSSL $release"
	echo 'client SSL_shutdown' | "$target.new" | grep -q '"ret":0' ||
		fail "the harness for OpenSSL $release does not run"
	mv "$target.new" "$target"
}

# need_compiler installs one where there is none.
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
[ $# -ge 1 ] || set -- 1.1.1 3.0.20 3.0 3.5 3.6
for release; do
	suite_of "$release" >/dev/null
done
for release; do
	target=$dir/harness-$release
	if current "$target"; then
		continue
	fi
	need_compiler
	if [ ! -d "$dir/root-$release" ]; then
		(fetch "$release" "$dir/root-$release") || {
			[ "$release" = 3.0 ] && [ -z "$asked" ] || exit 1
			continue
		}
	fi
	build "$release" "$dir/root-$release" "$target"
	echo "$target"
done
