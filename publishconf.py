"""Settings of the published archive: what `make publish` builds.

The environment variable SITEURL says where it will stand, for example
``https://name.github.io/repository`` or ``https://example.org``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

from cuttings.article.web_link import split_link

SITEURL = os.environ.get("SITEURL", "").strip().rstrip("/")
if split_link(SITEURL).scheme not in {"http", "https"} or not split_link(SITEURL).hostname:
    sys.exit(
        "SITEURL does not say where the site will stand; "
        "set it, as in 'make publish SITEURL=https://example.org'"
    )
