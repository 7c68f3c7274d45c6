"""All rules that are in force here: the lexicons of the settings, and what is told by code."""

from __future__ import annotations

from pathlib import Path

from plainletter.cli.configfile import find_settings
from plainletter.lexicon import Lexicon


def known_rules() -> Lexicon:
    """Return the shipped lexicon, the service's own, and the rules about long sentences and unfamiliar words.

    Raises:
        ConfigError: the settings cannot be used.
        LexiconError: a lexicon entry cannot be used.
    """
    from plainletter.checking.cache import known_lexicon
    from plainletter.checking.coded import with_coded

    settings = find_settings(Path.cwd())
    return with_coded(known_lexicon(tuple(Path(folder) for folder in settings.rules.lexicons)))
