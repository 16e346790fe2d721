from __future__ import annotations

import codecs
from collections.abc import Callable

import pytest

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.source_file import SourceFile

MakeSource = Callable[..., SourceFile]

WESTERN = "François Mitterrand’s visit — “très utile” — cost 3 million francs, señor Pérez said."
LATIN = "Göteborg: Königin besucht Malmö, für Gäste aus Ålesund und Århus; señor Núñez auch."


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        (WESTERN, WESTERN.encode()),
        (WESTERN, codecs.BOM_UTF8 + WESTERN.encode()),
        (WESTERN, WESTERN.encode("utf-16")),
        (WESTERN, codecs.BOM_UTF16_BE + WESTERN.encode("utf-16-be")),
        (WESTERN, WESTERN.encode("utf-16-le")),
        (WESTERN, WESTERN.encode("utf-16-be")),
        (WESTERN, WESTERN.encode("cp1252")),
        (LATIN, LATIN.encode("latin-1")),
        ("Prix : 3 €", "Prix : 3 €".encode("cp1252")),
    ],
    ids="utf8 utf8-bom utf16 utf16be-bom utf16le utf16be cp1252 latin1 euro".split(),
)
def test_the_encoding_is_detected(make_source: MakeSource, text: str, payload: bytes) -> None:
    assert decode(make_source(payload)) == text


def test_another_script_is_detected(make_source: MakeSource) -> None:
    text = "Президент прибыл в Москву в среду и провёл переговоры с министром иностранных дел. " * 5
    assert decode(make_source(text.encode("cp1251"))) == text


def test_central_european_text_is_detected(make_source: MakeSource) -> None:
    text = (
        "A miniszterelnök szerdán Budapesten tárgyalt, és hűvös őszi időben érkezett. A kormány "
        "közölte, hogy az egyezményt az országgyűlés elé terjeszti, amely szombaton dönt róla. "
    ) * 3
    assert decode(make_source(text.encode("cp1250"))) == text


def test_a_page_may_declare_its_encoding(make_source: MakeSource) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Москва</body></html>'
    assert "Москва" in decode(make_source(page.encode("cp1251")), markup=True)


def test_the_byte_order_mark_wins_over_the_meta_tag(make_source: MakeSource) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Ünïcode</body></html>'
    assert "Ünïcode" in decode(make_source(codecs.BOM_UTF8 + page.encode()), markup=True)


def test_latin_1_on_the_web_means_windows_1252(make_source: MakeSource) -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">“quoted”'
    assert "“quoted”" in decode(make_source(page.encode("cp1252")), markup=True)


def test_a_wrong_declaration_gives_way_to_the_bytes(make_source: MakeSource) -> None:
    page = '<meta charset="utf-8"><p>Café Zürich</p>'
    assert "Café Zürich" in decode(make_source(page.encode("cp1252")), markup=True)


def test_line_ends_become_line_feeds_and_controls_go(make_source: MakeSource) -> None:
    assert decode(make_source("a\r\nb\rc\u2028d\x0ce\x07f\u200fg")) == "a\nb\nc\nd\nef\u200fg"


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (bytes(range(256)) * 4, "binary"),
        ("Der Präsident sprach über Zürich".encode()[:-5], "ends inside a character"),
        (codecs.BOM_UTF16_LE + "halved".encode("utf-16-le")[:-1], "ends inside a character"),
    ],
    ids="png pdf bytes utf8 utf16".split(),
)
def test_what_is_not_a_whole_text_is_refused(
    make_source: MakeSource, payload: bytes, reason: str
) -> None:
    with pytest.raises(UnreadableSourceError, match=reason):
        decode(make_source(payload))
