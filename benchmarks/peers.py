"""Prints how fast plainletter is beside other prose linters: whole processes over the same files, in one run.

usage: python benchmarks/peers.py [--words 100000] [--big 1000000]
Needs Node.js and the npm registry once (benchmarks/peers/package.json), and PyPI for proselint; both go into a folder of their
own (.peers). The files are 120 pages of Markdown made of real text (see speed.py), written anew for each run. Times are of a
whole process, the lexicon compiled before.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from speed import texts

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".peers"
OURS = Path(__file__).resolve().parent / "peers"
FILES = 120
PROSELINT = "proselint==0.16.0"


@dataclass(frozen=True, slots=True)
class Tool:
    """A linter and the command that checks files with it."""

    name: str
    command: tuple[str, ...]


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--words", type=int, default=100_000)
    options.add_argument("--big", type=int, default=1_000_000)
    chosen = options.parse_args()
    if shutil.which("npm") is None:
        print("Prose linters: skipped, for Node.js is not installed (apt install nodejs npm).")
        return
    tools = install()
    print(
        f"Prose linters beside plainletter, {date.today():%d %B %Y}: seconds of a whole process, and as a multiple of write-good"
    )
    with tempfile.TemporaryDirectory() as folder:
        page = write(Path(folder) / "page", 800, 1)
        many = write(Path(folder) / "many", chosen.words, FILES)
        big = write(Path(folder) / "big", chosen.big, FILES)
        measured = {
            f"{FILES} files, {chosen.words:,} words": {tool.name: clock(tool, many) for tool in tools},
            "one page, 800 words": {tool.name: clock(tool, page) for tool in tools},
            f"{FILES} files, {chosen.big:,} words": {
                tool.name: clock(tool, big) for tool in tools if "write-good" in tool.name or "-j 2" in tool.name
            },
        }
    for line in table(measured):
        print(line)


def install() -> list[Tool]:
    """Install the other linters once, and return all with their commands."""
    HOME.mkdir(exist_ok=True)
    if not (HOME / "node_modules").is_dir():
        for name in ("package.json", "package-lock.json", "retext.mjs"):
            shutil.copy(OURS / name, HOME / name)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=HOME, check=True)
    python = HOME / "venv" / "bin"
    if not (python / "proselint").exists():
        venv.create(HOME / "venv", with_pip=True)
        subprocess.run([python / "pip", "install", "--quiet", PROSELINT], check=True)
    node = HOME / "node_modules" / ".bin"
    us = (sys.executable, "-m", "plainletter", "check", "--no-cache", "--format", "jsonl", "--fail-on", "never")
    return [
        Tool("plainletter", us),
        Tool("plainletter -j 2", (*us, "-j", "2")),
        Tool("write-good", (str(node / "write-good"),)),
        Tool("proselint", (str(python / "proselint"), "check")),
        Tool("retext", ("node", str(HOME / "retext.mjs"))),
        Tool("alex", (str(node / "alex"),)),
        Tool("textlint", (str(node / "textlint"), "--config", str(OURS / "textlintrc.json"), "-f", "json")),
    ]


def write(folder: Path, words: int, files: int) -> list[str]:
    """Write pages of Markdown with so many words in all, and return their paths."""
    folder.mkdir()
    paths, each = [], words // files
    parts_of = (part for page in texts(50 * words) for part in page.split("\n\n") if 0 < len(part.split()) < 120)
    for number in range(files):
        path, count, parts = folder / f"{number:03}.md", 0, [f"# Page {number}"]
        while count < each:
            part = next(parts_of)
            parts.append(part)
            count += len(part.split())
        path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
        paths.append(str(path))
    return paths


def clock(tool: Tool, paths: Sequence[str]) -> float:
    """Return the seconds that a tool takes for all files as one process."""
    start = time.perf_counter()
    subprocess.run(
        [*tool.command, *paths], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=HOME, env=dict(os.environ), check=False
    )
    return time.perf_counter() - start


def table(measured: dict[str, dict[str, float]]) -> Iterator[str]:
    """Yield the figures, the fastest first."""
    for title, seconds in measured.items():
        yield f"\n  {title}"
        for name, value in sorted(seconds.items(), key=lambda item: item[1]):
            yield f"    {name:<18}{value:8.2f} s  {value / seconds['write-good']:6.2f}"


if __name__ == "__main__":
    main()
