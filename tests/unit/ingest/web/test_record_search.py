from __future__ import annotations

import gzip
from io import BytesIO

import pytest

from cuttings.ingest.web.record_search import GZIP, next_record

BLOCK = 1024 * 1024
RECORD = b"WARC/1.0\r\nWARC-Type: response\r\n"


@pytest.mark.parametrize("before", [0, 7, BLOCK - 4, BLOCK, 3 * BLOCK])
@pytest.mark.parametrize("compressed", [True, False])
def test_a_record_is_found_however_far_it_lies(before: int, compressed: bool) -> None:
    record = gzip.compress(RECORD) if compressed else RECORD
    assert next_record(BytesIO(bytes(before) + record), 0, compressed=compressed) == before


def test_the_search_begins_where_it_is_told() -> None:
    archive = BytesIO(RECORD + b"text " + RECORD)
    assert next_record(archive, 0, compressed=False) == 0
    assert next_record(archive, 1, compressed=False) == len(RECORD) + 5


@pytest.mark.parametrize("compressed", [True, False])
def test_what_only_looks_like_the_start_of_a_record_is_passed_over(compressed: bool) -> None:
    content = GZIP + b"no record WARC/ WARC/1.0" + gzip.compress(b"a page")
    assert next_record(BytesIO(content), 0, compressed=compressed) is None
