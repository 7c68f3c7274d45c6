"""A file is written whole or not at all."""

import errno
import os
import re
import signal
import stat
import subprocess
import sys
import time

import pytest

from plainletter.errors import PlainletterError
from plainletter.wholefile import write_whole


def test_a_new_file_is_whole_and_for_its_owner_only(tmp_path):
    path = tmp_path / "letter.txt"
    write_whole(path, b"Dear Dilys")
    assert path.read_bytes() == b"Dear Dilys"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_replaced_file_keeps_its_permissions(tmp_path):
    path = tmp_path / "case.toml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "the disk is full; free some space and try again"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EIO, "the system says 'input/output error'"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_fault_of_the_disk_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, number, sentence, step):
    path = tmp_path / "letter.txt"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(f"{'os' if step == 'fsync' else 'pathlib.Path'}.{step}", fail)
    with pytest.raises(PlainletterError, match=re.escape(f"letter.txt could not be written: {sentence}")) as refusal:
        write_whole(path, b"secret words")
    assert "secret" not in str(refusal.value)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupt_leaves_nothing(tmp_path, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "letter.txt", b"secret")
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    with pytest.raises(PlainletterError, match=r"link\.txt could not be written: it is a link; remove the link"):
        write_whole(tmp_path / "link.txt", b"new")
    assert (tmp_path / "real.txt").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("n" * 256, "the name is too long; choose a shorter one"),
        ("missing/letter.txt", "its folder does not exist; make the folder first"),
        ("file/letter.txt", "its folder is a file"),
        ("folder", "a folder has that name"),
        ("pipe", "it is not a plain file"),
        ("nul\0", "is not a name that a file can have"),
    ],
)
def test_names_that_cannot_be_written_are_explained(tmp_path, name, sentence):
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(PlainletterError, match=sentence):
        write_whole(tmp_path / name, b"new")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_explained(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(PlainletterError, match="the folder may not be written to"):
        write_whole(tmp_path / "letter.txt", b"new")


def test_a_limit_on_file_size_leaves_the_old_file(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(b"old")
    code = (
        "import resource, signal, sys; from pathlib import Path; from plainletter.errors import PlainletterError\n"
        "from plainletter.wholefile import write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))\n"
        "try: write_whole(Path(sys.argv[1]), b'x' * 100)\n"
        "except PlainletterError as error: print(error)"
    )
    run = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    assert "larger than this system allows" in run.stdout
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_killed_process_leaves_the_old_file_or_the_new_one(tmp_path):
    path = tmp_path / "letter.txt"
    old, new = b"old " * 50_000, b"new " * 50_000
    path.write_bytes(old)
    code = (
        "import sys; from pathlib import Path; from plainletter.wholefile import write_whole\n"
        "print('ready', flush=True)\n"
        "while True: write_whole(Path(sys.argv[1]), b'new ' * 50_000)"
    )
    for delay in (0, 0.001, 0.003, 0.007, 0.02):
        with subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
        assert path.read_bytes() in (old, new)


def test_what_a_killed_process_left_long_ago_is_removed(tmp_path):
    left, fresh = tmp_path / ".plainletter-abc.part", tmp_path / ".plainletter-def.part"
    for path in (left, fresh):
        path.write_bytes(b"half a letter")
    os.utime(left, (1, 1))
    write_whole(tmp_path / "letter.txt", b"new")
    assert not left.exists()
    assert fresh.exists()
