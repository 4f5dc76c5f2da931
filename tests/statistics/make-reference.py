"""Reference values of tests/statistics, by scipy 1.10.1 and statsmodels 0.13.5 (Debian 12).

    python3 tests/statistics/make-reference.py > tests/statistics/reference-python.json

The tests read the JSON; Python is not needed to run them. What no package has is written out here with
numpy, apart from the product: limits of p, p', u and u', joined intervals, and the simulation of false signals.
"""
import json
import numpy as np
from scipy import special, stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest
from statsmodels.stats.rates import test_poisson_2indep

D2 = 2 / np.sqrt(np.pi)


def limits(kind, part, whole):
    part, whole = np.array(part, float), np.array(whole, float)
    centre = part.sum() / whole.sum()
    unit = centre * (1 - centre) if kind == "share" else centre
    sd = np.sqrt(unit / whole)
    sigma_z = np.abs(np.diff((part / whole - centre) / sd)).mean() / D2
    plain, wide = 3 * sd, 3 * sd * sigma_z
    return {
        "kind": kind, "part": part.tolist(), "whole": whole.tolist(), "centre": centre, "sigma_z": sigma_z,
        "plain": [(centre - plain).tolist(), (centre + plain).tolist()],
        "prime": [(centre - wide).tolist(), (centre + wide).tolist()],
    }


def score(x, e, z):
    return (x + z * z / 2 - z * np.sqrt(x + z * z / 4)) / e, (x + z * z / 2 + z * np.sqrt(x + z * z / 4)) / e


def wilson(x, n, z):
    p, s = x / n, z * z / n
    reach = z * np.sqrt(p * (1 - p) / n + s / (4 * n))
    return (p + s / 2 - reach) / (1 + s), (p + s / 2 + reach) / (1 + s)


def joined(signed):
    value = sum(s * v for s, v, _, _ in signed)
    down = sum(((v - lo) if s > 0 else (hi - v)) ** 2 for s, v, lo, hi in signed)
    up = sum(((hi - v) if s > 0 else (v - lo)) ** 2 for s, v, lo, hi in signed)
    return [value, value - np.sqrt(down), value + np.sqrt(up)]


def false_signals(own, length, series=1_000_000, chunk=100_000):
    rng = np.random.default_rng(20260101)
    rules = ("outside", "run-of-eight", "three-of-four", "any")
    points, hit = dict.fromkeys(rules, 0), dict.fromkeys(rules, 0)
    for _ in range(series // chunk):
        x = rng.standard_normal((chunk, length))
        if own:
            z = (x - x.mean(1, keepdims=True)) / (np.abs(np.diff(x, axis=1)).mean(1, keepdims=True) * 3 / D2)
        else:
            z = x / 3
        outside = np.abs(z) > 1
        run, three = np.zeros_like(outside), np.zeros_like(outside)
        for sign in (1, -1):
            side, near = z * sign > 0, z * sign > 0.5
            for i in range(7, length):
                run[:, i] |= side[:, i - 7:i + 1].all(1)
            for i in range(2, length):
                three[:, i] |= near[:, i] & (near[:, max(0, i - 3):i + 1].sum(1) >= 3)
        run &= ~outside
        three &= ~outside & ~run
        for rule, flag in zip(rules, (outside, run, three, outside | run | three)):
            points[rule] += int(flag.sum())
            hit[rule] += int(flag.any(1).sum())
    return {rule: {"points": points[rule] / series / length, "series": hit[rule] / series} for rule in rules}


z95 = stats.norm.ppf(0.975)
shares = [(30, 60, 15, 50), (8, 10, 3, 7), (0, 20, 5, 25), (900, 1000, 950, 1010), (20, 20, 18, 20)]
rates = [(40, 20, 20, 20), (3, 10, 9, 12), (220, 40.5, 150, 38), (4, 6, 0, 5)]
waits = {
    "before": [72.1, 65.3, 80.2, 70.8, 74.4, 69.9, 77.7, 71.2],
    "after": [12.4, 13.1, 11.2, 15.8, 12.2, 9.9, 12.6],
}
pilot, others = [(40, 80), (66, 90)], [(50, 100), (57, 105)]
print(json.dumps({
    "normal_tail": [[x, stats.norm.sf(x)] for x in (-8, -2.5, -0.3, 0, 0.1, 1, 2.9, 3, 3.1, 5, 10, 30)],
    "normal_quantile": [[p, stats.norm.ppf(p)] for p in (1e-300, 1e-10, 0.001, 0.2, 0.4999, 0.5, 0.9, 0.975, 0.9999999)],
    "student_tail": [[x, v, stats.t.sf(x, v)] for v in (1, 2.5, 7.31, 30, 400.5, 1e6)
                     for x in (-1.7, 0, 0.01, 0.9, 2.2, 9, 35)],
    "incomplete_beta": [[x, a, b, special.betainc(a, b, x)] for x in (0.001, 0.2, 0.5, 0.93)
                        for a, b in ((0.5, 0.5), (2, 3), (14.2, 0.7), (120, 300), (5e4, 5.2e4))],
    "log_gamma": [[x, special.gammaln(x)] for x in (0.01, 0.5, 1.7, 5, 9.99, 10, 123.4, 1e6)],
    "log_beta": [[a, b, special.betaln(a, b)] for a, b in ((0.3, 0.4), (2, 3), (0.5, 500.25), (12, 40), (1e3, 2e3))],
    "p_plain": limits("share", [12, 15, 8, 10, 14, 9, 11, 13], [100, 120, 90, 110, 130, 95, 105, 98]),
    "p_wide": limits("share", [150, 240, 120, 260, 140, 230, 155, 190, 260, 130, 170, 240],
                     [1000, 1200, 900, 1100, 1300, 950, 1050, 980, 1400, 990, 1010, 1150]),
    "u_plain": limits("rate", [7, 9, 6, 8, 5, 9, 7], [2.5, 3, 2, 2.75, 2, 3.25, 2.5]),
    "u_wide": limits("rate", [40, 90, 35, 80, 30, 95, 50], [2.5, 3, 2, 2.75, 2, 3.25, 2.5]),
    "shares": [{
        "given": s,
        "interval": confint_proportions_2indep(s[2], s[3], s[0], s[1], method="newcomb", compare="diff"),
        "pooled_p": proportions_ztest([s[2], s[0]], [s[3], s[1]])[1],
        "fisher_p": stats.fisher_exact([[s[2], s[3] - s[2]], [s[0], s[1] - s[0]]])[1],
    } for s in shares],
    "rates": [{
        "given": r,
        "joined": joined([(1, r[2] / r[3], *score(r[2], r[3], z95)), (-1, r[0] / r[1], *score(r[0], r[1], z95))]),
        "score_p": test_poisson_2indep(r[2], r[3], r[0], r[1], method="score").pvalue,
        "exact_p": test_poisson_2indep(r[2], r[3], r[0], r[1], method="exact-cond").pvalue,
    } for r in rates],
    "welch": {**waits, "p": stats.ttest_ind(waits["after"], waits["before"], equal_var=False).pvalue},
    "paired_p": stats.ttest_rel(waits["after"], waits["before"][:7]).pvalue,
    "changes": {
        "pilot": pilot, "others": others,
        "joined": joined([(s, x / n, *wilson(x, n, z95)) for s, (x, n) in
                          ((1, pilot[1]), (-1, pilot[0]), (-1, others[1]), (1, others[0]))]),
    },
    "false_signals": {"known_24": false_signals(False, 24), "own_24": false_signals(True, 24),
                      "own_12": false_signals(True, 12)},
}, indent=1))
