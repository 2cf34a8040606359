#!/usr/bin/env bash
# Makes the icons of an installed page out of webapp/icons/favicon.svg, after that was changed. Needs Chromium.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../webapp/icons"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# name, size in pixels, colour behind it, share of the size that the picture has
render() {
  printf '<!doctype html><style>body { margin: 0; background: %s } img { position: fixed; inset: 0; margin: auto; width: %s; height: %s }</style><img src="file://%s" alt="">' \
    "$3" "$4" "$4" "$PWD/favicon.svg" > "$work/icon.html"
  chromium --headless=new --no-sandbox --disable-gpu --user-data-dir="$work/profile" --hide-scrollbars \
    --default-background-color=00000000 --window-size="$2,$2" --screenshot="$work/icon.png" "file://$work/icon.html" 2> "$work/log"
  mv "$work/icon.png" "$1-$2.png"
}

for size in 192 512; do
  render app "$size" transparent 100%
  # Whoever masks it may cut away all that is farther from the middle than 40 % of its width.
  render app-maskable "$size" '#0b6660' 88%
done
