from __future__ import annotations

import json
from collections.abc import Callable

from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import format_of, records_of

MakeSource = Callable[..., SourceFile]


def test_objects_of_a_content_management_system(make_source: MakeSource) -> None:
    post = {
        "title": {"rendered": "Wall falls"},
        "date_published": "1989-11-09T20:00:00",
        "content": {"rendered": "<p>It fell.</p><p>All of it.</p>", "protected": False},
        "link": "https://planet.example/wall",
        "categories": [3, 4],
    }
    source = make_source(json.dumps([post]), "a.json")
    assert format_of(source).name == "JSON"
    (record,) = records_of(source)
    draft = record.read()
    assert isinstance(draft, Draft)
    assert (draft.title, draft.body) == ("Wall falls", "It fell.\n\nAll of it.")
    assert str(draft.date) == "1989-11-09"
    assert record.source.place == "item 1"
