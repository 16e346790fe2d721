from __future__ import annotations

import random
import zlib
from collections.abc import Callable

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from tests.files.printed_pdf import (
    BODY,
    HEADLINE,
    INDENTED,
    SUBHEAD,
    drawn_pdf,
    printed_pdf,
)
from tests.files.right_to_left_pdf import right_to_left_pdf

from cuttings.article.article import Certainty
from cuttings.article.markup import plain_text
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.draft import Draft

Read = Callable[..., Draft]
WORDS = (
    "the bridge over a river was closed for years and now people of both towns came back with "
    "flags music stone Monday council vote engineers repaired Berlin opening night"
).split()


def _sentences(seed: int, count: int) -> str:
    chance = random.Random(seed)
    sentences = (
        " ".join(chance.choice(WORDS) for _ in range(chance.randint(6, 24))) for _ in range(count)
    )
    return " ".join(f"Sentence {sentence}." for sentence in sentences)


STORY = [_sentences(seed, 2 + seed % 5) for seed in range(40)]


def _paragraphs(draft: Draft) -> list[str]:
    return [text for text in plain_text(draft.body).split("\n") if text]


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("style", [BODY, INDENTED], ids=["spaced", "indented"])
def test_columns_and_pages_are_read_in_order(
    read: Read, columns: int, style: ParagraphStyle
) -> None:
    content = printed_pdf(
        [(text, style) for text in STORY],
        columns=columns,
        headline="Bridge opens after seven years",
        head="The Planet Example 3 March 2020",
    )
    draft = read(content, "story.pdf")
    assert (draft.title, draft.titled) == ("Bridge opens after seven years", Certainty.EXACT)
    assert " ".join(_paragraphs(draft)) == " ".join(STORY)
    assert len(set(_paragraphs(draft)) & set(STORY)) >= len(STORY) - 4


def test_headings_stay_headings_and_running_heads_go(read: Read) -> None:
    story = [("Bridge opens after seven years", HEADLINE), ("By Jane Roe", BODY)]
    story += [("3 March 2020", BODY), (STORY[0], BODY), ("A long way", SUBHEAD)]
    story += [(text, BODY) for text in STORY]
    draft = read(printed_pdf(story, head="The Planet Example", foot="- {} -"), "story.pdf")
    assert draft.title == "Bridge opens after seven years"
    assert (draft.author, str(draft.date), draft.dated) == (
        "Jane Roe",
        "2020-03-03",
        Certainty.EXACT,
    )
    assert "\n\n## A long way\n\n" in draft.body
    assert "Planet Example" not in draft.body
    assert "- 2 -" not in draft.body


def test_words_broken_at_line_ends_are_made_whole(read: Read) -> None:
    lines = (
        "The opening of the bridge was a cele-",
        "bration for the well-known Anglo-",
        "American engineers. It was a well-",
        "known story in all of the towns.",
    )

    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            canvas.drawString(50, 700 - 14 * number, line)

    assert _paragraphs(read(drawn_pdf(draw), "story.pdf")) == [
        "The opening of the bridge was a celebration for the well-known Anglo-American engineers. "
        "It was a well-known story in all of the towns."
    ]


