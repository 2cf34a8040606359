#!/usr/bin/env bash
# Runs a benchmark or the soak test with the build's results (mvn -DskipTests package).
#
#   it-tests/benchmark/run.sh Benchmark|PageBenchmark|Soak OPTION…
#
# The generator has a processor to itself: 1, or GENERATOR_CORE. Browsers use all processors.
# Options: it-tests/benchmark/README.md
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [ "$(uname -s)" != Linux ] || [ "$(nproc --all)" -lt 2 ]; then
  echo "The benchmark needs Linux and two processors."
  exit 1
fi
mkdir -p target/benchmark
# 20,000 sockets need as many open files
ulimit -n "$(ulimit -Hn)"
# a young generation so large that it is rarely collected, and a collector without threads of its own
cores="${GENERATOR_CORE:-1}"
[ "$1" != PageBenchmark ] || cores="0-$(($(nproc --all) - 1))"
exec taskset -c "$cores" "${JAVA_HOME:+$JAVA_HOME/bin/}java" \
  -Xmx3g -Xmn1g -XX:+UseSerialGC -Dslf4j.internal.verbosity=ERROR \
  -cp "it-tests/benchmark/target/classes:$(cat it-tests/benchmark/target/class-path)" "videochatroom.it.benchmark.$1" "${@:2}"
