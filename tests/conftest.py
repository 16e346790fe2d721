"""Fixtures that every kind of test shares."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """The repository's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared_corpora() -> Path:
    """The folder of measuring corpora, which the repository does not hold.

    It lies beside the repository, and tests that need it are skipped without it;
    where CUTTINGS_SHARED names its place, as `.ci/run` does, it must be there.
    """
    named = os.environ.get("CUTTINGS_SHARED")
    folder = (Path(named) if named else ROOT.parent / "shared") / "corpora"
    if folder.is_dir():
        return folder
    message = f"needs the measuring corpora in {folder}"
    if named:
        pytest.fail(message)
    pytest.skip(message)
