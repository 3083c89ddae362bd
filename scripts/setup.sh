#!/bin/sh
# Prepares what `npm start` and `npm test` need, says what it does, and does nothing where all is there.
# Usage: setup.sh start|test|understand
set -eu
purpose=${1:-start}
cd "$(dirname "$0")/.."

# On standard error: what is started may print data on standard output.
say() { printf 'setup: %s\n' "$*" >&2; }
stop() {
  printf 'setup: %s\n' "$@" >&2
  exit 1
}

check_node() {
  platform=$(node -p 'process.versions.node + " " + process.platform + " " + process.arch' 2>/dev/null) || platform=none
  version=${platform%% *}
  major=${version%%.*}
  rest=${version#*.}
  minor=${rest%%.*}
  case "$major.$minor" in
    *[!0-9.]* | .* | *.) ;;
    *) if [ "$major" -gt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -ge 11 ]; }; then return; fi ;;
  esac
  stop "Node 20.11 or newer is needed, and this is $version. Install it from https://nodejs.org and try again."
}

apt_install() {
  # RUNLEVEL=1 keeps the package from starting a server of its own, where there is no systemd.
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y -q --no-install-recommends "$1"
}

need_redis() {
  if [ "$purpose" = understand ]; then return; fi
  if [ "$purpose" = start ] && [ -n "${REDIS_URL:-}" ]; then return; fi
  if command -v redis-server >/dev/null 2>&1; then return; fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say 'installing redis-server (apt-get)'
    if ! apt_install redis-server >/dev/null 2>&1 </dev/null; then
      say 'updating the package lists (apt-get update)'
      apt-get update -q >/dev/null 2>&1 </dev/null || true
      apt_install redis-server >/dev/null </dev/null || true
    fi
    if command -v redis-server >/dev/null 2>&1; then return; fi
  fi
  stop 'Redis is needed and redis-server was not found. There are three ways out:' \
    '  1. install it:             sudo apt-get install redis-server   (macOS: brew install redis)' \
    '  2. use one that you have:  REDIS_URL=redis://host:6379 npm start' \
    '  3. run all in containers:  docker compose up'
}

# npm's own record of what it installed says nothing about the machine; copies of the inputs and the platform do.
need_packages() {
  stamp=node_modules/.setup
  if [ -f "$stamp/platform" ] && [ "$(cat "$stamp/platform")" = "$platform" ] &&
    cmp -s package.json "$stamp/package.json" && cmp -s package-lock.json "$stamp/package-lock.json"; then return; fi
  say 'installing packages (npm install)'
  # Not `npm ci`: it fails where a registry lacks the optional binaries of other platforms.
  npm install --include=dev --prefer-offline --no-audit --no-fund --loglevel=error </dev/null >&2 ||
    stop 'npm install failed: see above.'
  mkdir -p "$stamp"
  cp package.json package-lock.json "$stamp/"
  printf '%s\n' "$platform" >"$stamp/platform"
}

check_node
need_redis
need_packages
# The tests build for themselves, so that sources that do not compile are counted as a failure among the others.
if [ "$purpose" != test ]; then node scripts/build.mjs >&2; fi
