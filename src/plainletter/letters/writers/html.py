"""The .html of a letter: one file that asks for nothing from outside, for screens, phones and paper."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from plainletter.letters.letter import Block, Box, Bullets, Heading, Letter, Part, Runs
from plainletter.letters.writers.characters import require_writable

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
_STYLE = """\
:root { color-scheme: light dark; }
body { font: %(size)dpt/1.5 "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", Arial, sans-serif;
  max-width: 38em; margin: 0 auto; padding: 1.5em 1.2em 3em; hyphens: manual; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 0.5em; break-after: avoid; }
h1 { font-size: 1.35em; } h2 { font-size: 1.2em; } h3, h4, h5, h6 { font-size: 1em; }
p { margin: 0 0 0.9em; }
ul { margin: 0 0 0.9em; padding-left: 1.4em; }
li { margin-bottom: 0.4em; }
address { font-style: normal; }
.letterhead p, .address p, .signature p { margin: 0; line-height: 1.35; }
.address, .date { margin-top: 1.8em; }
.salutation { margin-top: 1.8em; }
.signature { margin-top: 2.4em; break-inside: avoid; }
.after { margin-top: 2.4em; }
.box { border: 2px solid; border-radius: 3px; padding: 1em 1.1em 0.2em; margin: 1.5em 0; break-inside: avoid; }
.box > :first-child { margin-top: 0; }
@media print {
  @page { size: A4; margin: 15mm 20mm 20mm; }
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; }
}
"""


def write_html(letter: Letter) -> bytes:
    """Return the letter as one UTF-8 page; every word of it is escaped."""
    require_writable(letter)
    parts = [part for part in letter.parts if part.blocks]
    heads = "".join(_part(part) for part in parts if part.name == "letterhead")
    rest = "".join(_part(part) for part in parts if part.name not in ("letterhead", "after"))
    feet = "".join(_part(part) for part in parts if part.name == "after")
    page = f"""\
<!DOCTYPE html>
<html lang="{escape(letter.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="author" content="{escape(letter.issuer)}">
<title>{escape(letter.title)}</title>
<style>
{_STYLE % {"size": letter.point_size}}</style>
</head>
<body>
{heads}<main>
{rest}</main>
{feet}</body>
</html>
"""
    return page.encode("utf-8")


def _part(part: Part) -> str:
    inner = _blocks(part.blocks)
    match part.name:
        case "letterhead":
            return f'<header class="letterhead">\n<address>\n{inner}</address>\n</header>\n'
        case "after":
            return f'<footer class="after">\n{inner}</footer>\n'
        case name:
            return f'<div class="{name}">\n{inner}</div>\n'


def _blocks(blocks: Iterable[Block]) -> str:
    return "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading(runs, level):
            tag = f"h{min(max(level, 1), 6)}"
            return f"<{tag}>{_line(runs)}</{tag}>\n"
        case Bullets(items):
            return "<ul>\n" + "".join(f"<li>{_line(item)}</li>\n" for item in items) + "</ul>\n"
        case Box(blocks):
            return f'<div class="box">\n{_blocks(blocks)}</div>\n'
        case _:
            return f"<p>{_line(block.runs)}</p>\n"


def _line(runs: Runs) -> str:
    return "".join(f"<strong>{_text(run.text)}</strong>" if run.strong else _text(run.text) for run in runs)


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>\n")
