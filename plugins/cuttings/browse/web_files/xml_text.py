"""Text that an XML document can hold."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


def xml_text(text: str) -> str:
    """Return ``text`` without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)
