"""Mutated files of every format: each is read or reported, none ends or hangs the program."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.files.case_files import CONTENTS
from tests.files.mutated_files import (
    MUTATIONS,
    assert_read_or_told,
    files_by_format,
    mutated_files,
)

from cuttings.ingest.readers import FORMATS

_SEED = 1
_COUNT = 2 * len(MUTATIONS) * len(FORMATS)


def test_a_mutated_file_is_read_or_reported(tmp_path: Path) -> None:
    assert assert_read_or_told(mutated_files(CONTENTS, _SEED, _COUNT), tmp_path) == _COUNT


def test_every_format_is_mutated_as_often_as_any_other_and_in_every_way() -> None:
    formats = files_by_format(CONTENTS)
    assert formats.keys() == {known.name for known in FORMATS}
    names = {name: known for known, files in formats.items() for name in files}
    counts: Counter[tuple[str, str]] = Counter()
    for name, _content in mutated_files(CONTENTS, _SEED, _COUNT):
        _number, mutation, original = name.split("-", 2)
        counts[names[original], mutation] += 1
    assert set(counts.values()) == {2}
    assert len(counts) == len(FORMATS) * len(MUTATIONS)


def test_a_seed_always_gives_the_same_files_and_another_gives_others() -> None:
    first = list(mutated_files(CONTENTS, 1, 60))
    assert first == list(mutated_files(CONTENTS, 1, 60))
    others = list(mutated_files(CONTENTS, 2, 60))
    assert sum(one == other for one, other in zip(first, others, strict=True)) < 6
