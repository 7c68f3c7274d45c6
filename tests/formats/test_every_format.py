"""What holds for every report, whatever is in the files and whatever they are called."""

import json
import re
import tracemalloc
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from plainletter.findings import Report
from plainletter.formats import FORMATS, Checked, NotRead, Options, Tally
from tests.formats.conftest import checked, finding, hostile_results, written

# What may act on a terminal, or show text in another order than it has.
STEERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
READS_BACK = {
    "json": json.loads,
    "sarif": json.loads,
    "gitlab": json.loads,
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
    "junit": lambda text: etree.fromstring(text.encode()),
    "checkstyle": lambda text: etree.fromstring(text.encode()),
    "html": lambda text: Balanced().feed(text),
    "github": lambda text: [parse_command(line) for line in text.splitlines()[:-1]],
}
VOID = {"meta", "input"}


class Balanced(HTMLParser):
    """A parser that accepts only tags which open and close in order."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def feed(self, data):
        super().feed(data)
        self.close()
        assert self.open == []


def parse_command(line):
    parts = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^,:]*)(?:,\w+=[^,:]*)*)::(.*)", line)
    assert parts, line
    return parts


@pytest.mark.parametrize("format_", FORMATS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(results=hostile_results())
def test_hostile_text_and_names_give_a_valid_report_that_steers_nothing(format_, results):
    text = written(format_, *results, suppressed=True)
    text.encode()
    assert not STEERS.search(text)
    if format_ in READS_BACK:
        READS_BACK[format_](text)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_that_was_not_read_is_in_the_report(format_):
    assert "it holds no text" in written(format_, NotRead("scan.pdf", "scan.pdf: it holds no text."))


@pytest.mark.parametrize("format_", FORMATS)
def test_a_run_without_files_gives_a_report(format_):
    text = written(format_)
    if format_ in READS_BACK and format_ != "github":
        READS_BACK[format_](text)


@pytest.mark.parametrize("quiet", [True, False])
@pytest.mark.parametrize("format_", FORMATS)
def test_something_comes_between_one_result_and_the_next(format_, quiet):
    # Several reports of one run keep in step by this.
    yielded = 0

    def results():
        before = -1
        for number in range(6):
            assert yielded > before
            before = yielded
            found = [finding("no-show", "no-show")] * (number % 2)
            yield NotRead("b", "b is gone") if number % 3 == 2 else checked("no-show", *found)

    tally = Tally()
    for _ in FORMATS[format_](tally.count(results()), tally, Options(quiet=quiet)):
        yielded += 1


@pytest.mark.parametrize("format_", FORMATS)
def test_memory_does_not_grow_with_the_number_of_files(format_):
    text = "You were a no-show. " * 2_000  # 40 kB

    def results():
        for number in range(200):
            own = f"{number} {text}"
            yield Checked(f"{number}.txt", own, Report("letter", (finding(own, "no-show"),), words=9_000))

    tally = Tally()
    for chunk in FORMATS[format_](tally.count([checked("x")]), tally, Options()):  # imports and caches
        assert isinstance(chunk, str)
    tracemalloc.start()
    for chunk in FORMATS[format_](tally.count(results()), tally, Options()):
        del chunk
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 6_000_000  # all texts together are 8 MB
