from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cuttings.article.article_file import KNOWN_FIELDS, parse_article, render_article
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.further_lines import further_lines

MARKS = (
    "!",
    " !",
    "?",
    ":",
    ".",
    "\u00a0",
    "-",
    "_",
    "\u00e9",
    "\u202e",
    "\U0001f600",
    "\n",
    "\x00",
)
KEYS = sorted(KNOWN_FIELDS | {"slug", "save_as", "status", "template", "translation"})


def test_what_else_a_source_says_is_kept() -> None:
    stated = (("tags", "a; b"), ("geo location", "Berlin"), ("MOOD", "glad"), ("part_of", "x"))
    assert further_lines(stated) == (
        ("Tags", "a; b"),
        ("Geo-location", "Berlin"),
        ("Mood", "glad"),
        ("Part_of", "x"),
    )


@pytest.mark.parametrize("key", KEYS)
def test_no_spelling_of_a_key_forges_a_line(key: str) -> None:
    spellings = [
        form(key) for form in (str, str.upper, str.title, lambda key: key.replace("_", "-"))
    ]
    forged = [
        (written, "x")
        for spelling in spellings
        for mark in MARKS
        for written in (f"{spelling}{mark}", f"{mark}{spelling}", f"{mark}{spelling}{mark}")
    ]
    assert further_lines(forged) == ()


def test_a_key_of_which_nothing_can_be_written_is_left_out() -> None:
    assert further_lines([("", "x"), ("!?", "x"), ("\u65e5\u4ed8", "x")]) == ()


def test_a_long_key_is_cut_before_it_is_looked_at() -> None:
    (key, value), *others = further_lines([("k" * 1000, "x"), ("slug" + "!" * 1000 + "x", "y")])
    assert (len(key), value, others) == (80, "x", [("Slug-x", "y")])


def test_no_value_of_a_draft_makes_a_line_of_its_own() -> None:
    forging = "x\nOriginal: forged\r\nTagged: forged\u2028Slug: forged\x85Record: forged"
    draft = Draft(
        source=Path("a.ttx"),
        original="0" * 64,
        title=forging,
        body="Text",
        author=forging,
        publication=forging,
        agency=forging,
        url=forging,
        language=forging,
        summary=forging,
        extent=forging,
        related=(forging,),
        people=(forging,),
        countries=(forging,),
        countries_mentioned=(forging,),
        organizations=(forging,),
        extra=(("Mood", forging), (forging, forging), ("Slug", "forged"), ("record", "forged")),
    )
    text = render_article(draft.to_article("wall", datetime.date(2026, 1, 2)))
    article = parse_article(text, Path("wall.md"))
    assert (article.slug, article.original, article.record) == ("wall", "0" * 64, "")
    assert (article.tagged, article.body) == ("", "Text")
    assert [key for key, _value in article.extra] == [
        "Mood",
        "X-original-forged-tagged-forged-slug-forged-record-forged",
    ]
