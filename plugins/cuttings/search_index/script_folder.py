"""The folder of the index: classic scripts, each registering one value, plain or compressed."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import orjson

from cuttings.errors import IndexingError
from cuttings.kept_file import FileState
from cuttings.search_index.byte_text import BYTE_ORDER_MARK, CODING, byte_text
from cuttings.search_index.kept.kept_scripts import KeptScripts, WrittenScripts

HASH_LENGTH = 10
"""Characters of a content hash in a name: 50 bits, in letters that no file system confuses."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_BEFORE = 'cuttings.registerCompressed("'.encode(CODING)
_AFTER = '");\n'.encode(CODING)
_ESCAPES = {b"<": b"\\u003c", "\u2028".encode(): b"\\u2028", "\u2029".encode(): b"\\u2029"}


def script(payload: object) -> bytes:
    """Return a classic script that registers ``payload``, a JSON value.

    Nothing in the payload can end the string it stands in, a line or a script
    element; half a surrogate pair becomes U+FFFD.
    """
    return _plain(_json_bytes(payload))


def small_script(payload: object) -> bytes:
    """Return the smaller of a payload's plain and compressed script.

    The compressed one is a raw deflate stream as ``byte_text`` writes it. Text takes half of its
    bytes on the disk; a server that compresses what it sends sends as much as of the plain script.
    """
    value = _json_bytes(payload)
    return min(_plain(value), _compressed(value), key=len)


def _plain(value: bytes) -> bytes:
    return b"cuttings.register(%b);\n" % value


def _compressed(value: bytes) -> bytes:
    stream = zlib.compress(value, zlib.Z_BEST_COMPRESSION, -zlib.MAX_WBITS)
    return b"".join([BYTE_ORDER_MARK, _BEFORE, byte_text(stream), _AFTER])


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


def content_digest(content: bytes) -> bytes:
    """Return the digest by which a content is known."""
    return hashlib.sha256(content).digest()


def _hash(digest: bytes) -> str:
    """Return a digest as it stands in a name."""
    return base64.b32encode(digest).decode("ascii").lower()[:HASH_LENGTH]


@dataclass(frozen=True, slots=True)
class KeyedPayload:
    """The payload of a script, which is made only if no earlier build has made it.

    Attributes:
        key: Digest of all that it is made from.
        make: Makes it.
    """

    key: bytes
    make: Callable[[], object]

    @classmethod
    def of(cls, payload: object) -> Self:
        """Take a payload that is made already."""
        return cls(content_digest(script(payload)), lambda: payload)


@dataclass(frozen=True, slots=True)
class _Script:
    """A script to be written: what gives its content, and the digest of that."""

    content: Callable[[], bytes]
    digest: bytes

    @classmethod
    def of(cls, content: bytes) -> Self:
        return cls(lambda: content, content_digest(content))


class ScriptFolder:
    """Writes scripts into a folder and in the end removes all others.

    Args:
        folder: Where they go; made if it is missing.
        kept: The scripts of the site in place, which are not written again.

    Raises:
        IndexingError: If the folder cannot be made.
    """

    def __init__(self, folder: Path, kept: KeptScripts | None = None) -> None:
        self._folder = folder
        self._kept = kept or KeptScripts()
        self._written: dict[str, tuple[bytes, FileState]] = {}
        self._by_key: dict[bytes, bytes] = {}
        self._make(folder)

    @property
    def written(self) -> WrittenScripts:
        """What has been written."""
        return WrittenScripts(self._written, self._by_key)

    def write(self, name: str, payload: object) -> str:
        """Write a plain script under a fixed name; return the hash of its content.

        Raises:
            IndexingError: If it cannot be written.
        """
        made = _Script.of(script(payload))
        self._write(name, made)
        return _hash(made.digest)

    def write_hashed(self, stem: str, payload: object) -> str:
        """Write ``STEM-HASH.js``, plain or compressed, whichever is smaller; return the hash.

        Raises:
            IndexingError: If it cannot be written.
        """
        made = self._made(KeyedPayload.of(payload))
        name = _hash(made.digest)
        self._write(f"{stem}-{name}.js", made)
        return name

    def write_numbered(self, stem: str, payloads: Iterable[object]) -> str:
        """Write ``STEM-HASH/0.js``, ``1.js`` and so on, and return the hash of all together.

        Raises:
            IndexingError: If one cannot be written.
        """
        return self.write_keyed(stem, map(KeyedPayload.of, payloads))

    def write_keyed(self, stem: str, payloads: Iterable[KeyedPayload]) -> str:
        """Write scripts as ``write_numbered`` does, whose payloads are made only if they are new.

        Raises:
            IndexingError: If one cannot be written.
        """
        scripts = list(map(self._made, payloads))
        name = _hash(content_digest(b"".join(made.digest for made in scripts)))
        self._make(self._folder / f"{stem}-{name}")
        for number, made in enumerate(scripts):
            self._write(f"{stem}-{name}/{number}.js", made)
        return name

    def _made(self, payload: KeyedPayload) -> _Script:
        digest = self._kept.by_key.get(payload.key)
        if digest is None:
            made = _Script.of(small_script(payload.make()))
        else:
            made = _Script(lambda: small_script(payload.make()), digest)
        self._by_key[payload.key] = made.digest
        return made

    def take_over(self, other: WrittenScripts) -> None:
        """Take scripts that another process wrote into this folder for written."""
        self._written |= other.files
        self._by_key |= other.by_key

    def remove_others(self) -> None:
        """Delete every file that this object did not write, and folders left empty."""
        for place, folders, files in os.walk(self._folder, topdown=False):
            folder = Path(place)
            start = "" if folder == self._folder else f"{folder.relative_to(self._folder)}/"
            for name in files:
                if f"{start}{name}" not in self._written:
                    (folder / name).unlink()
            for path in map(folder.joinpath, folders):
                if path.is_symlink():
                    path.unlink()
                elif not any(path.iterdir()):
                    path.rmdir()

    def _make(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise IndexingError(f"{folder}: cannot be made: {error.strerror}") from error

    def _write(self, name: str, made: _Script) -> None:
        path = f"{self._folder}/{name}"
        state = self._kept.keep(made.digest, path)
        if state is None:
            try:
                Path(path).write_bytes(made.content())
            except OSError as error:
                raise IndexingError(f"{path}: cannot be written: {error.strerror}") from error
            state = self._kept.settled(name, path)
        if state is not None:
            self._written[name] = made.digest, state
