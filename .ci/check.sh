#!/usr/bin/env bash
# Format, lint, types, layering contracts, start-up checks, migrations, templates and messages.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
export PHONGTRAO_DATA_DIR="$data"
$bin/ruff format --check -q .
$bin/ruff check -q .
$bin/lint-imports --no-logo 2>/dev/null || $bin/lint-imports
$bin/mypy src
$bin/phongtrao check --fail-level WARNING
$bin/phongtrao makemigrations --check --dry-run -v0
$bin/python -m pytest tests/architecture -q
