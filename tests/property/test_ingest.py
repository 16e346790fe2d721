"""Ingest of any text: nothing is lost, twice is once, the same gives the same."""

from __future__ import annotations

import datetime
import tempfile
import unicodedata
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.files.drafts import drafts_of
from tests.files.taken import Taken

from cuttings.article.article_file import parse_article, read_article, render_article
from cuttings.article.characters import one_line
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import SLUG_LENGTH
from cuttings.article.markup import plain_text
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.filing.intake import Intake
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.made_headline import HEADLINE_LENGTH, made_headline

TODAY = datetime.date(2026, 1, 2)
TRICKY = "2016. november|# 1|*star*|_line_|<b>|&amp;|[a](b)|- item|> quote|```|a | b|\\|Title: x"
words = st.sampled_from([*TRICKY.split("|"), "wall", "Berlin", "1989", "fell"]) | st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs", "Zl", "Zp"),
        exclude_characters="\u00ad",  # It is taken out of words.
    ),
    min_size=1,
    max_size=9,
)
paragraphs = st.lists(words, min_size=1, max_size=12).map(" ".join)
texts = st.lists(paragraphs, min_size=1, max_size=5).map("\n\n".join)


def source_of(payload: bytes, name: str = "story.txt") -> SourceFile:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(payload)
        return SourceFile.load(path)


def _is_noncharacter(char: str) -> bool:
    """Tell one of the 66 code points that never stand for a character (Unicode, 23.7)."""
    return 0xFDD0 <= ord(char) <= 0xFDEF or ord(char) & 0xFFFE == 0xFFFE


@given(texts)
@example("A\ufdd0 \U0001fffeb")
def test_every_word_of_a_text_shows(text: str) -> None:
    try:
        (draft,) = drafts_of(source_of(text.encode()))
    except UnreadableSourceError:
        return
    body = plain_text(draft.body).split()
    text = "".join(char for char in text if not _is_noncharacter(char))
    given_words = {unicodedata.normalize("NFC", word) for word in text.split()}
    shown = {
        unicodedata.normalize("NFC", word)
        for word in (*draft.title.split(), *body, *" ".join(draft.removed).split())
    }
    assert set(body) <= set(text.split())
    assert given_words - shown == set()


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.md", "a"]))
def test_any_bytes_give_articles_or_one_error(payload: bytes, name: str) -> None:
    try:
        drafts = drafts_of(source_of(payload, name))
    except UnreadableSourceError:
        return
    for draft in drafts:
        article = draft.to_article("slug", TODAY)
        assert article.title
        assert article.title == one_line(article.title)
        written = render_article(article)
        assert render_article(parse_article(written, Path("slug.md"))) == written


@given(st.lists(texts, min_size=1, max_size=4))
@settings(max_examples=25)
def test_taking_in_twice_is_taking_in_once(stories: list[str]) -> None:
    with tempfile.TemporaryDirectory() as root:
        folder = ContentFolder(Path(root))
        folder.inbox.mkdir()

        def fill() -> None:
            for number, story in enumerate(stories):
                (folder.inbox / f"{number}.txt").write_text(story, encoding="utf-8")

        fill()
        first = Taken.of(Intake(folder, TODAY).take_inbox())
        before = {path: path.read_bytes() for path in folder.article_paths()}
        fill()
        second = Taken.of(Intake(folder, TODAY).take_inbox())
        assert second.filed == ()
        assert len(second.rejected) == len(first.rejected)
        assert {path: path.read_bytes() for path in folder.article_paths()} == before
        originals = [read_article(path).original for path in before]
        assert len(originals) == len(set(originals)) == len(first.filed)
        assert all(0 < len(path.stem) <= SLUG_LENGTH for path in before)


@given(paragraphs)
def test_a_made_headline_is_short_and_one_line(text: str) -> None:
    headline = made_headline(text)
    assert len(headline) <= HEADLINE_LENGTH
    assert headline == one_line(headline)
    assert bool(headline) == bool(one_line(text))
