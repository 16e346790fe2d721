from __future__ import annotations

import codecs

import pytest

from cuttings.ingest.raw.character_set import declared_codec, wide_form

CHINESE = "港务局关闭码头"


@pytest.mark.parametrize(
    ("mark", "form"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_tells_the_form_of_any_script(mark: bytes, form: str) -> None:
    assert wide_form(mark + CHINESE.encode(form)) == form


def test_utf_8_has_no_wide_form() -> None:
    assert wide_form(codecs.BOM_UTF8 + CHINESE.encode()) == ""
    assert wide_form(b"The harbour") == ""


@pytest.mark.parametrize(
    ("page", "codec"),
    [
        (b'<meta charset="koi8-r">', "koi8-r"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">', "euc_jp"),
        (b'<meta charset="Shift_JIS">', "cp932"),
        (b'<meta charset="no-such-set">', ""),
        (b'<meta charset="base64">', ""),
        (b'<meta charset="undefined">', ""),
        (b"<p>charset=koi8-r</p>", ""),
        (b"", ""),
    ],
)
def test_a_page_declares_a_codec_that_is_known(page: bytes, codec: str) -> None:
    assert declared_codec(page) == codec
