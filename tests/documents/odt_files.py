"""OpenDocument texts made by hand, as small as a test needs them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    [f'xmlns:{kind}="{_OASIS}{kind}:1.0"' for kind in ("office", "style", "text", "table", "meta", "script", "form")]
    + [
        f'xmlns:draw="{_OASIS}drawing:1.0"',
        f'xmlns:fo="{_OASIS}xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_OASIS}svg-compatible:1.0"',
    ]
    + ['xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:xlink="http://www.w3.org/1999/xlink"']
)
KIND = "application/vnd.oasis.opendocument.text"


def odt(
    path: Path, body: str, *, styles: str = "", masters: str = "", meta: str = "", more: Mapping[str, str | bytes] | None = None
) -> Path:
    """Write a .odt whose ``office:text`` holds ``body``, and return its path."""
    parts: dict[str, str | bytes] = {
        "mimetype": KIND,
        "content.xml": f"<office:document-content {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_SPACES}><office:master-styles>{masters}</office:master-styles>"
        "</office:document-styles>",
        "meta.xml": f"<office:document-meta {_SPACES}><office:meta>{meta}</office:meta></office:document-meta>",
        **(more or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path
