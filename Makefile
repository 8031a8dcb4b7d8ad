# make read    open a sample article on the screen (FILE=path-or-url opens that); installs the program alone
# make test    run the tests, on every core (JOBS=1: one after the other); installs the tools for it first
# make lint    ruff, the formatter, mypy and the import contracts
# make gate    how well claims, actors, summaries and pages come out, against the baseline
# make check   lint, test and gate: what has to be green before a change lands
# make search  the tests that draw their own examples, with others than last time, as often as ROUNDS says
# make bench   print the benchmarks' tables
# make clean   remove the virtual environment and build output

VENV := .venv
# Where a virtual environment keeps its programs: Scripts on Windows, bin elsewhere.
BIN := $(if $(filter Windows_NT,$(OS)),$(VENV)/Scripts,$(VENV)/bin)
PYTHON ?=
FILE ?= sample_articles/the-call.txt
JOBS ?= auto
ROUNDS ?= 5

.PHONY: read test search lint gate check bench clean help
.DEFAULT_GOAL := help

help:
	@sed -n 's/^# make/make/p' Makefile

read: $(VENV)/.program-done
	@$(BIN)/reader "$(FILE)"

test: $(VENV)/.tools-done
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup

search: $(VENV)/.tools-done
	@for round in $$(seq $(ROUNDS)); do \
		$(BIN)/python -m pytest -n $(JOBS) -m hypothesis --hypothesis-profile=search || exit 1; \
	done

lint: $(VENV)/.tools-done
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports

gate: $(VENV)/.tools-done
	@$(BIN)/python -m benchmarks.gate

check: lint test gate

bench: $(VENV)/.tools-done
	@$(BIN)/python -m benchmarks

# Installed again only when the project file changes; whoever has the tools has the program.
$(VENV)/.program-done: pyproject.toml
	@PYTHON="$(PYTHON)" VENV="$(VENV)" sh .ci/setup program
	@touch $@

$(VENV)/.tools-done: pyproject.toml
	@PYTHON="$(PYTHON)" VENV="$(VENV)" sh .ci/setup tools
	@touch $(VENV)/.program-done $@

clean:
	rm -rf $(VENV) dist build
