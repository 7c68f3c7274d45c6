"""Sessions: an address that works once, and a lock when nobody is there."""

import pytest

from plainletter.desk.sessions import Sessions, right_token


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(told, clock) -> Sessions:
    return Sessions(idle=60, tell=told.append, clock=clock)


def test_a_start_address_works_once(sessions, told):
    code = sessions.code
    assert sessions.start(code) is not None
    assert sessions.start(code) is None
    assert told == [sessions.code]
    assert sessions.code != code


@pytest.mark.parametrize("code", ["", "guess", "é", "\x00"])
def test_a_guessed_code_starts_nothing_and_uses_nothing_up(sessions, told, code):
    assert sessions.start(code) is None
    assert told == []
    assert sessions.start(sessions.code) is not None


@pytest.mark.parametrize("cookie", ["", "guess", "é"])
def test_a_guessed_cookie_is_nobody(sessions, cookie):
    sessions.start(sessions.code)
    assert sessions.find(cookie) is None


def test_a_desk_at_which_nobody_sits_is_locked_until_the_new_code_comes(sessions, clock):
    session = sessions.start(sessions.code)
    clock.now = 59
    assert not sessions.find(session.name).locked
    clock.now = 59 + 61
    assert sessions.find(session.name).locked
    assert sessions.find(session.name).locked, "asking again is not sitting down again"
    assert not sessions.unlock(session, "guess")
    assert sessions.unlock(session, f" {sessions.code}\n")
    assert not sessions.find(session.name).locked


def test_without_a_limit_nothing_locks(told, clock):
    sessions = Sessions(idle=0, tell=told.append, clock=clock)
    session = sessions.start(sessions.code)
    clock.now = 1e9
    assert not sessions.find(session.name).locked


def test_each_session_has_a_token_of_its_own(sessions):
    one, other = sessions.start(sessions.code), sessions.start(sessions.code)
    assert right_token(one, one.csrf)
    assert not right_token(one, other.csrf)
    assert not right_token(one, "")
