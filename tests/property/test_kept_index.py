"""An index built with what the last build kept is that of a build which begins with nothing."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stories import tag_of, tagged_article

from cuttings.build_cache import BuildCache
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.index_builder import build_index
from cuttings.search_index.script_folder import content_digest

TEXTS = (
    "Oil rose. The anti-virus shield, OIL prices and the U.S. fell " * 8,
    "OIL ROSE AGAIN, IT SAID",
    "Wheat and oils fell; anti-oil laws",
    "中国's été, oil",
    "",
)
PERSON = Entity(kind=EntityKind.PERSON, heading="Antony Blinken", slug="antony-blinken")
HIDDEN = Entity(kind=EntityKind.PERSON, heading="Ann Lee", slug="ann-lee", has_page=False)
SLUGS = tuple(f"story-{number}" for number in range(12))

stories = st.builds(
    lambda title, text, day, source, people: {
        "title": title,
        "text": text,
        "date": day and datetime.date(2024, 4, day),
        "source": source,
        "tags": [tag_of(person) for person in people],
    },
    st.sampled_from(("Oil", "Wheat exports", "OIL")),
    st.sampled_from(TEXTS),
    st.sampled_from((None, 1, 2, 3)),
    st.sampled_from(("", "CNN")),
    st.sampled_from(((), (PERSON,), (PERSON, HIDDEN))),
)
archives = st.dictionaries(st.sampled_from(SLUGS), stories)
changes = st.dictionaries(st.sampled_from(SLUGS), st.none() | stories, min_size=1, max_size=3)
accidents = st.sampled_from(("none", "cache gone", "cache damaged", "site edited", "file gone"))


@settings(max_examples=12)
@given(archives, st.lists(st.tuples(changes, accidents), min_size=1, max_size=3))
def test_an_index_is_that_of_a_clean_build(
    archive: dict[str, dict[str, Any]], steps: list[tuple[dict[str, Any], str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        cache = BuildCache(site.with_name("site.cache"), "version")
        _build(archive, site, cache)
        for change, accident in steps:
            archive = {slug: story for slug, story in (archive | change).items() if story}
            _befall(site, cache, accident)
            _build(archive, site, cache)
            build_index(_stories(archive), Path(folder, "clean", "search"))
            assert _files(site / "search") == _files(Path(folder, "clean", "search"))


def _build(archive: dict[str, dict[str, Any]], site: Path, cache: BuildCache) -> None:
    staging = site.with_name("staging")
    build_index(_stories(archive), staging / "search", cache=cache)
    if site.exists():
        site.rename(site.with_name("previous"))
    staging.rename(site)
    shutil.rmtree(site.with_name("previous"), ignore_errors=True)


def _befall(site: Path, cache: BuildCache, accident: str) -> None:
    """Have something happen to what the last build left."""
    assert cache.folder is not None
    kept = sorted(cache.folder.rglob("*.zst"))
    written = sorted(path for path in (site / "search").rglob("*.js"))
    if accident == "cache gone":
        kept[0].unlink()
    elif accident == "cache damaged":
        for path in kept:
            path.write_bytes(path.read_bytes()[:-5] + b"12345")
    elif accident == "site edited":
        written[-1].write_text("edited by a person", encoding="utf-8")
    elif accident == "file gone":
        written[0].unlink()


def _stories(archive: dict[str, dict[str, Any]]) -> Sequence[TaggedArticle]:
    made = (tagged_article(slug=slug, **story) for slug, story in archive.items())
    return [replace(story, digest=content_digest(repr(story).encode()).hex()) for story in made]


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
