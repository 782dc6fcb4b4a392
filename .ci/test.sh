#!/usr/bin/env bash
# All tests, group by group, with the seconds each took beside its budget.
set -uo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
# Tables straight from the models, as a first start makes them: tests/cli/test_schema.py compares
# them with those of the migrations on both databases.
tables=--nomigrations
names=()
failed=()
declare -A seconds budget
stage() {
  local name=$1 minutes=$2
  shift 2
  local start=$SECONDS
  echo "== $name"
  "$@" || failed+=("$name")
  names+=("$name")
  seconds[$name]=$((SECONDS - start))
  budget[$name]=$((minutes * 60))
}
# Files with a test of this mark: reading all others takes each worker many seconds.
marked() {
  grep -rl "mark\.$1" tests --include='test_*.py' | sort
}
# Browser tests run where a browser is; elsewhere .ci/apt.sh has named them, and CI has failed.
browser() {
  if command -v chromium >/dev/null; then
    $bin/python -m pytest -q $tables -n 2 --dist loadfile --no-loadscope-reorder -m browser --durations 8 --durations-min 6 \
      tests/browser $(marked browser | grep -v ^tests/browser/)
  else
    echo "Bỏ qua nhóm trình duyệt: chưa có chromium."
    [ "${CI:-}" != "true" ]
  fi
}
# Spark is an extra: it is installed for its own group alone, on top of the development set.
spark() {
  if ! $bin/python -c "import pyspark" 2>/dev/null; then
    if [ ! -x .tools/bin/uv ]; then
      echo "Bỏ qua nhóm Spark: chưa có pyspark và không có .tools/bin/uv để cài."
      [ "${CI:-}" != "true" ]
      return
    fi
    .tools/bin/uv pip install -q --require-hashes --python $bin/python -r requirements/spark.lock || return
  fi
  $bin/python -m pytest -q $tables -W ignore::ResourceWarning -m spark tests/analytics/spark
}
# What make has spent on set-up before this script began; packages of the system count as well.
SECONDS=${SETUP_SECONDS:-0}
names+=("cài đặt")
budget["cài đặt"]=240
bash .ci/apt.sh || failed+=("cài đặt")
seconds["cài đặt"]=$SECONDS
stage "tĩnh" 1 bash .ci/check.sh
stage "SQLite" 6 env PHONGTRAO_CASES=thirds $bin/python -m pytest -q $tables -n 2 --dist loadfile --no-loadscope-reorder -m "not browser and not spark" \
  --ignore tests/architecture --ignore tests/access --ignore tests/analytics/spark
stage "PostgreSQL" 4 env PHONGTRAO_CASES=ends $bin/python -m tests.postgresql -q $tables -n 2 --dist loadfile --no-loadscope-reorder \
  -m "database and not browser and not spark" --ignore tests/analytics/spark $(marked database)
stage "trình duyệt" 5 browser
stage "quyền truy cập" 2 env PHONGTRAO_CASES=halves $bin/python -m pytest -q $tables -n 2 tests/access
stage "Spark" 2 spark
stage "đối chứng" 3 $bin/python -m bench.rollups.cut
echo
echo "| nhóm | giây | hạn mức | |"
echo "|---|---|---|---|"
total=0
for name in "${names[@]}"; do
  verdict="đạt"
  [ "${seconds[$name]}" -gt "${budget[$name]}" ] && verdict="QUÁ HẠN MỨC"
  [[ " ${failed[*]} " == *" $name "* ]] && verdict="CHƯA ĐẠT"
  echo "| $name | ${seconds[$name]} | ${budget[$name]} | $verdict |"
  total=$((total + seconds[$name]))
done
echo "| cộng | $total | 1620 | |"
echo
if [ "${#failed[@]}" -gt 0 ]; then
  printf 'Chưa đạt: %s\n' "$(printf '%s, ' "${failed[@]}" | sed 's/, $//')"
  exit 1
fi
echo "Đạt tất cả."
