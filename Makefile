# Everything this repository can be asked to do; `make help` lists it.
#
# A stamp in .venv says that the requirements are installed as they are now, and `tracker build`
# knows what the database was made of: what has not changed is not done again.

PORT ?= 8501
HOST ?= localhost
ARGS ?=
export SQL ?=
BIN := .venv/bin

unexport PYTHONDONTWRITEBYTECODE PYTHONHOME PYTHONPATH VIRTUAL_ENV

# A moved checkout, or one whose Python is gone, is set up anew.
ifneq ($(shell [ -x $(BIN)/python ] && cat .venv/.checkout 2>/dev/null),$(CURDIR))
.PHONY: .venv/.run .venv/.test
endif

# The first Python that is new enough and that every pinned package is published for; else a
# newer one, for which some packages are compiled first.
define with_python
@for new in '< (3, 15)' '>= (3, 15)'; do \
  for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
    if "$$python" -c "import sys; assert (3, 11) <= sys.version_info[:2] $$new" 2>/dev/null; \
    then exec "$$python" -m tools.$(1); fi; done; done; \
echo "Python 3.11 or newer is needed and none was found: install it, then try again." >&2; exit 1
endef

# As many processes as suit the machine (`tests/conftest.py`), and a file at a time for each: what
# the tests of a file share is made once.
SHARED := -n auto --dist loadfile --no-loadscope-reorder

LINT := failed=; export RUFF_OUTPUT_FORMAT=concise; \
	for tool in "ruff check" "ruff format --check" mypy "lint-imports --no-logo"; do \
	  $(BIN)/$$tool || failed=yes; done; [ -z "$$failed" ]

.NOTPARALLEL:

.PHONY: help
help: ## List the targets (the default)
	@sed -n 's/^\([a-z]*\):.* ## /  make \1	/p' Makefile | expand -t 20

.PHONY: run
run: .venv/.run ## Serve the dashboard on PORT (8501) of HOST (localhost)
	@$(BIN)/python -c "import socket; socket.create_server(('$(HOST)', $(PORT)))" 2>/dev/null || \
	  { echo "Port $(PORT) cannot be used, perhaps it is taken: try PORT=8502 make run." >&2; exit 1; }
	@$(BIN)/tracker build
	@exec $(BIN)/tracker serve --host $(HOST) --port $(PORT)

.PHONY: build
build: .venv/.run ## Build the database, build/tracker.duckdb, if anything changed
	@$(BIN)/tracker build

.PHONY: check
check: .venv/.run ## Check the data in data/, without building
	@$(BIN)/tracker check

.PHONY: sql
sql: build ## Ask the database: make sql SQL="FROM coverage", or a prompt
	@$(BIN)/tracker sql $(if $(SQL),"$$SQL")

.PHONY: lint
lint: .venv/.test ## Style, types and the direction of imports; every complaint, not the first
	@$(LINT)

.PHONY: quick
quick: .venv/.test ## The tests that need no browser, no server, no corpus and no walk through everything
	@$(BIN)/pytest $(SHARED) -m "not slow" $(ARGS)

.PHONY: test
test: .venv/.test ## Lint and all tests, side by side; ARGS="-k name" for some, without lint
	@$(BIN)/python -m tools.chromium
ifeq ($(ARGS),)
	@{ $(LINT); } & lint=$$!; $(BIN)/pytest $(SHARED); tested=$$?; \
	wait $$lint || { echo "There are complaints above, or see make lint." >&2; exit 1; }; \
	exit $$tested
else
	@$(BIN)/pytest $(SHARED) $(ARGS)
endif

.PHONY: coverage
coverage: .venv/.test ## Which lines and branches the quick tests reach; ARGS="tests/views" for some
	@$(BIN)/pytest $(SHARED) -m "not slow" --cov --cov-report=term $(ARGS)

.PHONY: faults
faults: .venv/.test ## Kills, full disks, damage, hostile input, load: long; writes docs/faults.md
	@$(BIN)/python -m tools.chromium
	@$(BIN)/python -m faults $(ARGS)

.PHONY: bench
bench: .venv/.test ## Times beside peers, on data of several sizes: long; writes docs/benchmarks.md
	@$(BIN)/python -m benchmarks $(ARGS)

.PHONY: screenshots
screenshots: .venv/.test build ## A picture of every page into docs/screenshots; ARGS=members
	@$(BIN)/python -m tools.chromium
	@$(BIN)/python -m tools.screenshots $(ARGS)

.PHONY: pin
pin: ## Pin what pyproject.toml asks for, with hashes; ARGS=--upgrade for the newest
	$(call with_python,pin $(ARGS))

.PHONY: editor
editor: ## Bundle the SQL page's editor anew from tools/editor; needs Node and npm
	@cd tools/editor && npm ci --ignore-scripts --no-audit --no-fund && npm run build

.PHONY: charts
charts: ## Bundle Plotly anew, with what our charts use of it, from tools/charts; needs Node and npm
	@cd tools/charts && npm ci --ignore-scripts --no-audit --no-fund && npm run build

.PHONY: clean
clean: ## Remove everything that the other targets made
	@rm -rf .venv .tools build tools/charts/node_modules tools/editor/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find dashboard faults tests tools tracker transforms -name __pycache__ -prune -exec rm -rf {} +

.venv/.run: requirements.txt tools/uv.txt tools/build.txt pyproject.toml
	$(call with_python,setup run)

.venv/.test: requirements-dev.txt tools/uv.txt tools/build.txt pyproject.toml
	$(call with_python,setup test)
