# Each target does what it needs first: `make demo` and `make test` work alone on a fresh machine with Python 3.11+.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Every process that a test starts would compile the whole project anew.
export PYTHONDONTWRITEBYTECODE :=
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: install demo test check bench torture faults pictures lock format lint types imports tests-all audit sbom licences

install: $(VENV)/.installed

$(VENV)/.installed: requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.developing: requirements-dev.txt $(VENV)/.installed
	$(PIP) install --require-hashes -r requirements-dev.txt
	touch $@

# A local Slack in the browser, with the fictional region and the real bot behind it.
demo: install
	$(BIN)/sc-bot demo

# The fast suite: unit and story tests, a minute or two. What takes long is in `make check`.
test: $(VENV)/.developing
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not slow"

# Format, lint, types, imports, all tests: what CI runs.
check: format lint types imports audit tests-all

format: $(VENV)/.developing
	$(BIN)/ruff format --check .

lint: $(VENV)/.developing
	$(BIN)/ruff check .

types: $(VENV)/.developing
	$(BIN)/mypy

imports: $(VENV)/.developing
	$(BIN)/lint-imports

tests-all: $(VENV)/.developing
	$(BIN)/python -m pytest -n 2 --dist loadgroup

# Is a locked version known to be vulnerable? Compares with a copy; needs no network.
audit: $(VENV)/.developing
	$(BIN)/python -m supply.audit

# The bill of materials of what is shipped; the same lock gives the same file.
sbom: $(VENV)/.developing
	$(BIN)/python -m supply.sbom dist/sbom.cdx.json

# docs/licences.md, after the locks changed.
licences: $(VENV)/.developing
	$(BIN)/python -m supply.licences

bench: $(VENV)/.developing
	$(BIN)/python -m bench

# Half an hour of kills, restarts, repeated deliveries and a failover; two minutes of it are in `make check`.
torture: $(VENV)/.developing
	$(BIN)/python -m tests.torture

# Every call of eight journeys fails once, in every way, on both databases: an hour; prints a table.
faults: $(VENV)/.developing
	$(BIN)/python -m tests.faults.loop

# The README's pictures, taken by the tests that look at them. Needs Chromium and a font with emoji.
pictures: $(VENV)/.developing
	SC_BOT_PICTURES=docs/pictures $(BIN)/python -m pytest tests/browser/test_pictures.py

# Needs uv; writes the hashes of everything that is installed, and no address.
lock:
	uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" -o requirements.txt
	uv pip compile -q pyproject.toml --group dev -c requirements.txt --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --custom-compile-command "make lock" -o requirements-dev.txt
