"""The size of the search index beside lunr.py's own, on the newswire corpus.

Run ``python -m bench.index_size CORPUS [STORIES]``, where CORPUS is Reuters-21578's
``articles.jsonl.gz``. Prints one JSON line: bytes after gzip of the partitioned index by kind of
file, the largest first, each with its share, and of the serialized index of lunr.py, both of the
same fields, and their ratio; then both with the positions of every term, which phrases need and a
query without one never loads. The stored documents, which Lunr's index has not, are counted apart.
"""

from __future__ import annotations

import gzip
import itertools
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lunr import get_default_builder, lunr

from bench.reuters_articles import reuters_articles
from bench.tagged_stories import tagged_story
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.field import FIELDS
from cuttings.search_index.index_builder import build_index

GZIP_LEVEL = 6
"""What web servers use."""


def main() -> None:
    """Measure and print."""
    corpus = Path(sys.argv[1])
    stories = int(sys.argv[2]) if len(sys.argv) > 2 else 13_186
    articles = itertools.islice(reuters_articles(corpus), stories)
    archive = [tagged_story(article) for article in articles]
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        build_index(archive, Path(folder))
        seconds = time.perf_counter() - start
        sizes = _sizes(Path(folder))
    documents = sizes.pop("stories") + sizes.pop("previews")
    start = time.perf_counter()
    peer = _lunr_size(archive)
    lunr_seconds = time.perf_counter() - start
    peer_with_positions = _lunr_size(archive, metadata=["position"])
    with_positions = sum(sizes.values())
    index = with_positions - sizes["positions"]
    report = {
        "stories": len(archive),
        "index_bytes": index,
        "lunr_py_bytes": peer,
        "ratio": round(index / peer, 3),
        "index_with_positions_bytes": with_positions,
        "lunr_py_with_positions_bytes": peer_with_positions,
        "ratio_with_positions": round(with_positions / peer_with_positions, 3),
        "seconds": round(seconds, 1),
        "lunr_py_seconds": round(lunr_seconds, 1),
        "files": dict(sorted(sizes.items(), key=lambda kind: -kind[1])),
        "shares": {kind: round(size / with_positions, 3) for kind, size in sizes.items()},
        "stored_documents_bytes": documents,
    }
    print(json.dumps(report))


def _sizes(folder: Path) -> dict[str, int]:
    sizes: Counter[str] = Counter()
    for path in folder.rglob("*.js"):
        kind = path.relative_to(folder).parts[0].removesuffix(".js").split("-")[0]
        sizes[kind] += len(gzip.compress(path.read_bytes(), GZIP_LEVEL))
    return dict(sizes)


def _lunr_size(archive: list[TaggedArticle], metadata: Sequence[str] = ()) -> int:
    """Return the size of lunr.py's index; ``metadata`` names what it keeps of each occurrence."""
    documents = [
        {"number": number, **{field.name: field.text(story) for field in FIELDS}}
        for number, story in enumerate(archive)
    ]
    fields = [{"field_name": field.name, "boost": field.boost} for field in FIELDS]
    builder = get_default_builder()
    builder.metadata_whitelist.extend(metadata)
    index = lunr(ref="number", fields=fields, documents=documents, builder=builder)
    content = json.dumps(index.serialize(), separators=(",", ":")).encode()
    return len(gzip.compress(content, GZIP_LEVEL))


if __name__ == "__main__":
    main()
