#!/usr/bin/env bash
# Runs a script of package.json, after installing what that lists; says so where it has to be left out.
#
#   npm.sh SCRIPT ARGUMENT…
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

needed=(node)
[[ $1 != test && $1 != test:long ]] || needed+=(browser)
if ! missing=$(bash ../src/tooling/tools.sh verdict "${needed[@]}" 2>&1); then
  echo "LEFT OUT: npm run $1. $missing"
  exit 0
fi
# npm writes this file at the end of every installation.
if [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --silent --no-audit --no-fund
fi
exec npm run --silent "$1" -- "${@:2}"
