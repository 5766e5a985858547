# Every target sets up all that it needs: an interpreter is found, a virtual environment made, requirements installed.

VENV ?= .venv
PYTHON := $(VENV)/bin/python
ARGS ?=
# One process for each core; tests of one module stay together, as they share what takes long to make.
PYTEST := QT_QPA_PLATFORM=$${QT_QPA_PLATFORM-offscreen} $(PYTHON) -m pytest --numprocesses logical --dist loadscope

.DEFAULT_GOAL := help
.PHONY: help run test test-fast check bench bench-compare soak models features recipes translations screenshots film wheel bundle docs clean libraries
.DELETE_ON_ERROR:

help:
	@echo "make run         open the window (ARGS='--page train' passes options)"
	@echo "make test        run all tests"
	@echo "make test-fast   run the tests that take no training and no program start"
	@echo "make check       lint, types, import rules"
	@echo "make bench       measure speed and memory, beside what the machine can do at best"
	@echo "make bench-compare"
	@echo "                 the same, and compare the ratios with those in BENCHMARKS.md (ARGS='slider startup')"
	@echo "make soak        let a robot do anything in the window for ten minutes (ARGS='--minutes 60 --seed 3')"
	@echo "make models      train the bundled generators anew (about two hours on two cores)"
	@echo "make features    train the network that judges grey pictures anew (some minutes)"
	@echo "make translations"
	@echo "                 gather the texts of the window for translators, and compile what they wrote"
	@echo "make recipes     train by several recipes for the same time and compare their pictures (hours)"
	@echo "make screenshots make the pictures of the documentation anew"
	@echo "make film        film the window for the README anew (some minutes)"
	@echo "make wheel       build what pip installs, into dist/"
	@echo "make bundle      build a folder that runs without Python, dist/latentarium/"
	@echo "make docs        build the documentation, into build/docs/"
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

bench-compare: $(VENV)/.dev-ready libraries
	@$(PYTHON) -m tests.benchmarks --compare $(ARGS)

soak: $(VENV)/.dev-ready libraries
	@$(PYTHON) -X faulthandler -m tests.robot $(ARGS)

models: $(VENV)/.run-ready
	@$(PYTHON) resources/train_models.py $(ARGS)

features: $(VENV)/.run-ready
	@$(PYTHON) resources/train_features.py $(ARGS)

recipes: $(VENV)/.run-ready
	@$(PYTHON) resources/measure_recipes.py $(ARGS)

translations: $(VENV)/.run-ready
	@$(PYTHON) resources/make_translations.py

screenshots: $(VENV)/.run-ready libraries
	@$(PYTHON) resources/make_screenshots.py $(ARGS)

film: $(VENV)/.run-ready libraries
	@$(PYTHON) resources/make_film.py $(ARGS)

wheel: $(VENV)/.dev-ready
	@$(PYTHON) -m hatchling build --target wheel

bundle: $(VENV)/.bundle-ready libraries
	@$(PYTHON) -m PyInstaller --noconfirm --log-level WARN resources/packaging/latentarium.spec

docs: $(VENV)/.docs-ready
	@$(PYTHON) -m sphinx --fail-on-warning --keep-going --quiet docs build/docs

clean:
	@rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

libraries: $(VENV)/.run-ready
	@$(PYTHON) -m app.system_libraries --install

# A stamp is written last, so an installation that was interrupted is taken up again.
$(VENV)/.run-ready: requirements.txt | $(VENV)/bin/pip
	@echo "Installing what Latentarium needs (torch is large; this happens once)..."
	@sh resources/install.sh $(VENV) $<
	@touch $@

$(VENV)/.%-ready: requirements-%.txt $(VENV)/.run-ready
	@echo "Installing what else $* needs..."
	@sh resources/install.sh $(VENV) $<
	@touch $@

$(VENV)/bin/pip:
	@sh resources/make_venv.sh $(VENV)
