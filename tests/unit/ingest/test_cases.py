"""Whole raw files beside what is to become of them (tests/cases/ingest)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.files.drafts import drafts_of

from cuttings.article.markup import plain_text
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile

CASES = Path(__file__).parents[2] / "cases" / "ingest"


def _described(draft: Draft, expected: dict[str, Any]) -> dict[str, Any]:
    """Return of a draft what a case states; ``removed`` is the number of lines."""
    found: dict[str, Any] = {}
    for key in expected:
        field = {"language": "own_language"}.get(key, key)
        value: Any = plain_text(draft.body) if key == "text" else getattr(draft, field)
        if key == "date":
            value = value and value.isoformat()
        elif key == "removed":
            value = len(value)
        elif isinstance(value, tuple):
            value = list(value)
        found[key] = value
    return found


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.json")))
def test_case(name: str) -> None:
    expected = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    (source,) = (path for path in CASES.glob(f"{name}.*") if path.suffix != ".json")
    (draft,) = drafts_of(SourceFile.load(source))
    assert _described(draft, expected) == expected
