"""Judges what is suggested first: ``python -m tests.quality.suggested_merges FOLDER``.

FOLDER is the content folder of the newswire corpus, tagged by ``cuttings tag``. A person judged the
first rows once, by the names and what stands beside them (``suggested_merges.csv``); a row that is
not among them counts as wrong and is printed, to be judged.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from cuttings.article.article_file import article_of, read_front_matter
from cuttings.article.content_folder import ContentFolder
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.merges.merge_suggestion import suggest_merges

FIRST = 100
"""Rows that a person is likely to look at."""

JUDGEMENTS = Path(__file__).with_name("suggested_merges.csv")
"""Kind, keep and merge of each row judged, and whether it is right."""


def judgements() -> dict[tuple[str, str, str], bool]:
    """Return whether each judged row is right, by kind, keep and merge."""
    with JUDGEMENTS.open(encoding="utf-8", newline="") as file:
        return {
            (row["kind"], row["keep"], row["merge"]): row["right"] == "yes"
            for row in csv.DictReader(file)
        }


def main() -> int:
    """Print the share of right rows among the first, and those that nobody judged."""
    folder = ContentFolder(Path(sys.argv[1]))
    articles = (article_of(read_front_matter(path), path) for path in folder.article_paths())
    merges = suggest_merges(articles, Authorities.read(folder.authorities))[:FIRST]
    judged = judgements()
    rows = [(merge.kind.value, merge.keep, merge.merge) for merge in merges]
    right = sum(judged.get(row, False) for row in rows)
    print(f"suggested merges: {right} of the first {len(rows)} are right")
    for row in rows:
        if row not in judged:
            print("  not judged:", ", ".join(row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
