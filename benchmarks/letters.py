"""How long a draft takes: one client letter and three copies, in four formats, beside importing the package.

usage: python benchmarks/letters.py
Each figure is the best of five whole processes in one run, so that it can be compared on any machine.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASE = ROOT / "examples" / "first-meeting.toml"
IMPORT = "import plainletter; plainletter.Checker; plainletter.copies; import plainletter.letters.delivery"
TARGET = 3.0


def main() -> None:
    """Print both times and their ratio."""
    importing = best([sys.executable, "-c", IMPORT])
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "plainletter", "letter", "draft", str(CASE), "--out", out, "--no-check"]
        drafting = best(command)
        files = sum(path.suffix != ".jsonl" for path in Path(out).iterdir())
    ratio = drafting / importing
    print(f"a letter and three copies, {files} files {drafting:5.2f} s   importing plainletter {importing:5.2f} s   ", end="")
    print(f"ratio {ratio:.2f} (target {TARGET:.2f} or less)")


def best(command: list[str]) -> float:
    """Return the shortest of five runs in seconds."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
