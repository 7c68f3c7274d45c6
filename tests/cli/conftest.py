import os
import subprocess
import sys

import pytest


@pytest.fixture
def run(tmp_path):
    """Run the command line as a user would, in a folder of its own."""

    def call(*arguments, text=None, raw=None, env=None, cwd=tmp_path):
        return subprocess.run(
            [sys.executable, "-m", "plainletter", *map(str, arguments)],
            input=raw if raw is not None else (text.encode() if text is not None else b""),
            capture_output=True, cwd=cwd, check=False, timeout=600, env={**os.environ, **(env or {})},
        )  # fmt: skip

    return call
