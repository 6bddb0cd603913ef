#!/usr/bin/env bash
# Finds what the tests need beside Rust; installs it where it may, says precisely what is missing where not.
set -euo pipefail

missing=()
node_will_do() {
  command -v node >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
}
node_will_do || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
[ -x "${ASSENT_CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium)
# Lets the tests of the store make each write and sync fail.
command -v strace >/dev/null || missing+=(strace)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "installing ${missing[*]}" >&2
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  node_will_do || {
    echo "Debian's Node is older than 20.19. Install a newer one (for example with nvm, or npm's package node) and run make again." >&2
    exit 1
  }
else
  echo "The tests need: ${missing[*]} (Node 20.19 or newer; Chromium at /usr/bin/chromium or \$ASSENT_CHROMIUM)." >&2
  echo "On Debian: sudo apt-get install ${missing[*]}" >&2
  exit 1
fi
