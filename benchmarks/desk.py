"""Prints how the HTTP API bears a crowd: errors, mixed-up answers, waiting times as ratios, and memory over the run.

usage: python benchmarks/desk.py [CLIENTS LETTERS]      (default 50 2000)

``plainletter serve`` runs as a process of its own; all traffic stays on this machine. Each letter is made of the examples and
of the letters in the tests, and holds a mark that stands in no other, so that a word of one in the answer to another is seen.
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import httpx2 as httpx

ROOT = Path(__file__).resolve().parent.parent
PAGE = 300  # words, about
ALONE = 60  # letters, one after the other
WORKERS = os.cpu_count() or 1
MEGABYTE = 1_000_000


@dataclass
class Run:
    """What became of the letters."""

    seconds: list[float] = field(default_factory=list)
    errors: int = 0
    different: int = 0
    mixed: int = 0
    memory: list[tuple[float, float]] = field(default_factory=list)


def main() -> None:
    """Print the table."""
    clients, count = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (50, 2_000)
    letters = list(made(count))
    print(f"plainletter serve, {date.today():%d %B %Y}, Python {platform.python_version()}, {WORKERS} cores and workers\n")
    expected, inside, busy = serial(letters)
    with serving() as (url, process):
        alone = asyncio.run(sent(url, letters[:ALONE], expected, 1, process)).seconds
        begun, before = time.perf_counter(), processor_of(process)
        crowd = asyncio.run(sent(url, letters, expected, clients, process))
        took, after = time.perf_counter() - begun, processor_of(process)
    for line in table(letters, inside, alone, crowd, clients, took):
        print(line)
    for line in work(busy, before, after):
        print(line)


def made(count: int) -> Iterator[str]:
    """Yield letters of about one page, each with a mark of its own in three places."""
    sources = sorted([*(ROOT / "examples").glob("*.txt"), *(ROOT / "tests" / "letters").glob("**/*.txt")])
    paragraphs = [part.strip() for source in sources for part in source.read_text(encoding="utf-8").split("\n\n") if part.strip()]
    chance = random.Random(7)  # the same letters in each run
    for number in range(count):
        chosen, words = [], 0
        while words < PAGE:
            chosen.append(chance.choice(paragraphs))
            words += len(chosen[-1].split())
        mark = f"You failed to attend with {_mark(number)} on 3 May."
        yield "\n\n".join([mark, *chosen[: len(chosen) // 2], mark, *chosen[len(chosen) // 2 :], mark]) + "\n"


def serial(letters: list[str]) -> tuple[list[str], list[float], list[float]]:
    """Check every letter in this process, one after the other: the answers, the seconds and the processor's seconds."""
    from plainletter.desk.options import CheckOptions
    from plainletter.desk.tasks.checking import Text, check_texts

    check_texts([Text(letters[0])], CheckOptions())
    answers, seconds, processor = [], [], []
    for number, letter in enumerate(letters):
        begun, busy = time.perf_counter(), time.process_time()
        answers.append(check_texts([Text(letter, _mark(number))], CheckOptions()))
        seconds.append(time.perf_counter() - begun)
        processor.append(time.process_time() - busy)
    return answers, seconds, processor


