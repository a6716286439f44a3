#!/bin/sh
# Records the handshakes of engine/capture again, with OpenSSL 3.5:
#
#   record.sh DIR      DIR: where releases.sh keeps its releases
#
# An ECDSA signature takes 70 to 72 bytes, at random. The engine assumes the most
# frequent length, 71, so this script records until all signatures have it.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
harness=$here/../../conformance
"$harness/releases.sh" "$1" 3.5
dir=$(cd "$1" && pwd)
root=$dir/root-3.5
libraries=$(dirname "$(find "$root" -name libssl.so | sed -n 1p)")
sources=$(find "$harness/harness/c" -name '*.c' ! -name main.c)
# shellcheck disable=SC2086 # a list of files
gcc -O2 -Wall -Wextra -Werror -D_GNU_SOURCE -o "$dir/record" "$here"/*.c $sources -I"$harness/harness/c" \
	-I"$root/usr/include" -I"$root/usr/include/$(basename "$libraries")" \
	-L"$libraries" -lssl -lcrypto -Wl,--allow-shlib-undefined -Wl,-rpath,"$libraries" \
	-Wl,--dynamic-linker="$(find "$root" -name 'ld-linux*.so.*' | sed -n 1p)"

# expected_lengths FILE succeeds if every Certificate (296 or 299 bytes),
# ServerKeyExchange (148) and CertificateVerify (79) has the length that the engine
# assumes. The first base64 characters give the message type.
expected_lengths() {
	awk '$1 == "server" {
		bytes = length($2) / 4 * 3 - gsub("=", "", $2)
		if ($2 ~ /^Cw/ && bytes != 296 && bytes != 299 || $2 ~ /^DAAA/ && bytes != 148 || $2 ~ /^DwAA/ && bytes != 79) exit 1
	}' "$1"
}

# record FILE [VERSION] records into FILE until the lengths are as expected.
record() {
	file=$1
	shift
	until "$dir/record" "$@" >"$file.new" && expected_lengths "$file.new"; do :; done
	{
		echo "# $("$dir/harness-3.5" -version), recorded with engine/capture/recording/record.sh"
		cat "$file.new"
	} >"$file"
	rm "$file.new"
}

record "$here/../handshakes.txt"
record "$here/../testdata/tls1.2.txt" tls1.2
record "$here/../testdata/tls1.3.txt" tls1.3
