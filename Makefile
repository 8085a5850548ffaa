# Workshop Kit. `make build` makes the packets, `make test` runs the tests; `make help` lists all.

VENV := .venv
PYTHON_IN := $(VENV)/bin/python
KIT := $(PYTHON_IN) -m kit

# Stamps: set-up is done again only when what is to be installed has changed.
RUNTIME := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
EXAMPLE := build/reports/example/report.html
PINS := pyproject.toml constraints.txt

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

$(RUNTIME): $(PINS) .ci/virtual-environment.sh
	@sh .ci/virtual-environment.sh $(VENV) report
	@touch $@

$(DEV): $(PINS) .ci/virtual-environment.sh
	@sh .ci/virtual-environment.sh $(VENV) dev
	@touch $(RUNTIME) $@

.PHONY: build
build: $(RUNTIME) ## make all packets of this folder, in build/, and an example of a report
	@sh .ci/system-packages.sh pdf
	@$(KIT) build
	@$(MAKE) --silent --no-print-directory $(EXAMPLE)

# Of made-up answers to the example cohorts: a form that was changed may no longer fit them, which
# is told, and keeps nobody's packets from being made.
$(EXAMPLE): $(RUNTIME) $(shell find workshops templates kit -name '*.*' -type f -not -name '*.pyc')
	@$(KIT) report --example || true

.PHONY: check
check: $(RUNTIME) ## check all definitions, without making anything
	@$(KIT) check

.PHONY: ready-to-test
ready-to-test: $(DEV)
	@sh .ci/system-packages.sh pdf
	@sh .ci/system-packages.sh tests

.PHONY: lint
lint: $(DEV)
	@$(PYTHON_IN) -m ruff check .
	@$(PYTHON_IN) -m ruff format --check .
	@$(PYTHON_IN) -m mypy

.PHONY: test
test: ready-to-test lint ## run the tests, without those that take minutes
	@$(PYTHON_IN) -m pytest -n 2 --dist loadgroup -m "not slow"

.PHONY: test-all
test-all: ready-to-test lint ## run all tests
	@$(PYTHON_IN) -m pytest -n 2 --dist loadgroup

.PHONY: benchmark
benchmark: $(DEV) ## measure how quick the kit is on this machine
	@sh .ci/system-packages.sh pdf
	@$(PYTHON_IN) benchmarks/run.py

.PHONY: benchmark-packets
benchmark-packets: $(DEV) ## measure how quick personal packets are: one by one, merged, compiled
	@sh .ci/system-packages.sh pdf
	@$(PYTHON_IN) benchmarks/packets.py

.PHONY: reference
reference: $(RUNTIME) ## write the reference, the commands and the schemas anew
	@$(PYTHON_IN) docs/make_reference.py
	@$(PYTHON_IN) docs/make_commands.py
	@$(VENV)/bin/kit schema

.PHONY: page-counts
page-counts: ready-to-test ## renew the table of how many pages each bundled document has
	@$(PYTHON_IN) .ci/make_page_counts.py

.PHONY: example-responses
example-responses: $(RUNTIME) ## make the example responses of the bundled cohorts anew
	@$(PYTHON_IN) .ci/make_example_responses.py

.PHONY: pictures
pictures: ready-to-test ## take the pictures in docs/pictures/ anew that are stale
	@$(PYTHON_IN) docs/make_pictures.py

.PHONY: clean
clean: ## remove build/ and caches; never what you wrote
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +

.PHONY: help
help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
