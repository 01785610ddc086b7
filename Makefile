# make test is what the README and continuous integration run. It needs Go; with Node.js it
# also checks that the explorer's built files are those of its source, and with Chromium it
# drives the explorer as people do. What it has to leave out it says.

GO ?= go
TEST_TIMEOUT ?= 20m
# The race detector needs a C compiler.
CC_FOUND := $(shell command -v $$($(GO) env CC) 2>/dev/null)
RACE := $(if $(CC_FOUND),-race,)

.PHONY: test format vet staticcheck unit explorer explorer-check drive chromium update bench fuzz quality fit load

test: format vet staticcheck unit explorer-check drive

format:
	@files=$$(gofmt -l cmd data graph internal queries schema); \
	if [ -n "$$files" ]; then echo "gofmt would change:"; echo "$$files"; exit 1; fi

vet:
	$(GO) vet ./...

staticcheck:
	$(GO) tool staticcheck ./...

unit:
	$(if $(RACE),,@echo "SKIPPED: the race detector, because there is no C compiler")
	$(GO) test $(RACE) -timeout $(TEST_TIMEOUT) $$($(GO) list ./... | grep -v '/ui/drive$$')

UI := internal/web/ui
# Warnings of npm about the settings of whoever runs it are not about the explorer.
NPM := npm --loglevel=error

# Makes the explorer's built files, which are committed, from its source.
explorer:
	cd $(UI) && $(NPM) ci --no-audit --no-fund && $(NPM) run build

# Checks the explorer's source, and that its built files are what the source makes.
explorer-check:
ifeq ($(shell command -v npm),)
	@echo "SKIPPED: the checks of the explorer's source, because there is no Node.js"
else
	cd $(UI) && $(NPM) ci --no-audit --no-fund && $(NPM) run types && $(NPM) run check && $(NPM) run test
	@fresh=$$(mktemp -d) && cd $(UI) && $(NPM) run build -- --outDir $$fresh --logLevel warn && \
	if ! diff -r $$fresh dist; then echo "$(UI)/dist is not what its source makes; make explorer"; rm -r $$fresh; exit 1; fi; rm -r $$fresh
endif

# Drives the explorer in a browser, by itself: how fast it is must not depend on other tests.
drive: chromium
	$(GO) test $(RACE) -timeout $(TEST_TIMEOUT) ./$(UI)/drive

# Installs Chromium where that can be done without asking anybody.
CHROMIUM := command -v chromium chromium-browser google-chrome >/dev/null
chromium:
	@if ! $(CHROMIUM) && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core >/dev/null; \
	fi; \
	$(CHROMIUM) || echo "SKIPPED: the tests in a browser, because there is no Chromium"

# Rewrites golden files; look at the difference before committing it.
update:
	$(GO) test ./... -update

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

# A short run of every fuzz test: FUZZTIME=1m make fuzz
FUZZTIME ?= 10s
fuzz:
	@set -e; for dir in $$(grep -rl --include='*_test.go' '^func Fuzz' . | xargs -n1 dirname | sort -u); do \
		for f in $$(grep -ho '^func Fuzz[A-Za-z0-9]*' $$dir/*_test.go | sed 's/func //'); do \
			echo "$$dir $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) $$dir; \
		done; \
	done

# Compares with other programs and writes the tables into docs/quality.md. Needs
# Node.js and, the first time, the network.
quality:
	cd cmd/quality/compromise && npm ci --no-audit --no-fund
	$(GO) run ./cmd/quality

# Fits the points of topic phrases to labelled paragraphs: rewrites them in
# data/lexicon/topics.tsv, and the table of topics in docs/quality.md. Then
# `go test ./internal/score -update` shows what that does to the scores.
fit:
	$(GO) run ./cmd/quality fit

# Measures the server beside Cayley's own, on a graph of a million quads that is
# made of the records under data. Takes some ten minutes and 1 GB of disk; the first time
# it needs the network. LOAD="-quads 100000 -dir DIR" makes it smaller, and keeps the graph.
LOAD ?=
load:
	cd cmd/load && $(GO) run . $(LOAD)
