# shellcheck shell=bash
# To be sourced: starts and stops a server that is to serve on $port.

# The page of a room, if it comes within ten seconds.
page() {
  { exec 3<> "/dev/tcp/127.0.0.1/${port:?}" \
    && printf 'GET /video-chat-room/important-meeting HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 \
    && timeout 10 cat <&3; } 2>/dev/null
}

is_there() {
  [[ "$(page)" == HTTP/1.?" 200 "* ]]
}

# Runs the command, and returns when it serves its page.
start_server() {
  "$@" &
  server=$!
  trap 'kill -9 $server 2>/dev/null || true' EXIT
  local deadline=$((SECONDS + 300))
  until is_there; do
    if [ $SECONDS -ge $deadline ] || ! kill -0 $server 2>/dev/null; then
      echo "the server did not serve its page" >&2
      exit 1
    fi
    sleep 1
  done
}

# As an operator stops it.
stop_server() {
  kill $server
  wait $server || true
}
