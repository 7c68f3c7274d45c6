"""Where words come from: the package, the checkout, and other installed packages."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from plainletter import Checker
from plainletter.errors import LexiconError
from plainletter.formats import known_formats
from plainletter.lexicon import folders

WORDS = """
title = "Words that our trust avoids"
group = "jargon"
severity = "warning"
why = "People who are new to us do not know what these words mean."
[huddle]
terms = ["safety huddle"]
say_instead = ["short talk about safety"]
source = "our trust"
flags = ["We had a safety huddle."]
passes = ["We had a short talk."]
"""


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch):
    """Make other packages offer entry points."""

    def offered(name: str, value: str, group: str) -> None:
        points = [EntryPoint(name, value, group)]
        monkeypatch.setattr(folders, "entry_points", lambda group: [point for point in points if point.group == group])
        monkeypatch.setattr("plainletter.formats.entry_points", lambda group: [point for point in points if point.group == group])
        folders.installed_folders.cache_clear()

    yield offered
    folders.installed_folders.cache_clear()


def test_a_package_can_bring_lexicons_along(offer, tmp_path, monkeypatch) -> None:
    package = tmp_path / "trustwords"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "trust.toml").write_text(WORDS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    offer("trust", "trustwords", folders.GROUP)
    found = Checker("outreach").check("We had a safety huddle.").findings
    assert [finding.rule for finding in found] == ["trust/huddle"]


def test_a_package_that_cannot_be_loaded_is_said(offer) -> None:
    offer("gone", "no_such_package_at_all", folders.GROUP)
    with pytest.raises(LexiconError, match="the installed lexicon gone"):
        folders.installed_folders()


def test_a_package_can_bring_a_report_but_not_take_one_over(offer) -> None:
    offer("loud", "json:dumps", "plainletter.formats")
    assert "loud" in known_formats()
    offer("plain", "json:dumps", "plainletter.formats")
    assert known_formats()["plain"].__module__ == "plainletter.formats"
