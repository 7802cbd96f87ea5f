# Two commands do everything: `make demo` and `make test`. The rest is for those who work on vbgen.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := data/ha-nam-2022
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test prove coverage check bench format templates wheels lock clean help

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/.ready .stamps/office ## Draft every paper of the sample campaign, Word and PDF
	$(BIN)/vbgen check $(SAMPLE)
	$(BIN)/vbgen draft $(SAMPLE) --pdf

test: $(VENV)/.tests .stamps/office .stamps/servers ## Run all tests
	$(BIN)/pytest -n 2 --dist loadgroup -m "not matrix"

prove: $(VENV)/.tests .stamps/office .stamps/servers ## Run the tests marked `matrix`: whole matrices and long searches; for hours, not minutes
	$(BIN)/pytest -n 2 --dist loadgroup -m matrix

coverage: $(VENV)/.tests .stamps/office .stamps/servers ## Run all tests and show which lines and branches they reach
	$(BIN)/pytest -n 2 --dist loadgroup -m "not matrix" --cov --cov-report=term

check: $(VENV)/.tests ## Format, lint, strict types, import floors, complexity
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n 0 tests/house/test_density.py tests/house/test_promises.py

format: $(VENV)/.tests ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

templates: $(VENV)/.tests ## Build every template.docx from the template.xml beside it
	$(BIN)/python -m vbgen.forms templates

bench: $(VENV)/.tests .stamps/office ## Measure speed beside other engines; tables here, figures in build/bench/
	@mkdir -p build/bench
	$(BIN)/python -m pip install -q --no-deps --require-hashes --upgrade --target build/peers -r benchmarks/peers.lock
	PYTHONPATH=build/peers $(BIN)/python benchmarks/render.py --json build/bench/render.json
	PYTHONPATH=build/peers $(BIN)/python benchmarks/print_file.py --composed 1000 --json build/bench/print-file.json
	$(BIN)/python benchmarks/certificates.py --sizes 100 1000 10000 --workers 1 2 --peer 2000 --json build/bench/certificates.json
	$(BIN)/python benchmarks/designs.py --size 300 --json build/bench/designs.json
	$(BIN)/python benchmarks/preview.py --json build/bench/preview.json
	$(BIN)/python benchmarks/long_body.py --most 2.0 --json build/bench/long-body.json
	PYTHONPATH=. $(BIN)/python benchmarks/sign.py --json build/bench/sign.json
	$(BIN)/python benchmarks/cluster.py --rows 500 --json build/bench/cluster.json
	$(BIN)/python benchmarks/intake.py --most 0.22
	$(BIN)/python benchmarks/read.py --json build/bench/read.json
	$(BIN)/python benchmarks/commands.py --json build/bench/commands.json
	$(BIN)/python benchmarks/against_01.py --sizes 100 1000 --json build/bench/against-01.json

wheels: $(VENV)/.ready ## Download what vbgen runs with into build/wheels, for machines without a network
	for lock in requirements-build requirements requirements-extras; do \
	  $(BIN)/python -m pip download -q --no-deps --require-hashes --no-build-isolation -d build/wheels -r $$lock.lock || exit; \
	done

lock: $(VENV)/.tests ## Pin new dependencies, with hashes and without index addresses; UPGRADE=--upgrade takes the newest of all
	$(BIN)/python .ci/lock.py $(UPGRADE)

$(VENV)/.ready: requirements-build.lock requirements.lock pyproject.toml
	.ci/venv "$(PYTHON)" "$(VENV)" requirements-build.lock requirements.lock
	@touch $@

$(VENV)/.tests: $(VENV)/.ready requirements-extras.lock requirements-dev.lock tests/setup/pip-23.0.1.lock
	.ci/venv "$(PYTHON)" "$(VENV)" requirements-extras.lock requirements-dev.lock
	$(BIN)/python -m pip download --quiet --no-deps --require-hashes -d $(VENV)/old-pip -r tests/setup/pip-23.0.1.lock
	@touch $@

.stamps/%:
	.ci/system $*
	@mkdir -p .stamps && touch $@

clean: ## Remove everything that was made
	rm -rf $(VENV) .stamps dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage*
	find output -mindepth 1 ! -name README.md -delete
