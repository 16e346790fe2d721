# What to type: `make html`, `make serve`, `make test`. `make help` lists the rest.

PYTHON ?= python3
INPUTDIR ?= content
OUTPUTDIR ?= output
PORT ?= 8000

VENV := .venv
BIN := $(VENV)/bin
# Exit status of a build that wrote a whole site but left bad input out.
FINISHED_WITH_PROBLEMS := 3
SITE = $(patsubst %/,%,$(OUTPUTDIR))
STAGING = $(SITE).staging
CACHE = $(SITE).cache
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

THEME_SOURCES := $(shell find theme/src -type f) theme/build.mjs theme/colours.mjs theme/fonts.mjs theme/icons.mjs theme/tsconfig.json

.DEFAULT_GOAL := help
.PHONY: help setup html publish zip serve review test lint types theme-test unit attack mutate quality bench bench-build bench-search clean

help:  ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | column -t -s '|'

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13)))' || { \
	  echo "Cuttings needs Python 3.11, 3.12 or 3.13, and '$(PYTHON)' is $$($(PYTHON) --version 2>&1);" \
	    "name another with 'make html PYTHON=python3.12'" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.site: $(VENV)/.python requirements/site.txt pyproject.toml
	@echo "Setting up: Python packages (a few minutes the first time)"
	@$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements/site.txt
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.site requirements/test.txt
	@echo "Setting up: packages for the tests"
	@$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.mutation: $(VENV)/.test requirements/mutation.txt
	@echo "Setting up: packages for the mutants"
	@$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements/mutation.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.test requirements/bench.txt
	@echo "Setting up: packages for the benchmarks"
	@$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements/bench.txt
	@touch $@

theme/node_modules/.ready: theme/package.json theme/package-lock.json | $(VENV)/.site
	@echo "Setting up: front-end packages"
	@$(BIN)/npm ci --prefix theme --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

theme/static/assets.json: $(THEME_SOURCES) theme/node_modules/.ready
	@echo "Bundling the theme"
	@cd theme && ../$(BIN)/node build.mjs
	@touch $@

setup: $(VENV)/.site theme/static/assets.json  ## Install what the site needs

# Writes the site by the settings file $(1) and puts it in place, also when something had to be
# left out of it; then `built` is not 0. A site that is built from what is there is left alone. Each
# build has a folder of its own, and takes away what one that was killed has left.
define write_site
inputs=$$(python -m cuttings.site.build_stamp "$(INPUTDIR)" "$(OUTPUTDIR)" $(1)); built=$$?; \
if [ $$built -ne 0 ]; then \
  for old in "$(STAGING)".*; do kill -0 "$${old##*.}" 2>/dev/null || rm -rf "$$old"; done; \
  staging="$(STAGING).$$$$"; trap 'rm -rf "$$staging"' EXIT; trap 'exit 130' INT TERM HUP; \
  CUTTINGS_CACHE="$(CACHE)" pelican "$(INPUTDIR)" --output "$$staging" --settings $(1) \
    --extra-settings CUTTINGS_INBOX=false --fatal errors; built=$$?; \
  if [ $$built -ne 0 ] && [ $$built -ne $(FINISHED_WITH_PROBLEMS) ]; then exit $$built; fi; \
  if [ $$built -ne 0 ]; then inputs=; fi; \
  python -m cuttings.site.site_folder "$$staging" "$(OUTPUTDIR)" --inputs "$$inputs" || exit $$?; \
fi
endef

# Takes in the inbox and writes the site; what goes on with the site does so also when `whole` is
# not 0, and says so at its end.
define take_in_and_write
cuttings add --inbox --content "$(INPUTDIR)"; taken=$$?; \
$(call write_site,pelicanconf.py); \
[ $$taken -eq 0 ] && [ $$built -eq 0 ]; whole=$$?
endef

html: setup  ## Take in the inbox and write the site to OUTPUTDIR
	@$(take_in_and_write); exit $$whole

publish: setup  ## Write the site for the web (SITEURL=https://…) to OUTPUTDIR
	@$(call write_site,publishconf.py); [ $$built -eq 0 ]

zip: setup  ## Pack the site into OUTPUTDIR.zip, to open from any folder or USB stick
	@$(take_in_and_write); \
	python -m cuttings.site.site_zip "$(OUTPUTDIR)" "$(SITE).zip" && exit $$whole

serve: setup  ## Serve the site on localhost and rebuild on change
	@$(take_in_and_write)
	@pelican "$(INPUTDIR)" --output "$(OUTPUTDIR)" --settings pelicanconf.py \
	  --listen --bind 127.0.0.1 --port $(PORT) --autoreload

review: setup  ## Open the desk: put names and tags right in the browser
	@cuttings review --content "$(INPUTDIR)"

lint: $(VENV)/.test theme/node_modules/.ready
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports
	@$(BIN)/npm run --prefix theme --silent order

types: $(VENV)/.test theme/node_modules/.ready
	@$(BIN)/mypy
	@$(BIN)/npm run --prefix theme --silent check

theme-test: setup
	@$(BIN)/npm test --prefix theme --silent

# Tests start many Pythons, each of which would else compile the code anew.
unit test: export PYTHONDONTWRITEBYTECODE :=
define run_pytest
$(BIN)/pytest --numprocesses auto --dist worksteal $(PYTEST_OPTIONS)
endef

unit: theme-test $(VENV)/.test
	@$(run_pytest)

# What takes one processor runs beside the rest.
test: setup $(VENV)/.test theme/node_modules/.ready  ## Run every check and every test
	@$(MAKE) --no-print-directory --jobs=2 types lint theme-test
	@$(run_pytest)

attack: setup $(VENV)/.test  ## Attack the archive at length and print the counts (an hour; SEED=, COUNT=)
	@$(BIN)/python -m tests.attack $(if $(SEED),--seed $(SEED)) $(if $(COUNT),--count $(COUNT))

mutate: setup $(VENV)/.mutation  ## Count how many small changes of the code the tests notice (an hour; SEED=, COUNT=)
	@$(BIN)/python -m tests.mutation $(if $(SEED),--seed $(SEED)) $(if $(COUNT),--count $(COUNT))
	@$(BIN)/npm run mutate --prefix theme --silent --if-present -- \
	  $(if $(SEED),--seed $(SEED)) $(if $(COUNT),--count $(COUNT))

quality: setup $(VENV)/.test  ## Print the tables of accuracy
	@$(BIN)/python -m tests.quality

bench: setup $(VENV)/.bench bench/peers/node_modules/.ready  ## Measure speed and size beside the peers (long)
	@$(BIN)/python -m bench

bench/peers/node_modules/.ready: bench/peers/package.json bench/peers/package-lock.json | $(VENV)/.site
	@echo "Setting up: the search libraries to compare with"
	@$(BIN)/npm ci --prefix bench/peers --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

bench-build: setup $(VENV)/.bench bench/peers/node_modules/.ready  ## Measure builds beside Hugo and Pagefind (long)
	@$(BIN)/python -m bench.build

bench-search: setup $(VENV)/.bench bench/peers/node_modules/.ready  ## Measure the search beside the peers (very long)
	@$(BIN)/python -m bench.search
	@$(BIN)/python -m bench.known_items
	@$(BIN)/python -m bench.awkward_queries

clean:  ## Remove everything that can be made again
	rm -rf $(VENV) bench/peers/node_modules theme/node_modules theme/mutation/node_modules theme/static theme/root theme/desk \
	  output output.staging* output.cache output.stamp output.zip bench/work
