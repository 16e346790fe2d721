"""Slugs and digests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cuttings.article.identity import (
    LONGEST_SLUG,
    SLUG_LENGTH,
    distinct_slug,
    file_digest,
    make_slug,
    named_slug,
    payload_digest,
    plain_slug,
    slug_unless_plain,
    source_slug,
)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Blinken's visit: what now?", "blinkens-visit-what-now"),
        ("Le projet de loi sur le renseignement", "le-projet-de-loi-sur-le-renseignement"),
        ("Выборы", "vybory"),
        ("中国", "zhong-guo"),
        ("🎉🎉", "0a1b2c"),
        ("", "0a1b2c"),
    ],
)
def test_a_slug_is_plain_and_never_empty(title: str, slug: str) -> None:
    assert make_slug(title, "0a1b2c") == slug


def test_a_long_headline_is_cut_between_words() -> None:
    slug = make_slug("parliament " * 40, "x")
    assert len(slug) <= SLUG_LENGTH
    assert set(slug.split("-")) == {"parliament"}


def test_a_shared_headline_is_distinguished_within_the_limit() -> None:
    slug = distinct_slug("a" * SLUG_LENGTH, "f" * 64)
    assert slug.endswith("-ffffffff")
    assert len(slug) == SLUG_LENGTH


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("a-slug-2", "a-slug-2"),
        ("Not A Slug", "not-a-slug"),
        ("a--b", "a-b"),
        ("-a", "a"),
        ("a" * 200, "a" * 200),
    ],
)
def test_a_given_slug_stays_and_another_name_becomes_one(name: str, slug: str) -> None:
    assert named_slug(name) == slug


def test_a_given_slug_that_is_too_long_is_cut_and_told_apart() -> None:
    longest = "a" * LONGEST_SLUG
    one, other = named_slug(f"{longest}b"), named_slug(f"{longest}c")
    assert len(one) == len(other) == SLUG_LENGTH
    assert one != other
    assert 2 * LONGEST_SLUG > 255 > LONGEST_SLUG


def test_a_source_never_takes_the_place_of_the_list_of_sources() -> None:
    assert source_slug("The Guardian") == source_slug("the guardian") == "the-guardian"
    assert source_slug("Index").startswith("index-")


def test_digests_agree(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    assert file_digest(path) == payload_digest(b"abc")
    assert payload_digest(b"abc").startswith("ba7816bf")


@pytest.mark.parametrize("name", ["con", "PRN", "Aux", "nul", "com0", "com9", "LPT1"])
def test_no_slug_is_a_name_that_windows_keeps_for_itself(name: str) -> None:
    assert make_slug(name, "x") == named_slug(name.lower()) == f"{name.lower()}-1"


def test_a_slug_may_hold_such_a_name() -> None:
    assert make_slug("Con men", "x") == "con-men"
    assert named_slug("com10") == "com10"


def test_a_plain_slug_is_what_the_search_page_makes() -> None:
    cases = Path(__file__).parents[2] / "cases" / "plain_slug.json"
    for name, slug in json.loads(cases.read_text(encoding="utf-8")):
        assert plain_slug(name) == slug
        assert slug_unless_plain(slug, name) == ""
    assert slug_unless_plain("emile-zola", "Émile Zola") == "emile-zola"
