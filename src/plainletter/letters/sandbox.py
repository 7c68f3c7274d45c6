"""The Jinja2 environment for letter templates: no files, no Python, no network, and no work without end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Macro
from jinja2.sandbox import SandboxedEnvironment

from plainletter.letters import wording

_FILTERS: dict[str, Callable[..., object]] = {
    "sentence": wording.sentence,
    "ended": wording.ended,
    "capital": wording.capital,
    "listed": wording.listed,
    "lowered": wording.lowered,
    "day": wording.day,
    "full_day": wording.full_day,
    "short_day": wording.short_day,
    "clock": wording.clock,
}
_KEPT_FILTERS = ("first", "last", "length", "list", "map", "selectattr", "rejectattr", "select", "reject", "default")
_KEPT_TESTS = (
    "defined",
    "none",
    "in",
    "equalto",
    "eq",
    "ne",
    "gt",
    "lt",
    "ge",
    "le",
    "==",
    "!=",
    ">",
    "<",
    ">=",
    "<=",
    "true",
    "false",
    "odd",
)
_LOOPS = 10_000


class LetterEnvironment(SandboxedEnvironment):
    """A sandbox that calls nothing but macros, blocks, and our own filters and tests."""

    def _generate(self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False) -> str:
        # Sums can run without end, and joined texts would be read as mark-up: a letter needs neither.
        for node in source.find_all(nodes.BinExpr):
            if not isinstance(node, nodes.And | nodes.Or):
                raise TemplateSyntaxError("sums have no place in a letter; print one piece after another", node.lineno)
        for joined in source.find_all(nodes.Concat):
            raise TemplateSyntaxError("“~” would turn typed words into mark-up; print one piece after another", joined.lineno)
        return super()._generate(source, name, filename, defer_init)

    def is_safe_callable(self, obj: object) -> bool:
        """Allow macros and blocks of templates, and nothing of Python."""
        return isinstance(obj, Macro | BlockReference | _Allowed)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Allow the public fields of the values that we pass, never their methods."""
        public = super().is_safe_attribute(obj, attr, value)
        return bool(public) and (not callable(value) or isinstance(value, Macro | BlockReference))


class _Allowed:
    """A function that templates may call."""

    def __init__(self, function: Callable[..., object]) -> None:
        self._function = function

    def __call__(self, *arguments: object) -> object:
        return self._function(*arguments)


def environment(folders: Sequence[Path], finalize: Callable[..., object]) -> LetterEnvironment:
    """Return an environment that looks for templates in ``folders``, the first before the second.

    ``finalize`` sees every value that a template prints.
    """
    env = LetterEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=50,
    )
    env.filters = {name: env.filters[name] for name in _KEPT_FILTERS} | _FILTERS
    env.tests = {name: env.tests[name] for name in _KEPT_TESTS} | {
        "naming": wording.names_day,
        "dated": wording.mentions,
        "several": wording.many,
        "clause": wording.is_clause,
        "timed": _timed,
    }
    env.globals = {"range": _Allowed(_range)}
    return env


def _timed(when: date | datetime | None) -> bool:
    return isinstance(when, datetime)


def _range(count: int) -> range:
    if not 0 <= count <= _LOOPS:
        raise SecurityError(f"range goes from 0 to {_LOOPS}")
    return range(count)
