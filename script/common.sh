# shellcheck shell=bash
# Shared by the scripts here: sourced, never run. Leaves the caller at the root of the repository.

set -euo pipefail
SELF=$(realpath "$0")
CALLED_FROM=$PWD
CDPATH= cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
ROOT=$PWD

say() { printf '==> %s\n' "$*"; }

# One sentence on standard error, then out.
die() {
  printf '%s: %s\n' "$(basename "$SELF")" "$*" >&2
  exit 1
}

# The comment block at the head of the script is its help.
print_help() { sed -n '2,/^$/{s/^# \{0,1\}//;p}' "$SELF"; }

cores() { getconf _NPROCESSORS_ONLN; }

# Compilers started at once: one per core, but no more than memory bears (about 1.5 GB each).
jobs_max() {
  local memory_gb by_memory
  memory_gb=$(awk '/^MemAvailable/ {print int($2 / 1000000)}' /proc/meminfo)
  by_memory=$((memory_gb * 2 / 3))
  [ "$by_memory" -ge 1 ] || by_memory=1
  if [ "$by_memory" -lt "$(cores)" ]; then echo "$by_memory"; else cores; fi
}

# One hash over the contents and names of the given files and folders; what does not exist is
# skipped, so that a stamp can name a file which a later version adds.
hash_of() {
  local existing=()
  for path in "$@"; do [ ! -e "$path" ] || existing+=("$path"); done
  find "${existing[@]}" -name node_modules -prune -o -type f -print0 | LC_ALL=C sort -z |
    xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

stamp_matches() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

write_stamp() {
  mkdir -p "$(dirname "$1")"
  printf '%s\n' "$2" >"$1"
}

# Puts the Node that web/package.json pins before the machine's own, where it is installed.
use_pinned_node() {
  local folder
  for folder in "$ROOT"/{build/node,web}/node_modules/node-linux-*/bin; do
    if [ -x "$folder/node" ]; then PATH="$folder:$PATH"; fi
  done
  export PATH
}

# Configures a CMake preset where that was not done yet, and builds the given targets (all: none).
build_preset() {
  local preset=$1
  shift
  # Compiler cache entries serve every clone of the repository on this machine.
  export CCACHE_BASEDIR="$ROOT" CCACHE_NOHASHDIR=1
  # Anew, too, where the presets have changed since.
  if [ ! "build/$preset/build.ninja" -nt CMakePresets.json ]; then cmake --preset "$preset"; fi
  cmake --build "build/$preset" --parallel "$(jobs_max)" ${1:+--target "$@"}
}

# Builds web/dist where a source of the pages changed since the last time.
build_web() {
  [ -f web/package.json ] || return 0
  local sources=(web/src web/public web/index.html web/package-lock.json web/*.json web/*.ts) hash
  hash=$(hash_of "${sources[@]}")
  if [ -f web/dist/index.html ] && stamp_matches build/web.stamp "$hash"; then return 0; fi
  say "Building the web pages"
  (
    use_pinned_node
    cd web
    npm run build --silent </dev/null
  )
  write_stamp build/web.stamp "$hash"
}
