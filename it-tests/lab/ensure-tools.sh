#!/usr/bin/env bash
# Installs what the network lab needs and this machine lacks, where that is allowed; else says so in one line.
set -euo pipefail

missing=()
while read -r command package; do
  command -v "$command" > /dev/null 2>&1 || missing+=("$package")
done << 'END'
ip iproute2
nft nftables
conntrack conntrack
turnserver coturn
END
if [ ${#missing[@]} -eq 0 ]; then
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo -n)
fi
if command -v apt-get > /dev/null && "${as_root[@]}" true 2> /dev/null; then
  echo "Installing for the network lab: ${missing[*]}"
  if "${as_root[@]}" apt-get -q update \
    && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "${missing[@]}"; then
    # Debian starts one for the whole machine, which the lab does not want
    if [[ " ${missing[*]} " == *" coturn "* ]] && [ -d /run/systemd/system ]; then
      "${as_root[@]}" systemctl disable --now coturn || true
    fi
    exit 0
  fi
fi

echo "The network lab needs what is not here: ${missing[*]} (Debian: apt-get install ${missing[*]})" >&2
exit 1
