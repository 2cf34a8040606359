#!/usr/bin/env bash
# Installs a Chromium for the tests where there is none and it may; else leaves it to Selenium, and says so in one line.
set -euo pipefail

found() {
  command -v "$1" >/dev/null 2>&1
}

if { found chromium || found chromium-browser || found google-chrome; } && found chromedriver; then
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo -n)
fi
if found apt-get && "${as_root[@]}" true 2>/dev/null; then
  echo "No browser found: installing chromium and chromium-driver."
  if "${as_root[@]}" apt-get -q update \
    && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install chromium chromium-driver; then
    exit 0
  fi
fi

echo "No browser found, and none can be installed here: Selenium tries to fetch one. If it cannot, install chromium and" \
  "chromedriver (Debian: apt-get install chromium chromium-driver)." >&2
