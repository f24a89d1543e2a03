# make report   assay seeds/ and write reports/index.html
# make test     the whole test suite
# make lint     ruff, format, mypy --strict, import-linter
# make quality  measure the checks anew: docs/quality.jsonl and the table of README.md
# Each makes .venv by itself; only python3 >= 3.11, make and a package index are needed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: report test lint quality clean
.DEFAULT_GOAL := report

$(VENV)/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "textassay needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "installing into $(VENV) (first run only) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

report: $(VENV)/installed
	@$(BIN)/textassay gate seeds --exit-zero --quiet
	@echo "open reports/index.html in a browser"

test: $(VENV)/installed
	@$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(VENV)/installed
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

quality: $(VENV)/installed
	@$(BIN)/python benchmarks/quality/measure.py
	@$(BIN)/python tools/update_readme.py

clean:
	rm -rf $(VENV) build dist *.egg-info reports/*.html reports/*.json reports/*.jsonl \
	  reports/*.sarif reports/*.xml reports/summary.md
