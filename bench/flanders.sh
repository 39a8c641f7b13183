#!/usr/bin/env bash
# bench/flanders.sh [DATA]: the whole diagnosis of Flanders (3.4 million cells, two species, sites, nitrogen, places), three times; into bench/results/flanders.md.
# DATA is the folder with the shared data (default: ../shared/data beside the repository).
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
data="$(cd "${1:-$here/../../shared/data}" && pwd)/geo/be/flanders"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$here/.."
./bocage --help > /dev/null
for run in 1 2 3; do
    /usr/bin/time -f '%e %U %M' -o "$work/time$run" ./bocage diagnose "$data/land_use_nara_2016_100m.tif" --habitat 2 \
        --species species/nara/hedgehog-like.yaml --species species/nara/forest-bird-like.yaml --legend "$data/land_use_nara_2016_legend.csv" \
        --protected "$data/natura2000_hbtrl_BD72.gpkg" --places "$data/flemish_municipalities_wgs84.gpkg" \
        --pressure "Nitrogen deposition (kg N/ha/yr)=$data/nitrogen_vlops_1km.tif@15,20,25,30" --out "$work/out$run" > /dev/null 2>&1
done
/usr/bin/python3 - "$work" > "$here/results/flanders.md" <<'P'
import json, os, statistics, sys
work = sys.argv[1]
times = [open(f"{work}/time{k}").read().split() for k in (1, 2, 3)]
runs = [json.load(open(f"{work}/out{k}/run.json")) for k in (1, 2, 3)]
same = all([r["sha256"] for r in run["results"]] == [r["sha256"] for r in runs[0]["results"]] for run in runs)
print("# The whole diagnosis of Flanders, from file to report\n")
print(f"2569 × 1337 cells, forest as habitat, two species ({os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end). Made by `bench/flanders.sh`.\n")
print(f"Wall {', '.join(t[0] for t in times)} s; user {', '.join(t[1] for t in times)} s (child processes included); peak {max(int(t[2]) for t in times) // 1024} MB. "
      f"The results of the three runs are {'the same to the byte' if same else 'DIFFERENT'}.\n")
print("| step | seconds (median of three) | share |\n|---|---|---|")
rows = [(step["step"], statistics.median(run["steps"][k]["seconds"] for run in runs)) for k, step in enumerate(runs[0]["steps"])]
total = sum(seconds for _, seconds in rows)
for name, seconds in rows:
    print(f"| {name} | {seconds:.2f} | {100 * seconds / total:.0f} % |")
P
cat "$here/results/flanders.md"
