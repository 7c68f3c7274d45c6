"""``python -m plainletter``."""

from plainletter.cli import main

main()
