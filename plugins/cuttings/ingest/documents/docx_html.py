"""DOCX documents as HTML, made by Mammoth: a program for a limited process.

``python -m cuttings.ingest.documents.docx_html`` takes a document on its standard input and
prints a JSON object with ``html``.
"""

from __future__ import annotations

import json
import re
import sys
from io import BytesIO
from typing import BinaryIO, TextIO

import mammoth

from cuttings.ingest.raw.limited_process import limit_resources

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
"""

_WAY_BACK = re.compile(r' ?<a href="#[^"]*(?:foot|end)note-ref-[^"]*">[^<]*</a>')
"""The arrow at the end of a note that leads back into the text."""


def main(source: BinaryIO, target: TextIO) -> None:
    """Read the document on ``source`` and write its HTML to ``target``."""
    limit_resources()
    without_pictures = mammoth.images.img_element(lambda _image: {})
    converted = mammoth.convert_to_html(
        BytesIO(source.read()), style_map=_STYLES, convert_image=without_pictures
    )
    json.dump({"html": _WAY_BACK.sub("", converted.value)}, target)


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout)
