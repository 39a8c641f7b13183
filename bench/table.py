"""JSON lines of peers and of Bocage as a table with ratios.   table.py LINES"""
import json, os, sys

rows = [json.loads(line) for line in open(sys.argv[1]) if line.startswith("{")]
cores = os.cpu_count()
print(f"# Raster engine, {rows[0]['size']} × {rows[0]['size']} cells\n")
print(f"Peer and Bocage in turn in one run, {cores} cores; load (1 minute) at the end {os.getloadavg()[0]:.1f}. Wall seconds and CPU seconds of the kernel;")
print("for GRASS of the whole command. Made by `bench/run.sh`.\n")
print("| task | who | seconds | CPU s | peak MB | added B/cell | ratio (wall) | ratio (CPU) | check figures |")
print("|---|---|---|---|---|---|---|---|---|")
peer = {}
for r in rows:
    if "error" in r:
        print(f"| | {r['peer']} | failed: {r['error'][:80]!r} | | | | | | |")
        continue
    ours = r["peer"] == "Bocage"
    if not ours:
        peer[r["task"]] = r
    p = peer.get(r["task"]) if ours else None
    wall = f"{p['seconds'] / r['seconds']:.1f} ×" if p else ""
    cpu = f"{p['cpu'] / r['cpu']:.1f} ×" if p and r["cpu"] and p["cpu"] else ""
    equal = " (equal)" if p and all(abs(a - b) <= 1e-6 * abs(a) + 0.005 for a, b in zip(p["result"][:5], r["result"][:5])) else ""
    print(f"| {r['task']} | {r['peer']} | {r['seconds']} | {r['cpu']} | {r['peak_mb']} | {r.get('added_bytes_per_cell', '')} | {wall} | {cpu} | "
          f"{', '.join(str(v) for v in r['result'])}{equal} |")
