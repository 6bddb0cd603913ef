#!/usr/bin/env bash
# Changes the law as code, one operator or one answer at a time, and asks whether a test notices.
#
#   mutants.sh [--part K/N] [MODULE...]   each module, or those named; one part of N of their mutants
#
# Fails if fewer than nine in ten are noticed. What was not noticed is listed, and is in
# mutants.out/MODULE/mutants.out/missed.txt under the build folder.
set -euo pipefail
cd "$(dirname "$0")"

version=27.1.0
# Random cases for each property: enough to notice a mutant, few enough for a thousand of them.
export PROPTEST_CASES=${PROPTEST_CASES:-32}

repository=$(cd ../.. && pwd)
cache=${ASSENT_CACHE:-$repository/.build}
tool=$cache/cargo-mutants-$version
out=$cache/mutants
part=()
modules=(clause majority procedure calendar)

if [ "${1-}" = --part ]; then
  part=(--shard "$2")
  shift 2
fi
[ $# -eq 0 ] || modules=("$@")

# The tests that are about a module. Others would notice more, and take hours.
tests_of() {
  case $1 in
    clause) echo intricate_clauses explanation earliest status activation properties ;;
    majority) echo majority worked_votes ;;
    procedure) echo procedure_graph procedure_progress procedure_walks procedure_library worked_votes status ;;
    calendar) echo calendar periods ;;
    congress) echo congress ;;
    *) echo "mutants: there is no module “$1”; there are: clause majority procedure calendar congress" >&2; return 2 ;;
  esac
}

if [ ! -x "$tool/bin/cargo-mutants" ]; then
  echo "mutants: installing cargo-mutants $version (once, some minutes)" >&2
  cargo install cargo-mutants --version "$version" --locked --root "$tool" --quiet
fi

count() { if [ -f "$1" ]; then wc -l <"$1"; else echo 0; fi; }

failed=0
for module in "${modules[@]}"; do
  tests=$(tests_of "$module")
  arguments=(--lib)
  for test in $tests; do arguments+=(--test "$test"); done
  rm -rf "${out:?}/$module"
  mkdir -p "$out/$module"
  # It ends with an error if anything was missed: how much, is asked below.
  (cd "$repository" && "$tool/bin/cargo-mutants" mutants --package domain --features procedures \
    --file "app/domain/src/$module/**" --timeout 300 --no-shuffle --colors never \
    --output "$out/$module" "${part[@]}" -- "${arguments[@]}") >"$out/$module/log" 2>&1 || true
  result=$out/$module/mutants.out
  noticed=$(($(count "$result/caught.txt") + $(count "$result/timeout.txt")))
  missed=$(count "$result/missed.txt")
  if [ $((noticed + missed)) -eq 0 ]; then
    echo "mutants: $module: nothing was tried; see $out/$module/log" >&2
    failed=1
    continue
  fi
  echo "mutants: $module: $noticed of $((noticed + missed)) noticed"
  [ "$missed" -eq 0 ] || sed 's/^/  missed: /' "$result/missed.txt"
  [ $((noticed * 10)) -ge $(((noticed + missed) * 9)) ] || failed=1
done
exit $failed
