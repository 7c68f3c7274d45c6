"""The HTTP API of LanguageTool, spoken by plainletter, so that editors with a setting for such a server become clients."""

from plainletter.desk.languagetool.router import make_router

__all__ = ["make_router"]
