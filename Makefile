# Every target sets up all that it needs: an interpreter is found, a virtual environment made, requirements installed.

VENV ?= .venv
PYTHON := $(VENV)/bin/python
ARGS ?=
# One process for each core; tests of one module stay together, as they share what takes long to make.
PYTEST := QT_QPA_PLATFORM=$${QT_QPA_PLATFORM-offscreen} $(PYTHON) -m pytest --numprocesses logical --dist loadscope

.DEFAULT_GOAL := help
.PHONY: help run test test-fast check bench models features recipes clean libraries
.DELETE_ON_ERROR:

help:
	@echo "make run         open the window (ARGS='--page train' passes options)"
	@echo "make test        run all tests"
	@echo "make test-fast   run the tests that take no training and no program start"
	@echo "make check       lint, types, import rules"
	@echo "make bench       measure speed and memory"
	@echo "make models      train the bundled generators anew (about two hours on two cores)"
	@echo "make features    train the network that judges grey pictures anew (some minutes)"
	@echo "make recipes     train by several recipes for the same time and compare their pictures (hours)"
	@echo "make clean       remove the virtual environment and caches"

run: $(VENV)/.run-ready libraries
	@$(PYTHON) main.py $(ARGS)

test: $(VENV)/.dev-ready libraries
	@$(PYTEST) $(ARGS)

test-fast: $(VENV)/.dev-ready libraries
	@$(PYTEST) -m "not slow" $(ARGS)

check: $(VENV)/.dev-ready
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@$(VENV)/bin/lint-imports

bench: $(VENV)/.dev-ready libraries
	@$(PYTHON) -m tests.benchmarks $(ARGS)

models: $(VENV)/.run-ready
	@$(PYTHON) resources/train_models.py $(ARGS)

features: $(VENV)/.run-ready
	@$(PYTHON) resources/train_features.py $(ARGS)

recipes: $(VENV)/.run-ready
	@$(PYTHON) resources/measure_recipes.py $(ARGS)

clean:
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

libraries: $(VENV)/.run-ready
	@$(PYTHON) -m app.system_libraries --install

# A stamp is written last, so an installation that was interrupted is taken up again.
$(VENV)/.run-ready: requirements.txt | $(VENV)/bin/pip
	@echo "Installing what Latentarium needs (torch is large; this happens once)..."
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev-ready: requirements-dev.txt requirements.txt | $(VENV)/bin/pip
	@echo "Installing what Latentarium and its tests need (torch is large; this happens once)..."
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $(VENV)/.run-ready $@

$(VENV)/bin/pip:
	@sh resources/make_venv.sh $(VENV)
