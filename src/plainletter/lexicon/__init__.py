"""Words as data: TOML files that a clinician can edit -> entries."""

from plainletter.lexicon.entry import Category, Entry, Frame, Lexicon
from plainletter.lexicon.loading import load_file, load_lexicon, load_sets

__all__ = ["Category", "Entry", "Frame", "Lexicon", "load_file", "load_lexicon", "load_sets"]
