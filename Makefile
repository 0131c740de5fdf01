# Everything is set up in .venv from nothing but Python 3.11 or newer. Every target can be repeated.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo test lab build lint constraints

help:
	@echo "make demo   grade a class of made-up students and show the results"
	@echo "make lab    open the notebooks in JupyterLab"
	@echo "make test   run every test"
	@echo "make build  build notebooks/ and solutions/ from source/"
	@echo "make lint   check style and types"

demo: .venv/grader
	$(BIN)/dropout-course demo

lab: .venv/grader
	$(BIN)/jupyter lab notebooks

build: .venv/grader
	$(BIN)/dropout-course build

test: .venv/development lint
	$(BIN)/pytest

lint: .venv/development
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# Write the versions that are installed now into constraints.txt.
constraints: .venv/development
	@head -n 2 constraints.txt > constraints.new
	@$(BIN)/pip freeze --all --exclude-editable --exclude pip >> constraints.new
	@mv constraints.new constraints.txt

.venv/pip: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed. Name one: make demo PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/grader: .venv/pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable ".[learner,grader]"
	@touch $@

.venv/development: .venv/pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable ".[learner,grader,development]"
	@touch $@ .venv/grader
