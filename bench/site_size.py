"""The sizes of a built site by kind of file: ``python -m bench.site_size SITE``.

Prints one JSON line: megabytes by kind, files, megabytes and kilobytes a story of the site as a
tar, bytes of the median article page and of the largest page of a list of names. The exit status is
1 if a page exceeds its budget, or an archive of 10,000 stories or more the budget of a story.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from cuttings.site.published_files import relative_files
from cuttings.site.site_sizes import (
    ARTICLE_BUDGET,
    NAME_LIST_BUDGET,
    STORY_BUDGET,
    SiteSizes,
    site_sizes,
)

LARGE_ARCHIVE = 10_000
"""Stories from which on what an archive has once, such as fonts, no longer counts."""


def main() -> int:
    """Measure and print."""
    site = Path(sys.argv[1])
    sizes = site_sizes((path, (site / path).stat().st_size) for path in relative_files(site))
    print(json.dumps(_report(sizes)))
    exceeded = sizes.median_article > ARTICLE_BUDGET or sizes.largest_name_list > NAME_LIST_BUDGET
    is_large = sizes.stories >= LARGE_ARCHIVE
    return int(exceeded or (is_large and sizes.per_story > STORY_BUDGET))


def _report(sizes: SiteSizes) -> dict[str, object]:
    return {
        "stories": sizes.stories,
        "files": sizes.files,
        "tar_megabytes": round(sizes.tar / 1e6, 1),
        "tar_kilobytes_a_story": round(sizes.per_story / 1e3, 2),
        "median_article_bytes": sizes.median_article,
        "largest_name_list_bytes": sizes.largest_name_list,
        "megabytes": {kind: round(size / 1e6, 2) for kind, size in sizes.kinds.items()},
    }


if __name__ == "__main__":
    sys.exit(main())
