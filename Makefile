# close_notify. `make run` plays, `make test` tests; the others are parts of these.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

GO ?= go
PORT ?= 8080
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

# The client, and the hello world that its size is measured from, are built alike,
# but that the client does without go-app's server.
JS := GOOS=js GOARCH=wasm
JS_BUILD := CGO_ENABLED=0 $(JS) $(GO) build -buildvcs=false -trimpath -ldflags='-s -w'

# The parts of the repository that hold Go.
SOURCES := imports_test.go engine scenarios wasm

.PHONY: run test dist size lint cover conformance fresh explore speed bench-ui clean client tool comparer browser axe brotli libssl tshark

# Plays on http://127.0.0.1:$(PORT). Needs Go, and nothing else.
run: client tool
	build/tool build -exec "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js"
	exec build/tool serve -port $(PORT)

# dist/: the static site, as it is deployed.
dist: client tool brotli
	build/tool build -exec "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js" -brotli

client: build/client.mod
	$(JS_BUILD) -modfile=build/client.mod -o build/app.wasm ./wasm

# The client is built with a go-app that has no server.
build/client.mod: go.mod go.sum wasm/_goapp/copy.sh wasm/_goapp/http.go
	@GO="$(GO)" wasm/_goapp/copy.sh

# The developer's half of ./wasm: makes the site, serves it, measures it.
tool:
	@mkdir -p build
	$(GO) build -buildvcs=false -o build/tool ./wasm

# Holds the client against its budget: 1.15 times go-app's own hello world.
size: client tool brotli
	$(JS_BUILD) -o build/floor.wasm ./wasm/sizefloor
	build/tool size
	@linked=$$($(JS) $(GO) list -modfile=build/client.mod -deps ./wasm) && ! grep -xE 'crypto/(tls|x509)|(text|html)/template' <<< "$$linked" \
		|| { echo 'a client without these is much smaller'; exit 1; }

lint:
	@echo gofmt; unformatted=$$(gofmt -l $(SOURCES)); test -z "$$unformatted" || { echo "not as gofmt writes it:" $$unformatted; exit 1; }
	$(GO) vet ./...
	$(JS) $(GO) vet ./...
	GOBIN="$(CURDIR)/build" $(GO) install $(STATICCHECK)
	build/staticcheck ./...
	$(JS) build/staticcheck ./...

# Statement coverage of the engine by its own tests: 95 % or it fails.
cover:
	@mkdir -p build
	$(GO) test -coverpkg=./engine,./engine/script -coverprofile=build/cover.out ./engine/... > build/cover.log || { cat build/cover.log; exit 1; }
	@$(GO) tool cover -func=build/cover.out | awk '/^total:/ { found = 1; share = $$3 + 0; print "engine coverage", $$3 } \
		END { if (!found || share < 95) { print "the engine must be covered to 95 %"; exit 1 } }'

# The engine against real releases of OpenSSL, fetched from Debian's packages: N
# random scripts for each and the scenarios, in both versions of TLS. SEED 0 is taken
# from the clock.
N ?= 20000
SEED ?= 0

conformance: comparer
	engine/conformance/releases.sh build/releases
	build/compare -trace build/trace -n $(N) -seed $(SEED) -scripts scenarios/library build/releases/harness-*

# The same with fewer scripts and the machine's own libssl, for every test run.
fresh: comparer libssl
	gcc -O2 -D_GNU_SOURCE -o build/harness engine/conformance/harness/*.c -lssl -lcrypto -pthread
	build/compare -trace build/trace -n 2500 -seed $(SEED) -scripts scenarios/library build/harness

# Every state that the engine reaches with small data and bounded depth, each
# transition confirmed by a recording of a real release.
explore:
	$(GO) run ./engine/cmd/explore

# The engine's speed by itself, and beside OpenSSL 3.0 on the same scripts.
speed:
	engine/conformance/releases.sh build/releases 3.0
	$(GO) test -run '^$$' -bench . ./engine
	$(GO) run ./engine/cmd/speed -harness build/releases/harness-3.0

# What a step of the page takes, beside the least that a go-app page can do.
bench-ui: dist
	$(JS_BUILD) -modfile=build/client.mod -o build/floor-page/floor.wasm ./wasm/benchfloor
	cp "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js" build/floor-page
	DIST="$(CURDIR)/dist" FLOOR="$(CURDIR)/build/floor-page" $(GO) test -run '^$$' -bench Page -benchtime 1x ./wasm/e2e

# What compares: the trace command, and the command that holds it against OpenSSL.
comparer:
	@mkdir -p build
	$(GO) build -buildvcs=false -o build/trace ./engine/cmd/trace
	$(GO) build -buildvcs=false -o build/compare ./engine/cmd/compare

# Everything: formatting and analysis, size, coverage, all tests. What the tests
# need besides Go is installed, or asked for by name.
test: browser brotli axe tshark libssl
	$(MAKE) lint
	$(MAKE) dist
	$(MAKE) size
	$(MAKE) cover
	$(MAKE) fresh
	@echo 'running the tests'
	@exec="$$($(GO) tool -n wasmbrowsertest)"; { \
		failed=0; \
		DIST="$(CURDIR)/dist" $(GO) test -v -count=1 -timeout 20m ./... || failed=1; \
		$(JS) $(GO) test -v -count=1 -exec "$$exec" ./scenarios || failed=1; \
		exit $$failed; \
	} 2>&1 | awk "$$TALLY"

# Prints the packages' results and what failed, and closes with the count of all
# tests. A skipped test counts as failed: it tested nothing.
define TALLY
/^=== / || /^ *--- PASS/ && !/^---/ || /^PASS$$/ { next }
/^--- PASS/ { passed++; next }
/^--- (FAIL|SKIP)/ { failed++ }
/^FAIL\t/ && failed == counted { failed++ } # a package that could not be built, or hung
/^(ok|FAIL)\t/ { counted = failed }
{ print }
END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 || passed == 0 }
endef
export TALLY

# Chromium, for the tests that drive the page.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null || $(call install,chromium)

# Wireshark's command, for the tests that have it read our captures.
tshark:
	@command -v tshark >/dev/null || $(call install,tshark)

# axe-core, which finds what is in the way of people with disabilities.
AXE := axe-core@4.12.1
axe:
	@command -v npm >/dev/null || $(call install,npm)
	@test -f build/npm/node_modules/axe-core/axe.min.js || npm install --silent --no-save --no-audit --no-fund --prefix build/npm $(AXE)

# What compresses with brotli: its own command, or Node.js.
brotli:
	@command -v brotli node >/dev/null || $(call install,brotli)

# A C compiler and OpenSSL's headers, for the harness that asks the real library.
libssl:
	@echo '#include <openssl/ssl.h>' | gcc -fsyntax-only -x c - 2>/dev/null || $(call install,gcc libc6-dev libssl-dev)

# Installs a package of Debian's if that is allowed, or says how.
install = { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	&& apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $(1); } \
	|| { echo "$(1) is missing: install it (on Debian: sudo apt-get install $(1)) and try again"; exit 1; }

clean:
	rm -rf build dist
