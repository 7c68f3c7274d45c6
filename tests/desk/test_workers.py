"""Workers: each task has its limits, and its fate is its own."""

import asyncio
import os
import time

import pytest

from plainletter.desk.options import CheckOptions, Limits
from plainletter.desk.tasks.checking import Text, check_texts
from plainletter.desk.workers import DiedError, TooBusyError, TooLongError, Workers
from plainletter.errors import ConfigError

SECRET = "Rosa was seen at the clinic"


def fail_with(message: str) -> None:
    raise ValueError(message)


def take(size: int) -> int:
    return len(bytearray(size))


@pytest.fixture(scope="module")
def workers():
    with Workers(1, Limits(memory=3_000_000_000, waiting=4)) as pool:
        yield pool


def run(workers, function, *args, **options):
    async def once():
        return await workers.run(function, *args, **options)

    return asyncio.run(once())


def test_a_function_gives_back_what_it_returns(workers):
    assert run(workers, len, "abc") == 3


def test_a_text_is_checked(workers):
    report = run(workers, check_texts, [Text("You failed to attend on 3 May.", "a.txt")], CheckOptions("letter"), seconds=600)
    assert '"rule": "missed/failed-to-attend"' in report


def test_an_error_on_purpose_arrives_as_it_was_raised(workers):
    with pytest.raises(ConfigError, match="there is no document type “leter”"):
        run(workers, check_texts, [Text("Hello")], CheckOptions("leter"))


def test_a_fault_of_our_own_arrives_without_its_message(workers):
    with pytest.raises(DiedError, match=r"stumbled over it \(ValueError in test_workers.py, line \d+\)") as caught:
        run(workers, fail_with, SECRET)
    assert SECRET not in str(caught.value)


def test_a_task_that_takes_too_long_is_ended_and_the_next_one_answered(workers):
    with pytest.raises(TooLongError, match=r"given up after 0\.2 seconds"):
        run(workers, time.sleep, 60, seconds=0.2)
    assert run(workers, len, "next") == 4


def test_a_task_that_ends_its_process_takes_no_other_with_it(workers):
    with pytest.raises(DiedError, match="ended the process"):
        run(workers, os._exit, 3)
    assert run(workers, len, "next") == 4


def test_a_task_that_wants_too_much_memory_is_told_so(workers):
    with pytest.raises(DiedError, match="more memory than there is"):
        run(workers, take, 8_000_000_000)
    assert run(workers, len, "next") == 4


def test_more_tasks_than_may_wait_are_refused_at_once(workers):
    async def crowd():
        tasks = [workers.run(time.sleep, 0.05) for _ in range(6)]
        return await asyncio.gather(*tasks, return_exceptions=True)

    answers = asyncio.run(crowd())
    assert [type(answer) for answer in answers] == [type(None)] * 4 + [TooBusyError] * 2
