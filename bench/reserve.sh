#!/usr/bin/env bash
# bench/reserve.sh [PEERS]: minimum sets of 10,000 and 100,000 units, Bocage and CBC in turn, and the ratio of their times, into bench/results/reserve.md
# when the machine was quiet (load below 1 before each run; QUIET=2 allows more). PEERS as in run.sh; needs cbc and Debian's python3-numpy.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
peers="$(cd "${1:-$here/../../shared/bench}" && pwd)"
python="${PYTHON:-/usr/bin/python3}"
export PYTHONPATH="$peers" PYTHONDONTWRITEBYTECODE=1 LIMIT="${LIMIT:-200}"
export PEERS_DATA="${PEERS_DATA:-$HOME/.cache/bocage-bench}"
mkdir -p "$PEERS_DATA" "$here/results"
lines="$(mktemp)"
trap 'rm -f "$lines"' EXIT

dotnet build -c Release --nologo -v quiet "$here/Bocage.Bench" >&2
load() { cut -d' ' -f1 /proc/loadavg; }
ours() { echo "{\"load\": $(load)}" >> "$lines"; dotnet "$here/Bocage.Bench/bin/Release/net10.0/bocage-bench.dll" reserve "$1" "$2" | tee -a "$lines" >&2; }
theirs() { echo "{\"load\": $(load)}" >> "$lines"; (cd "$peers" && BLM="$2" "$python" reserve.py "$1" cbc) | tee -a "$lines" >&2; }

for case in ${CASES:-10000:0 100000:0 10000:20}; do
    ours "${case%:*}" "${case#*:}"
    theirs "${case%:*}" "${case#*:}"
done

quiet=0
"$python" - "$lines" "${QUIET:-1}" > "$lines.md" <<'PYTHON' || quiet=$?
import json, sys
loads, runs = [], []
for line in open(sys.argv[1]):
    row = json.loads(line)
    if "load" in row: loads.append(row["load"])
    else: runs.append(row)
print("# Minimum sets: Bocage and CBC in turn\n\n`bench/reserve.sh`; 2 threads each; objective = cost + BLM × boundary; ratio = time of CBC / time of Bocage.")
print(f"Load before each run: {', '.join(map(str, loads))}.\n")
print("| task | units | program | seconds | CPU s | objective | missed targets | lower bound | gap % | ratio |\n|---|---|---|---|---|---|---|---|---|---|")
for k, row in enumerate(runs):
    if "error" in row: print(f"| | {row['size']} | {row['peer']} | failed: {row['error'][-80:]!r} |"); continue
    value, _, missed, bound = row["result"]
    ratio = f"{row['seconds'] / runs[k - 1]['seconds']:.1f}" if k % 2 and "seconds" in runs[k - 1] else ""
    gap = "" if bound is None else f"{100 * (value - bound) / value:.3f}"
    print(f"| {row['task']} | {row['size']} | {row['peer']} | {row['seconds']} | {row.get('cpu', '')} | {value:.0f} | {missed} | {bound} | {gap} | {ratio} |")
sys.exit(0 if max(loads) <= float(sys.argv[2]) else 3)
PYTHON
cat "$lines.md"
if [ "$quiet" = 0 ]; then mv "$lines.md" "$here/results/reserve.md"; else echo "not written: the machine was not quiet" >&2; rm -f "$lines.md"; fi
