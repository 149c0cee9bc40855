# Everything here works with an empty environment: .venv is made on first use, and again when the pinned requirements change.
# Chosen on the command line: PYTHON=/path/to/python3.11  PYTEST_ARGS="-n 4 -k dates"

export PATH := $(if $(PATH),$(PATH),/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin)
export PYTHON
PYTEST_ARGS ?= --numprocesses=auto --maxprocesses=4
VENV := .venv/bin

# The commands of the product, each in one place.
CHECK  := $(VENV)/diplotrips check
EXPORT := $(VENV)/diplotrips export --into build/export
SCHEMA := $(VENV)/diplotrips schema --into schema --docs docs

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help export test check schema lint format types contracts fresh pins clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## /\1  /p' Makefile | awk '{ name = $$1; $$1 = ""; printf "make %-10s%s\n", name, $$0 }'

export: .venv/core ## check the records and write the dataset to build/export
	@$(EXPORT)

test: .venv/dev ## run the tests
	@$(VENV)/python -m pytest --quiet $(PYTEST_ARGS)

check: .venv/core ## check the records in extract/
	@$(CHECK)

schema: .venv/core ## write schema/ anew from the models
	@$(SCHEMA)

lint: .venv/dev ## ruff: rules and format
	@$(VENV)/ruff check --quiet
	@$(VENV)/ruff format --check --quiet || { echo "not formatted; make format does it" >&2; exit 1; }

format: .venv/dev ## ruff: format, and mend what can be mended
	@$(VENV)/ruff format
	@$(VENV)/ruff check --fix

types: .venv/dev ## mypy, strict
	@$(VENV)/mypy

contracts: .venv/dev ## the directions of imports
	@$(VENV)/lint-imports --no-logo

fresh: schema ## fail if what is generated differs from what is committed
	@git diff --exit-code --stat -- schema docs || { echo "schema/ is not what the models say; commit what make schema wrote" >&2; exit 1; }
	@test -z "$$(git ls-files --others --exclude-standard -- schema docs)" || { git ls-files --others --exclude-standard -- schema docs; echo "generated and not committed" >&2; exit 1; }

# Two files, so that `make export` fetches only what it needs. Hashes for every platform, no address of any index in them.
PIN := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links
pins: ## pin the newest versions that pyproject.toml allows (needs uv)
	@$(PIN) --upgrade --group build --output-file requirements.txt pyproject.toml
	@$(PIN) --upgrade --group dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

clean: ## remove whatever was made
	@rm -rf .venv .venv.log build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -path ./.git -prune -o -name __pycache__ -prune -exec rm -rf {} +

.venv/core: requirements.txt pyproject.toml
	@sh .ci/venv requirements.txt && touch $@

.venv/dev: requirements-dev.txt pyproject.toml
	@sh .ci/venv requirements-dev.txt && touch .venv/core $@
