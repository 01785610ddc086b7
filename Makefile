# make test is what the README and continuous integration run. It needs Go and
# nothing else; what it has to leave out it says.

GO ?= go
TEST_TIMEOUT ?= 20m
# The race detector needs a C compiler.
CC_FOUND := $(shell command -v $$($(GO) env CC) 2>/dev/null)
RACE := $(if $(CC_FOUND),-race,)

.PHONY: test format vet staticcheck unit update bench fuzz quality fit load

test: format vet staticcheck unit

format:
	@files=$$(gofmt -l cmd data graph internal queries schema); \
	if [ -n "$$files" ]; then echo "gofmt would change:"; echo "$$files"; exit 1; fi

vet:
	$(GO) vet ./...

staticcheck:
	$(GO) tool staticcheck ./...

unit:
	$(if $(RACE),,@echo "SKIPPED: the race detector, because there is no C compiler")
	$(GO) test $(RACE) -timeout $(TEST_TIMEOUT) ./...

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
