"""The folder of the index: classic scripts, each registering one value, plain or compressed."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterable
from pathlib import Path

import orjson

from cuttings.errors import IndexingError

HASH_LENGTH = 10
"""Characters of a content hash in a name: 50 bits, in letters that no file system confuses."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPES = {b"<": b"\\u003c", "\u2028".encode(): b"\\u2028", "\u2029".encode(): b"\\u2029"}


def script(payload: object) -> bytes:
    """Return a classic script that registers ``payload``, a JSON value.

    Nothing in the payload can end the string it stands in, a line or a script
    element; half a surrogate pair becomes U+FFFD.
    """
    return b"cuttings.register(%b);\n" % _json_bytes(payload)


def compressed_script(payload: object) -> bytes:
    """Return a classic script that registers ``payload``, a JSON value, compressed.

    It is a raw deflate stream in base64. Text takes three fifths of its bytes on the disk; a server
    that compresses what it sends sends as much as of the plain script.
    """
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    stream = deflate.compress(_json_bytes(payload)) + deflate.flush()
    return b'cuttings.registerCompressed("%b");\n' % base64.b64encode(stream)


def json_text(payload: object) -> str:
    """Return a JSON value as it can stand in a script or in a page's script element."""
    return _json_bytes(payload).decode()


def _json_bytes(payload: object) -> bytes:
    try:
        value = orjson.dumps(payload)
    except orjson.JSONEncodeError:  # half a surrogate pair
        text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
        value = _SURROGATE.sub("\ufffd", text).encode()
    for character, escape in _ESCAPES.items():
        value = value.replace(character, escape)
    return value


def content_hash(contents: Iterable[bytes]) -> str:
    """Return the hash of files' contents as it stands in a name."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return base64.b32encode(digest.digest()).decode("ascii").lower()[:HASH_LENGTH]


class ScriptFolder:
    """Writes scripts into a folder and in the end removes all others.

    Args:
        folder: Where they go; made if it is missing.

    Raises:
        IndexingError: If the folder cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: set[Path] = set()
        self._make(folder)

    def write(self, name: str, payload: object) -> None:
        """Write a script under a fixed name.

        Raises:
            IndexingError: If it cannot be written.
        """
        self._write(self._folder / name, script(payload))

    def write_hashed(self, stem: str, payload: object) -> str:
        """Write ``STEM-HASH.js`` and return the hash.

        Raises:
            IndexingError: If it cannot be written.
        """
        content = script(payload)
        name = content_hash([content])
        self._write(self._folder / f"{stem}-{name}.js", content)
        return name

    def write_numbered(
        self, stem: str, payloads: Iterable[object], *, compressed: bool = False
    ) -> str:
        """Write ``STEM-HASH/0.js``, ``1.js`` and so on, and return the hash of all together.

        Args:
            stem: What they hold.
            payloads: The value of each.
            compressed: Whether to compress them, which pays for text.

        Raises:
            IndexingError: If one cannot be written.
        """
        contents = list(map(compressed_script if compressed else script, payloads))
        name = content_hash(contents)
        folder = self._folder / f"{stem}-{name}"
        self._make(folder)
        for number, content in enumerate(contents):
            self._write(folder / f"{number}.js", content)
        return name

    def keep(self, name: str) -> None:
        """Take the files of a folder in this one, which another process wrote, for written."""
        self._written.update((self._folder / name).iterdir())

    def remove_others(self) -> None:
        """Delete every file that this object did not write, and folders left empty."""
        for path in sorted(self._folder.rglob("*"), reverse=True):
            if path.is_dir() and not path.is_symlink():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path not in self._written:
                path.unlink()

    def _make(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise IndexingError(f"{folder}: cannot be made: {error.strerror}") from error

    def _write(self, path: Path, content: bytes) -> None:
        try:
            path.write_bytes(content)
        except OSError as error:
            raise IndexingError(f"{path}: cannot be written: {error.strerror}") from error
        self._written.add(path)
