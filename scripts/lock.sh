#!/usr/bin/env bash
# Resolves the requirements into hash-locked files that name no host.
set -euo pipefail
cd "$(dirname "$0")/.."
options=(--generate-hashes --no-emit-index-url --no-header --universal --python-version 3.11 -q)
.tools/bin/uv pip compile requirements/tools.in "${options[@]}" -o requirements/tools.lock
.tools/bin/uv pip compile pyproject.toml "${options[@]}" -o requirements/base.lock
.tools/bin/uv pip compile pyproject.toml --group dev "${options[@]}" \
  -c requirements/base.lock -o requirements/dev.lock
# Spark comes on top of the development set, with the very versions of it.
.tools/bin/uv pip compile pyproject.toml --extra spark "${options[@]}" \
  -c requirements/dev.lock -o requirements/spark.lock
