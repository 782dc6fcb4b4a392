# phongtrao. `make` lists what can be done; the README says which two commands are enough.
SHELL := /bin/bash
PY ?= python3
PORT ?= 8000
UV := .tools/bin/uv
BIN := .venv/bin
export UV_PYTHON_DOWNLOADS := never
# Compiled once: servers and tests start hundreds of processes, each of which would compile all anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run dev setup setup-run test test-gate test-guard test-areas test-figures test-properties test-spark test-rival check fix bench bench-rival guide messages lock test-layout test-access test-postgresql test-rows

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 18

run: setup-run ## Set up, load the demo and serve it on PORT (default 8000)
	@PHONGTRAO_DEMO=1 exec $(BIN)/phongtrao serve --port $(PORT) --log-files

dev: setup ## The demo with automatic reload, for developers
	@PHONGTRAO_DEMO=1 $(BIN)/phongtrao demo --if-empty
	@PHONGTRAO_DEMO=1 PHONGTRAO_DEBUG=1 $(BIN)/phongtrao runserver 127.0.0.1:$(PORT)

setup: .venv/.dev node_modules/.gz .venv/.messages ## Install everything that run and test need; safe to repeat

setup-run: tools-present .venv/.any node_modules/.gz .venv/.messages

# The set-up runs inside, so that the table at the end counts its seconds too.
test: tools-present ## Check and test everything (installs what is missing on Debian as root)
	@begin=$$(date +%s); $(MAKE) --no-print-directory setup && \
	  SETUP_SECONDS=$$(( $$(date +%s) - begin )) bash .ci/test.sh

test-gate: setup ## The upload wall: every mutation, office program and door, five hundred honest files
	@PHONGTRAO_GATE=full $(BIN)/python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder tests/core/gate tests/core/uploads

test-guard: setup ## The privacy guard on all of its material
	@PHONGTRAO_GUARD=full $(BIN)/python -m pytest -q -n 2 --dist loadfile tests/core/guard tests/rights

test-areas: setup ## Areas: a thousand sequences of acts, the names of all areas in every spelling
	@PHONGTRAO_AREAS=full $(BIN)/python -m pytest -q -n 2 --dist loadfile tests/org/reshaping tests/org/gazetteer

test-figures: setup ## Figures: many records and lives, the files beside the specification at every step
	@PHONGTRAO_FIGURES=full $(BIN)/python -m pytest -q -n 2 --dist loadfile tests/analytics

test-layout: setup ## Layout faults: every paper with a planted fault, written without sight of the rules
	@PHONGTRAO_LAYOUT=full $(BIN)/python -m pytest -q -s tests/publishing/test_blind_layout.py

test-rows: setup ## Every row of every table of cases on SQLite, of which CI takes a third
	@$(BIN)/python -m pytest -q --nomigrations -n 2 --dist loadfile --no-loadscope-reorder -m "not browser and not spark" --ignore tests/architecture --ignore tests/access --ignore tests/analytics/spark

test-access: setup ## Every address for every one of the cast, of which CI takes every second
	@$(BIN)/python -m pytest -q --nomigrations -n 2 tests/access

test-postgresql: setup ## Every test of what the database must hold, on a throw-away PostgreSQL
	@$(BIN)/python -m tests.postgresql -q -n 2 --dist loadfile --no-loadscope-reorder -m "database and not browser and not spark" --ignore tests/analytics/spark

test-properties: setup ## Every property with ten times the cases
	@PHONGTRAO_PROPERTIES=full $(BIN)/python -m pytest -q -n 2 --dist loadfile -m "not browser and not spark"

test-spark: setup ## The expressions of figures on a real Spark cluster on loopback (installs the extra)
	@$(UV) pip install -q --require-hashes --python $(BIN)/python -r requirements/spark.lock
	@$(BIN)/python -m pytest -q --nomigrations -W ignore::ResourceWarning -m spark tests/analytics/spark

test-rival: setup ## The answers of a DHIS2-style PostgreSQL and ours, on a small year with a merger
	@PHONGTRAO_RIVAL=full $(BIN)/python -m pytest -q tests/cli/test_rollup_rival.py

check: setup ## Format, lint, types, layering contracts, templates and messages
	@bash .ci/check.sh

fix: setup ## Rewrite what a machine can mend
	@$(BIN)/ruff check --fix -q . ; $(BIN)/ruff format -q .

bench: setup ## Measure start-up, the list page beside its rival, intake and Word papers
	@$(BIN)/python -m bench $(NAME)

bench-rival: setup ## Build once what roll-ups are measured against: YEARS=10 MINUTES=15, 16 GB in BENCH_DIR (default var/bench)
	@$(BIN)/python -m bench.rollups.build $(or $(YEARS),10) $(MINUTES) $(ANEW)

guide: setup ## The user guides by role as Word and PDF in guide/, with pictures taken in chromium
	@$(BIN)/python -m pytest -q --nomigrations tests/browser/test_guide.py
	@$(BIN)/python scripts/build_guides.py

messages: setup ## Extract the Vietnamese strings and refresh the English catalogue
	@$(BIN)/python scripts/messages.py

lock: $(UV) ## Resolve the requirements anew into hash-locked files without host names
	@bash scripts/lock.sh

.PHONY: tools-present
tools-present:
	@command -v $(PY) >/dev/null || { echo "Thiếu Python. Hãy cài Python 3.11 trở lên rồi chạy lại." >&2; exit 1; }
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python quá cũ: cần 3.11 trở lên. Hãy chạy: make $(MAKECMDGOALS) PY=python3.11" >&2; exit 1; }
	@command -v npm >/dev/null || { echo "Thiếu npm. Hãy cài Node.js 20 trở lên (kèm npm) rồi chạy lại." >&2; exit 1; }

$(UV): requirements/tools.lock | tools-present
	@echo "Cài công cụ cài đặt…"
	@$(PY) -m venv .tools && .tools/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements/tools.lock

# The run-time set is enough for `make run`; the development set contains it.
.venv/.any: requirements/base.lock | $(UV)
	@if [ -e .venv/.dev ]; then touch $@; else \
	  echo "Cài các gói Python…"; \
	  test -x $(BIN)/python || $(UV) venv -q --python $(PY) .venv; \
	  $(UV) pip sync -q --compile-bytecode --require-hashes --python $(BIN)/python requirements/base.lock && \
	  $(BIN)/python scripts/link_package.py && touch $@; fi

.venv/.dev: requirements/dev.lock | $(UV)
	@echo "Cài các gói Python (kèm công cụ phát triển)…"
	@test -x $(BIN)/python || $(UV) venv -q --python $(PY) .venv
	@$(UV) pip sync -q --compile-bytecode --require-hashes --python $(BIN)/python requirements/dev.lock
	@$(BIN)/python scripts/link_package.py && touch $@ .venv/.any

node_modules/.ok: package-lock.json | tools-present
	@echo "Cài các gói giao diện…"
	@npm ci --silent && touch $@

# A slow line should not wait for half a megabyte of style sheet.
node_modules/.gz: node_modules/.ok src/phongtrao/config/finders.py | .venv/.any
	@$(BIN)/python scripts/compress_static.py && touch $@

.venv/.messages: $(shell find src/phongtrao -name '*.po' 2>/dev/null) | .venv/.any
	@$(BIN)/python scripts/compile_messages.py && touch $@
