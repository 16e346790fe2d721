"""The articles of the trial site: ordinary ones to search, and those that break layouts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from cuttings.article.article import Article, Certainty
from cuttings.article.identity import make_slug, payload_digest
from cuttings.article.markup import escape_markdown
from cuttings.entities.countries.country_names import country_names

ADDED = datetime.date(2026, 11, 20)

HOSTILE_TITLES = (
    "<script>document.body.dataset.broken = 'title'</script>",
    "\"><img src=x onerror=document.body.dataset.broken='image'> & 'quotes'",
    "</script><style>*{display:none}</style> \u2028 next line 📰",
    "javascript:alert(1) {{ SITENAME }} {% raw %} ${1+1}",
)
"""Headlines that would run, hide or rewrite the page if any of them were read as markup."""

LONGEST_TITLE = (
    "Parliament votes after eleven hours of debate, three suspended sittings and one evacuation "
    "of the chamber to amend the constitution of the republic for the first time in its history, "
    "with the opposition absent and the gallery full to the last seat"
)
LONG_NAME = "Sri Mulyani Indrawati Wibowo Kusumawardhani Ratnasari Hartono"
REPUBLICS = country_names().successors["Soviet Union"]
ARABIC_TITLE = "انتخاب رئيس جديد للبلاد بعد جولة ثانية"

MINISTERS = ("Amara Okafor", "Jonas Lindqvist", "Beatriz Moreno")
COUNTRIES = ("Kenya", "Sweden", "Chile", "Japan")
SOURCES = ("Harbour Post", "The Evening Ledger")


def trial_articles() -> list[Article]:
    """Return every article of the trial site; headlines are unique."""
    return [*_meetings(), *_versions(), *_edge_cases(), *_hostile()]


def older_articles() -> list[Article]:
    """Return the articles of a second site, older than all dated ones of the trial site."""
    return [
        article(
            f"Chamber {verb} in the old capital",
            "An evacuation of the gallery ended the sitting.",
            date=datetime.date(1987, 3, day),
            source=SOURCES[0],
            countries=(COUNTRIES[0],),
        )
        for day, verb in enumerate(("opens", "closes"), start=1)
    ]


def article(title: str, body: str, **fields: object) -> Article:
    """Make an article whose entity lines are set, so that no model is needed."""
    values: dict[str, object] = {
        "slug": make_slug(title, payload_digest(title.encode())),
        "added": ADDED,
        "dated": Certainty.EXACT if fields.get("date") else Certainty.UNKNOWN,
        "people": (),
        "countries": (),
        "organizations": (),
        "language": "en",
        "original": payload_digest(title.encode()),
    }
    return Article(title=title, body=body, **(values | fields))  # type: ignore[arg-type]


def _meetings() -> Iterator[Article]:
    """Yield 30 stories with known counts to search, filter and page through."""
    for number in range(30):
        minister = MINISTERS[number % 3]
        country = COUNTRIES[number % 4]
        yield article(
            f"Ministers meet over harvest prices, round {number + 1}",
            f"{minister} received the ministers of agriculture in {country} on round "
            f"{number + 1} of the harvest talks. Prices of wheat and barley had risen for "
            f"{number + 2} weeks.\n\n“We will publish the figures,” {minister.split()[-1]} said. "
            "The Grain Council keeps the minutes, and the next meeting is in a month.\n\n"
            f"Tonnes by district: {_figures(number)}.",
            date=datetime.date(2020 + number % 3, 1 + number % 12, 1 + number % 28),
            source=SOURCES[number % 2],
            people=(minister,),
            countries=(country,),
            organizations=("Grain Council",),
        )


def _versions() -> Iterator[Article]:
    """Yield one story as two papers print it."""
    for day, source, boats in ((1, SOURCES[0], "twice"), (2, SOURCES[1], "three times")):
        yield article(
            f"Ferry will sail {boats} a day",
            f"The ferry to the outer islands will sail {boats} a day from the first of June. "
            "Tickets are sold at the old customs house, which opens at seven, and on board.",
            date=datetime.date(2018, 5, day),
            source=source,
        )


def _edge_cases() -> Iterator[Article]:
    forty = tuple(f"Delegate {_numeral(number)}" for number in range(40))
    yield article(
        LONGEST_TITLE,
        f"The roll call named {', '.join(forty)}. The chamber voted in Sweden.",
        date=datetime.date(1998, 5, 1),
        dated=Certainty.INFERRED,
        titled=Certainty.INFERRED,
        source="The Gazette and Advertiser of the Northern Provinces and Adjoining Islands",
        author="A Correspondent with Rather a Long Byline, and Two Colleagues",
        agency="Northern News Agency",
        url="https://example.org/" + "a-very-long-address/" * 8 + "index.html",
        summary="It is the first amendment since the republic was founded, and it passed by one "
        "vote after a night in which the lights went out twice.",
        people=forty,
        countries=("Sweden",),
        related=("Why the lights went out", "What the amendment says"),
    )
    yield article(
        "Nobody knows when this was printed",
        f"A cutting without a date was found in a book. It names {LONG_NAME} once, and the states "
        f"that came after the Soviet Union: {', '.join(REPUBLICS)}. A slip beside it says that "
        "O’Neill of AT&T paid the IT office of the U.S. 2,500 dollars.",
        people=(LONG_NAME,),
        countries=("Soviet Union", *REPUBLICS),
    )
    yield article(
        ARABIC_TITLE,
        "انتخب البرلمان رئيسا جديدا للبلاد بعد جولة ثانية من التصويت، وحضر الجلسة مراقبون.\n\n"
        "وقال محمد منصور إن الحكومة ستبدأ عملها غدا.",
        date=datetime.date(2011, 3, 5),
        source="صحيفة الميناء",
        language="ar",
        people=("محمد منصور",),
    )
    for title, body, language in (
        ("東京で国際会議が開幕", "東京都内で国際会議が始まり、各国の代表が出席した。", "ja"),
        ("Đại hội khai mạc tại Đà Nẵng", "Các đại biểu đã thảo luận về nghề cá.", "vi"),
        ("Съёмки завершены", "Режиссёр показал фильм в Орле.", "ru"),
        ("Οι εκλογές αναβλήθηκαν", "Η κυβέρνηση ανακοίνωσε την αναβολή.", "el"),
    ):
        yield article(title, body, date=datetime.date(2012, 6, 7), language=language)
    yield article(
        "Markup of every kind survives the press",
        "## A heading inside\n\nA *stressed* word, a **strong** one, [a link](https://example.org/)."
        "\n\n- first\n- second\n\n1. one\n2. two\n\n> A quotation.\n\n"
        "| place | price |\n| --- | --- |\n| Kenya | 12 |\n| Chile | 9 |\n\n    preformatted",
        date=datetime.datetime(2019, 7, 4, 9, 30),
        source=SOURCES[0],
        countries=("Kenya", "Chile"),
        reviewed=True,
    )


def _hostile() -> Iterator[Article]:
    for number, title in enumerate(HOSTILE_TITLES):
        name = f'Eve <b onclick="x()">O\'Brien</b> & {number}'
        yield article(
            title,
            escape_markdown(f"{title} was said by {name} in a hostile headline.")
            + f"\n\n{_figures(900 + number)}.",
            date=datetime.date(2015, 2, 3 + number),
            source=f"</a><i>Source</i> {number}",
            people=(name,),
            summary=f"Summary with <script>1</script> and {title}",
        )


def _figures(number: int) -> str:
    """Return a column of figures that no other story has, so that none is a version of it."""
    return ", ".join(str(1_000 * (number + 1) + 7 * row) for row in range(60))


def _numeral(number: int) -> str:
    """Return a word for a number, so that no name is the beginning of another."""
    tens = ("Ada", "Ben", "Cleo", "Dan")[number // 10]
    ones = ("Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Pine")
    return f"{tens} {ones[number % 10]}"
