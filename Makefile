# run · test · lint · check · coverage · bench: each makes what it needs first. `make PYTHON=/path/to/python3.12 run` names a Python.

PORT ?= 8000
HOST ?= 127.0.0.1
CORES ?= 2
PYTHON ?=
VENV := .venv
PY := $(VENV)/bin/python
COMPILE := $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --annotation-style line

# Each of our processes would compile everything anew: web, worker, beat, and every worker of the tests.
unexport PYTHONDONTWRITEBYTECODE

# Whatever is newer than the last measurement, none of the tests that were measured has seen.
MEASURED := pyproject.toml $(shell find accounts coalition common contributions dashboard goals governance partners templates tests \
	-type f -not -path '*/__pycache__/*')
TESTS = COMMONWEAL_CHROMIUM="$$($(PY) -m tests.browser.chromium)" && export COMMONWEAL_CHROMIUM && \
	exec $(PY) -m pytest -n $(CORES) --dist worksteal

.PHONY: run test lint check coverage bench lock clean
.DEFAULT_GOAL := run

run: $(VENV)/runs
	@exec $(PY) manage.py up --port $(PORT) --host $(HOST)

# All of them, and which lines and branches they reach; or what ARGS names, which measures nothing.
test: $(VENV)/tests
ifeq ($(strip $(ARGS)),)
	$(measure)
else
	@$(TESTS) $(ARGS)
endif

# Green tests leave it, and it is as old as their beginning: what is saved while they run is newer.
.coverage: $(MEASURED) $(VENV)/tests
	$(measure)

define measure
@touch .coverage.begun
@COVERAGE_FILE=.coverage.part && export COVERAGE_FILE && \
$(TESTS) --cov --cov-report= --cov-fail-under=0
@touch -r .coverage.begun .coverage.part && mv .coverage.part .coverage && rm .coverage.begun
@echo "The tests reach $$($(PY) -m coverage report --format=total --fail-under=0) % of the lines and branches."
endef

# All that is quick and all that the tests have to reach. Nothing is run again that `make test` has measured.
check: lint .coverage
	$(PY) -m coverage report --format=total

# Which lines and branches no test reaches.
coverage: .coverage
	$(PY) -m coverage report --fail-under=0

lint: $(VENV)/tests
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/djlint --lint --quiet templates
	$(VENV)/bin/mypy
	$(VENV)/bin/deptry .
	$(PY) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	$(PY) manage.py messages --check
	SITE_URL=https://commonweal.example ALLOWED_HOSTS=commonweal.example SECRET_KEY=$$($(PY) -c \
	"import secrets; print(secrets.token_urlsafe(50))") $(PY) manage.py check --deploy --fail-level WARNING

bench: $(VENV)/tests
	@exec $(PY) -m benchmarks $(ARGS)

lock: $(VENV)/tests
	$(COMPILE) requirements.in -o requirements.txt
	$(COMPILE) requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf $(VENV) .coverage .coverage.* htmlcov .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# ---------------------------------------------------------------- the virtual environment, made once

$(VENV)/runs: requirements.txt
	@sh bin/venv $(VENV) "$(PYTHON)" requirements.txt
	@touch $@

$(VENV)/tests: requirements-dev.txt $(VENV)/runs
	@sh bin/venv $(VENV) "$(PYTHON)" requirements-dev.txt
	@touch $@
