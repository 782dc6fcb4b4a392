#!/usr/bin/env bash
# All tests, group by group, with the seconds each took.
set -uo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=()
declare -A seconds
stage() {
  local name=$1
  shift
  local start=$SECONDS
  echo "== $name"
  "$@" || failed+=("$name")
  seconds[$name]=$((SECONDS - start))
}
stage "gói hệ thống" bash .ci/apt.sh
stage "tĩnh" bash .ci/check.sh
stage "SQLite" $bin/python -m pytest -q -n 2 -m "not browser" --ignore tests/architecture
stage "PostgreSQL" $bin/python -m tests.postgresql -q -n 2 -m "database and not browser"
stage "trình duyệt" $bin/python -m pytest -q -m browser
echo "== thời gian (giây)"
for name in "gói hệ thống" "tĩnh" "SQLite" "PostgreSQL" "trình duyệt"; do
  printf '%5d  %s\n' "${seconds[$name]}" "$name"
done
if [ "${#failed[@]}" -gt 0 ]; then
  printf 'Chưa đạt: %s\n' "${failed[*]}"
  exit 1
fi
echo "Đạt tất cả."
