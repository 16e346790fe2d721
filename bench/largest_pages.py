"""Which names the largest pages of people hold, and why: ``python -m bench.largest_pages CONTENT``.

CONTENT is the content folder of a tagged archive, which is only read. Prints a Markdown table: the
people whom most stories name, in how many stories, and each other name that leads there, with the
stories that have it and the reason that the archive's table gives for it.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.entities.authorities.archive_name import ArchiveNames
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import written_headings
from cuttings.entities.tagging.kept_names import KeptNames

PAGES = 20
MOST_NAMES = 4
"""Names of one page that the table lists, those of most stories first."""

_PERSON = EntityKind.PERSON


def main() -> None:
    """Print the table."""
    folder = ContentFolder(Path(sys.argv[1]))
    archive = Authorities.read(folder.authorities).archive
    stories, names = count_names(folder, archive)
    print("| page | stories | other names found, in how many of them, and why they lead there |")
    print("| --- | --- | --- |")
    for heading, number in stories.most_common(PAGES):
        found = names[heading].most_common()
        shown = [f"{form} {n}: {_why(archive, heading, form)}" for form, n in found[:MOST_NAMES]]
        further = [f"{len(found) - MOST_NAMES} more"] if len(found) > MOST_NAMES else []
        print(f"| {heading} | {number} | {'; '.join((*shown, *further))} |")


def count_names(
    folder: ContentFolder, archive: ArchiveNames
) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """Return in how many stories each person's heading stands, and each other name for it.

    Args:
        folder: The content folder.
        archive: What all its stories together decide about names.
    """
    stories = Counter[str]()
    names: dict[str, Counter[str]] = defaultdict(Counter)
    kept = KeptNames(folder)
    for path in folder.article_paths():
        found = set(kept.names(path).names.forms(_PERSON))
        for heading in written_headings(read_article(path), _PERSON):
            stories[heading] += 1
            leading = {name.form for name in archive.leading_to(_PERSON, heading)}
            names[heading].update(found & leading - {heading})
    return stories, names


def _why(archive: ArchiveNames, heading: str, form: str) -> str:
    leading = archive.leading_to(_PERSON, heading)
    return next(name.why for name in leading if name.form == form)


if __name__ == "__main__":
    main()
