# The verbs of Assent. `make run` does the main job, `make test` is all that must pass.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# In CI everything that can be kept between runs lives outside the clone.
ifeq ($(CI),true)
ASSENT_CACHE ?= $(if $(XDG_CACHE_HOME),$(XDG_CACHE_HOME),$(HOME)/.cache)/assent
CARGO_TARGET_DIR ?= $(ASSENT_CACHE)/target
export CARGO_TARGET_DIR
else
ASSENT_CACHE ?= $(CURDIR)/.build
endif
export ASSENT_CACHE
# What the browser loads; the server embeds it when it is built.
ASSENT_ISLANDS ?= $(CURDIR)/.build/site
export ASSENT_ISLANDS

CARGO := cargo
LOCKED := --locked

.PHONY: help run replay test check unit wasm browser bench deep golden tools rust

help: ## Lists the verbs.
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

# Where the demonstration lives, and what it says on the terminal.
run: export ASSENT_DATABASE_URL ?= $(CURDIR)/.build/demo/assent.db
run: export ASSENT_SECRETS ?= $(CURDIR)/.build/demo/secrets
run: export ASSENT_LOG ?= warn,server::demonstration=info
run: rust ## Builds all it needs and serves the demonstration (ASSENT_PUBLIC_ADDR, ASSENT_DESK_ADDR).
	@app/client/build-wasm.sh "$$ASSENT_ISLANDS" || { rm -rf "$$ASSENT_ISLANDS"; \
	  echo "run: the live parts of the desk could not be built (see above); every form works without them." >&2; }
	$(CARGO) build $(LOCKED) --package server --bin assent
	@mkdir -p .build/demo
	@exec "$(or $(CARGO_TARGET_DIR),target)/debug/assent" serve --demo

replay: rust ## Replays the real treaties of app/histories.
	$(CARGO) run $(LOCKED) --quiet --package server --bin assent -- replay app/histories

test: rust tools wasm check unit browser ## All that must pass.

check: ## Format, lints, documentation, house rules.
	$(CARGO) fmt --all --check
	$(CARGO) clippy $(LOCKED) --quiet --workspace --all-targets -- --deny warnings
	RUSTDOCFLAGS="--deny warnings" $(CARGO) doc $(LOCKED) --quiet --workspace --no-deps
	$(CARGO) check $(LOCKED) --quiet --manifest-path server/fuzz/Cargo.toml --bins
	end2end/house-rules.sh

unit: ## The tests of every crate.
	$(CARGO) test $(LOCKED) --workspace
	$(CARGO) test $(LOCKED) --package islands --features ssr

wasm: ## What the browser loads, with its size.
	app/client/build-wasm.sh "$$ASSENT_ISLANDS"

browser: tools end2end/node_modules/.package-lock.json wasm ## The product in a real browser; pictures in end2end/shots.
	$(CARGO) build $(LOCKED) --package server --bin assent
	end2end/load-demonstration.sh
	cd end2end && node --test

end2end/node_modules/.package-lock.json: end2end/package-lock.json
	cd end2end && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

bench: ## Measures side by side; ratios hold on a busy machine, times do not.
	$(CARGO) bench $(LOCKED) --package domain --bench register
	$(CARGO) bench $(LOCKED) --package server --bench store

deep: test bench ## What takes longer: fuzzing, many more random cases, and the law changed bit by bit (MUTANTS_PART=0/10 for a tenth).
	PROPTEST_CASES=$${PROPTEST_CASES:-4096} $(CARGO) test $(LOCKED) --release --package domain --test properties
	server/fuzz/run.sh $${FUZZ_SECONDS:-60}
	app/domain/mutants.sh $(if $(MUTANTS_PART),--part $(MUTANTS_PART))

golden: ## Writes the golden files that are missing; never changes one.
	$(CARGO) run $(LOCKED) --quiet --package domain --example golden

rust:
	@command -v cargo >/dev/null || { echo "Rust is missing. Install it with rustup (stable, 1.94 or newer), then run make again." >&2; exit 1; }
	@command -v cc >/dev/null || { echo "A C compiler is missing. Install one, for example: sudo apt-get install build-essential" >&2; exit 1; }

tools:
	@end2end/need-tools.sh
