#!/usr/bin/env bash
# Makes build/go-app, a copy of go-app for the client, and build/client.mod, a go.mod
# that uses the copy. The Go files beside this script say how the copy differs.
#
# Files of go-app are left out, others replaced, and functions cut. Whether that is right
# depends on what these files hold, and any release may change it. So the copy is made
# from one version only, and an upgrade starts here.
set -euo pipefail
cd "$(dirname "$0")/../.."

module=github.com/maxence-charriere/go-app/v9
version=v9.8.0
go=${GO:-go}
copy=build/go-app/pkg/app

fail() {
	echo "wasm/_goapp/copy.sh: $1" >&2
	exit 1
}

# edit FILE EXPRESSION has sed change a file of the copy.
edit() {
	sed -i.before "$2" "$copy/$1"
	! cmp -s "$copy/$1" "$copy/$1.before" || fail "go-app's $1 has nothing that fits $2"
	rm "$copy/$1.before"
}

"$go" mod download "$module"
read -r found dir <<< "$("$go" list -m -f '{{.Version}} {{.Dir}}' "$module")"
[ "$found" = "$version" ] || fail "go.mod has go-app $found, but wasm/_goapp was written for $version. \
Compare the files of pkg/app that this script names in both versions, change wasm/_goapp to fit, then the version in this script."

# The server, what makes HTML, and what the playground does not use.
unused="resource.go html_gen.go notfound.go raw.go range.go condition.go contextmenu.go library.go
	static.go testing.go wasmexec.go scripts.go scripts_wasm.go js_nowasm.go log.go tag.go action.go
	cache.go crypto.go notification.go state.go storage.go wasm.go"
for file in http.go html.go text.go context.go strings.go route.go $unused; do
	[ -f "$dir/pkg/app/$file" ] || fail "go-app $found has no pkg/app/$file in $dir, which the copy is made without."
done

rm -rf build/go-app
mkdir -p build/go-app
cp -r "$dir/go.mod" "$dir/pkg" build/go-app
chmod -R u+w build/go-app
for file in $unused; do
	rm "$copy/$file"
done
cp wasm/_goapp/*.go "$copy"
cp wasm/_goapp/errors/errors.go build/go-app/pkg/errors/errors.go

for name in HTMLString HTMLStringWithIndent PrintHTML PrintHTMLWithIndent; do
	edit node.go "/^func $name(/,/^}/d"
done
edit node.go '/^	html\(WithIndent\)\?(w io.Writer/d; /^	"io"$/d; /^	"strings"$/d'
for name in Render replaceRoot html htmlWithIndent; do
	edit component.go "/^func (c \*Compo) $name(/,/^}/d"
done
edit component.go '/^	"io"$/d'
# A component that has just been drawn would be drawn again.
edit component.go '/^	c.dispatch(nil)$/d'
edit component.go 's/c.dispatch(\(mounter.OnMount\|nav.OnNav\))$/c.tell(\1)/'
edit component.go '/^	ValueTo(any) EventHandler$/d'
edit component.go '/^func (c \*Compo) ValueTo(/,/^}/d'
edit app.go '/^func newClientBody(/,/^}/d'
edit app.go '/^func internalURLChecker(/,/^}/d'
edit app.go 's/internalURLChecker()/func(string) bool { return false }/'
edit app.go '/^		\(LocalStorage\|SessionStorage\|ActionHandlers\): /d; /^	"encoding\/json"$/d'
for name in Handle Post SetState GetState DelState ObserveState getLocalStorage getSessionStorage; do
	edit engine.go "/^func (e \*engine) $name(/,/^}/d"
	edit dispatcher.go "/^	$name(/d"
done
for name in NewClientTester NewServerTester; do
	edit dispatcher.go "/^func $name(/,/^}/d"
done
edit engine.go '/e\.\(states\|actions\)\./d; /^		e.states = /d; /^	\(LocalStorage\|SessionStorage\) /d; /^	\(ActionHandlers\|actions\|states\) /d'
edit engine.go '/^		if e.Body == nil {$/,/^		}$/d'
edit engine.go '/^		if e.\(Local\|Session\)Storage == nil {$/,/^		}$/d'
edit engine.go '/^		for actionName, handler := range/,/^		}$/d'
edit engine.go 's/^	Body HTMLBody$/	Body UI/'
edit engine.go '/^func (e \*engine) start(/,/^}/d; /^	"\(context\|time\)"$/d; /^	FrameRate int$/d; /^		if e.FrameRate <= 0 {$/,/^		}$/d'
edit app.go '/^		FrameRate: /d'
edit engine.go 's/^	e.handleComponentUpdates()$/&\n	flushDrawing()/'
edit dispatcher.go 's/^	d.Function(makeContext(d.Source))$/	flushDrawing()\n&/'

cp go.sum build/client.sum
cp go.mod build/client.mod
"$go" mod edit -replace="$module=./build/go-app" build/client.mod
