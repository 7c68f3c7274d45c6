"""``plainletter lexicon check`` and ``plainletter lexicon new``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainletter.errors import LexiconError
from plainletter.lexicon import Entry, Lexicon, load_file, load_lexicon, load_sets
from plainletter.lexicon.folders import shipped_folder

if TYPE_CHECKING:
    from plainletter.checking.proving import Failure

_NEW = """\
# {name}: words of our own. lexicons/README.md of plainletter explains every key.
# When you have changed something, run: plainletter lexicon check {name}

title    = "Words that our service avoids"
group    = "jargon"       # blame, deficit, stigma, power or jargon
severity = "warning"      # error, warning or note
why      = "People who are new to us do not know what these words mean."

# One entry is one problem. Give it a name of small letters, digits and hyphens.
[core-assessment]
terms       = ["core assessment"]
say_instead = [{{ swap = "first long talk" }}]
source      = "our service users' panel, May 2026"          # whose advice this is
flags       = ["Your core assessment is on 3 May."]         # must be found
passes      = ["We say 'first talk' instead of 'core assessment'."]   # must stay quiet
"""


@click.group()
def lexicon() -> None:
    """Work on lexicon files: the words that plainletter knows."""


@lexicon.command("check")
@click.argument("file", required=False, type=click.Path(path_type=Path))
def check_lexicon(file: Path | None) -> int:
    """Prove FILE, or everything that ships with plainletter: each entry by its own sentences, both ways."""
    from plainletter.checking.checker import Checker
    from plainletter.checking.compiling import compile_lexicon
    from plainletter.checking.proving import find_disorder, find_twins, prove
    from plainletter.checking.tokens import english

    words = load_lexicon() if file is None else _one(file)
    checker = Checker(compiled=compile_lexicon(words, english().nlp), scores=False)
    failures = [*find_disorder(words.entries), *find_twins(words.entries), *prove(words.entries, checker)]
    for failure in failures:
        click.echo(str(failure))
    click.echo(_verdict(words.entries, failures))
    return 1 if failures else 0


@lexicon.command("new")
@click.argument("file", type=click.Path(path_type=Path))
def new_lexicon(file: Path) -> None:
    """Write a first lexicon FILE to fill in."""
    if file.suffix != ".toml":
        raise LexiconError(f"{file}: a lexicon file ends in .toml; write {file.with_suffix('.toml').name}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as new:
            new.write(_NEW.format(name=file.name))
    except FileExistsError:
        raise LexiconError(f"{file}: the file is there already; choose another name") from None
    except OSError as error:
        raise LexiconError(f"{file}: the file cannot be written ({error.strerror}); choose another folder") from None
    click.echo(f"Written: {file}. Fill it in, then run: plainletter lexicon check {file}")


def _one(file: Path) -> Lexicon:
    sets = load_sets([shipped_folder("lexicons"), file.parent])
    category, entries = load_file(file, sets)
    if not entries:
        raise LexiconError(f"{file}: there is no entry in it; plainletter lexicon new writes one to fill in")
    return Lexicon({category.id: category}, entries, sets)


def _verdict(entries: Sequence[Entry], failures: Sequence[Failure]) -> str:
    broken = {failure.entry.rule for failure in failures}
    proved = len(entries) - len(broken)
    flags, passes = sum(len(entry.flags) for entry in entries), sum(len(entry.passes) for entry in entries)
    share = f"{proved:,} of {len(entries):,} entries proved both ways ({100 * proved / max(1, len(entries)):.0f} %)"
    return f"{share}, by {flags:,} sentences that must be found and {passes:,} that must stay quiet."
