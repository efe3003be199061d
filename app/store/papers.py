"""Papers that staff take away, in any folder: whole or not there, and for this account's eyes."""

from __future__ import annotations

import errno
import secrets
from contextlib import suppress
from pathlib import Path

from app.domain import ports
from app.domain.override import override
from app.store.disk import Disk, Patience

OWNER_ONLY = 0o600
NO_RIGHTS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL})


class Papers(ports.Papers):
    """Writes beside what stands there, and puts it in its place once it is on the medium."""

    def __init__(self, disk: Disk | None = None, patience: Patience | None = None) -> None:
        self._disk = disk or Disk()
        self._patience = patience or Patience()

    @override
    def write(self, path: Path, data: bytes) -> None:
        # By chance, so that it is nobody's own file.
        new = path.with_name(f"{path.name}.{secrets.token_hex(4)}.tmp")
        self._disk.make_folder(path.parent)
        try:
            self._fill(new, memoryview(data))
            self._patience(lambda: self._disk.replace(new, path))
        except OSError:
            with suppress(OSError):
                self._disk.remove(new)
            raise
        self._disk.sync_folder(path.parent)

    @override
    def write_new(self, path: Path, data: bytes) -> None:
        self._disk.make_folder(path.parent)
        self._patience(lambda: self._disk.create_new(path))  # from now on the name is ours
        try:
            self.write(path, data)
        except OSError:
            with suppress(OSError):
                self._disk.remove(path)
            raise

    def _fill(self, path: Path, data: memoryview) -> None:
        file = self._patience(lambda: self._disk.create(path))
        try:
            self._for_us_alone(path)  # while nothing stands in it yet
            while data:
                data = data[self._disk.write(file, data) :]
            self._disk.sync(file)
        finally:
            self._disk.close(file)

    def _for_us_alone(self, path: Path) -> None:
        try:
            self._disk.change_rights(path, OWNER_ONLY)
        except OSError as error:
            # The file systems of memory sticks know no accounts, and say so.
            if error.errno not in NO_RIGHTS:
                raise
