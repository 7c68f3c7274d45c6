import json
import shutil

import pytest

from plainletter.checking import model
from plainletter.errors import ModelError

INSTALLED = pytest.mark.skipif(model.installed_model() is None, reason="no language model is installed")


@INSTALLED
def test_the_installed_model_is_the_recorded_one():
    model.verify_model(model._data_folder(model.installed_model()))


@INSTALLED
@pytest.mark.parametrize("name", ["parser/model", "tok2vec/model", "vocab/strings.json", "config.cfg"])
def test_one_changed_bit_is_refused(tmp_path, name):
    folder = tmp_path / "model"
    shutil.copytree(model._data_folder(model.installed_model()), folder)
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(ModelError, match=f"{name} has changed"):
        model.verify_model(folder)
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"{name} is missing"):
        model.verify_model(folder)


def test_every_file_that_is_loaded_is_recorded():
    recorded = json.loads(model.LOCK.read_text())["files"]
    assert {"config.cfg", "tokenizer", "tok2vec/model", "tagger/model", "parser/model", "vocab/strings.json"} <= set(recorded)


def test_without_a_model_there_is_none_and_no_error(monkeypatch):
    monkeypatch.setattr(model, "find_spec", lambda name: None)
    assert model.installed_model() is None
    model.load_model.cache_clear()
    assert model.load_model() is None
    model.load_model.cache_clear()
