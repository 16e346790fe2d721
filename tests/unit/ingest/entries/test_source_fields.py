from __future__ import annotations

import datetime

from cuttings.ingest.entries.source_fields import split_front_matter


def test_yaml_is_mapped() -> None:
    fields, body = split_front_matter(
        "---\n"
        "headline: 'Wall: it falls'\n"
        "published: 1989-11-09\n"
        "authors: [Jane Doe, {name: John Roe}]\n"
        "publisher: The Daily Planet\n"
        "canonical_url: https://example.org/wall\n"
        "tags: [berlin, wall; east]\n"
        "draft: false\n"
        "people: [Günter Schabowski]\n"
        "---\n\nText\n"
    )
    assert fields.text("title") == "Wall: it falls"
    assert fields.date("date") == datetime.date(1989, 11, 9)
    assert fields.people_named("author") == "Jane Doe; John Roe"
    assert fields.text("source") == "The Daily Planet"
    assert fields.text("url") == "https://example.org/wall"
    assert fields.values("people") == ("Günter Schabowski",)
    assert fields.values("countries") is None
    assert fields.unknown() == (("Tags", "berlin; wall\\; east"), ("Draft", "no"))
    assert body == "Text"


def test_pelican_lines_are_mapped() -> None:
    fields, body = split_front_matter(
        "Title: Wall falls\nDate: 1989-11-09 20:00\nPeople: A; B\nOriginal: abc\nMood: glad\n\nText"
    )
    assert fields.text("title") == "Wall falls"
    assert fields.date("date") == datetime.date(1989, 11, 9)
    assert fields.values("people") == ("A", "B")
    assert fields.unknown() == (("Mood", "glad"),)
    assert body == "Text"


def test_text_that_only_looks_like_fields_is_body() -> None:
    for text in ("Note: the wall fell.\n\nText", "---\n\nText", "Text", "---\n- a\n---\nText"):
        assert split_front_matter(text)[1] == text


def test_broken_yaml_between_fences_is_read_as_lines() -> None:
    fields, body = split_front_matter("---\nTitle: Wall: it falls\n---\nText")
    assert fields.text("title") == "Wall: it falls"
    assert body == "Text"


def test_values_of_broken_yaml_lose_their_quotation_marks() -> None:
    fields, body = split_front_matter(
        "---\ntitle: 'Wall: it''s down'\nauthors: [Jane Doe, \"John Roe\"]\n"
        'source: The Planet: Berlin\nsummary: \'Tis down\nlanguage: "en"\n---\nText'
    )
    assert fields.text("title") == "Wall: it's down"
    assert fields.values("author") == ("Jane Doe", "John Roe")
    assert (fields.text("source"), fields.text("summary")) == ("The Planet: Berlin", "'Tis down")
    assert (fields.text("language"), body) == ("en", "Text")
