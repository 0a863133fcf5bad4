# shellcheck shell=bash
# Reads how many tests passed and failed out of a test program's own report. Sourced by script/test.

# Sets COUNT_PASSED and COUNT_FAILED from the report in $1 and the program's exit code $2.
# Understood: GoogleTest, Vitest ("Tests  1 failed | 11 passed"), Playwright ("12 passed (3s)"),
# node --test ("# pass 3") and our own runners ("12 passed, 0 failed"). Each prints one summary,
# so at most one of the patterns below finds anything.
count_tests() {
  read -r COUNT_PASSED COUNT_FAILED < <(
    sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
      # GoogleTest: what ran, was not skipped and did not pass has failed.
      /^\[==========\] [0-9]+ tests? .* ran\./ { failed += $2 }
      /^\[  PASSED  \] [0-9]+ test/ { passed += $4; failed -= $4 }
      /^\[  SKIPPED \] [0-9]+ test/ { failed -= $4 }
      /^ *Tests +.*\([0-9]+\)$/ {
        for (i = 2; i <= NF; ++i) {
          if ($i == "passed") passed += $(i - 1)
          if ($i == "failed") failed += $(i - 1)
        }
      }
      /^ +[0-9]+ passed \([0-9.]+m?s?\)$/ { passed += $1 }
      /^ +[0-9]+ (failed|interrupted|did not run|flaky)$/ { failed += $1 }
      /^# pass [0-9]+$/ { passed += $3 }
      /^# fail [0-9]+$/ { failed += $3 }
      /^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3 }
      END { print passed + 0, failed + 0 }'
  )
  # Nothing counted: the command as a whole is the test. Failed without a failed test: it crashed.
  if [ "$2" != 0 ]; then
    if [ "$COUNT_FAILED" = 0 ]; then COUNT_FAILED=1; fi
  elif [ "$COUNT_PASSED" = 0 ] && [ "$COUNT_FAILED" = 0 ]; then
    COUNT_PASSED=1
  fi
}