async def sent(url: str, letters: list[str], expected: list[str], clients: int, process: int) -> Run:
    """Send the letters from so many clients at once, each with a connection of its own."""
    run, left = Run(), iter(enumerate(letters))
    run.memory.append(memory_of(process))

    async def client() -> None:
        async with httpx.AsyncClient(base_url=url, timeout=120) as http:
            for number, letter in left:
                begun = time.perf_counter()
                answer = await http.post("/v1/check", json={"text": letter, "path": _mark(number)})
                run.seconds.append(time.perf_counter() - begun)
                judge(run, number, answer, expected[number])
                if len(run.seconds) in (len(letters) // 2, len(letters)):
                    run.memory.append(memory_of(process))

    await asyncio.gather(*(client() for _ in range(clients)))
    return run


def judge(run: Run, number: int, answer: Any, expected: str) -> None:
    """Count what is wrong with an answer."""
    run.errors += answer.status_code != 200
    run.different += answer.text != expected
    run.mixed += set(re.findall(r"Mark[a-z]+", answer.text)) != {_mark(number)}


def table(letters: list[str], inside: list[float], alone: list[float], crowd: Run, clients: int, took: float) -> Iterator[str]:
    """Yield the figures."""
    words = statistics.mean(len(letter.split()) for letter in letters)
    once = statistics.median(inside)
    yield f"{len(letters):,} letters of {words:.0f} words, {clients} clients     {len(letters) / took:7.1f} letters/s"
    yield f"errors {crowd.errors}   answers unlike the serial ones {crowd.different}   with words of another letter {crowd.mixed}"
    yield f"one check in this process            p50 {once * 1000:7.1f} ms"
    for name, seconds in (("one client", alone), (f"{clients} clients", crowd.seconds)):
        middle, late = quantile(seconds, 50), quantile(seconds, 95)
        ratios = f"ratio to one check {middle / once:6.2f} and {late / once:6.2f}"
        yield f"POST /v1/check, {name:<20} p50 {middle * 1000:7.1f} ms   p95 {late * 1000:7.1f} ms   {ratios}"
    fair = clients / WORKERS
    yield f"{clients} clients on {WORKERS} workers wait for {fair:.0f} checks each, so that a ratio of {fair:.0f} is the least"
    for when, (server, workers) in zip(("start", "middle", "end"), crowd.memory, strict=True):
        yield f"memory at the {when:<7} server {server:6.0f} MB   workers together {workers:6.0f} MB"


def work(busy: list[float], before: tuple[float, float], after: tuple[float, float]) -> Iterator[str]:
    """Yield what a letter costs the processor, which other programs on the machine change less than the waiting."""
    server, workers = ((later - earlier) / len(busy) * 1000 for earlier, later in zip(before, after, strict=True))
    ratio = (server + workers) / (statistics.mean(busy) * 1000)
    yield f"processor time for a letter: server {server:.1f} ms, worker {workers:.1f} ms; ratio to one check {ratio:.2f}"


def quantile(seconds: list[float], percent: int) -> float:
    """Return a percentile."""
    return statistics.quantiles(seconds, n=100)[percent - 1]


def memory_of(process: int) -> tuple[float, float]:
    """Return the megabytes of a process that are its own, and those of all below it."""
    return _private(process), sum(map(_private, below(process)))


def processor_of(process: int) -> tuple[float, float]:
    """Return the seconds of processor time that a process has taken, and those of all below it."""
    return _processor(process), sum(map(_processor, below(process)))


def below(process: int) -> list[int]:
    """Return the numbers of the processes that a process has started, and of those that they have."""
    lists = [path.read_text().split() for path in Path(f"/proc/{process}/task").glob("*/children")]
    children = [int(number) for numbers in lists for number in numbers]
    return [*children, *(one for child in children for one in below(child))]


@contextmanager
def serving() -> Iterator[tuple[str, int]]:
    """Run ``plainletter serve``; yield its address and the number of its process when it is ready."""
    command = [sys.executable, "-m", "plainletter", "serve", "--port", "0", "--workers", str(WORKERS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            told = re.search(r"http://[\w.:]+", process.stdout.readline())
            assert told is not None
            while httpx.get(f"{told[0]}/health").status_code != 200:
                time.sleep(0.2)
            httpx.post(
                f"{told[0]}/v1/check", content=json.dumps({"text": "Hello."}), headers={"Content-Type": "application/json"}
            )
            yield told[0], process.pid
        finally:
            process.terminate()


def _private(process: int) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    sizes = [int(line.split()[1]) for line in lines if line.startswith("Pss:")]
    return sum(sizes) * 1024 / MEGABYTE


def _processor(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _mark(number: int) -> str:
    return "Mark" + "".join("abcdefghij"[int(digit)] for digit in f"{number:05}")


if __name__ == "__main__":
    main()
