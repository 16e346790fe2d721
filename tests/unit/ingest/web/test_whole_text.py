"""Text of a page that stands where the extraction of text easily loses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.files.drafts import drafts_of

from cuttings.article.markup import plain_text
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.source_file import SourceFile

FIRST = (
    "The council of the town met on Wednesday to talk about the new bridge over the river, which "
    "has been planned for twelve years and whose cost has risen twice since."
)
LAST = (
    "Work is to begin in the autumn, the mayor said, and to be done in three years, if the ground "
    "under the north bank is as firm as the engineers believe it to be."
)
PUMP = "The old pump of the town stopped at noon and was started again by two men"


def _body(folder: Path, body: str) -> str:
    return plain_text(_markdown(folder, body))


def _markdown(folder: Path, body: str) -> str:
    page = folder / "bridge.html"
    page.write_text(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge talks in the town'
        f"</title></head><body>{body}<footer>Copyright Paper</footer></body></html>",
        encoding="utf-8",
    )
    (draft,) = drafts_of(SourceFile.load(page))
    return draft.body


@pytest.mark.parametrize(
    "element",
    ["time", "ruby", "label", "output", "progress", "legend", "data", "mark", "small", "abbr"],
)
@pytest.mark.parametrize("around", ["<p>{}</p>", "<ul><li>{}</li></ul>"])
def test_text_in_an_inline_element_stays_in_its_place(
    tmp_path: Path, element: str, around: str
) -> None:
    block = around.format(f"{PUMP} <{element}>on 1 May</{element}>, and it still runs.")
    text = _body(
        tmp_path, f"<article><h1>Bridge talks</h1><p>{FIRST}</p>{block}<p>{LAST}</p></article>"
    )
    assert [PUMP in text, "on 1 May" in text, "and it still runs." in text] == [True] * 3
    assert text.index(FIRST) < text.index(PUMP) < text.index("on 1 May") < text.index(LAST)


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>Bridge talks</h1>{PUMP}.<br><br>{FIRST}<br><br>{LAST}</article>",
        f"<article><h1>Bridge talks</h1><img src='a.jpg'>{PUMP}.<p>{FIRST}</p>{LAST}</article>",
        f"<article><p>{FIRST}</p>{PUMP}.<p>{LAST}</p></article>",
        f"<h1>Bridge talks</h1><p>6 May 2020</p>{PUMP}.<p>{FIRST}<p>{LAST}",
        f"{PUMP}.<p>{FIRST}</p><p>{LAST}</p>",
        f"<article><b>BERGEN</b> {PUMP}.<br><br><b>{FIRST}</b><br><br>"
        f"<i>Note</i>: {LAST}</article>",
        f"<article><ul><li>{FIRST}<ul><li>{LAST}</li></ul>{PUMP}.</li></ul></article>",
        f"<article><h1>Bridge talks</h1><span>{PUMP}.</span><br><span>{FIRST}</span><br>"
        f"<span>{LAST}</span></article>",
    ],
)
def test_text_without_an_element_of_its_own_is_whole(tmp_path: Path, body: str) -> None:
    text = _body(tmp_path, body)
    assert [one in text for one in (PUMP, FIRST, LAST)] == [True] * 3


@pytest.mark.parametrize(
    ("quotation", "said_by"),
    [
        (
            f"<figure class='pullquote'><blockquote><p>{PUMP}.</p><cite>Karin Holt</cite>"
            "</blockquote></figure>",
            "Karin Holt",
        ),
        (
            f"<blockquote><p>{PUMP}.</p><footer>— <cite>Karin Holt</cite></footer></blockquote>",
            "Holt",
        ),
        (f"<blockquote><p>{PUMP}.</p><p>— Nora Bell</p></blockquote>", "— Nora Bell"),
    ],
)
def test_a_quotation_keeps_who_said_it(tmp_path: Path, quotation: str, said_by: str) -> None:
    text = _body(tmp_path, f"<article><p>{FIRST}</p>{quotation}<p>{LAST}</p></article>")
    assert text.index(FIRST) < text.index(PUMP) < text.index(said_by) < text.index(LAST)


CAPTION = "<figcaption>Holt on the pump</figcaption>"
QUOTATION = f"<blockquote><p>{PUMP}.</p></blockquote>"


@pytest.mark.parametrize(
    ("figure", "first", "second"),
    [
        (f"{QUOTATION}{CAPTION}", PUMP, "Holt on the pump"),
        (f"{CAPTION}{QUOTATION}", "Holt on the pump", PUMP),
        (f"<figure>{QUOTATION}</figure>{CAPTION}", PUMP, "Holt on the pump"),
        (f"<ul><li>Old mill</li><li>{PUMP}</li></ul>{CAPTION}", "Old mill", "Holt on the pump"),
        (f"{CAPTION}<ol><li>Old mill</li><li>New mill</li></ol>", "Holt on", "2.  New mill"),
        (f"<pre>one line\ntwo lines</pre>{CAPTION}", "    two lines", "Holt on the pump"),
        (f"<dl><dt>Pump</dt><dd>{PUMP}.</dd></dl>{CAPTION}", PUMP, "Holt on the pump"),
        (
            f"<table><tr><th>Town</th><th>Votes</th></tr><tr><td>Oslo</td><td>9</td></tr></table>"
            f"{CAPTION}",
            "| Oslo | 9 |",
            "Holt on the pump",
        ),
        (
            f"<img src='https://a.example/holt.jpg' alt='Karin Holt'>{QUOTATION}{CAPTION}",
            PUMP,
            "Holt on the pump",
        ),
    ],
    ids="quotation caption-first nested list numbers pre terms table portrait".split(),
)
def test_a_figure_of_text_is_whole_with_its_caption(
    tmp_path: Path, figure: str, first: str, second: str
) -> None:
    markdown = _markdown(
        tmp_path, f"<article><p>{FIRST}</p><figure>{figure}</figure><p>{LAST}</p></article>"
    )
    places = [markdown.index(one) for one in (FIRST, first, second, LAST)]
    assert places == sorted(places)


@pytest.mark.parametrize("figure", [f"{QUOTATION}{CAPTION}", f"<ul><li>{PUMP}</li></ul>"])
def test_a_figure_of_text_may_end_the_story(tmp_path: Path, figure: str) -> None:
    markdown = _markdown(
        tmp_path, f"<article><p>{FIRST}</p><p>{LAST}</p><figure>{figure}</figure></article>"
    )
    assert markdown.index(LAST) < markdown.index(PUMP)


@pytest.mark.parametrize(
    "figure",
    [
        f"<span>Image copyright</span><figcaption>{PUMP}</figcaption>",
        f"<blockquote><a href='https://a.example/b'>{PUMP}</a></blockquote>",
    ],
)
def test_a_figure_of_a_picture_or_a_link_is_not_text(tmp_path: Path, figure: str) -> None:
    body = f"<article><p>{FIRST}</p><figure>{figure}</figure><p>{LAST}</p></article>"
    assert PUMP not in _markdown(tmp_path, body)


def test_a_table_keeps_its_caption_and_its_head(tmp_path: Path) -> None:
    table = (
        "<table><caption>Votes by <b>town</b></caption><tr><th>Town</th><th>Votes</th></tr>"
        "<tr><td>Oslo</td><td>9</td></tr></table>"
    )
    markdown = _markdown(tmp_path, f"<article><p>{FIRST}</p>{table}<p>{LAST}</p></article>")
    assert "Votes by **town**\n\n| Town | Votes |\n| --- | --- |\n| Oslo | 9 |" in markdown


@pytest.mark.parametrize(
    "hidden",
    [
        "<template><article><p>{}</p></article></template>",
        "<script type='text/template'><article><p>{}</p></article></script>",
        "<script type='TEXT/HTML'><p>{}</p></script>",
        "<script type='text/x-handlebars-template'><p>{}</p></script>",
        "<script type='application/json'>{{'html': '<p>{}</p>'}}</script>",
        "<script>var story = '<p>{}</p>';</script>",
        "<noscript><p>{}</p></noscript>",
        "<textarea><p>{}</p></textarea>",
        "<style>p::after {{ content: '{}' }}</style>",
    ],
)
def test_what_a_page_does_not_show_is_not_its_story(tmp_path: Path, hidden: str) -> None:
    text = _body(tmp_path, f"<article><p>{FIRST}</p>{hidden.format(PUMP)}<p>{LAST}</p></article>")
    assert text.split("\n\n") == [FIRST, LAST]


def test_words_of_scripts_never_become_text(tmp_path: Path) -> None:
    for script in (f"var story = '<p>{FIRST}</p>';", f"{{'html': '<p>{FIRST}</p>'}}"):
        with pytest.raises(UnreadableSourceError, match="no text was found"):
            _body(tmp_path, f"<script>{script}</script><p></p>")


def test_text_in_a_shadow_root_is_read(tmp_path: Path) -> None:
    root = f"<template shadowrootmode='open'><p>{PUMP}.</p></template>"
    assert PUMP in _body(
        tmp_path, f"<article><p>{FIRST}</p><div>{root}</div><p>{LAST}</p></article>"
    )


def test_hidden_text_is_left_out(tmp_path: Path) -> None:
    hidden = f"<p hidden>{PUMP}.</p>"
    text = _body(tmp_path, f"<article><p>{FIRST}</p>{hidden}<p>{LAST}</p></article>")
    assert FIRST in text
    assert PUMP not in text


def test_a_page_that_its_script_shows_is_read(tmp_path: Path) -> None:
    assert LAST in _body(
        tmp_path, f"<div hidden><article><p>{FIRST}</p><p>{LAST}</p></article></div>"
    )
    assert LAST in _body(
        tmp_path, f"<noscript><article><p>{FIRST}</p><p>{LAST}</p></article></noscript>"
    )


def test_a_text_that_only_the_structured_data_holds_is_read(tmp_path: Path) -> None:
    data = f'{{"@type": "NewsArticle", "articleBody": "{FIRST}\\n{PUMP}.\\n{LAST}"}}'
    script = f"<script type='application/ld+json'>{data}</script>"
    text = _body(tmp_path, f"{script}<p>The bridge is to be built in three years.</p>")
    assert text.split("\n\n") == [FIRST, f"{PUMP}.", LAST]


def test_words_are_read_without_the_places_where_they_may_be_parted(tmp_path: Path) -> None:
    parted = FIRST.replace("council", "coun&shy;cil").replace("bridge", "bridge\u00ad")
    assert FIRST in _body(tmp_path, f"<article><p>{parted}</p><p>{LAST}</p></article>")
