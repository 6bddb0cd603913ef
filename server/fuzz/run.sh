#!/usr/bin/env bash
# Fuzzes every decoder and the history reader.
#
#   run.sh [SECONDS [TARGET...]]      each target, or those named, for so long (60)
#   run.sh --reproduce TARGET FILE    one input again, with the message of what fails
#
# Stable Rust will do: RUSTC_BOOTSTRAP opens the flags that fuzzing needs. Corpora grow in corpus/,
# inputs that fail are kept in artifacts/; git ignores both. A failing input belongs to the fix: put
# it in seeds/TARGET/ and write a test beside what was wrong.
set -euo pipefail
cd "$(dirname "$0")"

version=0.13.2
seconds_per_input=10
megabytes=2048
all=(values sign_off statement entry rule clause history)

repository=$(cd ../.. && pwd)
golden=$repository/app/domain/golden
histories=$repository/app/histories
cache=${ASSENT_CACHE:-$repository/.build}
target_dir=${CARGO_TARGET_DIR:+$CARGO_TARGET_DIR/fuzz}
target_dir=${target_dir:-$PWD/target}
made=$target_dir/seeds

build() {
  local tool=$cache/cargo-fuzz-$version sanitizer=none
  if [ ! -x "$tool/bin/cargo-fuzz" ]; then
    echo "installing cargo-fuzz $version" >&2
    cargo install cargo-fuzz --version "$version" --root "$tool" --target-dir "$target_dir/tool" --quiet
  fi
  # A toolchain from a distribution may lack the sanitizer's library.
  compgen -G "$(rustc --print target-libdir)/librustc-*_rt.asan.a" >/dev/null && sanitizer=address
  RUSTC_BOOTSTRAP=1 "$tool/bin/cargo-fuzz" fuzz build \
    --fuzz-dir . --target-dir "$target_dir" --sanitizer "$sanitizer" "$@"
}

binary() {
  echo "$target_dir/$(rustc -vV | sed -n 's/^host: //p')/release/$1"
}

# each_line FOLDER: every line of the input becomes a file.
each_line() {
  mkdir -p "$1"
  awk -v folder="$1" '{ file = folder "/line-" NR; print > file; close(file) }'
}

# An excerpt of one case of app/histories: its row, its first participants, its other rows.
excerpt() {
  local table
  echo "=== cases.csv"
  head -n 1 "$histories/cases.csv"
  grep "^$1," "$histories/cases.csv"
  echo "=== $1.csv"
  head -n 6 "$histories/$1.csv"
  for table in other_events weights checkpoints effect_by_party; do
    grep -q "^$1," "$histories/$table.csv" || continue
    echo "=== $table.csv"
    head -n 1 "$histories/$table.csv"
    grep -m 4 "^$1," "$histories/$table.csv"
  done
}

seed() {
  local file name
  rm -rf "$made"
  mkdir -p "$made"/{values,sign_off,statement,entry,rule,clause,history}
  each_line "$made/values" <seeds/values.txt
  # A value ends where its line ends.
  for file in "$made"/values/*; do printf %s "$(cat "$file")" >"$file"; done
  each_line "$made/rule" <seeds/clauses.txt
  each_line "$made/clause" <seeds/clauses.txt
  for file in "$made"/clause/*; do
    # What follows the line chooses the record.
    for name in Z6j8KxT1 '8X:Y|*x;<z9y0>[2p' '????????????????'; do
      { cat "$file"; printf '%s%s%s%s' "$name" "$name" "$name" "$name"; } >"$file-${#name}"
    done
  done
  each_line "$made/sign_off" <seeds/sign_offs.txt
  for file in "$made"/sign_off/*; do printf %s "$(cat "$file")" >"$file"; done
  cp "$golden"/entry.*.json "$made/entry"
  for file in "$golden"/*.json; do
    name=$(basename "$file")
    [[ $name == entry.* ]] && continue
    cp "$file" "$made/statement"
    printf '{"format":"assent-entry/1","index":0,"occasion":"regular","recorded_at":"2026-03-02T09:15:00.000250Z","sign_offs":[],"statements":[%s]}' \
      "$(cat "$file")" >"$made/entry/$name"
  done
  # A register of several entries: one a line.
  sed -s '$a\' "$repository"/docs/register-example/entry-*.json >"$made/entry/register"
  for name in $(sed -n '2,$s/,.*//p' "$histories/cases.csv"); do
    excerpt "$name" >"$made/history/$name"
  done
  for name in "${all[@]}"; do
    [ ! -d "seeds/$name" ] || cp "seeds/$name"/* "$made/$name"
  done
  # Words that random bytes would hardly hit upon.
  {
    cat "$golden"/*.json seeds/*.txt | grep -oE '"[a-z0-9_-]{2,40}":?|"[A-Z]{3}"|"[0-9]{4}-[0-9]{2}-[0-9]{2}"'
    head -qn 1 "$histories"/*.csv | tr ',' '\n' | sed 's/.*/"&"/'
    printf '%s\n' '=== ' 'kind=accession' '""' ',' '"unknown"' withdrawal_of_consent provisional_application_ended \
      9007199254740993 18446744073709551615 1e400 -0.0 '\u202e' '\ud800'
  } | sort -u | sed 's/\\/\\\\/g; s/"/\\"/g; s/.*/"&"/' >"$made/words"
}

