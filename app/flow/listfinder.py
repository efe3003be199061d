"""Finds the class lists that were saved, away from the screen: a stick may take its time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.flow.services import Services
from app.flow.tasks import Lane


class ListFinder(QObject):
    """``changed`` says that ``files`` has; None while they are looked for."""

    changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._looking = False
        self.files: tuple[Path, ...] | None = None

    def look(self) -> None:
        """Look anew."""
        if self._looking:
            return
        self._looking = True
        self._show(None)
        work = self._services.class_lists.found
        self._services.lanes.run(Lane.CPU, work, self._on_found, self._on_failed)

    def _on_found(self, files: tuple[Path, ...]) -> None:
        self._looking = False
        self._show(files)

    def _on_failed(self, fault: Exception) -> None:
        self._looking = False
        self._show(())
        raise fault

    def _show(self, files: tuple[Path, ...] | None) -> None:
        self.files = files
        self.changed.emit()
