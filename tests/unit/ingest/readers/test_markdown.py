from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import pairwise

import pytest

from cuttings.article.article import Certainty
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.draft import Draft

Read = Callable[..., Draft]
BODY = "Some *text* of the wall.\n\n1. one\n2. two\n\n    code\n\nAlso read: kept."


def test_the_body_is_kept_as_it_is(read: Read) -> None:
    assert read(f"Title: Wall\n\n{BODY}\n", "a.md").body == BODY
    assert read(f"---\ntitle: Wall\n---\n\n{BODY}\n", "a.md").body == BODY


@pytest.mark.parametrize("heading", ["# Wall *falls*", "# Wall *falls* #", "Wall *falls*\n======"])
def test_a_heading_on_top_is_the_headline(read: Read, heading: str) -> None:
    draft = read(f"{heading}\n\n{BODY}", "a.md")
    assert (draft.title, draft.titled, draft.body) == ("Wall falls", Certainty.EXACT, BODY)


def test_without_a_headline_one_is_made(read: Read) -> None:
    draft = read(BODY, "a.md")
    assert (draft.title, draft.titled) == ("Some text of the wall", Certainty.INFERRED)
    assert draft.body == BODY


def test_what_a_person_tagged_stays(read: Read) -> None:
    draft = read(
        f"Title: Wall\nDate: 1989-11-09\nPeople: A; B\nReviewed: yes\nSlug: the-wall\n\n{BODY}",
        "a.md",
    )
    article = draft.to_article("the-wall", datetime.date(2026, 1, 2))
    assert (article.people, article.countries, article.reviewed) == (("A", "B"), None, True)
    assert (article.date, article.dated) == (datetime.date(1989, 11, 9), Certainty.EXACT)
    assert draft.slug == "the-wall"


def test_an_article_of_another_archive_keeps_its_certainties(read: Read) -> None:
    draft = read(
        f"Title: Wall\nDate: 2020-01-01\nTitled: inferred\nDated: unknown\nOriginal: x\n\n{BODY}",
        "a.md",
    )
    assert (draft.titled, draft.date, draft.dated) == (
        Certainty.INFERRED,
        None,
        Certainty.UNKNOWN,
    )
    assert draft.original != "x"
    assert draft.extra == ()


def test_the_address_gives_a_date(read: Read) -> None:
    draft = read(f"Title: Wall\nURL: https://planet.example/1989/11/09/wall\n\n{BODY}", "a.md")
    assert (draft.date, draft.dated) == (datetime.date(1989, 11, 9), Certainty.INFERRED)


def test_no_mark_behind_a_key_makes_it_another(read: Read) -> None:
    keys = "slug record tagged original added people reviewed save_as".split()
    lines = "".join(f'"{key}!": forged\n"{key.upper()}?": forged\n' for key in keys)
    draft = read(f"---\ntitle: Wall\n{lines}mood!: glad\n---\n\n{BODY}", "a.md")
    assert (draft.slug, draft.people, draft.reviewed) == ("", None, False)
    assert draft.extra == (("Mood", "glad"),)


def test_yaml_that_would_fill_the_memory_is_reported(read: Read) -> None:
    names = "abcdefgh"
    lines = "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(names)
    )
    with pytest.raises(
        UnreadableSourceError, match=r"10,000 values; keep only what the story needs"
    ):
        read(f"---\na: &a [x, x]\n{lines}title: *h\n---\n\n{BODY}", "a.md")
    with pytest.raises(UnreadableSourceError, match="nested too deeply"):
        read(f"---\ntitle: &a [*a]\n---\n\n{BODY}", "a.md")