fuzz() {
  local target=$1 longest=$2
  mkdir -p "corpus/$target" "artifacts/$target"
  echo "fuzzing $target for $seconds seconds" >&2
  # Symbols would cost minutes for a finding that --reproduce shows in seconds.
  if "$(binary "$target")" "corpus/$target" "$made/$target" \
    -artifact_prefix="artifacts/$target/" -dict="$made/words" -max_len="$longest" \
    -max_total_time="$seconds" -timeout="$seconds_per_input" -rss_limit_mb="$megabytes" \
    -print_final_stats=1 >"artifacts/$target.log" 2>&1; then
    sed -n 's/^stat::number_of_executed_units: */  executions: /p; s/^stat::peak_rss_mb: */  megabytes at most: /p' \
      "artifacts/$target.log" >&2
    return
  fi
  failed+=("$target")
  grep -E "panicked at|^SUMMARY|ERROR: |Test unit written" -A 1 "artifacts/$target.log" | head -n 12 >&2 ||
    tail -n 20 "artifacts/$target.log" >&2
  local input
  input=$(sed -n 's/.*Test unit written to //p' "artifacts/$target.log" | tail -n 1)
  {
    echo "FOUND by $target: ${input:-no input was written}; the whole output is in server/fuzz/artifacts/$target.log"
    echo "  to see it again: server/fuzz/run.sh --reproduce $target server/fuzz/${input:-FILE}"
  } >&2
}

if [ "${1:-}" = --reproduce ]; then
  [ $# -eq 3 ] || { echo "usage: run.sh --reproduce TARGET FILE" >&2; exit 2; }
  file=$3
  # As the finding names it, from the top of the repository; or from where the caller stands.
  [[ $file == /* ]] || file=$repository/$file
  [ -f "$file" ] || file=$OLDPWD/$3
  build "$2"
  exec "$(binary "$2")" "$file" -timeout="$seconds_per_input" -rss_limit_mb="$megabytes"
fi

seconds=${1:-60}
[[ $seconds =~ ^[1-9][0-9]*$ ]] || { echo "usage: run.sh [SECONDS [TARGET...]]" >&2; exit 2; }
shift $(($# > 0 ? 1 : 0))
targets=("$@")
[ $# -gt 0 ] || targets=("${all[@]}")
# All at once: they share everything but their last step.
build
seed
failed=()
for target in "${targets[@]}"; do
  case $target in
    values | sign_off) fuzz "$target" 2048 ;;
    rule | clause) fuzz "$target" 4096 ;;
    statement | entry | history) fuzz "$target" 16384 ;;
    *) echo "there is no target $target; there are ${all[*]}" >&2; exit 2 ;;
  esac
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "findings: ${failed[*]}" >&2
  exit 1
fi
echo "no finding in ${targets[*]}" >&2
