#!/usr/bin/env bash
# Runs a server, given as the command from the second argument on, where the system keeps little of what is not read, as
# it does for readers far away; asks it for more than it can send, on more connections than it has threads, reads
# nothing, and sees whether it still gives its page to others. Has to be in a network namespace of its own already.
#
#   unshare -n bash unread-answers.sh PORT java -jar video-chat-room.jar --port PORT
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/server.sh"
port=$1
shift
connections=12
# of requests on each of them: no more than the system sends at once
bytes=7000

ip link set lo up
echo "4096 16384 65536" > /proc/sys/net/ipv4/tcp_wmem
echo "4096 4096 4096" > /proc/sys/net/ipv4/tcp_rmem

# writing to a connection that the server has ended is an error, not the end of this
trap '' PIPE

# until the server has taken and sent what it can
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

# the largest file, an answer of a few kilobytes, a file of the server's own servlet, and what is none of the application's
for path in "$file" /video-chat-room/%3C /video-chat-room/icons/app-512.png /x; do
  # first as much as may be queued, but for a little
  printf -v many 'GET %s HTTP/1.1\r\nHost: a\r\n\r\n' "$file"
  printf -v one 'GET %s HTTP/1.1\r\nHost: a\r\n\r\n' "$path"
  while ((${#many} < bytes)); do
    many+=$one
  done
  for ((i = 0; i < connections; i++)); do
    exec {unread}<> "/dev/tcp/127.0.0.1/$port"
    # which the server may end before it is asked everything
    printf '%s' "$many" >&"$unread" 2>/dev/null || true
  done
  settle
  if is_there; then
    echo "page beside those who ask for $path"
  else
    echo "no page beside those who ask for $path" >&2
    exit 1
  fi
done

stop_server
