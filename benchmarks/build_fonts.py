"""Make src/plainletter/data/fonts from font packages: python benchmarks/build_fonts.py FOLDER (needs fonttools and brotli).

FOLDER holds the packages as their clients load them:
  npm pack @expo-google-fonts/atkinson-hyperlegible-next@0.4.1 @fontsource/noto-emoji@5.3.2
  apt-get download fonts-noto-core=20201225-1 fonts-droid-fallback=1:6.0.1r16-1.1
Atkinson Hyperlegible Next is copied as it is. The others lose their hinting and what a letter does not need, so that all of
them stay under 4 MB: the characters that are kept are written to faces.json, and a test compares them with the files.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

OUT = Path(__file__).parent.parent / "src/plainletter/data/fonts"
ATKINSON = "npm @expo-google-fonts/atkinson-hyperlegible-next 0.4.1"
NOTO = "Debian fonts-noto-core 20201225-1"
EMOJI = "npm @fontsource/noto-emoji 5.3.2"
DROID = "Debian fonts-droid-fallback 1:6.0.1r16-1.1"
SCRIPTS = (
    "Hebrew Arabic Armenian Georgian Bengali Devanagari Gurmukhi Gujarati Tamil Telugu Malayalam Sinhala Thai Ethiopic"
).split()
LATIN_GREEK_CYRILLIC = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x530),
    *range(0x1E00, 0x1F00),
    *range(0x2000, 0x2210),
    *range(0x2C60, 0x2C80),
    *range(0xA720, 0xA800),
]


def main(folder: Path) -> None:
    """Write the fonts and faces.json."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        unpacked = Path(temporary)
        unpack(folder, unpacked)
        faces = list(build(unpacked))
    lines = ",\n".join(json.dumps(face, ensure_ascii=False) for face in faces)
    (OUT / "faces.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{sum(path.stat().st_size for path in OUT.glob('*.ttf')):,} bytes of fonts")


def unpack(folder: Path, to: Path) -> None:
    """Unpack the packages in a folder."""
    for archive in folder.glob("*.tgz"):
        with tarfile.open(archive) as tar:
            tar.extractall(to / archive.name, filter="data")
    for archive in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", archive, to / archive.name], check=True)


def build(unpacked: Path) -> Iterator[dict[str, object]]:
    """Yield one line of faces.json for each font, in the order in which the fonts are tried."""
    for weight in ("400Regular", "700Bold"):
        source = found(unpacked, f"AtkinsonHyperlegibleNext_{weight}.ttf")
        target = OUT / f"AtkinsonHyperlegibleNext-{weight[3:]}.ttf"
        shutil.copyfile(source, target)
        yield line(source, target, ATKINSON, "OFL-1.1")
    yield smaller(found(unpacked, "NotoSans-Regular.ttf"), NOTO, "OFL-1.1", keep=LATIN_GREEK_CYRILLIC)
    for script in SCRIPTS:
        yield smaller(found(unpacked, f"NotoSans{script}-Regular.ttf"), NOTO, "OFL-1.1", features=["*"])
    yield smaller(found(unpacked, "DroidSansFallback.ttf"), DROID, "Apache-2.0", keep=east_asian(), features=[])
    emoji = found(unpacked, "noto-emoji-emoji-400-normal.woff2")
    yield smaller(emoji, EMOJI, "OFL-1.1", features=[], name="NotoEmoji-Regular.ttf")  # a family is shown as its members


def found(unpacked: Path, name: str) -> Path:
    """Return the one font of that name."""
    (path,) = [path for path in unpacked.rglob(name) if "doc" not in path.parts]
    return path


def smaller(
    source: Path,
    origin: str,
    licence: str,
    *,
    keep: Iterable[int] = (),
    features: Iterable[str] = ("ccmp", "mark", "mkmk"),
    name: str = "",
) -> dict[str, object]:
    """Write a font without hinting and with the characters to keep only; return its line."""
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=["*"], recalc_timestamp=False)
    options.layout_features = [*features]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*keep] or list(font.getBestCmap()))
    subsetter.subset(font)
    target = OUT / (name or source.name)
    font.save(target)
    return line(source, target, origin, licence)


def east_asian() -> list[int]:
    """The characters of GB 2312 and the common half of Big5 (Chinese names), KS X 1001 (Korean), and kana."""
    letters = set(map(chr, range(0x3000, 0x3100)))
    for codec, lead in (("gb2312", range(0xB0, 0xF8)), ("big5", range(0xA4, 0xC7)), ("euc_kr", range(0xB0, 0xC9))):
        for first in lead:
            for second in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
                letters.update(bytes([first, second]).decode(codec, "ignore"))
    return sorted(map(ord, letters))


def line(source: Path, target: Path, origin: str, licence: str) -> dict[str, object]:
    """Return what faces.json says of a font."""
    font = TTFont(target)
    return {
        "family": font["name"].getDebugName(16) or font["name"].getDebugName(1),
        "file": target.name,
        "origin": origin,
        "origin_sha256": hashlib.sha256(source.read_bytes()).hexdigest(),
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
        "licence": licence,
        "characters": " ".join(ranges(sorted(font.getBestCmap()))),
    }


def ranges(codes: list[int]) -> Iterator[str]:
    """Yield "41-5A" for runs of code points."""
    start = end = codes[0]
    for code in [*codes[1:], -1]:
        if code == end + 1:
            end = code
            continue
        yield f"{start:X}-{end:X}" if end > start else f"{start:X}"
        start = end = code


if __name__ == "__main__":
    main(Path(sys.argv[1]))
