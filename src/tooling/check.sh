#!/usr/bin/env bash
# Type check and lint of the browser client, where Node is installed: nothing of the WAR or its tests needs it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v node >/dev/null || ! command -v npm >/dev/null || [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ]; then
  echo "Node 20 or later is not installed: the type check and lint of the client are left out; every test still runs."
  exit 0
fi
# npm writes this file at the end of every installation.
if [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --silent
fi
npm run --silent check
