"""Reference values of tests/numbers/proof.test.ts, by scipy 1.10.1 and statsmodels 0.13.5 (Debian 12).

    python3 tests/numbers/make-proof-reference.py FOLDER > tests/numbers/proof-reference.json

FOLDER holds the files of the world hdh as the seed writes them. Each value is worked out from the rows of those
files, without the product; the test reads the JSON and needs no Python.
"""
import csv
import json
import sys
from datetime import datetime

import numpy as np
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep

folder = sys.argv[1]
CHANGE, LAST = "2021-03-01", "2021-09-01"


def read(name):
    rows = []
    for part in ("", "comparacion/"):
        with open(f"{folder}/{part}{name}.csv", encoding="utf-8") as file:
            rows += [dict(row, other=part != "") for row in csv.DictReader(file)]
    return rows


def hours(row):
    read_at = lambda text: datetime.fromisoformat(text)
    return (read_at(row["disbursed_at"]) - read_at(row["applied_at"])).total_seconds() / 3600


def split(rows, column):
    """Rows of the pilot and of the others, each before and after."""
    side = lambda other, after: [r for r in rows if r["other"] == other and (r[column] >= CHANGE) == after and r[column] < LAST]
    return [(side(other, False), side(other, True)) for other in (False, True)]


def welch(parts, difference):
    """Interval and p by Welch's t with any number of parts."""
    shares = np.array([np.var(x, ddof=1) / len(x) for x in parts])
    freedom = shares.sum() ** 2 / sum(s * s / (len(x) - 1) for s, x in zip(shares, parts))
    error = np.sqrt(shares.sum())
    reach = stats.t.ppf(0.975, freedom) * error
    return [difference, difference - reach, difference + reach]


def score(x, e):
    z = stats.norm.ppf(0.975)
    return x / e, (x + z * z / 2 - z * np.sqrt(x + z * z / 4)) / e, (x + z * z / 2 + z * np.sqrt(x + z * z / 4)) / e


def joined(signed):
    value = sum(s * v for s, (v, _, _) in signed)
    down = sum(((v - lo) if s > 0 else (hi - v)) ** 2 for s, (v, lo, hi) in signed)
    up = sum(((hi - v) if s > 0 else (v - lo)) ** 2 for s, (v, lo, hi) in signed)
    return [value, value - np.sqrt(down), value + np.sqrt(up)]


done = [r for r in read("operations") if r["disbursed_at"]]
(before, after), (there, then) = [[[hours(r) for r in part] for part in pair] for pair in split(done, "applied_at")]
mean = np.mean
time = welch([before, after], mean(after) - mean(before))
more = welch([before, after, there, then], (mean(after) - mean(before)) - (mean(then) - mean(there)))
inside = lambda values: sum(v <= 24 for v in values)
share = confint_proportions_2indep(
    inside(after), len(after), inside(before), len(before), method="newcomb", compare="diff"
)
visits = [r for r in read("visits") if r["operation"]]
(seen, seen_after), _ = split(visits, "visited_at")
rate = joined([(1, score(len(seen_after), len(after))), (-1, score(len(seen), len(before)))])

print(json.dumps({
    "n": [len(before), len(after)],
    "time": time,
    "time_more": more,
    "on_time": [inside(after) / len(after) - inside(before) / len(before), *share],
    "visits": rate,
    "medians": [float(np.median(before)), float(np.median(after))],
}, indent=1))
