"""Workers of a Dask cluster, which share work as processes of this machine do.

Dask is an extra (``cuttings[dask]``) and imported only if a cluster is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from cuttings.build_version import code_digest
from cuttings.errors import SettingsError, WorkerError, described
from cuttings.worker_pool import handing_work_to

if TYPE_CHECKING:
    from distributed import Client, Future

DASK_SETTING = "CUTTINGS_DASK"
"""Pelican setting: the address of a Dask scheduler whose workers build a large index; or empty."""

_SECONDS_TO_CONNECT = 10
"""How long to wait for a scheduler: on a network of one's own it answers at once."""


@contextmanager
def dask_workers(address: str) -> Iterator[None]:
    """Have the workers of a Dask cluster share the work meanwhile.

    Each must have the same version of Cuttings, and see the archive and the site by the same paths.

    Args:
        address: The address of its scheduler, as ``tcp://127.0.0.1:8786``; "" for no cluster.

    Raises:
        SettingsError: If Dask is not installed, or the cluster cannot share the work.
    """
    if not address:
        yield
        return
    try:
        from distributed import Client
    except ImportError as error:
        raise SettingsError(
            "Dask is not installed; run 'pip install --require-hashes -r requirements/dask.txt'"
        ) from error
    try:
        client = Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"{address}: no Dask scheduler answers there; "
            "check the address, or start one with 'dask scheduler'"
        ) from error
    with client:
        workers = _DaskWorkers(client)
        with handing_work_to(workers):
            yield


class _DaskWorkers:
    """The workers of a cluster.

    Args:
        client: Connected to the cluster.

    Raises:
        SettingsError: If there is no worker, or one of another version.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        threads = client.nthreads()
        if not threads:
            raise SettingsError("the Dask cluster has no workers; start one with 'dask worker'")
        self.count = sum(threads.values())
        for worker, digest in _versions(client).items():
            if digest != code_digest():
                raise SettingsError(
                    f"{worker}: this Dask worker does not have the same version of Cuttings; "
                    "install the same on it and start it again"
                )

    def taking(self, work: Callable[[Any], Any]) -> Callable[[Any], Future]:
        """Return what hands one item of this work to some worker; the work goes to each once."""
        held: list[Future] = []

        def submit(item: object) -> Future:
            try:
                if not held:
                    held.append(self._client.scatter(work, broadcast=True, hash=False))
                return self._client.submit(_do, held[0], item, pure=False)
            except Exception as error:
                raise WorkerError(described(error)) from error

        return submit


def _versions(client: Client) -> dict[str, str]:
    """Return the digest of each worker's code by the worker's address, "" if it has none."""
    try:
        versions: dict[str, str] = client.run(_code)
    except Exception:
        return dict.fromkeys(client.nthreads(), "")
    return versions


def _code() -> str:
    """Return the digest of the code of the process that this runs in."""
    return code_digest()


def _do(work: Callable[[Any], Any], item: object) -> object:
    return work(item)
