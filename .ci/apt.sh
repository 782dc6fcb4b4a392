#!/usr/bin/env bash
# Installs the Debian packages that the tests need and that are missing; elsewhere names the one
# command and the groups that are skipped. In CI a missing group is a failure.
set -uo pipefail
declare -A groups=(
  [chromium]="trình duyệt" [fonts-liberation2]="trình duyệt" [postgresql]="PostgreSQL"
  [libreoffice-writer-nogui]="bản in Word, tệp dạng cũ" [libreoffice-calc-nogui]="tệp dạng cũ"
  [poppler-utils]="bản in Word"
  [openjdk-17-jre-headless]="Spark"
  [tesseract-ocr]="bản quét" [tesseract-ocr-vie]="bản quét" [fonts-dejavu-core]="bản quét"
)
missing() {
  local package
  for package in "${!groups[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || echo "$package"
  done | sort
}
mapfile -t wanted < <(missing)
[ "${#wanted[@]}" -eq 0 ] && exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Cài gói Debian: ${wanted[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q >/dev/null &&
    apt-get install -y -q --no-install-recommends "${wanted[@]}" >/dev/null
  mapfile -t wanted < <(missing)
  [ "${#wanted[@]}" -eq 0 ] && exit 0
fi
skipped=$(for package in "${wanted[@]}"; do echo "${groups[$package]}"; done | sort -u | paste -sd, | sed 's/,/, /g')
echo "Thiếu gói: ${wanted[*]}"
echo "Hãy chạy: sudo apt-get install --no-install-recommends ${wanted[*]}"
echo "Bỏ qua các nhóm kiểm thử: $skipped"
[ "${CI:-}" != "true" ]
