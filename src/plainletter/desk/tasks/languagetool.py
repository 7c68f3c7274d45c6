"""Checking a text for a client that speaks LanguageTool's API, in a worker."""

from __future__ import annotations

from plainletter.desk.languagetool.choosing import narrowed, wanted
from plainletter.desk.languagetool.matches import Checked, answer
from plainletter.desk.languagetool.wish import Wish
from plainletter.desk.options import CheckOptions
from plainletter.desk.tasks.checking import checker_for
from plainletter.findings import Report
from plainletter.formats.escaping import json_text


def check(wish: Wish, options: CheckOptions) -> str:
    """Check a text and return LanguageTool's JSON.

    Raises:
        ConfigError: an option of the server is unknown.
        DocumentError: the text holds half a character.
    """
    from plainletter.documents.reading import read_text

    checker = checker_for(options)
    titles = {name: category.title for name, category in checker.lexicon.categories.items()}
    document = read_text(wish.text.prose)
    chosen = narrowed(options, wish.choice, (entry.rule for entry in checker.lexicon.entries))
    if chosen is None:
        report = Report("letter", ())
    else:
        report = (checker if chosen == options else checker_for(chosen)).check_document(document)
    findings = wanted(report.findings, wish.choice)
    return json_text(answer(Checked(wish.text, document, report), findings, titles, wish.guessed))
