"""The leak check: what a reader may not know, anywhere in what they get."""

from __future__ import annotations

from plainletter.letters.leaks.filing import leaks_in_file
from plainletter.letters.leaks.needle import Leak, Needle
from plainletter.letters.leaks.secrets import needles_for
from plainletter.letters.leaks.viewing import leaks_in_view

__all__ = ["Leak", "Needle", "leaks_in_file", "leaks_in_view", "needles_for"]
