#!/usr/bin/env bash
# Checks that clients that read no responses do not keep a server from serving others. The command from the second
# argument on is the server. TCP buffers are as small as those towards a distant reader. More connections than the
# server has threads request more than it can send, and read nothing. Needs a network namespace of its own.
#
#   unshare -n bash unread-responses.sh PORT java -jar video-chat-room.jar --port PORT
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/server.sh"
port=$1
shift
connections=12
# of requests on each connection: no more than the system sends at once
bytes=7000

ip link set lo up
echo "4096 16384 65536" > /proc/sys/net/ipv4/tcp_wmem
echo "4096 4096 4096" > /proc/sys/net/ipv4/tcp_rmem

# writing to a connection that the server has ended is an error, not the end of this script
trap '' PIPE

# Waits until the server has received and sent what it can.
settle() {
  local before= now=
  for ((look = 0; look < 30; look++)); do
    now=$(ss -H -t -n state established "sport = :$port")
    if [ "$now" = "$before" ]; then
      return
    fi
    before=$now
    sleep 1
  done
}

start_server "$@"
file=/video-chat-room/$(page | grep -o 'assets/[^"]*/main\.js')

# the largest file, a response of a few kilobytes, a file of the server's own servlet, and a path outside the application
for path in "$file" /video-chat-room/%3C /video-chat-room/icons/app-512.png /x; do
  # begins with almost as much as may be queued
  printf -v many 'GET %s HTTP/1.1\r\nHost: a\r\n\r\n' "$file"
  printf -v one 'GET %s HTTP/1.1\r\nHost: a\r\n\r\n' "$path"
  while ((${#many} < bytes)); do
    many+=$one
  done
  for ((i = 0; i < connections; i++)); do
    exec {unread}<> "/dev/tcp/127.0.0.1/$port"
    # the server may end the connection before it has received all requests
    printf '%s' "$many" >&"$unread" 2>/dev/null || true
  done
  settle
  if is_there; then
    echo "page served beside requests for $path"
  else
    echo "no page served beside requests for $path" >&2
    exit 1
  fi
done

stop_server
