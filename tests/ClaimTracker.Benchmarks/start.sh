#!/bin/sh
# From starting the published program to its first answer on /claims, and its memory when it then rests.
#   start.sh PUBLISHED DATA [RUNS] [PORT]
#     PUBLISHED  where `dotnet publish -c Release src/ClaimTracker.Web -o PUBLISHED` put it
#     DATA       a folder with claims.db, for instance one that `read` has made: the program shows it and reads nothing anew
set -eu
published=$(realpath "$1"); data=$(realpath "$2"); runs=${3:-7}; port=${4:-5249}
empty=$(mktemp -d); trap 'rm -rf "$empty"' EXIT
cp "$(dirname "$0")/../../seeds/dossier.yaml" "$empty/dossier.yaml"
times=""; program=""
for run in $(seq 1 "$runs"); do
  began=$(date +%s%N)
  "$published/ClaimTracker.Web" --contentRoot "$published" --urls "http://127.0.0.1:$port" \
    --ClaimTracker:DataPath "$data" --ClaimTracker:Ingest false --ClaimTracker:Folders:0 "$empty" --ClaimTracker:Dossier "$empty/dossier.yaml" >"$empty/log" 2>&1 &
  program=$!
  until [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/claims")" = 200 ]; do
    kill -0 "$program" 2>/dev/null || { echo "The program has ended:" >&2; cat "$empty/log" >&2; exit 1; }
    sleep 0.005
  done
  took=$(( ($(date +%s%N) - began) / 1000000 ))
  times="$times $took"
  if [ "$run" = "$runs" ]; then
    sleep "${REST:-20}"
    echo "at rest: $(awk '/VmRSS/ { rss = $2 } /RssAnon/ { anon = $2 } END { printf "%d MiB, of it %d MiB its own, the rest pages of files", rss / 1024, anon / 1024 }' /proc/$program/status)"
  fi
  kill "$program"; wait "$program" 2>/dev/null || true
done
echo "first 200 on /claims after, ms:$times (median $(printf '%s\n' $times | sort -n | sed -n "$(( (runs + 1) / 2 ))p"))"
