from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cuttings.browse.parts.evidence_place import EvidencePlace, place_evidence
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def _with_evidence(story: TaggedArticle, *sentences: str) -> TaggedArticle:
    tags = zip(story.people, sentences, strict=True)
    return replace(story, people=tuple(replace(tag, evidence=text) for tag, text in tags))


def test_a_sentence_is_found_in_its_paragraph(story: MakeStory) -> None:
    told = story(
        "s", tags=["p:Ada", "p:Bob", "p:Cid"], body="Nobody.\n\nNo. Ada saw\nBob & me. So."
    )
    told = _with_evidence(told, "Ada saw Bob & me.", "Ada saw Bob & me.", "A headline")
    placed = place_evidence(told.html, told)
    assert placed.places == {
        "people/ada.html": EvidencePlace(2, 4, 17),
        "people/bob.html": EvidencePlace(2, 4, 17),
    }
    assert placed.html.startswith("<p>Nobody.</p>\n<p id=p2>No.")


def test_a_text_of_other_blocks_is_left_as_it_is(story: MakeStory) -> None:
    for body in ("- Ada came.", "# Ada\n\nAda came.", "> Ada came.\n\nAda came."):
        told = _with_evidence(story("s", tags=["p:Ada"], body=body), "Ada came.")
        assert place_evidence(told.html, told).html == told.html
        assert place_evidence(told.html, told).places == {}


def test_a_story_without_text_or_evidence_has_no_places(story: MakeStory) -> None:
    told = _with_evidence(story("s", tags=["p:Ada"]), "")
    assert place_evidence("", told).places == {}
