"""Articles with lines as the tagger writes them, whatever a model finds in them."""

from __future__ import annotations

from pathlib import Path

from cuttings.article.front_matter import FrontMatter
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import ENTITY_LINES
from cuttings.entities.lines.signed_lines import with_signed_lines
from cuttings.entities.lines.tagged_line import TAGGER_VERSION, TaggedLine, text_digest
from cuttings.entities.recognition.model import Model


def story_file(folder: Path, name: str, body: str, lines: str = "") -> Path:
    """Write an article of March 1987 into a content folder, and return its file."""
    path = folder / "articles" / "1987" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f"Title: A meeting\nDate: 1987-03-02\n{lines}Added: 1987-03-02\n"
    path.write_text(f"{head}\n{body}\n", encoding="utf-8")
    return path


def sign_as_tagger(path: Path, **found: tuple[str, ...]) -> None:
    """Give an article lines as the tagger writes them, whatever a model finds."""
    by_kind = {EntityKind(kind): names for kind, names in found.items()}
    lines = {
        key: by_kind.get(kind, ()) if key == keys[0] else ()
        for kind, keys in ENTITY_LINES.items()
        for key in keys
    }
    front_matter = FrontMatter.parse(path.read_text(encoding="utf-8"))
    model = Model.LIGHT.pinned.provenance
    signature = TaggedLine(TAGGER_VERSION, model, {}, text_digest(front_matter), by_kind)
    signed = with_signed_lines(front_matter, lines, signature)
    path.write_text(signed.render(), encoding="utf-8")
