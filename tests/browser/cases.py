"""Case files that the desk finds in its folder."""

import hashlib
import json
import tomllib

from tests.conftest import ROOT

NAME = "letter-2026-03-11-1.json"
# Words of the example that nothing but the page and the files may hold.
PRIVATE = ("Tomasz", "Wójcik", "tramadol", "tablets", "Marek", "Harbour Road", "Ania", "1985-06-14", "TS99 4AA")


def example():
    """Return the case of the first meeting as JSON holds it."""
    text = (ROOT / "examples" / "first-meeting.toml").read_text(encoding="utf-8")
    return json.loads(json.dumps(tomllib.loads(text), default=lambda value: value.isoformat()))


def put(folder, case, name=NAME):
    """Write a case into a folder, and return its address at the desk."""
    (folder / name).write_text(json.dumps(case, ensure_ascii=False, indent=1), encoding="utf-8")
    return address(name)


def address(name=NAME):
    return "/drafts/" + hashlib.sha256(name.encode()).hexdigest()[:16]


def read(folder, name=NAME):
    return json.loads((folder / name).read_text(encoding="utf-8"))
