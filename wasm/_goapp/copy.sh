#!/usr/bin/env bash
# Makes build/go-app, a copy of go-app without its server, and build/client.mod, a
# go.mod that uses the copy. http.go says what the copy is for.
#
# A file of go-app is left out and another one replaced. Whether that is right depends
# on what these files hold, and any release may change it. So the copy is made from
# one version only, and an upgrade starts here.
set -euo pipefail
cd "$(dirname "$0")/../.."

module=github.com/maxence-charriere/go-app/v9
version=v9.8.0
go=${GO:-go}

fail() {
	echo "wasm/_goapp/copy.sh: $1" >&2
	exit 1
}

"$go" mod download "$module"
read -r found dir <<< "$("$go" list -m -f '{{.Version}} {{.Dir}}' "$module")"
[ "$found" = "$version" ] || fail "go.mod has go-app $found, but wasm/_goapp/http.go was written for $version. \
Compare pkg/app/http.go and pkg/app/resource.go of both versions, change wasm/_goapp/http.go to fit, then the version in this script."
for file in http.go resource.go; do
	[ -f "$dir/pkg/app/$file" ] || fail "go-app $found has no pkg/app/$file in $dir, which the copy is made without."
done

rm -rf build/go-app
mkdir -p build/go-app
cp -r "$dir/go.mod" "$dir/pkg" build/go-app
chmod -R u+w build/go-app
rm build/go-app/pkg/app/resource.go
cp wasm/_goapp/http.go build/go-app/pkg/app/http.go

cp go.sum build/client.sum
cp go.mod build/client.mod
"$go" mod edit -replace="$module=./build/go-app" build/client.mod
