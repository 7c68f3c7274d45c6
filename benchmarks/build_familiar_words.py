"""Build src/plainletter/data/familiar_words.txt.gz: words that a reader of letters can be expected to know.

    python benchmarks/build_familiar_words.py WORDFREQ_WHEEL

Sources: wordfreq 3.1.1 (Robyn Speer; data CC BY-SA 4.0), every word with a Zipf frequency of 4.0 or more, which is ten in a
million; the Dale-Chall list of easy words as textstat ships it; words that people rated 3.0 or easier in the Word Complexity
Lexicon (Maddela and Xu, EMNLP 2018; MIT); and benchmarks/familiar_own.txt, our own list of household, body and everyday UK words.
"""

from __future__ import annotations

import gzip
import sys
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import msgpack

from plainletter.checking import complexity

HERE = Path(__file__).resolve().parent
TABLE = HERE.parent / "src" / "plainletter" / "data" / "familiar_words.txt.gz"
ZIPF = 4.0
RATED = 3.0
FREQUENCIES = "wordfreq/data/large_en.msgpack.gz"


def main() -> None:
    """Write the table from the wheel named on the command line."""
    words = {*frequent(Path(sys.argv[1])), *easy(), *rated(), *own()}
    text = "\n".join(sorted(word for word in words if word.isalpha() and word.isascii()))
    table = gzip.compress(text.encode("utf-8"), 9, mtime=0)
    TABLE.write_bytes(table)
    print(f"{len(text.splitlines()):,} words, {len(table):,} bytes")


def frequent(wheel: Path) -> Iterator[str]:
    """Yield the words of wordfreq's English list from ``ZIPF`` up; its bins are hundredths of a Bel below the top."""
    with zipfile.ZipFile(wheel) as archive:
        bins = msgpack.loads(gzip.decompress(archive.read(FREQUENCIES)), raw=False)[1:]
    for number, words in enumerate(bins, 1):
        if 9 - number / 100 >= ZIPF:
            yield from words


def easy() -> Iterator[str]:
    """Yield the Dale-Chall words."""
    spec = find_spec("textstat")
    text = (Path(str(spec and spec.origin)).parent / "resources" / "en" / "easy_words.txt").read_text(encoding="utf-8")
    yield from text.lower().split()


def rated() -> Iterator[str]:
    """Yield the words that people found easy."""
    yield from (word for word, rating in complexity.table().items() if rating <= RATED)


def own() -> Iterator[str]:
    """Yield our own words."""
    lines = (HERE / "familiar_own.txt").read_text(encoding="utf-8").splitlines()
    yield from (word for line in lines if not line.startswith("#") for word in line.lower().split())


if __name__ == "__main__":
    main()
