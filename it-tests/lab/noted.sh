#!/bin/sh
# Notes the process that a command is going to be, and becomes it: what a killed run leaves behind can then be ended.
#
#   noted.sh NOTES NAME COMMAND…
#
# The time at which it started goes with its id, since ids are used again.
notes=$1
name=$2
shift 2
echo "$$ $(cut -d ' ' -f 22 "/proc/$$/stat") $name" >> "$notes"
exec "$@"
