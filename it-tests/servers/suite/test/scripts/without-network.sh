#!/usr/bin/env bash
# Counts the packets that a server sends to other machines. The command from the second argument on is the server. The
# only route leads to an interface that counts and drops all packets. Fetches the server's page, opens its WebSocket and
# stops the server. Needs network and mount namespaces of its own.
#
#   unshare -n -m bash without-network.sh PORT java -jar video-chat-room.jar --port PORT
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/server.sh"
port=$1
shift

ip link set lo up
ip link add outside type veth peer name nowhere
for interface in outside nowhere; do
  # without IPv6 the system itself sends nothing when the interface comes up
  echo 1 > "/proc/sys/net/ipv6/conf/$interface/disable_ipv6"
  # without ARP a packet is sent and counted although nobody is there
  ip link set "$interface" arp off up
done
ip address add 192.0.2.1/24 dev outside
# an address whose name only an external DNS server could resolve
nameless=192.0.2.3
ip address add $nameless/24 dev outside
resolver=$(mktemp)
echo "nameserver 198.51.100.53" > "$resolver"
mount --bind "$resolver" /etc/resolv.conf
rm "$resolver"
# the machine's own address has a name in /etc/hosts, as usual
hosts=$(mktemp)
cp /etc/hosts "$hosts"
echo "192.0.2.1 here.example" >> "$hosts"
mount --bind "$hosts" /etc/hosts
rm "$hosts"
ip route add default via 192.0.2.2
ip route add 224.0.0.0/4 dev outside

counted() {
  ip -s link show dev outside | awk 'tx { print $2; exit } /TX:/ { tx = 1 }'
}

before=$(counted)
# proves that packets are counted
(echo > /dev/udp/198.51.100.1/9) 2>/dev/null || true
if [ "$(counted)" -le "$before" ]; then
  echo "the counter does not count" >&2
  exit 1
fi
before=$(counted)

start_server "$@"

# Prints the status line of the response to a handshake at the address without a name.
handshake() {
  # shellcheck disable=SC2094
  { exec 3<> "/dev/tcp/$nameless/$port" \
    && printf '%s\r\n' "GET /video-chat-room/api/signaling HTTP/1.1" "Host: $nameless:$port" "Upgrade: websocket" \
      "Connection: Upgrade" "Sec-WebSocket-Version: 13" "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==" "" >&3 \
    && head -n 1 <&3; } 2>/dev/null || true
}

begun=${EPOCHREALTIME/./}
if ! handshake | grep -q ' 101 '; then
  echo "the server did not open its websocket" >&2
  exit 1
fi
echo "milliseconds of the handshake: $(((${EPOCHREALTIME/./} - begun) / 1000))"

stop_server
echo "packets sent: $(($(counted) - before))"
