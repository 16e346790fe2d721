"""A document of any kind is read in time that grows as the document does."""

from __future__ import annotations

from tests.linear.child_process import lines_of

_LENGTH = 2500


def test_every_document_is_read_in_linear_time() -> None:
    *findings, count = lines_of("documents", str(_LENGTH)) or [""]
    assert findings == []
    assert int(count.split()[0]) > 1000
