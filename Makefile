# `make help` lists the targets. Each is described by the ## comment beside it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
# Two targets at a time would install packages, and load the machine, at the same time.
.NOTPARALLEL:

GO ?= go
PORT ?= 8080
# The address of the site's host, such as https://example.org: link previews need it.
SITE ?=
# The path of the site on its host, such as /docs/tls/.
BASE ?=
# The directory of an earlier site, whose builds the new one keeps: addresses that name one go on working.
KEEP ?=

.PHONY: run dist zip client lab tool check test vet lint size cover fresh conformance explore stacks mutate speed bench-ui bench-programs comparer \
	setup browser tshark axe reader docutils sphinx mkdocs docusaurus mermaid brotli libssl clean help

# The site.

run: client lab tool ## play on http://127.0.0.1:8080 (PORT=n); needs Go only
	build/tool build -exec "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js"
	exec build/tool serve -port $(PORT)

dist: client lab tool brotli ## make the static site in dist/, as it is deployed (SITE= BASE= KEEP=)
	build/tool build -exec "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js" -site "$(SITE)" -base "$(BASE)" -keep "$(KEEP)" -brotli

zip: client lab tool ## make the site as build/close_notify.zip, for any path of any static server
	build/tool build -exec "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js" -site "$(SITE)" -keep "$(KEEP)" -zip build/close_notify.zip

# Everything for the browser is built with the same flags, so that sizes and speeds
# can be compared.
JS := GOOS=js GOARCH=wasm
JS_BUILD := CGO_ENABLED=0 $(JS) $(GO) build -buildvcs=false -trimpath -ldflags='-s -w'

# In the client, functions of these packages are not inlined: a step spends little time in them, and
# copies of them make the download 6 % larger.
NOT_INLINED := closenotify/wasm/... closenotify/scenarios/... closenotify/engine/explain closenotify/engine/script \
	github.com/... context crypto/... encoding/... fmt io/... log net/... os reflect strconv strings syscall/... time unicode/...

client: build/client.mod ## build the WebAssembly program, build/app.wasm
	$(JS_BUILD) $(NOT_INLINED:%=-gcflags='%=-l') -modfile=build/client.mod -o build/app.wasm ./wasm

# The programs that run in workers. The compiler's code is a sixth larger with inlined functions.
lab: ## build the WebAssembly programs that compile C, build/lab.wasm, and export, build/export.wasm
	$(JS_BUILD) -gcflags=all=-l -o build/lab.wasm ./wasm/lab
	$(JS_BUILD) -gcflags=all=-l -o build/export.wasm ./wasm/export

