#!/usr/bin/env bash
# Finds what the tests need beside Rust; installs it where it may, says precisely what is missing where not.
set -euo pipefail

missing=()
command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0] >= 20')" = true ] || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
[ -x "${ASSENT_CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium)
# Lets the tests of the store make each write and sync fail.
command -v strace >/dev/null || missing+=(strace)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "installing ${missing[*]}" >&2
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
else
  echo "The tests need: ${missing[*]} (Node 20 or newer; Chromium at /usr/bin/chromium or \$ASSENT_CHROMIUM)." >&2
  echo "On Debian: sudo apt-get install ${missing[*]}" >&2
  exit 1
fi
