# Two commands for a fresh machine: `make graph` and `make test`. README.md has the same without make.
PYTHON ?= python3
CORPUS ?= corpus
OUT ?= out
BIN := .venv/bin

.PHONY: graph test clean

graph: .venv/installed
	$(BIN)/kg build $(CORPUS) --metadata $(CORPUS)/docs.csv -o $(OUT)
	@echo "Open $(OUT)/graph.html in a browser, $(OUT)/statements.csv in a spreadsheet."

# Each check runs even where an earlier one fails, so that pytest's summary always comes last.
test: .venv/installed-test
	@status=0; \
	$(BIN)/ruff check . || status=1; \
	$(BIN)/ruff format --check . || status=1; \
	$(BIN)/mypy || status=1; \
	$(BIN)/pytest || status=1; \
	exit $$status

clean:
	rm -rf .venv $(OUT)

.venv/installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/installed-test: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable ".[test]"
	@touch .venv/installed $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv \
		|| { rm -rf .venv; echo "No venv in this Python; on Debian: apt install python3-venv"; exit 1; }
