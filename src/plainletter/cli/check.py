"""``plainletter check``."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from plainletter.cli import stages
from plainletter.cli.baseline import Baseline, read_baseline, write_baseline
from plainletter.cli.changes import changes_since
from plainletter.cli.choice import NearChoice
from plainletter.cli.configfile import find_settings, read_settings
from plainletter.cli.files import EXCLUDED, IGNORED, STDIN, find_files
from plainletter.cli.fixing import TEXTS
from plainletter.cli.memory import Memory, forget_old
from plainletter.cli.outputs import STDOUT, Output, output_of, write_outputs
from plainletter.cli.running import Task, run
from plainletter.cli.settings import CONTESTED, FAIL_ON, TYPES, Rules, Settings
from plainletter.cli.trend import add_to_trend
from plainletter.errors import ConfigError
from plainletter.formats import Options, Result, Tally, known_formats
from plainletter.formats.places import harmless

NOT_READ, FOUND = 2, 1
UNCHANGED = "unchanged since "


@dataclass(frozen=True, slots=True)
class Run:
    """A run that is ready: its settings, the files, and what is told of those that are not checked."""

    settings: Settings
    tasks: tuple[Task, ...]
    memories: dict[Rules, Memory]
    tally: Tally


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--type", "type_", type=NearChoice(TYPES), help="What kind of text it is; auto tells it from each text.")
@click.option(
    "--format", "format_", type=NearChoice(list(known_formats())), default="plain", show_default=True, help="How to report."
)
@click.option("-o", "--output", multiple=True, metavar="[FORMAT:]FILE", help="Write a report to a file too; may be given again.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead of showing them.")
@click.option("--trend", type=click.Path(path_type=Path), metavar="FILE", help="Add the numbers of this run to a CSV file.")
@click.option(
    "--annotate", type=click.Path(path_type=Path), metavar="FOLDER", help="Copy .docx files there with findings as comments."
)
@click.option("--fix", is_flag=True, help="Put in what can be swapped safely, in text, Markdown and HTML files.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--fail-on", type=NearChoice(FAIL_ON), help="Exit with 1 from this severity up.  [default: warning]")
@click.option("--select", multiple=True, metavar="RULE", help="Only this category or rule; may be given again.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not this category or rule; may be given again.")
@click.option("--pack", multiple=True, metavar="PACK", help="Switch on a pack that is off, such as formulation.")
@click.option("--no-pack", multiple=True, metavar="PACK", help="Switch off a pack, such as weight; may be given again.")
@click.option("--contested", type=NearChoice(CONTESTED), help="Wording about which guides disagree.  [default: note]")
@click.option("--every-mention", is_flag=True, default=None, help="Find jargon each time, not only at its first mention.")
@click.option("--show-suppressed", is_flag=True, help="Show what was matched and left alone, and why.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Tell only what is not in this baseline.")
@click.option("--update-baseline", is_flag=True, help="Write all findings of now as the baseline.")
@click.option("--changed-since", metavar="REV", help="Only files and lines that differ from this Git revision.")
@click.option("--force-exclude", is_flag=True, help="Leave out excluded files even if they are named.")
@click.option("--stdin-name", default="", metavar="NAME", help="Read standard input as a file of this name.")
@click.option("-q", "--quiet", is_flag=True, help="One line for each finding, and no summary.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Work on so many files at once.")
@click.option(
    "--timeout", type=click.FloatRange(min=0), default=120, show_default=True, help="Seconds that one file may take; 0: any."
)
@click.option("--no-cache", is_flag=True, help="Check every file again, and keep nothing of it.")
@click.option("--config", type=click.Path(path_type=Path), help="Take the settings from this file.")
def check(paths: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401  # click's options
    """Check Word, OpenDocument, PDF, HTML, Markdown and text files, the documents in folders, or standard input (-).

    Exit status: 0 nothing at or above --fail-on, 1 something, 2 a file could not be read or the call was wrong.
    """
    ready = _prepare(paths, given)
    tasks = stages.every_mention(ready.tasks) if given["fix"] or given["diff"] else ready.tasks
    results = run(
        tasks, ready.memories, given["jobs"], progress=sys.stderr is not None and sys.stderr.isatty() and not given["quiet"]
    )
    if given["changed_since"]:
        results = stages.only_changed(results, changes_since(given["changed_since"], Path.cwd()))
    if given["update_baseline"]:
        return _update(results, ready, given)
    baseline = _baseline(ready.settings, given)
    results = baseline.new_in(results) if baseline else results
    if given["diff"]:
        return stages.show_changes(ready.tally.count(results)) or _unread(ready.tally, told=False)
    results = stages.fixed(results, ready.tasks) if given["fix"] else results
    results = stages.annotated(results, given["annotate"]) if given["annotate"] else results
    _report(ready.tally.count(results), ready.tally, given)
    if baseline:
        _tell_baseline(baseline)
    if given["trend"]:
        add_to_trend(given["trend"], ready.tally, date.today())
    forget_old()
    return _status(ready.settings, ready.tally)


def _prepare(paths: tuple[str, ...], given: dict[str, Any]) -> Run:
    if given["fix"] and given["diff"]:
        raise ConfigError("--diff shows and --fix changes; give one of them")
    _check_stdin(paths, given["stdin_name"])
    settings = read_settings(given["config"]) if given["config"] else find_settings(Path.cwd(), tuple(map(Path, paths)))
    settings = replace(settings, fail_on=given["fail_on"] or settings.fail_on)
    files = find_files(paths, settings, force_exclude=given["force_exclude"])
    chosen, passed_over = files.paths, dict(files.passed_over)
    if given["changed_since"]:
        changes = changes_since(given["changed_since"], Path.cwd())
        chosen = tuple(path for path in files.paths if path in changes)
        if left := len(files.paths) - len(chosen):
            passed_over[f"{UNCHANGED}{harmless(changes.revision)}"] = left
    kept = settings.cache and not any(given[name] for name in ("no_cache", "show_suppressed", "fix", "diff"))
    tasks, memories = [], dict[Rules, Memory]()
    for path in chosen:
        rules = _rules(settings.rules_for(given["stdin_name"] or path if path == STDIN else path), given)
        memory = memories.setdefault(rules, Memory(rules))
        key = memory.key(path) if kept and path != STDIN else ""
        tasks.append(Task(path, rules, key, given["timeout"], given["stdin_name"]))
    _spare(tasks, settings, given)
    return Run(settings, tuple(tasks), memories, Tally(passed_over))


def _check_stdin(paths: tuple[str, ...], name: str) -> None:
    if name and STDIN not in paths:
        raise ConfigError("--stdin-name is for standard input; name - as a path too")
    if name and Path(name).suffix.lower() not in TEXTS:
        raise ConfigError(f"standard input can be text, Markdown or HTML, not {name}; save it in a file and check that")


def _spare(tasks: list[Task], settings: Settings, given: dict[str, Any]) -> None:
    """Refuse to write a report, a baseline or a trend over a file that is to be checked, or over an earlier commented copy."""
    checked = {os.path.realpath(task.path) for task in tasks if task.path != STDIN}
    named = given["baseline"] or settings.baseline
    targets = [output_of(text).path for text in given["output"]] + [str(given["trend"] or "")]
    for target in (*targets, str(named) if named and given["update_baseline"] else ""):
        if target and os.path.realpath(target) in checked:
            raise ConfigError(f"{target} is one of the files that are checked; write to another file")
    if given["annotate"]:
        stages.check_copies([task.path for task in tasks], given["annotate"])


def _rules(rules: Rules, given: dict[str, Any]) -> Rules:
    """Return the rules with what the command line says, which comes before every file of settings."""
    chosen: dict[str, Any] = {key: given[key] for key in ("every_mention", "contested") if given[key] is not None}
    if given["type_"] is not None:
        chosen["type"] = given["type_"]
    if given["select"]:
        chosen["select"] = _split(given["select"])
    wanted = set(chosen.get("select", ()))
    chosen["ignore"] = tuple(name for name in (*rules.ignore, *_split(given["ignore"])) if name not in wanted)
    on, off = _split(given["pack"]), _split(given["no_pack"])
    chosen["packs"] = (*(name for name in rules.packs if name not in off), *on)
    chosen["without_packs"] = (*(name for name in rules.without_packs if name not in on), *off)
    return replace(rules, **chosen)


def _split(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for item in names for name in item.split(","))


def _report(results: Iterator[Result], tally: Tally, given: dict[str, Any]) -> None:
    width = min(shutil.get_terminal_size().columns, 110)
    terminal = sys.stdout is not None and sys.stdout.isatty()
    options = Options(given["quiet"], given["show_suppressed"], width, terminal)
    shown = Output("statistics" if given["statistics"] else given["format_"])
    outputs = [output_of(text) for text in given["output"]]
    if sum(output.path == STDOUT for output in outputs):
        raise ConfigError("standard output is for --format; name a file for --output")
    write_outputs([shown, *outputs], results, tally, options)
    if shown.format != "plain" and (shown.format != "statistics" or given["quiet"]):
        _tell_unread(tally)


def _tell_unread(tally: Tally) -> None:
    for unread in tally.not_read:
        click.echo(f"plainletter: {harmless(unread.reason)}", err=True)


def _baseline(settings: Settings, given: dict[str, Any]) -> Baseline | None:
    named = given["baseline"] or (Path(settings.baseline) if settings.baseline else None)
    return read_baseline(named) if named else None


def _update(results: Iterator[Result], ready: Run, given: dict[str, Any]) -> int:
    named = given["baseline"] or (Path(ready.settings.baseline) if ready.settings.baseline else None)
    if named is None:
        raise ConfigError("--update-baseline needs a file; give --baseline FILE, or write baseline = “…” into the settings")
    number = write_baseline(named, ready.tally.count(results))
    click.echo(f"{named}: {number:,} {'finding' if number == 1 else 'findings'} of now; from now on only new ones are told.")
    return _unread(ready.tally)


def _tell_baseline(baseline: Baseline) -> None:
    if baseline.met:
        click.echo(f"plainletter: {len(baseline.met):,} known findings of {baseline.path.name} are not shown.", err=True)
    if baseline.mended:
        click.echo(
            f"plainletter: {baseline.mended:,} findings of {baseline.path.name} were not met; "
            "if they are mended, --update-baseline takes them out.",
            err=True,
        )


def _unread(tally: Tally, *, told: bool = False) -> int:
    if not told:
        _tell_unread(tally)
    return NOT_READ if tally.not_read or _is_empty(tally) else 0


def _is_empty(tally: Tally) -> bool:
    """Tell whether there was nothing to check, though neither the settings nor the revision left anything out."""
    return not tally.files and not any(kind in (EXCLUDED, IGNORED) or kind.startswith(UNCHANGED) for kind in tally.passed_over)


def _status(settings: Settings, tally: Tally) -> int:
    if settings.fail_on != "never" and tally.at_least(settings.fail_on):  # type: ignore[arg-type]  # checked by Settings
        return FOUND
    return NOT_READ if tally.not_read or _is_empty(tally) else 0
