"""``plainletter check``."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from plainletter.cli.choice import NearChoice
from plainletter.cli.files import find_files
from plainletter.cli.running import run
from plainletter.cli.settings import CONTESTED, FAIL_ON, TYPES, Settings, find_settings, read_settings
from plainletter.formats import FORMATS, Options, Tally
from plainletter.formats.places import harmless

NOT_READ, FOUND = 2, 1


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--type", "type_", type=NearChoice(TYPES), help="What kind of text it is; auto tells it from each text.")
@click.option("--format", "format_", type=NearChoice(list(FORMATS)), default="plain", show_default=True, help="How to report.")
@click.option("--fail-on", type=NearChoice(FAIL_ON), help="Exit with 1 from this severity up.  [default: warning]")
@click.option("--select", multiple=True, metavar="RULE", help="Only this category or rule; may be given again.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not this category or rule; may be given again.")
@click.option("--pack", multiple=True, metavar="PACK", help="Switch on a pack that is off, such as formulation.")
@click.option("--no-pack", multiple=True, metavar="PACK", help="Switch off a pack, such as weight; may be given again.")
@click.option("--contested", type=NearChoice(CONTESTED), help="Wording about which guides disagree.  [default: note]")
@click.option("--every-mention", is_flag=True, default=None, help="Find jargon each time, not only at its first mention.")
@click.option("--show-suppressed", is_flag=True, help="Show what was matched and left alone, and why.")
@click.option("-q", "--quiet", is_flag=True, help="One line for each finding, and no summary.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Work on so many files at once.")
@click.option("--config", type=click.Path(path_type=Path), help="Take the settings from this file.")
def check(paths: tuple[str, ...], type_: str | None, format_: str, config: Path | None, jobs: int, **given: Any) -> int:  # noqa: ANN401
    """Check text and Markdown files, the documents in folders, or standard input (-).

    Exit status: 0 nothing at or above --fail-on, 1 something, 2 a file could not be read or the call was wrong.
    """
    settings = _settings(config, type_, given)
    files = find_files(paths)
    tally = Tally(files.passed_over)
    interactive = sys.stderr.isatty() and not given["quiet"]
    results = tally.count(run(files.paths, settings, jobs, progress=interactive))
    width = min(shutil.get_terminal_size().columns, 110)
    options = Options(quiet=given["quiet"], suppressed=given["show_suppressed"], width=width)
    for line in FORMATS[format_](results, tally, options):
        click.echo(line)
    if given["quiet"] or format_ != "plain":
        for unread in tally.not_read:
            click.echo(f"plainletter: {harmless(unread.reason)}", err=True)
    return _status(settings, tally)


def _settings(config: Path | None, type_: str | None, given: dict[str, Any]) -> Settings:
    settings = read_settings(config) if config else find_settings(Path.cwd())
    chosen = {key: given[key] for key in ("fail_on", "every_mention", "contested") if given[key] is not None}
    if type_ is not None:
        chosen["type"] = type_
    for key in ("select", "ignore"):
        if given[key]:
            chosen[key] = (*(getattr(settings, key) if key == "ignore" else ()), *_split(given[key]))
    wanted = set(chosen.get("select", ()))
    chosen["ignore"] = tuple(name for name in chosen.get("ignore", settings.ignore) if name not in wanted)
    on, off = _split(given["pack"]), _split(given["no_pack"])
    chosen["packs"] = (*(name for name in settings.packs if name not in off), *on)
    chosen["without_packs"] = (*(name for name in settings.without_packs if name not in on), *off)
    return replace(settings, **chosen)


def _split(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for item in names for name in item.split(","))


def _status(settings: Settings, tally: Tally) -> int:
    if settings.fail_on != "never" and tally.at_least(settings.fail_on):  # type: ignore[arg-type]  # checked by Settings
        return FOUND
    nothing_read = bool(tally.not_read) or not tally.files
    return NOT_READ if nothing_read else 0
