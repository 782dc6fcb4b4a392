#!/usr/bin/env bash
# Installs the Debian packages that the tests need and that are missing; elsewhere names them.
set -uo pipefail
packages=(chromium fonts-liberation2 poppler-utils postgresql libreoffice-writer-nogui libreoffice-calc-nogui)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "Thiếu: ${missing[*]}"
  echo "Hãy chạy: sudo apt-get install --no-install-recommends ${missing[*]}"
  echo "Các nhóm kiểm thử cần chúng sẽ được bỏ qua và nêu tên."
  exit 0
fi
echo "Cài gói Debian: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update -q >/dev/null
apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
