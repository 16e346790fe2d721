"""A file of each format that can be taken in, as the property tests damage them."""

from __future__ import annotations

from pathlib import Path

from tests.files.document_files import docx_file, epub_file, odt_file
from tests.files.printed_pdf import BODY, HEADLINE, printed_pdf

CASES = Path(__file__).parents[1] / "cases"
FILES = sorted(
    path
    for folder in ("records", "ingest", "inbox")
    for path in (CASES / folder).iterdir()
    if not path.name.endswith(".expected.json") and path.is_file()
)
STORY = [("Bridge opens after seven years", HEADLINE), ("By Jane Roe", BODY)]
STORY += [
    (f"The bridge in town {n} is open again, and people came with flags.", BODY) for n in range(50)
]
NOTED = (
    '<p>Noted<a epub:type="noteref" href="#n">1</a>.</p>'
    '<aside epub:type="footnote" id="n"><p>Built in 1931. <a href="#r">1</a></p></aside>'
)
CONTENTS = {path.name: path.read_bytes() for path in FILES} | {
    "story.pdf": printed_pdf(STORY, columns=2, title="A bridge"),
    "story.docx": docx_file(lambda document: [document.add_paragraph(text) for text, _ in STORY]),
    "story.odt": odt_file("".join(f"<text:p>{text}</text:p>" for text, _ in STORY)),
    "story.epub": epub_file({"a.xhtml": "".join(f"<p>{text}</p>" for text, _ in STORY) + NOTED}),
}
"""Contents of the files by their names."""
