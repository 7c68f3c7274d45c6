"""Prints speed as ratios within one run: our start beside spaCy's, our words a second beside the full model's, and memory.

usage: python benchmarks/speed.py [WORDS]      (default 100000)

The text is made of real text that lies in the checkout (examples, pages, lexicon sentences) or beside it (../shared, if there).
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

import spacy

from plainletter import Checker
from plainletter.checking.model import installed_model
from plainletter.lexicon import load_lexicon

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"one page": "letter-good.txt", "one page, with grammar": "letter-bad.txt"}
STARTS = 9


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(f"plainletter speed, {date.today():%d %B %Y}, Python {platform.python_version()}, {os.cpu_count()} cores\n")
    for measure in (lambda: start(), lambda: throughput(count), lambda: memory(10 * count)):
        for line in measure():
            print(line)


def start() -> Iterator[str]:
    """Time whole processes, one after the other in turn, so that both see the same machine."""
    blank = [sys.executable, "-c", "import spacy; spacy.blank('en')"]
    for name, page in PAGES.items():
        check = [sys.executable, "-m", "plainletter", "check", "--no-cache", str(ROOT / "examples" / page), "--fail-on", "never"]
        _seconds(check)  # compiles the lexicon once, as the first run on a machine does
        times = [(_seconds(blank), _seconds(check)) for _ in range(STARTS)]
        spacy_s, ours_s = (statistics.median(column) for column in zip(*times, strict=True))
        ratio = f"ratio {ours_s / spacy_s:.2f} (target 1.60 or less)"
        yield f"{name:<28}{ours_s:6.2f} s   spacy.blank('en') {spacy_s:.2f} s   {ratio}"


def throughput(count: int) -> Iterator[str]:
    """Compare words a second with the full model's on the same texts in the same process."""
    pages = list(texts(count))
    words = sum(len(text.split()) for text in pages)
    checker = Checker()
    checker.check(pages[0])
    ours = words / _clock(lambda: sum(1 for _ in checker.pipe(pages)))
    yield f"{words:,} words, one process   {ours:9,.0f} words/s"
    name = installed_model()
    if name is None:
        yield "the language model is not installed, so there is nothing to compare with"
        return
    nlp = spacy.load(name)
    model = words / _clock(lambda: sum(1 for _ in nlp.pipe(pages)))
    yield f"full {name:<22}{model:9,.0f} words/s   ratio {ours / model:.1f} (target 4.0 or more)"


def memory(count: int) -> Iterator[str]:
    """Tell how much memory grows between the first tenth and the end of a long stream."""
    checker = Checker()
    early = seen = 0
    for text, report in zip(texts(count), checker.pipe(texts(count)), strict=True):
        seen += len(text.split())
        if not early and seen > count // 10:
            early = _resident()
        del report
    yield f"memory over {seen:,} words: {early / 1024:.0f} MiB after a tenth, {_resident() / 1024:.0f} MiB at the end"


def texts(count: int) -> Iterator[str]:
    """Yield pages of real text with so many words in all."""
    pages = [path.read_text(encoding="utf-8") for path in sorted(_sources())]
    entries = load_lexicon().entries
    pages += [
        "\n\n".join(sentence for entry in entries[i : i + 40] for sentence in entry.flags) for i in range(0, len(entries), 200)
    ]
    seen = 0
    for page in cycle(pages):
        if seen >= count:
            return
        seen += len(page.split())
        yield page


def _sources() -> Iterator[Path]:
    yield from (ROOT / "examples").iterdir()
    shared = ROOT.parent / "shared"
    for folder in (
        "seeds",
        "exams/plain_docs/uk_nhs",
        "exams/plain_docs/cdc",
        "exams/plain_docs/seniorhealth",
        "data/plainlanguage_gov",
    ):
        if (shared / folder).is_dir():
            yield from (path for path in (shared / folder).iterdir() if path.suffix in (".txt", ".md"))


def _clock(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _seconds(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _resident() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * resource.getpagesize() // 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
