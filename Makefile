# Two commands do everything: `make demo` and `make test`. Neither needs a prior step; both can be run again offline.
SHELL := /bin/bash
PREFIX ?= /usr/local
BINARY := .build/release/jianbao
SAMPLE := pipelines/jiangsu-provincial

.PHONY: help demo test build install check format bench clean set-up set-up-tests

help: ## Say what each target does
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

set-up:
	@scripts/set-up.sh

set-up-tests:
	@scripts/set-up.sh --tests

build: set-up ## Build the program
	swift build -c release --product jianbao

demo: build ## Run the provincial programme on sample-data and say which papers were written
	@for night in 2023-08-19 2023-08-20; do \
	  echo "== $$night"; $(BINARY) run $(SAMPLE) --as-of $$night || exit $$?; done

check: set-up-tests ## Format lint, layering, warnings as errors, property and mutation suites
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	swift build -c release --build-tests -Xswiftc -warnings-as-errors
	swift test -c release --skip-build --disable-xctest -Xswiftc -warnings-as-errors --skip EndToEndTests

# Other flags would have everything built anew: the program is built as `check` builds it.
test: check ## Everything: checks, unit tests, end-to-end tests against the release binary
	swift build -c release --product jianbao -Xswiftc -warnings-as-errors
	swift test -c release --skip-build --disable-xctest -Xswiftc -warnings-as-errors --filter EndToEndTests

install: set-up ## Put a binary that needs no Swift toolchain, its manual and completions under PREFIX (/usr/local)
	swift build -c release --product jianbao --static-swift-stdlib --scratch-path .build/static
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build/static/release/jianbao "$(DESTDIR)$(PREFIX)/bin/jianbao"
	scripts/install-manuals.sh .build/static/release/jianbao "$(DESTDIR)$(PREFIX)/share"

format: ## Rewrite the sources in the project's format
	swift format --in-place --recursive --parallel Package.swift Sources Tests

bench: set-up ## Time the whole job on a generated province (LEARNERS=100000, RIVAL=DIR compares figures)
	scripts/bench.sh

clean: ## Remove what was built; output/ is never touched
	rm -rf .build
