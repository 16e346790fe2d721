"""An archive for the desk: stories whose names look alike, tagged as the tagger writes them."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from cuttings.article.article import Article, Certainty
from cuttings.article.article_file import render_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.front_matter import join_values
from cuttings.entities.lines.tagged_line import TaggedLine, line_digest

PAIRS = tuple(
    (f"José {surname}", f"Jose {surname}")
    for surname in (
        "Abarca Bermejo Cordero Delgado Escobar Figueroa Gallardo Herrera Ibarra Jimenez Lozano "
        "Maldonado Navarro Olivares Palacios Quintero Robledo Salazar Tejada Urrutia Valverde "
        "Zamora"
    ).split()
)
"""Two ways to write each of 22 names; the second leads to the first."""

HOSTILE = "<img src=x onerror=document.body.dataset.broken='name'> Abarca"


def file_desk_archive(folder: ContentFolder) -> ContentFolder:
    """File two stories of each name in its first form, and one in its second."""
    for number, (full, plain) in enumerate(PAIRS):
        for day in (1, 2):
            file_story(folder, f"Story {number}.{day}", number + 1, full)
        file_story(folder, f"Story {number}.3", number + 1, plain)
    return folder


def file_story(folder: ContentFolder, title: str, day: int, person: str) -> Path:
    """File a story of January 2020 about a person."""
    text = f"{person} spoke to the council on Monday. The council thanked {person} and adjourned."
    article = Article(
        title=title,
        body=text,
        slug=title.lower().replace(" ", "-").replace(".", "-"),
        added=datetime.date(2020, 2, 1),
        date=datetime.date(2020, 1, day),
        dated=Certainty.EXACT,
        source="Harbour Post",
        people=(person,),
        countries=(),
        countries_mentioned=(),
        organizations=(),
    )
    path = folder.article_path(article)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render_article(replace(article, tagged=_signature(article))), "utf-8")
    return path


def _signature(article: Article) -> str:
    """Return the ``Tagged`` line of an article whose lines the tagger wrote."""
    lines = {"people": article.people, "organizations": article.organizations}
    lines |= {"countries": article.countries, "countries_mentioned": article.countries_mentioned}
    digests = {key: line_digest(join_values(names or ())) for key, names in lines.items()}
    return TaggedLine("1", "model 1 abc", digests).render()