# The client is built with a go-app that has no server and draws in another way.
build/client.mod: go.mod go.sum $(wildcard wasm/_goapp/*)
	@GO="$(GO)" wasm/_goapp/copy.sh

tool: ## build the command that makes, serves and measures the site, build/tool
	@mkdir -p build
	$(GO) build -buildvcs=false -o build/tool ./wasm

# Checks and tests.

# Left out are the tests that take long (explore, replay) and those that need
# Wireshark (capture), a browser (e2e) or site generators (docs). The others need Go, gcc, OpenSSL's headers,
# docutils, and brotli or Node.js.
check: vet brotli libssl docutils ## format, vet and the quick tests: under a minute, for every change
	@packages=$$($(GO) list ./... | grep -vE '/(engine/(explore|replay|capture)|scenarios/docs|wasm/e2e)$$'); \
		$(GO) test -v $$packages 2>&1 | awk "$$TALLY"

# The tests in the browser wait more than they work, so they run beside the others. Those in which a
# program reads the page, axe-core or the screen reader, run last. Lint has vetted all of them.
READING := ^Test(Axe|Spoken|Articles)
test: setup ## everything: lint, size, coverage and all tests
	$(MAKE) lint
	$(MAKE) dist
	$(MAKE) size
	$(MAKE) cover
	$(MAKE) fresh
	@echo 'running the tests'
	@exec="$$($(GO) tool -n wasmbrowsertest)"; others=$$($(GO) list ./... | grep -v '/wasm/e2e$$'); { \
		failed=0; \
		export DIST="$(CURDIR)/dist"; \
		$(GO) test -v -count=1 -vet=off -timeout 40m -skip '$(READING)' ./wasm/e2e > build/e2e.log 2>&1 & e2e=$$!; \
		$(GO) test -v -count=1 -vet=off -timeout 40m $$others || failed=1; \
		$(JS) $(GO) test -v -count=1 -exec "$$exec" ./scenarios/store || failed=1; \
		$(GO) test -v -count=1 -vet=off -timeout 40m -run '$(READING)' ./wasm/e2e || failed=1; \
		wait $$e2e || failed=1; \
		cat build/e2e.log; \
		exit $$failed; \
	} 2>&1 | awk "$$TALLY"

# Prints the result of each package and every failure, then the number of tests. A
# skipped test counts as failed, because it has tested nothing.
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

vet: ## gofmt and go vet
	@echo gofmt; unformatted=$$("$$($(GO) env GOROOT)/bin/gofmt" -l *.go engine scenarios wasm); \
		test -z "$$unformatted" || { echo "gofmt would change:" $$unformatted; exit 1; }
	$(GO) vet ./...
	$(JS) $(GO) vet ./...

# The name of the program has its version, so that it is installed only when the
# version changes. `go install` asks the network even for a version that it has.
STATICCHECK_VERSION := v0.8.2
STATICCHECK := build/staticcheck-$(STATICCHECK_VERSION)

lint: vet $(STATICCHECK) ## vet and staticcheck
	$(STATICCHECK) ./...
	$(JS) $(STATICCHECK) ./...

$(STATICCHECK):
	GOBIN="$(CURDIR)/build" $(GO) install honnef.co/go/tools/cmd/staticcheck@$(STATICCHECK_VERSION)
	@mv build/staticcheck $@

size: client lab tool brotli ## compare sizes with budgets: the client's with 1.15 times go-app's hello world
	$(JS_BUILD) -o build/floor.wasm ./wasm/sizefloor
	build/tool size

# The tests of these packages. Those of the others below ./engine take minutes and run little code that these do not.
COVERING := ./engine ./engine/script ./engine/explain ./engine/draw ./engine/conformance ./engine/cmd/trace

cover: ## the engine's statement coverage by its own tests: at least 95 %
	@mkdir -p build
	$(GO) test -coverpkg=./engine,./engine/script -coverprofile=build/cover.out $(COVERING) > build/cover.log || { cat build/cover.log; exit 1; }
	@$(GO) tool cover -func=build/cover.out | awk '/^total:/ { found = 1; share = $$3 + 0; print "engine coverage", $$3 } \
		END { if (!found || share < 95) { print "the engine must be covered to 95 %"; exit 1 } }'

# The engine against OpenSSL.

# N is the number of random scripts for each release; SEED=0 takes the seed from the
# clock.
N ?= 20000
SEED ?= 0

conformance: comparer ## compare with Debian's releases of OpenSSL (N=scripts SEED=n)
	engine/conformance/releases.sh build/releases
	build/compare -trace build/trace -n $(N) -seed $(SEED) -scripts scenarios/library build/releases/harness-*
	build/compare -trace build/trace -programs 250 -n 1500 -seed $(SEED) build/releases/harness-*
	build/compare -streams -n 500 -seed $(SEED) -scripts engine/testdata/programs build/releases/harness-*
	build/compare -streams -programs 50 -n 200 -seed $(SEED) build/releases/harness-*
	$(GO) test ./engine -count=1 -timeout 30m -run TestPrograms -harnesses "$(CURDIR)/build/releases"
	$(GO) test -count=1 -timeout 60m -run TestRandomPrograms ./engine/cc -programs 10000 -seed $(SEED)
	$(GO) run ./engine/cmd/mutateclose -harnesses build/releases
	$(GO) test -count=1 -timeout 180m -v -run 'TestRecorded|TestRandom' ./engine/export/reproduce -releases "$(CURDIR)/build/releases" -all -random 250 -seed $(SEED)

fresh: comparer libssl ## the same with fewer scripts and this machine's OpenSSL
	gcc -O2 -D_GNU_SOURCE -rdynamic -pthread -o build/harness engine/conformance/harness/c/*.c -lssl -lcrypto -ldl
	build/compare -trace build/trace -n 2500 -seed $(SEED) -scripts scenarios/library build/harness
	build/compare -trace build/trace -programs 75 -n 300 -seed $(SEED) build/harness
	build/compare -streams -n 500 -seed $(SEED) build/harness

explore: ## visit every state within bounds and compare each step with a recording
	$(GO) run ./engine/cmd/explore

# Needs the programs that it measures, and names the packages of those that are missing.
STACKS ?=
stacks: ## measure what Python, Node.js, nginx, curl and others say when a connection ends
	$(GO) run ./scenarios/cmd/stacks $(STACKS)

# Here N is the number of changed engines. J is how many are tested at a time.
J ?= 2
mutate: N = 300
mutate: ## change the engine at random and see whether tests notice (N=changes SEED=n J=n)
	$(GO) run ./engine/cmd/mutate -n $(N) -seed $(SEED) -j $(J)

comparer: ## build the commands trace and compare, in build/
	@mkdir -p build
	$(GO) build -buildvcs=false -o build/trace ./engine/cmd/trace
	$(GO) build -buildvcs=false -o build/compare ./engine/cmd/compare

# Measurements.

speed: ## the engine's speed, and OpenSSL 3.0's on the same scripts
	engine/conformance/releases.sh build/releases 3.0
	$(GO) test -run '^$$' -bench . ./engine
	$(GO) run ./engine/cmd/speed -harness build/releases/harness-3.0

bench-programs: ## the speed of C programs: the machine against gcc, the compiler, a step
	$(GO) test -run '^$$' -bench 'Program' ./engine/cc ./engine
	@command -v node >/dev/null || { echo 'node is missing: not measured in WebAssembly'; exit 1; }
	$(JS) $(GO) test -exec "$$($(GO) env GOROOT)/lib/wasm/go_js_wasm_exec" -run '^$$' -bench 'ProgramCompile|ProgramState' -benchtime 30x ./engine/cc

bench-ui: dist browser ## how long a step takes in the page, against the smallest go-app page
	$(JS_BUILD) -o build/floor-page/floor.wasm ./wasm/benchfloor
	$(JS_BUILD) -o build/floor-page/hello.wasm ./wasm/sizefloor
	cp -f "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js" build/floor-page
	DIST="$(CURDIR)/dist" FLOOR="$(CURDIR)/build/floor-page" $(GO) test -run '^$$' -bench 'Page|Start|Programs' -benchtime 1x ./wasm/e2e

# What is needed besides Go. Each target does nothing if its program is there.

setup: browser tshark axe reader docutils sphinx mkdocs docusaurus mermaid brotli libssl ## install what `make test` needs, or say what is missing

# Chromium, for the tests of the page.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null || $(call install,chromium)

# Wireshark's tshark, for the tests in which it reads captures.
tshark:
	@command -v tshark >/dev/null || $(call install,tshark)

# axe-core, which checks pages against the accessibility guidelines.
AXE_VERSION := 4.12.1
axe:
	@grep -qsF '"version": "$(AXE_VERSION)"' build/npm/node_modules/axe-core/package.json || { \
		command -v npm >/dev/null || $(call install,npm); \
		npm install --silent --no-save --no-audit --no-fund --prefix build/npm axe-core@$(AXE_VERSION); }

# Guidepup's virtual screen reader, which says what a screen reader would say of a page.
READER_VERSION := 0.33.0
READER := @guidepup/virtual-screen-reader
reader:
	@grep -qsF '"version": "$(READER_VERSION)"' build/npm-reader/node_modules/$(READER)/package.json || { \
		command -v npm >/dev/null || $(call install,npm); \
		npm install --silent --no-save --no-audit --no-fund --prefix build/npm-reader $(READER)@$(READER_VERSION); }

# docutils, which says what reStructuredText means.
docutils:
	@python3 -c 'import docutils' 2>/dev/null || /usr/bin/python3 -c 'import docutils' 2>/dev/null || $(call install,python3-docutils)

# What builds sites, for the tests of the pieces for documentation.
sphinx:
	@command -v sphinx-build >/dev/null || $(call install,python3-sphinx)

mkdocs:
	@command -v mkdocs >/dev/null || $(call install,mkdocs)

# Its package-lock.json pins all of it. It is the last release that runs on Debian's Node.js.
DOCUSAURUS := scenarios/docs/testdata/docusaurus
docusaurus:
	@$(call install_locked,$(DOCUSAURUS),build/npm-docusaurus)

# Mermaid's own parser, for the tests of exported diagrams.
MERMAID := engine/export/testdata/mermaid
mermaid:
	@$(call install_locked,$(MERMAID),build/npm-mermaid)

# Brotli compression: the command brotli, or Node.js.
brotli:
	@command -v brotli node >/dev/null || $(call install,brotli)

# A C compiler and OpenSSL's headers, for the harness that calls the real library.
libssl:
	@echo '#include <openssl/ssl.h>' | gcc -fsyntax-only -x c - 2>/dev/null || $(call install,gcc libc6-dev libssl-dev)

# Installs what the package-lock.json in one folder pins into another, unless it is there.
install_locked = cmp -s $(1)/package-lock.json $(2)/installed || { \
	command -v npm >/dev/null || $(call install,npm); \
	mkdir -p $(2) && cp $(1)/package*.json $(2)/ && \
	npm ci --silent --no-audit --no-fund --prefix $(2) && \
	cp $(1)/package-lock.json $(2)/installed; }

# Installs Debian packages if make runs as root, else says what to install.
install = { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	&& apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $(1); } \
	|| { echo "$(1) is missing: install it (on Debian: sudo apt-get install $(1)) and try again"; exit 1; }

# The rest.

clean: ## remove build/ and dist/
	rm -rf build dist

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.DEFAULT:
	@echo "There is no target or file $@. 'make help' lists the targets." >&2; exit 2
