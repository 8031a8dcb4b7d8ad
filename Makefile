# make read    open the sample articles on the screen (FILE=path-or-url opens that)
# make test    run the tests
# make check   ruff, mypy, import contracts and the tests
# make gate    how well claims, actors, summaries and pages come out, against the baseline
# make bench   print the benchmarks' tables
# make clean   remove the virtual environment and build output

VENV := .venv
# Where a virtual environment keeps its programs: Scripts on Windows, bin elsewhere.
BIN := $(if $(filter Windows_NT,$(OS)),$(VENV)/Scripts,$(VENV)/bin)
PYTHON ?=
FILE ?= sample_articles/the-call.txt

.PHONY: read test check gate bench clean setup help
.DEFAULT_GOAL := help

help:
	@sed -n 's/^# make/make/p' Makefile

read: setup
	@$(BIN)/reader "$(FILE)"

test: setup
	@$(BIN)/python -m pytest

check: setup
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

gate: setup
	@$(BIN)/python -m benchmarks.gate

bench: setup
	@$(BIN)/python -m benchmarks

setup: $(VENV)/.setup-done

# Set up again only when the project file changes.
$(VENV)/.setup-done: pyproject.toml
	@PYTHON="$(PYTHON)" VENV="$(VENV)" sh .ci/setup
	@touch $@

clean:
	rm -rf $(VENV) dist build
