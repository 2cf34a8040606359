#!/bin/sh
# Records the process ID of a command in a file and executes the command. The next run ends recorded processes that a
# killed run has left behind.
#
#   record-pid.sh FILE NAME COMMAND…
#
# The start time is recorded too, because the system reuses process IDs.
file=$1
name=$2
shift 2
echo "$$ $(cut -d ' ' -f 22 "/proc/$$/stat") $name" >> "$file"
exec "$@"
