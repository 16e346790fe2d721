"""The manifest by which a browser installs the site as an app (W3C Web Application Manifest)."""

from __future__ import annotations

import json

PATH = "manifest.webmanifest"
"""The file's path from the site's root; every address in it is relative to this place."""

_PAPER = "#faf8f3"  # --paper in theme/src/styles/tokens.css
_PNG_SIZES = (192, 512)


def web_app_manifest(site_name: str) -> bytes:
    """Write the manifest of an archive called ``site_name``."""
    icons = [{"src": "theme/icon.svg", "sizes": "any", "type": "image/svg+xml"}]
    icons += [
        {"src": f"theme/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
        for size in _PNG_SIZES
    ]
    maskable = {
        "src": "theme/icon-maskable-512.png",
        "sizes": "512x512",
        "type": "image/png",
        "purpose": "maskable",
    }
    manifest = {
        "id": "./",
        "name": site_name,
        "short_name": site_name,
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": _PAPER,
        "theme_color": _PAPER,
        "icons": [*icons, maskable],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()
