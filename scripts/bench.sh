#!/usr/bin/env bash
# Times the whole job on a generated province and prints seconds, rows per second and peak memory per stage.
#   LEARNERS=100000   size of the province          RUNS=3     runs from which medians are taken
#   DATA=DIR          exports made elsewhere, in DIR/2025-11-07 (and DIR/2025-11-08), instead of generated ones
#   RIVAL=DIR         compares every figure with the workbooks that a rival wrote about the first night
#   PEER='COMMAND'    times a rival in pairs with us; {exports} and {output} stand for its folders; afterwards it
#                     reads the last night, and every figure is compared
#   CANDIDATES=1000000  candidates of one award, decided beside SQLite's ordered rows      AWARD_RUNS=5
#   READ_PEER='COMMAND'  times a rival's reading of {file} in pairs with ours
#   ROSTER_ROWS=1000000  rows of a roster that is written alone
#   ROSTER_PEER='COMMAND'  times a rival's writing of {rows} rows to {file} in pairs with ours
set -euo pipefail
cd "$(dirname "$0")/.."

learners=${LEARNERS:-100000}
place=.build/bench/$learners
output=$place/output
bench=.build/release/Bench
program=.build/release/jianbao
pipeline=pipelines/bench

swift build -c release --product jianbao
swift build -c release --product Bench

exports=${DATA:-$place/exports}
if [ -z "${DATA:-}" ] && [ ! -e "$place/generated" ]; then
  echo "bench: generating two nights of $learners learners"
  rm -rf "$exports"
  "$bench" generate --learners "$learners" --seed 1 --out "$exports" --change 1%
  touch "$place/generated"
fi
exports=$(realpath "$exports")
mkdir -p "$place"
ln -sfn "$exports" .build/bench/exports

nights=2025-11-07
[ -d "$exports/2025-11-08" ] && nights+=,2025-11-08

# Holds the figures that lie in the output folder against the workbooks that a rival wrote about the same night.
compare() {
  scores=$(find "$output/bench/$1" -type d -name scores -print -quit)
  "$bench" compare --database "$output/bench/bench.sqlite" --rival "$2" ${scores:+--scores "$scores"}
}

if [ -n "${RIVAL:-}" ]; then
  rm -rf "$output"
  "$program" run "$pipeline" --as-of 2025-11-07 --output "$output"
  compare 2025-11-07 "$RIVAL"
fi

echo
echo "Reading alone, every cell typed, before SQLite:"
"$bench" reading --study "$exports/2025-11-07/study.csv" --folder "$place/reading" --runs "${RUNS:-3}" \
  ${READ_PEER:+--peer "$READ_PEER"}

echo
echo "A roster of 14 columns alone:"
"$bench" rosters --folder "$place/rosters" --rows "${ROSTER_ROWS:-1000000}" --runs "${RUNS:-3}" \
  ${ROSTER_PEER:+--peer "$ROSTER_PEER"}

peer=()
[ -n "${PEER:-}" ] && peer=(--peer "$PEER" --exports "$exports")
"$bench" measure --program "$program" --pipeline "$pipeline" --output "$output" --nights "$nights" \
  --runs "${RUNS:-3}" "${peer[@]}"

"$bench" explain --program "$program" --pipeline "$pipeline" --output "$output" --database "$output/bench/bench.sqlite"

# With a learner for every candidate, whatever the size of the province.
"$bench" awards --folder "$place/awards" --candidates "${CANDIDATES:-1000000}" --runs "${AWARD_RUNS:-5}"

# What two nights came to must be what a rival makes of the last night's exports alone.
if [ -n "${PEER:-}" ]; then
  last=${nights##*,}
  command=${PEER//\{exports\}/$exports/$last}
  sh -c "${command//\{output\}/$output-peer}" >"$output-peer.log"
  compare "$last" "$output-peer"
fi
