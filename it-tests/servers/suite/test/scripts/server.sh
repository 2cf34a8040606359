# shellcheck shell=bash
# To be sourced. Starts and stops a server that listens on $port.

# Prints the page of a room if the server sends it within ten seconds.
page() {
  { exec 3<> "/dev/tcp/127.0.0.1/${port:?}" \
    && printf 'GET /video-chat-room/important-meeting HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 \
    && timeout 10 cat <&3; } 2>/dev/null
}

is_there() {
  [[ "$(page)" == HTTP/1.?" 200 "* ]]
}

# Runs a command and returns when its server serves the page.
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

# Stops the server in an orderly way.
stop_server() {
  kill $server
  wait $server || true
}
