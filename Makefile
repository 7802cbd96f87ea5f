# Two commands do everything: `make demo` and `make test`. The rest is for those who work on vbgen.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := data/ha-nam-2022
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test coverage check bench format templates lock clean help

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/.ready .stamps/office ## Draft every paper of the sample campaign, Word and PDF
	$(BIN)/vbgen check $(SAMPLE)
	$(BIN)/vbgen draft $(SAMPLE) --pdf

test: $(VENV)/.ready .stamps/office .stamps/servers ## Run all tests
	$(BIN)/pytest -n 2 --dist loadgroup

coverage: $(VENV)/.ready .stamps/office .stamps/servers ## Run all tests and show which lines and branches they reach
	$(BIN)/pytest -n 2 --dist loadgroup --cov --cov-report=term

check: $(VENV)/.ready ## Format, lint, strict types, import floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.ready ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

templates: $(VENV)/.ready ## Build every template.docx from the template.xml beside it
	$(BIN)/python -m vbgen.forms templates

bench: $(VENV)/.ready .stamps/office ## Measure speed beside other engines; tables here, figures in build/bench/
	@mkdir -p build/bench
	$(BIN)/python -m pip install -q --no-deps --upgrade --target build/peers docx-mailmerge2 docxcompose
	PYTHONPATH=build/peers $(BIN)/python benchmarks/render.py --json build/bench/render.json
	PYTHONPATH=build/peers $(BIN)/python benchmarks/print_file.py --composed 1000 --json build/bench/print-file.json
	$(BIN)/python benchmarks/certificates.py --sizes 100 1000 10000 --workers 1 2 --peer 2000 --json build/bench/certificates.json
	$(BIN)/python benchmarks/cluster.py --rows 500 --json build/bench/cluster.json

lock: $(VENV)/.ready ## Pin every dependency anew, with hashes and without index addresses
	$(BIN)/python .ci/lock.py

$(VENV)/.ready: requirements.lock pyproject.toml
	.ci/venv "$(PYTHON)" "$(VENV)"
	@touch $@

.stamps/%:
	.ci/system $*
	@mkdir -p .stamps && touch $@

clean: ## Remove everything that was made
	rm -rf $(VENV) .stamps dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage*
	find output -mindepth 1 ! -name README.md -delete
