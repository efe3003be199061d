"""What the office does with files: reads class lists, writes down what is kept of a pupil."""

from __future__ import annotations

import json
import secrets
from functools import partial
from pathlib import Path

from app.domain import roster, schoolwork
from app.domain.classlist import ClassList
from app.domain.ids import PupilId
from app.domain.plan import Plan, Tools
from app.domain.ports import StoreFault
from app.domain.school import School
from app.flow.services import Services


def read_plan(
    services: Services, path: Path, school: School, whole: bool
) -> tuple[ClassList, Plan]:
    """Read a class list and plan it; from the demo, for a school that is still empty.

    Raise ``StoreFault`` where the file cannot be read.
    """
    base = School("", secrets.token_hex(32)) if school.demo else school
    try:
        found = services.class_lists.read(path)
    except OSError as error:
        raise StoreFault(f"{path.name} cannot be read: {_reason(error)}.") from error
    tools = Tools(services.class_lists.keyed(base.hash_key), partial(secrets.token_hex, 6))
    return found, roster.plan(base, found, tools, whole=whole)


def write_down(services: Services, pupil_id: PupilId, school: School, folder: Path) -> Path:
    """Write all that is kept of a pupil into a folder, as JSON that only this account reads.

    Raise ``StoreFault`` where it cannot be written.
    """
    progress = services.progress
    looks = progress.looks(pupil_id)
    table = schoolwork.export(school, pupil_id, progress.attempts(pupil_id), looks)
    path = folder / f"be-smart-pupil-{pupil_id}.json"
    try:
        text = json.dumps(table, ensure_ascii=False, indent=2)
        services.papers.write(path, text.encode())
    except OSError as error:
        raise StoreFault(f"{path} cannot be written: {_reason(error)}.") from error
    return path


def _reason(error: OSError) -> str:
    """Return what the system says, without the number and the path that it adds."""
    return (error.strerror or str(error)).lower()
