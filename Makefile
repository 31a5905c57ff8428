# run · test · check · coverage · bench: each makes what it needs first. `make PYTHON=/path/to/python3.12 run` names a Python.

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

.PHONY: run test check coverage bench lock clean
.DEFAULT_GOAL := run

run: $(VENV)/runs
	@exec $(PY) manage.py up --port $(PORT) --host $(HOST)

test: $(VENV)/tests
	@COMMONWEAL_CHROMIUM="$$($(PY) -m tests.browser.chromium)" && export COMMONWEAL_CHROMIUM && \
	exec $(PY) -m pytest -n $(CORES) --dist worksteal $(ARGS)

# The same tests, a third slower: which lines and branches none of them reaches.
coverage:
	@$(MAKE) test ARGS="--cov --cov-report=term $(ARGS)"

check: $(VENV)/tests
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
