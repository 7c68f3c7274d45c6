"""The languages that are checked: English, whichever country's is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Language:
    """A language as LanguageTool's API names it: ``code`` is en, ``long_code`` has the country."""

    name: str
    code: str
    long_code: str


BRITISH: Final = Language("English (GB)", "en", "en-GB")
#: An editor asks only for the language that the text is marked with, so other kinds of English have to be in the list.
LANGUAGES: Final = (
    Language("English", "en", "en"),
    Language("English (Australian)", "en", "en-AU"),
    Language("English (Canadian)", "en", "en-CA"),
    BRITISH,
    Language("English (Irish)", "en", "en-IE"),
    Language("English (New Zealand)", "en", "en-NZ"),
    Language("English (South African)", "en", "en-ZA"),
    Language("English (US)", "en", "en-US"),
)


def is_checked(code: str) -> bool:
    """Tell whether a text of this language is checked: any kind of English is, and one whose language is to be guessed."""
    return code.replace("_", "-").partition("-")[0].lower() in ("en", "auto")
