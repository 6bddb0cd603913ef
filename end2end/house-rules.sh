#!/usr/bin/env bash
# Rules that no compiler knows. Each line says why it is there.
set -euo pipefail
cd "$(dirname "$0")/.."
failed=0

# forbid WHY PATTERN PATHSPEC...: fails if a tracked file matches.
forbid() {
  local why=$1 pattern=$2 found
  shift 2
  if found=$(git grep -nE "$pattern" -- "$@"); then
    printf 'house rule: %s\n%s\n\n' "$why" "$found" >&2
    failed=1
  fi
}

forbid "nothing reads outside the repository" '\.\./shared|/shared/' \
  '*.rs' '*.mjs' '*.sh' '*.toml' '*.md' Makefile .ci ':!end2end/house-rules.sh'
forbid "markup is never built from text: escaping is the framework's" 'inner_html' '*.rs'
forbid "SQL is a constant; nothing is put into it" 'AssertSqlSafe|format!\([^)]*(SELECT|INSERT|UPDATE|DELETE) ' 'server/src/*.rs' 'server/src/**/*.rs'
forbid "the day and the instant are parameters" 'Utc::now|Local::now|SystemTime::now|Instant::now' \
  'app/*.rs' 'app/**/*.rs' 'server/src/*.rs' 'server/src/**/*.rs' ':!server/src/clock.rs'
forbid "the domain does no input or output" 'std::(fs|net|env|process)|tokio|sqlx|axum' 'app/domain/src/*.rs' 'app/domain/src/**/*.rs'
forbid "a float cannot hold a share or a majority" '\b(f32|f64)\b' 'app/domain/src/*.rs' 'app/domain/src/**/*.rs'

exit "$failed"
