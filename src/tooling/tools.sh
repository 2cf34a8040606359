#!/usr/bin/env bash
# Says in one line which tools of the tests are missing on this machine, and how to install them.
#
#   tools.sh check GROUP…      says it
#   tools.sh install GROUP…    installs them; Debian and Ubuntu, as root or by sudo without a password
#   tools.sh verdict GROUP…    fails if one is missing, since tests were left out then
#
# Groups: node (types, lint and specs of the client), browser (pages and calls), turn (a real TURN server), proxy (the
# reverse proxies of server-config), lab (networks with NATs).
set -euo pipefail

# Servers and network tools are in directories that are not on every user's path.
PATH=$PATH:/usr/sbin:/sbin

action=$1
shift
wanted=" $* "

missing=()
packages=()
while read -r group package commands; do
  if [[ "$wanted" != *" $group "* ]]; then
    continue
  fi
  for command in $commands; do
    if command -v "$command" > /dev/null 2>&1; then
      continue 2
    fi
  done
  missing+=("${commands%% *}")
  packages+=("$package")
done << 'END'
node nodejs node
node npm npm
browser chromium chromium chromium-browser google-chrome
browser chromium-driver chromedriver
lab iproute2 ip
lab nftables nft
lab conntrack conntrack
turn coturn turnserver
proxy nginx nginx
proxy apache2 apache2
proxy haproxy haproxy
proxy caddy caddy
END

other=()
if [[ "$wanted" == *" node "* ]] && command -v node > /dev/null 2>&1 \
  && node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major * 100 + +minor < 2019 ? 0 : 1)'; then
  other+=("Node 20.19 or later (there is $(node --version))")
fi
if [[ "$wanted" == *" lab "* ]] && ! unshare --net true > /dev/null 2>&1; then
  other+=("the right to make network namespaces (run as root, or leave the lab out by -Dskip.lab)")
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo -n)
fi

if [ "$action" = install ] && [ ${#packages[@]} -gt 0 ]; then
  echo "Installing ${packages[*]}"
  "${as_root[@]}" apt-get -q update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "${packages[@]}"
  for service in coturn nginx apache2 haproxy caddy; do
    if [[ " ${packages[*]} " == *" $service "* ]] && [ -d /run/systemd/system ]; then
      # Debian starts one for the whole machine, which the tests do not want.
      "${as_root[@]}" systemctl disable --now "$service" || true
    fi
  done
  exec bash "$0" check "$@"
fi

if [ ${#missing[@]} -eq 0 ] && [ ${#other[@]} -eq 0 ]; then
  exit 0
fi

line="MISSING for the tests: $(printf '%s, ' "${missing[@]}" "${other[@]}" | sed 's/, $//')."
if [ ${#packages[@]} -gt 0 ]; then
  line+=" To install: apt-get install ${packages[*]}, or give Maven -Dinstall.tools."
fi
if [ "$action" = verdict ]; then
  echo "$line What needs them was not tested." >&2
  exit 1
fi
echo "$line The build leaves out what needs them, and fails at its end."
