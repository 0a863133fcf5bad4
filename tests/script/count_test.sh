#!/usr/bin/env bash
# Holds script/test_count.sh to samples of each report it reads; ends with "N passed, N failed".
set -euo pipefail
source "$(dirname "$0")/../../script/test_count.sh"

report=$(mktemp)
trap 'rm -f "$report"' EXIT
passed=0
failed=0

# expect NAME "PASSED FAILED" EXIT-CODE, with the report on standard input.
expect() {
  cat >"$report"
  count_tests "$report" "$3"
  if [ "$COUNT_PASSED $COUNT_FAILED" = "$2" ]; then
    passed=$((passed + 1))
  else
    echo "$1: counted $COUNT_PASSED $COUNT_FAILED, not $2"
    failed=$((failed + 1))
  fi
}

expect "GoogleTest, all well" "34 0" 0 <<'REPORT'
[==========] Running 34 tests from 3 test suites.
[==========] 34 tests from 3 test suites ran. (201 ms total)
[  PASSED  ] 34 tests.
REPORT
expect "GoogleTest, brief, with failures and a skipped test" "30 3" 1 <<'REPORT'
[  FAILED  ] Suite.Test (0 ms)
[==========] 34 tests from 3 test suites ran. (201 ms total)
[  PASSED  ] 30 tests.
[  SKIPPED ] 1 test.
REPORT
expect "GoogleTest, one test" "1 0" 0 <<'REPORT'
[==========] 1 test from 1 test suite ran. (7 ms total)
[  PASSED  ] 1 test.
REPORT
expect "GoogleTest, crashed before the end" "0 1" 139 <<'REPORT'
[==========] Running 34 tests from 3 test suites.
REPORT
expect "a sanitizer's report after all tests passed" "3 1" 1 <<'REPORT'
[==========] 3 tests from 1 test suite ran. (7 ms total)
[  PASSED  ] 3 tests.
ERROR: LeakSanitizer: detected memory leaks
REPORT
expect "Vitest, in colour" "11 1" 1 < <(printf '      \e[1mTests\e[0m  1 failed | 11 passed (12)\n')
expect "Playwright" "12 0" 0 <<'REPORT'
  12 passed (34.5s)
REPORT
expect "Playwright, over a minute, with failures" "9 3" 1 <<'REPORT'
  2 failed
    [zh] › board.spec.ts:3:1 › moves a deal
  1 did not run
  9 passed (1.2m)
REPORT
expect "node --test" "14 2" 1 <<'REPORT'
# pass 14
# fail 2
REPORT
expect "our own runners" "7 1" 1 <<'REPORT'
7 passed, 1 failed
REPORT
expect "a command that counts nothing, well" "1 0" 0 <<<"done"
expect "a command that counts nothing, failing" "0 1" 2 <<<"no"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
