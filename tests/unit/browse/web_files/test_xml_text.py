"""Text that XML can hold."""

from __future__ import annotations

from lxml import etree

from cuttings.browse.web_files.xml_text import xml_text


def test_whatever_stays_can_be_written() -> None:
    text = "".join(map(chr, range(0x3000))) + "\ud800\ufffe🗞"
    element = etree.Element("text")
    element.text = xml_text(text)
    assert xml_text(text).endswith("🗞")
    assert "\x00" not in xml_text(text)
    assert etree.fromstring(etree.tostring(element)).text is not None
