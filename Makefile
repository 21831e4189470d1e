# The commands of the site. On a fresh machine: python3 (3.11 to 3.13) with its venv module, and make.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py

.DEFAULT_GOAL := help
.PHONY: help demo test test-postgresql check services lock

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

.venv/installed-app: requirements/app.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/app.txt
	touch $@

.venv/installed-test: requirements/test.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

demo: export NEC_DEMO = 1
demo: export BASE_URL = http://127.0.0.1:$(PORT)
demo: .venv/installed-app ## build the demo and serve it on http://127.0.0.1:8000 (PORT= changes it)
	exec $(MANAGE) serve_demo --port $(PORT)

test: .venv/installed-test ## run every test that this machine can run
	$(BIN)/python -m pytest -n auto --dist loadgroup

test-postgresql: .venv/installed-test ## run the tests on a PostgreSQL of their own (from a PyPI wheel)
	$(BIN)/python -m tests.postgresql $(BIN)/python -m pytest -n auto --dist loadgroup --create-db

check: export SECRET_KEY = only-to-check-the-production-settings-0123456789-abcdefghij
check: export BASE_URL = https://www.example.org
check: export ALLOWED_HOSTS = www.example.org
check: .venv/installed-test ## lint, format, types, migrations, deployment checks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check --deploy --fail-level WARNING

services: ## install and start PostgreSQL, Redis and Chromium (Debian, as root)
	apt-get update -qq
	apt-get install -y -qq --no-install-recommends postgresql redis-server chromium poppler-utils
	service postgresql start
	service redis-server start

LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url pyproject.toml
lock: ## compile the locked requirements again (needs uv)
	$(LOCK) --extra production --extra test -o requirements/test.txt
	$(LOCK) --extra production -c requirements/test.txt -o requirements/production.txt
	$(LOCK) -c requirements/test.txt -o requirements/app.txt