def test_columns_drawn_row_by_row_are_read_column_by_column(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(6):
            canvas.drawString(50, 700 - 14 * number, f"left side of the page, line {number}")
            canvas.drawString(300, 700 - 14 * number, f"right side of the page, line {number}")

    text = read(drawn_pdf(draw), "story.pdf").body
    assert text.index("left side of the page, line 5") < text.index(
        "right side of the page, line 0"
    )


def test_a_table_is_read_row_by_row(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 720, "Votes of the towns on the bridge, counted by the council.")
        for number in range(6):
            canvas.drawString(50, 700 - 14 * number, f"Town {number}")
            canvas.drawString(300, 700 - 14 * number, f"{number}00")

    assert "Town 2 200" in read(drawn_pdf(draw), "story.pdf").body


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read(read: Read, turned: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turned)
        width, height = 595, 842
        if turned == 90:
            canvas.translate(width, 0)
        elif turned == 180:
            canvas.translate(width, height)
        else:
            canvas.translate(0, height)
        canvas.rotate(turned)
        for number, line in enumerate(["The bridge over the river", "is open again."]):
            canvas.drawString(50, 400 - 14 * number, line)

    assert "The bridge over the river is open again." in plain_text(
        read(drawn_pdf(draw), "story.pdf").body
    )


def test_properties_say_what_the_text_does_not(read: Read) -> None:
    content = printed_pdf(
        [(STORY[1], BODY), (STORY[2], BODY)], title="A bridge is open", author="Jane Roe"
    )
    draft = read(content, "story.pdf")
    assert (draft.title, draft.titled) == ("A bridge is open", Certainty.EXACT)
    assert (draft.author, draft.date) == ("Jane Roe", None)
    assert [key for key, _ in draft.extra] == ["Created"]


@pytest.mark.parametrize("title", ["Microsoft Word - bridge.docx", "untitled", "bridge.indd"])
def test_what_a_program_calls_a_file_is_not_a_title(read: Read, title: str) -> None:
    content = printed_pdf([(STORY[1], BODY), (STORY[2], BODY)], title=title, author="user")
    draft = read(content, "story.pdf")
    assert draft.titled is Certainty.INFERRED
    assert (draft.author, title in draft.title) == ("", False)


def test_a_dateline_dates_it(read: Read) -> None:
    content = printed_pdf([("LONDON, 3 March 2020 (Reuters) - " + STORY[0], BODY)])
    draft = read(content, "story.pdf")
    assert (str(draft.date), draft.agency) == ("2020-03-03", "Reuters")


def test_a_locked_file_opens_only_without_a_password(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 700, "The bridge over the river is open again.")

    with pytest.raises(UnreadableSourceError, match="protected with a password; open it and print"):
        read(drawn_pdf(draw, encrypt=StandardEncryption("secret", strength=128)), "story.pdf")
    open_one = drawn_pdf(draw, encrypt=StandardEncryption("", "owner", strength=128))
    assert "The bridge" in read(open_one, "story.pdf").body


def test_a_scan_says_so(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 50, 400, 600, fill=1)
        canvas.drawString(50, 20, "12")

    with pytest.raises(UnreadableSourceError, match="a scan without a text layer; run text recog"):
        read(drawn_pdf(draw), "scan.pdf")


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7])
def test_a_truncated_file_is_reported_or_read_as_far_as_it_goes(read: Read, share: float) -> None:
    content = printed_pdf([(text, BODY) for text in STORY])
    with pytest.raises(UnreadableSourceError, match=r"damaged|stopped|scan"):
        read(content[: int(share * len(content))], "story.pdf")


def _pdf_of(*objects: bytes) -> bytes:
    """Return a PDF of numbered objects, the first its catalogue; readers mend the missing table."""
    numbered = (b"%d 0 obj\n%s\nendobj\n" % (i, one) for i, one in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer <</Root 1 0 R>>\n%%EOF\n"


def _stream(content: bytes, dictionary: bytes = b"") -> bytes:
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (dictionary, len(content), content)


def _page(resources: bytes) -> list[bytes]:
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%s>>>>"
        % resources,
    ]


def test_a_page_that_unpacks_to_gigabytes_ends(read: Read) -> None:
    packer = zlib.compressobj(9)
    text = b"BT /F 9 Tf (The bridge is open) Tj ET\n" * 30_000
    content = b"".join(packer.compress(text) for _ in range(1000)) + packer.flush()
    bomb = _pdf_of(
        *_page(b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"),
        _stream(content, b"/Filter/FlateDecode"),
    )
    with pytest.raises(UnreadableSourceError, match=r"stopped|damaged"):
        read(bomb, "story.pdf")


def test_forms_within_forms_end(read: Read) -> None:
    """Each of 20 forms draws the next ten times."""
    forms = [
        _stream(
            b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
            % (6 + i),
        )
        for i in range(20)
    ]
    last = _stream(b"0 0 m 1 1 l S", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    bomb = _pdf_of(*_page(b"/XObject<</X 5 0 R>>"), _stream(b"/X Do"), *forms, last)
    with pytest.raises(UnreadableSourceError, match=r"stopped|scan"):
        read(bomb, "story.pdf")


RIGHT = (
    "הגשר מעל הנהר נפתח מחדש היום",
    "אחרי שבע שנים של עבודות קשות",
    "ואנשים משתי הערים באו לטקס.",
)
LEFT = (
    "ראש העיר אמר בנאומו כי הגשר",
    "נבנה בשנת 1931 ונסגר לפני זמן",
    "רב, והודה לכל מי שעזר לבנות.",
)


def test_a_page_from_right_to_left_is_read_so_with_its_columns_and_numbers(read: Read) -> None:
    title = "הגשר נפתח שוב"
    lines = [(545.0, 780.0, 20.0, title)]
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        lines += [(270, 700 - 12 * number, 10, left), (545, 700 - 12 * number, 10, right)]
    draft = read(right_to_left_pdf(lines), "story.pdf")
    assert (draft.title, draft.titled) == (title, Certainty.EXACT)
    assert _paragraphs(draft) == [" ".join(RIGHT), " ".join(LEFT)]
