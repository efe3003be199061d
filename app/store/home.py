"""The data folder: where it is, what stands in it, and whether that is a good place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.ports import StoreFault
from app.store.fault import store_fault

if TYPE_CHECKING:
    from app.domain.problem import Problem

FOLDER = "be-smart"


@dataclass(frozen=True, slots=True)
class Home:
    """A data folder. ``fallback``: the user's own, because the whole machine's is not writable.

    ``told`` is what was noticed when it was chosen.
    """

    root: Path
    fallback: bool = False
    told: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the place, for staff: it may be emptied, or be on a network."""
        from app.store.site import doubts  # here, because nobody reads of it before the first paint

        return (*self.told, *doubts(self.root))

    @property
    def school_file(self) -> Path:
        """The one file that is the same on all the school's PCs."""
        return self.root / "school.json"

    @property
    def kiosk_file(self) -> Path:
        """This PC's own numbers and PIN."""
        return self.root / "kiosk.json"

    @property
    def outbox_file(self) -> Path:
        """What this PC has still to tell staff."""
        return self.root / "outbox.json"

    @property
    def contacts_file(self) -> Path:
        """How staff are told by this PC."""
        return self.root / "being-told.json"

    @property
    def progress(self) -> Path:
        """The folder of pupils' documents."""
        return self.root / "progress"

    @property
    def tell(self) -> Path:
        """The folder of what children tell: sealed, and open to nobody without a passphrase."""
        return self.root / "tell"

    @property
    def lessons(self) -> Path:
        """The folder of the school's own lessons."""
        return self.root / "lessons"

    @property
    def quizzes(self) -> Path:
        """The folder of the school's own quizzes."""
        return self.root / "quizzes"

    @property
    def logs(self) -> Path:
        """The folder of what went wrong, without names or words of pupils."""
        return self.root / "logs"

    @property
    def aside(self) -> Path:
        """The folder of damaged files that were set aside."""
        return self.root / "aside"

    @property
    def lock_file(self) -> Path:
        """The file by whose lock one Be SMART has the folder to itself."""
        return self.root / "lock"

    def demo(self) -> Home:
        """Return the demo school's folder, inside this one and otherwise apart from it."""
        return replace(self, root=self.root / "demo")


def find_home(chosen: Path | None = None, *, make: bool = True) -> Home:
    """Return the data folder: the chosen one, else the machine's, else the user's.

    It is made if need be, but for a command that only reads (``make`` is False). A machine's folder
    that holds a school is kept to, whatever is wrong with it: an empty folder in its stead would
    hide the school behind a demo.
    Raise ``StoreFault`` where no folder can be made.
    """
    if chosen is not None:
        return _at(chosen.expanduser().absolute(), make=make)
    # Imported here: whoever chooses a folder need not wait for it.
    import platformdirs

    machine = Path(platformdirs.site_data_dir(FOLDER, appauthor=False))
    if _writable(machine, make=make):
        return _at(machine, make=make)
    if _holds_school(machine):
        return _kept_to(machine)
    home = _at(Path(platformdirs.user_data_dir(FOLDER, appauthor=False)), make=make)
    apart = (
        f"this is the data folder of one account, because {machine} is not writable: other accounts"
        " on this PC do not share it; make that folder writable, or choose one with --home"
    )
    return replace(_told(home, apart), fallback=True)


def _holds_school(folder: Path) -> bool:
    """Tell whether a school's file is seen there; an account that may not look sees none."""
    try:
        return Home(folder).school_file.is_file()
    except OSError:
        return False


def _kept_to(machine: Path) -> Home:
    """Return the machine's folder although nothing can be written there, and tell staff so."""
    home = _at(machine, make=False)
    stuck = (
        "the school is here, but nothing can be written: the disk is full or read-only, or this"
        " account may not write; make the folder writable, or answers are not kept"
    )
    return _told(home, stuck)


def _told(home: Home, fault: str) -> Home:
    from app.domain.problem import Problem

    return replace(home, told=(Problem(str(home.root), "the data folder", fault),))


def _at(root: Path, *, make: bool) -> Home:
    try:
        if root.is_file():
            raise StoreFault(f"{root}: this is a file; choose a folder with --home")
        if make:
            root.mkdir(mode=0o770, parents=True, exist_ok=True)
    except OSError as error:
        raise store_fault(root, error) from error
    return Home(root)


def _writable(folder: Path, *, make: bool) -> bool:
    """Tell whether files can be made there; only trying tells it on every system."""
    import secrets  # here, because it takes 5 ms: whoever chooses a folder need not wait for it

    trial = folder / f".trial-{secrets.token_hex(4)}"
    try:
        if make:
            folder.mkdir(mode=0o770, parents=True, exist_ok=True)
        trial.touch()
        trial.unlink()
    except OSError:
        return False
    return True
