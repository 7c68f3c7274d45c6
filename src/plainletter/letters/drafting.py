"""Drafting: a case becomes letters, one for each reader who may have one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

from plainletter.errors import CaseError, TemplateError
from plainletter.letters.case import Case
from plainletter.letters.consent import readers_with_copy
from plainletter.letters.letter import Letter
from plainletter.letters.rendering import render
from plainletter.letters.seen import View
from plainletter.lexicon.folders import shipped_folder


def draft(case: Case, reader: str | None = None, *, templates: Sequence[str | Path] = ()) -> Letter:
    """Draft the letter of one reader; without a reader, that of the client.

    Args:
        case: the record.
        reader: the id of a reader.
        templates: folders with a service's own templates; they come before the shipped ones, block by block.

    Raises:
        CaseError: no such reader, or they may not have a copy.
        TemplateError: a template is broken.
    """
    chosen = reader or next((one.id for one in case.readers if one.kind == "client"), "")
    if not chosen:
        raise CaseError("the case has no reader of kind client; name the reader whose letter you want")
    return letter_of(case.as_seen_by(chosen), stem_of(case, chosen), templates)


def copies(case: Case, *, templates: Sequence[str | Path] = ()) -> tuple[Letter, ...]:
    """Draft a letter for each reader who may have one, the client's first where they are first in the case.

    Raises:
        TemplateError: a template is broken.
    """
    return tuple(draft(case, reader.id, templates=templates) for reader in readers_with_copy(case))


def letter_of(view: View, stem: str, templates: Sequence[str | Path] = ()) -> Letter:
    """Turn a view into a letter."""
    context = {field.name: getattr(view, field.name) for field in fields(view)}
    return Letter(
        reader=view.reader.id,
        kind=view.kind,
        form=view.form,
        date=view.date,
        title=_title(view),
        file_stem=stem,
        issuer=view.service.name,
        parts=render(context, _template_names(view), template_folders(templates)),
        version=view.version,
        point_size=view.point_size,
    )


def template_folders(templates: Sequence[str | Path]) -> list[Path]:
    """Return the folders to look in, a service's own before the shipped one.

    Raises:
        TemplateError: a folder of the service's own is not there.
    """
    own = [Path(folder) for folder in templates]
    for folder in own:
        if not folder.is_dir():
            raise TemplateError(f"{folder}: there is no such folder with letter templates; check the path")
    return [*own, shipped_folder("letter_templates")]


def _template_names(view: View) -> Iterator[str]:
    if view.form in ("booking", "text", "note"):
        yield from (f"{view.kind}-{view.form}", view.form)
    elif view.child_words:
        yield from (f"{view.kind}-young-person", "young-person")
    elif view.parent:
        yield from (f"{view.kind}-parent", view.kind)
    else:
        yield view.kind


def _title(view: View) -> str:
    if view.form == "booking":
        return f"Booking {view.reader.reference}" if view.reader.reference else "A booking"
    what = {"note": "A note", "text": "A message"}.get(view.form, "A letter")
    return f"{what} from {view.service.name}"


def stem_of(case: Case, reader: str) -> str:
    """Return a file name without ending that says nothing but the date: letter-2026-09-03-v2-copy."""
    views = {one.id: case.as_seen_by(one.id) for one in readers_with_copy(case)}
    view = views[reader]
    if view.form == "booking" and view.reader.reference:
        return "booking-" + "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in view.reader.reference)
    base = {"letter": "letter", "note": "note", "text": "message", "booking": "booking"}[view.form]
    base += f"-{view.date.isoformat()}" + (f"-v{view.version}" if view.version > 1 else "")
    copy = view.form == "letter" and not view.own
    alike = [
        name for name, other in views.items() if other.form == view.form and (other.form == "letter" and not other.own) == copy
    ]
    number = alike.index(reader) + 1
    return base + ("-copy" if copy else "") + (f"-{number}" if len(alike) > 1 else "")
