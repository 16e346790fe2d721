"""Raw files of many stories beside what is to become of each (tests/cases/records).

A case ``NAME.suffix`` stands beside ``NAME.expected.json``: its format, and for each record its
place with what its draft says, the address to be fetched, or the error.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cuttings.article.article import Certainty
from cuttings.article.markup import plain_text
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.record import NoStory, Record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import format_of, records_of

CASES = Path(__file__).parents[2] / "cases" / "records"
EXPECTED = ".expected.json"


def _described(record: Record) -> dict[str, Any]:
    """Return what became of a record, without what is empty."""
    described: dict[str, Any] = {"place": record.source.place}
    try:
        story = record.read()
    except UnreadableSourceError as error:
        return {key: value for key, value in described.items() if value} | {"error": error.reason}
    if isinstance(story, Address):
        described |= {"fetch": story.url, "title": story.title, "note": story.note}
        described |= {"tags": list(story.tags), "saved": story.saved and story.saved.isoformat()}
    elif isinstance(story, NoStory):
        described |= {"left out": story.reason}
    else:
        described |= _draft_described(story)
    return {key: value for key, value in described.items() if value}


def _draft_described(draft: Draft) -> dict[str, Any]:
    return {
        "title": draft.title,
        "inferred": draft.titled is Certainty.INFERRED,
        "date": draft.date and draft.date.isoformat(),
        "dated": draft.dated.value,
        "unread date": draft.unread_date,
        "author": draft.author,
        "publication": draft.publication,
        "url": draft.url,
        "language": draft.language,
        "summary": draft.summary,
        "extent": draft.extent,
        "people": draft.people and list(draft.people),
        "extra": dict(draft.extra),
        "removed": list(draft.removed),
        "text": plain_text(draft.body),
    }


@pytest.mark.parametrize(
    "name", sorted(path.name.removesuffix(EXPECTED) for path in CASES.glob(f"*{EXPECTED}"))
)
def test_case(name: str) -> None:
    expected = json.loads((CASES / f"{name}{EXPECTED}").read_text(encoding="utf-8"))
    (path,) = (path for path in CASES.glob(f"{name}.*") if not path.name.endswith(EXPECTED))
    source = SourceFile.load(path)
    found = {
        "format": format_of(source).name,
        "records": [_described(record) for record in records_of(source)],
    }
    assert found == expected


def test_every_case_says_what_is_expected() -> None:
    names = {path.name.split(".")[0] for path in CASES.iterdir()}
    assert names == {path.name.removesuffix(EXPECTED) for path in CASES.glob(f"*{EXPECTED}")}
