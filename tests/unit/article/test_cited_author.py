from __future__ import annotations

import pytest

from cuttings.article.cited_author import cited_authors


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("", []),
        ("Jane Doe", ["Jane Doe"]),
        ("Jane Doe, John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe; John Roe and Ann Poe", ["Jane Doe", "John Roe", "Ann Poe"]),
        ("Holt, Karin; Bell, Nora", ["Holt, Karin", "Bell, Nora"]),
        ("John Roe, Jr., Sandy Anders", ["John Roe, Jr.", "Sandy Anders"]),
    ],
)
def test_a_byline_is_cut_into_persons(byline: str, authors: list[str]) -> None:
    assert cited_authors(byline) == authors
