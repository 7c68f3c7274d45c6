"""Build src/plainletter/data/word_complexity.txt.gz: how hard people find each of 15,000 frequent words, 1 to 6.

    python benchmarks/build_word_complexity.py WordComplexityLexicon/lexicon.tsv

Source: Word Complexity Lexicon, Maddela and Xu, EMNLP 2018 (MIT). One line for each rating (one decimal), then its words.
Where a word stands there both with and without a capital, the easier rating counts.
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "src" / "plainletter" / "data" / "word_complexity.txt.gz"


def main() -> None:
    """Write the table from the lexicon named on the command line."""
    ratings = read_ratings(Path(sys.argv[1]))
    lines: dict[float, list[str]] = defaultdict(list)
    for word in sorted(ratings):
        lines[round(ratings[word], 1)].append(word)
    text = "".join(f"{rating} {' '.join(lines[rating])}\n" for rating in sorted(lines))
    table = gzip.compress(text.encode("utf-8"), 9, mtime=0)
    TABLE.write_bytes(table)
    print(f"{len(ratings):,} words, {len(table):,} bytes")


def read_ratings(lexicon: Path) -> dict[str, float]:
    """Return the mean human rating of each word, in small letters."""
    ratings: dict[str, float] = {}
    for line in lexicon.read_text(encoding="utf-8").splitlines():
        word, rating = line.split("\t")
        word = word.lower()
        if word.isalpha():
            ratings[word] = min(float(rating), ratings.get(word, 6.0))
    return ratings


if __name__ == "__main__":
    main()
