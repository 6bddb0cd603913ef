#!/usr/bin/env bash
# Builds what the browser loads: build-wasm.sh FOLDER puts loader.js, client.js and client_bg.wasm there.
#
# Takes rustup's own wasm32 standard library if it is installed. Where it cannot be had, Debian's
# toolchain builds the standard library from source instead.
set -euo pipefail

out=$(realpath -m "${1:?usage: build-wasm.sh FOLDER}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
root=$PWD
cache=$(realpath -m "${ASSENT_CACHE:-$root/.build}")
export CARGO_TARGET_DIR=$cache/target-wasm
target=wasm32-unknown-unknown
linker=wasm-ld-22
debian_packages=(rustc-web cargo-web rust-web-src lld-22)
# What a phone has to fetch before the page answers, loader and glue included (DESIGN, section 10).
brotli_limit=120000

say() { printf 'build-wasm: %s\n' "$*" >&2; }

need_debian_packages() {
  local missing=() package
  for package in "${debian_packages[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ]; then
    say "rustup has no $target here, and Debian's toolchain is not complete. Run one of:"
    say "  rustup target add $target"
    say "  sudo apt-get install ${missing[*]}"
    exit 1
  fi
  say "installing ${missing[*]}"
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

compile() {
  # Panic messages carry source paths: they say nothing about the machine that built them.
  export RUSTFLAGS="--remap-path-prefix=$root=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
  local build=(cargo build --locked --package client --profile wasm-release --target "$target")
  if [ -d "$(rustc --print target-libdir --target "$target" 2>/dev/null)" ]; then
    "${build[@]}"
  else
    need_debian_packages
    # Debian's cargo is a stable one; building the standard library is not a stable feature yet.
    PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker \
      "${build[@]}" -Zbuild-std=std,panic_abort
  fi
}

# The command line and the library speak a private format: only the lock file's own version will do.
bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' Cargo.lock)
[ -n "$bindgen_version" ] || { say "Cargo.lock names no wasm-bindgen"; exit 1; }
bindgen_home=$cache/wasm-bindgen-$bindgen_version

need_wasm_bindgen() {
  [ -x "$bindgen_home/bin/wasm-bindgen" ] && return
  say "installing wasm-bindgen-cli $bindgen_version into $bindgen_home (once, some minutes)"
  # Not --locked: its lock file is older than some of the toolchains that must build it.
  CARGO_TARGET_DIR=$cache/wasm-bindgen-target \
    cargo install --quiet wasm-bindgen-cli --version "=$bindgen_version" --root "$bindgen_home"
  rm -rf "$cache/wasm-bindgen-target"
}

need_wasm_opt() {
  local installed=end2end/node_modules/.package-lock.json
  [ -e "$installed" ] && [ ! "$installed" -ot end2end/package-lock.json ] && return
  say "installing the npm packages of end2end/"
  (cd end2end && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
}

# Each feature is named: with --all-features browsers refuse the module ("import kind 127").
optimize() {
  end2end/node_modules/.bin/wasm-opt -Oz \
    --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals --enable-reference-types --enable-multivalue \
    "$1" -o "$1"
}

compile

site=$CARGO_TARGET_DIR/site
compiled=$CARGO_TARGET_DIR/$target/wasm-release/client.wasm
made_from=$(sha256sum "$compiled" end2end/package-lock.json app/client/build-wasm.sh | sha256sum)
if [ "$(cat "$site.made-from" 2>/dev/null)" != "$made_from" ]; then
  need_wasm_bindgen
  need_wasm_opt
  rm -rf "$site" "$site.made-from"
  "$bindgen_home/bin/wasm-bindgen" --target web --no-typescript --remove-name-section \
    --remove-producers-section --out-dir "$site" --out-name client "$compiled"
  optimize "$site/client_bg.wasm"
  printf '%s\n' "$made_from" >"$site.made-from"
fi

mkdir -p "$out"
# A file that did not change keeps its time: who embeds it need not be built again.
for made in app/client/loader.js "$site/client.js" "$site/client_bg.wasm"; do
  cmp -s "$made" "$out/$(basename "$made")" || cp "$made" "$out/"
done
node app/client/bundle-size.mjs "$brotli_limit" "$out"/loader.js "$out"/client.js "$out"/client_bg.wasm
