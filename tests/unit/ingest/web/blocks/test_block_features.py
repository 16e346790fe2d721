from __future__ import annotations

import pytest

from cuttings.ingest.html.page import Page
from cuttings.ingest.web.blocks.block_features import block_features, kept_shares, shifted
from cuttings.ingest.web.blocks.page_block import PageBlock, page_blocks

LONG = "The gates of the wall opened on Thursday evening, and thousands walked through them."


def _blocks(body: str) -> list[PageBlock]:
    page = Page.parse(f"<html><body>{body}</body></html>")
    assert page is not None
    return page_blocks(page.plain_body())


def test_a_block_knows_what_it_says_and_what_it_stands_in() -> None:
    menu, text = _blocks(
        "<div class='shareBar' role='navigation'><a href='/'>Home</a> page</div>"
        "<div id='main-content'><ol class='x'><li><b>Text</b></li></ol></div>"
    )
    assert (menu.text, menu.size, menu.linked, menu.bold) == ("Home page", 8, 4, 0)
    assert menu.own == {"share", "side role"}
    assert (text.linked, text.bold) == (0, 4)
    assert text.place.own == {"ol"}
    assert text.place.around == {"ol", "body"}
    assert text.place.parent is not None
    assert text.place.parent.own == {"body"}


@pytest.mark.parametrize(
    ("text", "passages", "share"),
    [
        (LONG, [LONG], 1.0),
        (LONG, ["Before. " + LONG + " After."], 1.0),
        ("Short.", ["Short."], 1.0),
        ("Short.", ["It is Short. And long."], 0.0),
        (LONG, [], 0.0),
    ],
)
def test_what_is_kept_of_a_block_is_found_in_the_passages(
    text: str, passages: list[str], share: float
) -> None:
    assert kept_shares(_blocks(f"<p>{text}</p>"), passages) == [share]


def test_a_block_is_found_although_words_within_it_were_dropped() -> None:
    (share,) = kept_shares(_blocks(f"<p>{LONG}</p>"), [LONG.replace("Thursday evening", "")])
    assert 0.4 < share < 1


def test_features_have_a_number_for_each_block() -> None:
    blocks = _blocks(f"<h1>Wall</h1><p>{LONG}</p><p><a href='/'>More</a></p>")
    features = block_features(blocks, [LONG], "Wall falls")
    assert {len(column) for column in features.values()} == {3}
    assert features["kept"].tolist() == [0, 1, 0]
    assert features["linked"].tolist() == [0, 0, 1]
    assert features["like title"].tolist() == pytest.approx([1 / 2, 1 / 14, 0])
    assert features["is h1"].tolist() == [1, 0, 0]
    assert features["before"].tolist() == [1, 0, 0]
    assert features["kept 1"].tolist() == pytest.approx([len(LONG) / (len(LONG) + 8)] * 3)


@pytest.mark.parametrize(
    ("step", "expected"), [(1, [2, 3, 9]), (-1, [9, 1, 2]), (2, [3, 9, 9]), (5, [9, 9, 9])]
)
def test_neighbours_beyond_the_page_have_a_value_of_their_own(
    step: int, expected: list[float]
) -> None:
    column = block_features(_blocks("<p>a</p><p>b</p><p>c</p>"), [], "")["length"]
    column[:] = [1, 2, 3]
    assert shifted(column, step, 9).tolist() == expected
