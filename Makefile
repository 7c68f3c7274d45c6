# Two commands do everything on a fresh machine: make demo, and make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed

.PHONY: demo test browser cover bench exams hard lock clean

demo: $(STAMP)
	@mkdir -p out
	@$(BIN)/plainletter check examples --fail-on never -o out/examples.json -o out/examples.html
	@echo "The same as JSON and as a page: out/examples.json, out/examples.html"
	@$(BIN)/plainletter letter draft examples/first-meeting.toml --out out/letters

test: $(STAMP) browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest
	$(BIN)/plainletter lexicon check

# The pages are tried in Debian's Chromium, put in place where we may; without it those tests say that they were skipped.
browser:
	@command -v chromedriver >/dev/null || ! command -v apt-get >/dev/null || [ "$$(id -u)" != 0 ] || { \
	  echo "Installing Debian's chromium and chromium-driver for the browser tests"; \
	  { apt-get update && apt-get install -y --no-install-recommends chromium chromium-driver; } >/dev/null 2>&1; } \
	  || echo "They could not be installed"

cover: $(STAMP)
	$(BIN)/pytest --cov --cov-report=term

bench: $(STAMP)
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/letters.py
	$(BIN)/python benchmarks/peers.py
	$(BIN)/python benchmarks/desk.py

exams: $(STAMP)
	$(BIN)/python benchmarks/exams.py
	$(BIN)/python benchmarks/own_exam.py
	$(BIN)/python benchmarks/cases.py

hard: $(STAMP)
	PLAINLETTER_CASES=10000 $(BIN)/pytest --no-cov tests/letters/test_absence.py

lock: $(STAMP)
	$(BIN)/uv pip compile pyproject.toml --extra model --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links -o requirements-dev.lock

$(STAMP): pyproject.toml requirements-dev.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

clean:
	rm -rf $(VENV) out dist build
