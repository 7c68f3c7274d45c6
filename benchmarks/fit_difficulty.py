"""Fit the model of plainletter.checking.difficulty on the train split of MedReadMe, and measure it on the dev split.

    PYTHONPATH=src python benchmarks/fit_difficulty.py ../shared/data/MedReadMe/readability_train_dev.csv [--dry]

Ridge regression on standardised features (penalty 1), solved by hand in plain Python: nothing to install. Source of the data:
MedReadMe, Jiang and Xu, EMNLP 2024. Only the weights ship, no sentence. --dry measures without writing the model.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from datetime import date
from math import sqrt
from pathlib import Path
from statistics import correlation, fmean, pstdev

from plainletter.checking.difficulty import EASIEST, FEATURES, HARDEST, features, hard_words
from plainletter.checking.readability import grade
from plainletter.checking.syllables import DATA

MODEL = DATA / "difficulty.json"
PENALTY = 1.0
Row = tuple[tuple[float, ...], float]


def main() -> None:
    """Fit, measure, and write the model."""
    source = Path(sys.argv[1])
    with source.open(encoding="utf-8", newline="") as lines:
        rated = list(csv.DictReader(lines))
    rows = {split: [_row(line) for line in rated if line["split"] == split] for split in ("train", "dev")}
    constant, weights = fit(rows["train"])
    model = {
        "fitted": date.today().isoformat(),
        "data": "MedReadMe (Jiang and Xu, EMNLP 2024), readability_train_dev.csv",
        "rows": {split: len(rows[split]) for split in rows},
        "pearson": {split: round(pearson(rows[split], constant, weights), 4) for split in rows},
        "error_dev": round(error(rows["dev"], constant, weights), 4),
        "constant": round(constant, 6),
        "weights": {name: round(weight, 6) for name, weight in zip(FEATURES, weights, strict=True)},
    }
    grades = [(grade(line["Sentence"]), float(line["Readability"])) for line in rated if line["split"] == "dev"]
    print(json.dumps(model, indent=1))
    print(f"for comparison, Flesch-Kincaid alone: Pearson {correlation(*zip(*grades, strict=True)):.4f} on dev")
    if "--dry" not in sys.argv:
        MODEL.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


def fit(rows: Sequence[Row]) -> tuple[float, list[float]]:
    """Return the constant and the weights that predict the ratings of ``rows`` best."""
    columns = list(zip(*(found for found, _ in rows), strict=True))
    means, spreads = [fmean(column) for column in columns], [pstdev(column) for column in columns]
    scaled = [[(x - m) / s for x, m, s in zip(found, means, spreads, strict=True)] for found, _ in rows]
    mean = fmean(rating for _, rating in rows)
    size = range(len(columns))
    left = [[sum(row[i] * row[j] for row in scaled) + PENALTY * (i == j) for j in size] for i in size]
    right = [sum(row[i] * (rating - mean) for row, (_, rating) in zip(scaled, rows, strict=True)) for i in size]
    weights = [weight / spread for weight, spread in zip(solve(left, right), spreads, strict=True)]
    return mean - sum(weight * m for weight, m in zip(weights, means, strict=True)), weights


def solve(left: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Solve a small symmetric system by Gauss-Jordan elimination."""
    table = [[*row, value] for row, value in zip(left, right, strict=True)]
    for i, pivot in enumerate(table):
        pivot[:] = [value / pivot[i] for value in pivot]
        for j, row in enumerate(table):
            if j != i:
                row[:] = [value - row[i] * share for value, share in zip(row, pivot, strict=True)]
    return [row[-1] for row in table]


def predict(found: Sequence[float], constant: float, weights: Sequence[float]) -> float:
    """Return the difficulty, kept within the scale."""
    value = constant + sum(weight * part for weight, part in zip(weights, found, strict=True))
    return min(HARDEST, max(EASIEST, value))


def pearson(rows: Sequence[Row], constant: float, weights: Sequence[float]) -> float:
    """Return the correlation of prediction and human rating."""
    return correlation([predict(found, constant, weights) for found, _ in rows], [rating for _, rating in rows])


def error(rows: Sequence[Row], constant: float, weights: Sequence[float]) -> float:
    """Return the root mean square error, in points of the scale 1 to 6."""
    return sqrt(fmean((predict(found, constant, weights) - rating) ** 2 for found, rating in rows))


def _row(line: dict[str, str]) -> Row:
    return features(line["Sentence"], hard_words(line["Sentence"])), float(line["Readability"])


if __name__ == "__main__":
    main()
