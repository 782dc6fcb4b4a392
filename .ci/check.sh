#!/usr/bin/env bash
# Format, lint, types, layering contracts, start-up checks, migrations, templates and messages.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
data=$(mktemp -d)
types=""
trap 'rm -rf "$data"; [ -z "$types" ] || kill "$types" 2>/dev/null || true' EXIT
export PHONGTRAO_DATA_DIR="$data"
$bin/ruff format --check -q .
$bin/ruff check -q .
# The types take as long as all the rest: they are checked beside it.
$bin/mypy src >"$data/types" 2>&1 &
types=$!
$bin/lint-imports --no-logo 2>/dev/null || $bin/lint-imports
$bin/phongtrao check --fail-level WARNING
$bin/phongtrao makemigrations --check --dry-run -v0
$bin/python -m pytest tests/architecture -q --nomigrations
checked=0
wait "$types" || checked=$?
types=""
cat "$data/types"
exit "$checked"
