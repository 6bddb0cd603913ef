#!/usr/bin/env bash
# Loads the demonstration once, where the browser tests copy it from. Loaded anew when the program is another one.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${ASSENT_BINARY:-${CARGO_TARGET_DIR:-target}/debug/assent}
folder=${ASSENT_LOADED:-.build/end2end/demonstration}
program=$(sha256sum <"$binary")
[ "$(cat "$folder/made-by" 2>/dev/null)" = "$program" ] && exit 0
rm -rf "$folder"
mkdir -p "$folder"
"$binary" serve --demo --public-addr 127.0.0.1:0 --desk-addr 127.0.0.1:0 \
  --database-url "$folder/assent.db" --secrets "$folder/secrets" >"$folder/said" 2>"$folder/log" &
server=$!
for _ in $(seq 1200); do
  grep -q '^ready: ' "$folder/said" && break
  kill -0 "$server" 2>/dev/null || { cat "$folder/said" "$folder/log" >&2; exit 1; }
  sleep 0.1
done
kill "$server"
wait "$server"
printf '%s\n' "$program" >"$folder/made-by"
