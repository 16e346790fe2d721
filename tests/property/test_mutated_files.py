"""Mutated files of every format: each is read or told, none ends or hangs the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.property.case_files import CONTENTS
from tests.property.mutation import MUTATIONS, Mutation, assert_read_or_told


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_mutated_file_is_read_or_told(tmp_path: Path, mutation: Mutation) -> None:
    assert_read_or_told(CONTENTS.items(), mutation, tmp_path)
