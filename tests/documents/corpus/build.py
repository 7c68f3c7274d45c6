"""Makes the corpus: each text of source/ as .md, .txt, .html, .docx, .odt and .pdf, and what must be found in it.

usage: python tests/documents/corpus/build.py   (needs LibreOffice; the files it makes are kept in Git)
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import textwrap
from pathlib import Path

from markdown_it import MarkdownIt

HERE = Path(__file__).resolve().parent
MARK = re.compile(r"\{\{([a-z_]+)\|([^}]*)\}\}")
PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>{title}</title>
<style>body {{ font-family: sans-serif; }}</style>
<script>var failed = "You failed to attend";</script></head>
<body>
{body}
</body>
</html>
"""


def main() -> None:
    """Write every file and expected.json."""
    expected = {}
    for source in sorted((HERE / "source").glob("*.md")):
        marked = source.read_text(encoding="utf-8")
        text = MARK.sub(r"\2", marked)
        expected[source.stem] = [[found[1], found[2]] for found in MARK.finditer(marked)]
        _write(source.stem, text)
    (HERE / "expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _write(name: str, text: str) -> None:
    (HERE / f"{name}.md").write_text(text, encoding="utf-8")
    (HERE / f"{name}.txt").write_bytes(_plain(text).replace("\n", "\r\n").encode("utf-8"))
    title = text.splitlines()[0].removeprefix("# ")
    body = MarkdownIt("commonmark").enable("table").render(text)
    (HERE / f"{name}.html").write_text(PAGE.format(title=title, body=body), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        _convert(HERE / f"{name}.html", "odt:writer8", Path(folder))
        made = Path(folder) / f"{name}.odt"
        for kind in ("docx", "pdf"):
            _convert(made, kind, HERE)
        (HERE / f"{name}.odt").write_bytes(made.read_bytes())


def _convert(path: Path, kind: str, folder: Path) -> None:
    reader = ["--infilter=HTML (StarWriter)"] if path.suffix == ".html" else []
    command = ["soffice", "--headless", *reader, "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True)  # our own files


def _plain(text: str) -> str:
    """Return a text as somebody types it into a plain text file, 72 columns wide."""
    blocks = [_block(block.splitlines()) for block in text.strip().split("\n\n")]
    return "\n\n".join(blocks) + "\n"


def _block(lines: list[str]) -> str:
    if lines[0].startswith("#"):
        return lines[0].lstrip("# ")
    if lines[0].startswith("|"):
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if not line.startswith("|-")]
        return "\n".join("".join(f"{cell:<24}" for cell in row).rstrip() for row in rows)
    if re.match(r"([-*]|\d+\.) ", lines[0]):
        return "\n".join(textwrap.fill(line, 72, subsequent_indent="   ") for line in lines)
    return textwrap.fill(" ".join(lines), 72)


if __name__ == "__main__":
    main()
