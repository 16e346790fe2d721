"""PDF files in a script that is read from right to left, written object by object.

No font with such letters is needed: the letters are those of Courier, and a ToUnicode map
(ISO 32000-1, 9.10.3) says what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_FIRST_CODE = 0x41
_WIDTH = 0.6
"""Of a letter of Courier, as a part of its size."""


def right_to_left_pdf(lines: Iterable[tuple[float, float, float, str]]) -> bytes:
    """Return a PDF of one page.

    Args:
        lines: Where each ends on the right, its base line, its size and its text.
    """
    placed = list(lines)
    letters = sorted({char for *_, text in placed for char in text if ord(char) > 127})
    codes = {char: chr(_FIRST_CODE + number) for number, char in enumerate(letters)}
    content = "".join(
        f"BT /F {size} Tf {right - _WIDTH * size * len(text)} {base} Td "
        f"({_shown(text, codes)}) Tj ET\n"
        for right, base, size, text in placed
    )
    meanings = "".join(f"<{ord(code):02X}> <{ord(char):04X}>\n" for char, code in codes.items())
    meanings += "".join(f"<{code:02X}> <{code:04X}>\n" for code in range(0x20, _FIRST_CODE))
    count = meanings.count("\n")
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def\n"
        "/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{count} beginbfchar\n{meanings}endbfchar endcmap end end"
    )
    return _file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        "/Resources << /Font << /F 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding "
        "/ToUnicode 6 0 R >>",
        _stream(content),
        _stream(cmap),
    )


def _shown(text: str, codes: dict[str, str]) -> str:
    """Return the codes of a line in the order they stand on paper, the leftmost first."""
    leftmost_first = re.sub(r"\d+", lambda number: number[0][::-1], text[::-1])
    shown = "".join(codes.get(char, char) for char in leftmost_first)
    return "".join(f"\\{char}" if char in "()\\" else char for char in shown)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(*objects: str) -> bytes:
    """Return a file of these objects with its table of where they stand."""
    written = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    written += (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
        f"startxref\n{len(written)}\n%%EOF\n"
    )
    return written.encode("ascii")
