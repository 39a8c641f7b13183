"""Accumulated least cost and allocation from 1,000 cells, 8 neighbours, with GRASS r.cost.   cost_many.py SIZE [peer ...]

Needs common.py and gen.py of the shared bench folder on PYTHONPATH. The sources come from the hash of gen.py, so another language finds the same.
result: cost at the four corners, mean over all cells; the sum of the allocation
"""
import os, subprocess
import numpy as np, gen
from common import emit, grass, grass_out, main, shell, DATA

COUNT = 1000
TASK = f"accumulated cost and allocation, {COUNT} sources"


def sources(n):
    k = np.arange(COUNT)
    def spread(axis):
        return (gen._hash(k, np.full(COUNT, axis), 5).astype(np.uint64) * np.uint64(n)) >> np.uint64(32)
    cells = (spread(1) * np.uint64(n) + spread(2)).astype(np.int64)
    _, first = np.unique(cells, return_index=True)
    return cells[np.sort(first)]


def rcost(n, memory):
    env = grass("resistance", n)
    a = np.zeros(n * n, np.int32)
    cells = sources(n)
    a[cells] = np.arange(1, len(cells) + 1)
    p = f"{DATA}/sources_{n}.bin"
    a.tofile(p)
    subprocess.run(["r.in.bin", f"input={p}", "output=sources", "bytes=4", "anull=0", f"north={n}", "south=0", "west=0", f"east={n}",
                    f"rows={n}", f"cols={n}"], env=env, check=True, capture_output=True)
    os.remove(p)
    w, cpu, mb, rc, log = shell(["r.cost", f"input=resistance_{n}", "output=acc", "nearest=near", "start_raster=sources", f"memory={memory}"], env=env)
    c = grass_out(env, "acc").reshape(n, n)
    s = float(np.nansum(grass_out(env, "near")))
    emit(f"GRASS r.cost memory={memory}", TASK, n, w, mb,
         [round(float(v), 2) for v in (c[0, 0], c[0, -1], c[-1, 0], c[-1, -1])] + [round(float(np.nanmean(c)), 4), s], cpu=round(cpu, 1))


if __name__ == "__main__":
    main({"rcost4g": lambda n: rcost(n, 4000)}, 4000)
