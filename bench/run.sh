#!/usr/bin/env bash
# bench/run.sh [SIZE [PEERS]]: peers and Bocage in turn on the same maps, into bench/results/raster-SIZE.md.
# PEERS is the folder with the peers' scripts (default: ../shared/bench beside the repository); they need Debian's Python, GRASS and scipy.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
size="${1:-4000}"
peers="$(cd "${2:-$here/../../shared/bench}" && pwd)"
python="${PYTHON:-/usr/bin/python3}"
export PYTHONPATH="$peers" PYTHONDONTWRITEBYTECODE=1
export PEERS_DATA="${PEERS_DATA:-$HOME/.cache/bocage-bench}"
mkdir -p "$PEERS_DATA" "$here/results"
lines="$(mktemp)"
trap 'rm -f "$lines"' EXIT

dotnet build -c Release --nologo -v quiet "$here/Bocage.Bench" >&2
ours() { dotnet "$here/Bocage.Bench/bin/Release/net10.0/bocage-bench.dll" "$1" "$size" | tee -a "$lines" >&2; }
theirs() { (cd "$(dirname "$1")" && "$python" "$@") | tee -a "$lines" >&2; }

theirs "$peers/label.py" "$size" scipy
ours label
theirs "$peers/edt.py" "$size" scipy
ours edt
theirs "$peers/lcp.py" "$size" rcost4g
ours cost
theirs "$here/peers/cost_many.py" "$size" rcost4g
ours cost-many

"$python" "$here/table.py" "$lines" > "$here/results/raster-$size.md"
cat "$here/results/raster-$size.md"
