"""What can go wrong, said to the person who can act: where, what, and what to do."""

from __future__ import annotations


class PlainletterError(Exception):
    """Base of every error that plainletter raises on purpose.

    ``str(error)`` is one clear sentence and never holds words of a client's text.
    """


class LexiconError(PlainletterError):
    """A lexicon file or entry cannot be used."""


class DocumentError(PlainletterError):
    """A document could not be read, so nothing is known about it."""


class ConfigError(PlainletterError):
    """A setting, rule, category or option is unknown or has the wrong form."""


class ModelError(PlainletterError):
    """The language model or the syllable table is missing, changed or unusable."""


class CaseError(PlainletterError):
    """A case record cannot be used as it stands."""


class TemplateError(PlainletterError):
    """A letter template is missing, broken, or asks for something that a reader may not see."""
