"""Marking mentions changes no character that a reader sees, and lets nothing active in."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from tests.stories import tag_of, tagged_article

from cuttings.article.markup import TEXT_TAGS, escape_markdown, render_html, text_blocks
from cuttings.browse.pages.article_html import _any_markup, article_html
from cuttings.browse.parts.story_marks import story_marks
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import Tag

DAY = datetime.date(2024, 1, 1)
names = st.sampled_from(["Ada Lovelace", "United States", "U.S.", "World Bank", "Ada", "Bank"])
markup = st.sampled_from("* ** ` - > < & | <b> </b> <em> </p> <script> <!--".split()) | (
    st.sampled_from(["\n", "\n\n", '"', "[x](https://example.org/a)", "[y](z.html)"])
    | st.just('<a href="javascript:alert(1)">')
)
bodies = st.lists(names | markup | st.text(max_size=8), max_size=30).map(" ".join)
tags = st.sampled_from(
    [
        (EntityKind.PERSON, "Ada Lovelace"),
        (EntityKind.COUNTRY, "United States"),
        (EntityKind.ORGANIZATION, "World Bank"),
        (EntityKind.ORGANIZATION, '"><script>'),
    ]
)


def make_tag(kind: EntityKind, heading: str) -> Tag:
    states = (heading,) if kind is EntityKind.COUNTRY else ()
    entity = Entity(kind=kind, heading=heading, slug="slug", states=states)
    return tag_of(entity)


plain = st.lists(names | st.text("abc \n&<>\"'\u00a0\u0085é😀", max_size=6), max_size=20)


@given(plain.map(" ".join), st.lists(tags, max_size=3, unique=True))
def test_plain_paragraphs_are_marked_as_any_markup_is(
    text: str, chosen: list[tuple[EntityKind, str]]
) -> None:
    body = "\n\n".join(escape_markdown(block) for block in text.split("\n"))
    story = tagged_article(body, [make_tag(kind, heading) for kind, heading in chosen])
    tree_html = _any_markup(story, story_marks(story, "../"))
    assert article_html(story, "../") == tree_html


@given(bodies, st.lists(tags, max_size=3, unique=True))
def test_text_stays_and_nothing_active_comes_in(
    body: str, chosen: list[tuple[EntityKind, str]]
) -> None:
    blocks = text_blocks(render_html(body))
    story = tagged_article(body, [make_tag(kind, heading) for kind, heading in chosen])
    marked = article_html(story, "../")
    assert text_blocks(marked) == blocks
    root = lxml_html.fragment_fromstring(marked, create_parent="div")
    for element in root.iterdescendants():
        assert element.tag in TEXT_TAGS
        assert not [name for name in element.attrib if name.startswith("on")]
    for link in root.iter("a"):
        assert link.get("href", "").startswith(("https://example.org/a", "../"))
        assert not list(link.iterdescendants("a"))
