"""The kiosk's journal: who reads what when, and what the files give away."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.tell.people import Role
from app.domain.tell.records import First, Letter
from app.domain.tell.routing import circles
from app.domain.tell.taps import About, Happens, Names, Place, Tap, Wants, Words, Worry
from app.store.vault import FolderVault
from app.tell import intake, sealing
from app.tell.intake import Part
from app.tell.writer import writers
from tests.power import MemoryDisk
from tests.tells import (
    CANARY,
    ROSTER,
    ROUTES,
    SAID,
    View,
    entries,
    first,
    folder,
    id_of,
    kiosk,
    named_files,
    person,
    press,
    private_key,
    roster,
    say,
    stray_files,
    tell,
    tell_id,
    told,
    view,
)

EVERYBODY = [role.value for role in Role]
GROWN_UP: tuple[Tap, ...] = (Worry(2), Happens(Place.GROWN_UP), Names(id_of("dsl")), Words(CANARY))


def frames_of(vault: FolderVault) -> list[intake.Frame]:
    """Return what stands in the intake."""
    public = writers(vault).kiosk.public
    return intake.frames(vault.read(intake.FILE) or b"", public)[0]


def test_the_inner_circle_reads_all_of_it() -> None:
    taps = (Happens(Place.HOME), Worry(4), Words(CANARY))
    vault = told(taps)
    for name in ("dsl", "headteacher"):
        found = view(vault, name)
        assert found is not None
        assert (found.firsts, found.taps, found.notices) == ([first(1)], list(taps), [])
        assert found.letters[0].circle == {id_of("dsl"), id_of("headteacher")}
    for name in ("chair", "stand-in", "deputy", "teacher", "computing-lead", "nobody"):
        assert view(vault, name) is None


def test_who_is_named_sees_what_they_would_had_nothing_more_been_said() -> None:
    after, bare = view(told(SAID), "dsl"), view(told(()), "dsl")
    assert after is not None
    assert bare is not None
    assert (after.firsts, after.taps, after.notices) == (bare.firsts, bare.taps, bare.notices)
    assert len(after.letters) == len(bare.letters) == 1
    assert (after.letters[0].circle, after.letters[0].group_key) == (bare.letters[0].circle, b"")
    head = view(told(SAID), "headteacher")
    assert head is not None
    assert head.taps == list(SAID)


def test_an_unnamed_grown_up_is_read_of_by_governors_alone() -> None:
    vault = told([Happens(Place.GROWN_UP)])
    assert [name for name in EVERYBODY if _reads_on(vault, name)] == ["chair", "stand-in"]


def _reads_on(vault: FolderVault, name: str) -> bool:
    found = view(vault, name)
    return found is not None and bool(found.taps)


def test_the_computing_lead_gets_place_and_time_alone() -> None:
    found = view(told([About("bad-content"), Words(CANARY)]), "computing-lead")
    assert found is not None
    assert (found.firsts, found.letters, found.taps) == ([], [], [])
    assert [(one.kiosk, one.page, one.at) for one in found.notices] == [
        (first(1).kiosk, first(1).page, first(1).at)
    ]


def test_whom_the_child_wants_gets_the_bare_press() -> None:
    found = view(told([Wants(id_of("teacher")), Words(CANARY)]), "teacher")
    assert found is not None
    assert (found.firsts, found.taps, len(found.letters)) == ([], [], 1)


def test_files_look_the_same_whatever_was_said() -> None:
    many: list[Tap] = [About("bad-content"), Words("x" * 900), Wants(id_of("teacher"))]
    shapes = set()
    for taps in ((), SAID, GROWN_UP, many):
        files = named_files(told(taps))
        shapes.add(tuple(sorted((data[:8], len(data)) for data in files)))
        assert len(files) == 5
    assert len(shapes) == 1


def test_nothing_is_written_in_clear() -> None:
    disk = MemoryDisk()
    tell(kiosk(folder(disk)), 1, SAID)
    everything = b"".join(disk.files.values())
    for text in (CANARY, "Amina", "Oaks", "Library", "Welcome", id_of("dsl")):
        assert text.encode() not in everything


def test_the_first_press_can_be_read_at_once_and_the_rest_when_the_sitting_ends() -> None:
    vault = folder(MemoryDisk())
    journal = kiosk(vault)
    press(journal, 1)
    journal.settle()
    say(journal, 1, [Worry(2)])
    journal.settle()
    found = view(vault, "dsl")
    assert found is not None
    assert (found.firsts, found.letters, found.taps) == ([first(1)], [], [])
    journal.end(tell_id(1))
    journal.settle()
    found = view(vault, "dsl")
    assert found is not None
    assert found.taps == [Worry(2)]
    assert vault.read(intake.FILE) == b""
    assert not stray_files(vault)


def test_a_start_after_a_kill_ends_the_tell_as_it_stood() -> None:
    disk = MemoryDisk()
    journal = kiosk(folder(disk))
    press(journal, 1)
    for count in range(1, 4):
        say(journal, 1, SAID[:count])
    vault = folder(MemoryDisk(disk.files))
    kiosk(vault).ready()
    found = view(vault, "headteacher")
    assert found is not None
    assert found.taps == list(SAID[:3])
    kiosk(vault).ready()
    assert len(named_files(vault)) == 5
    # The list that was in force is named, though the chain had not begun yet.
    writer = writers(vault).kiosk
    chain = entries(vault.read(writer.file) or b"", writer.public)
    assert {one.roster for one in chain} == {ROSTER.version}


def test_a_copy_of_the_intake_opens_nothing_that_is_said_after_somebody_is_spoken_of() -> None:
    """The DSL copies the disk at every tap; what was said once they may not read stays shut."""
    vault = folder(MemoryDisk())
    journal = kiosk(vault)
    press(journal, 1)
    for count in range(1, len(GROWN_UP) + 1):
        say(journal, 1, GROWN_UP[:count])
    private, blobs = private_key("dsl"), list[bytes]()
    keys: set[str] = set()
    for frame in frames_of(vault):
        for part, data in frame.parts:
            if part is Part.BLOB:
                blobs.append(data)
            elif part in {Part.INNER, Part.OUTER, Part.NOTICE}:
                found = sealing.open_sealed(data, private)
                keys |= {str(found[0]["group_key"])} if found else set()
    keys.discard("")
    assert len(keys) == 1
    opened = [
        row for key in keys for one in blobs if (row := sealing.open_blob(one, bytes.fromhex(key)))
    ]
    assert [row["said"] for row in opened] == ["worry"]
    journal.end(tell_id(1))
    journal.settle()
    group = next(data for data in named_files(vault) if data.startswith(sealing.GROUP))
    assert sealing.open_group(group, bytes.fromhex(keys.pop())) == []
    head = view(vault, "headteacher")
    assert head is not None
    assert head.taps == list(GROWN_UP)


def test_more_than_eight_readers_get_eight_slots_those_in_office_first() -> None:
    names = [f"teacher {number}" for number in range(9)]
    offices = [person("dsl", Role.DSL), person("headteacher", Role.HEAD)]
    many = roster(*(person(name, Role.DSL, Role.TEACHER) for name in names), *offices)
    vault = told([Worry(1)], many)
    readers = [one.title for one in many.people if view(vault, one.title)]
    assert len(readers) == 8
    found = view(vault, readers[0])
    assert found is not None
    assert found.letters[0].circle == {id_of(name) for name in readers}


def test_with_nobody_enrolled_it_is_kept_for_the_key_on_paper() -> None:
    nobody = roster(person("dsl", Role.DSL, enrolled=False))
    found = view(told(SAID, nobody), "escrow")
    assert found is not None
    assert (found.firsts, found.taps) == ([first(1)], list(SAID))


def test_a_lone_chair_reads_and_staff_seal_for_them() -> None:
    found = view(told((), roster(person("chair", Role.CHAIR))), "chair")
    assert found is not None
    assert found.letters[0].circle == {id_of("chair")}


TAPS: st.SearchStrategy[list[Tap]] = st.lists(
    st.one_of(
        st.sampled_from(EVERYBODY).map(lambda name: Names(id_of(name))),
        st.sampled_from(EVERYBODY).map(lambda name: Wants(id_of(name))),
        st.builds(Happens, st.sampled_from(Place)),
        st.sampled_from([About("bad-content"), About("unkind"), Worry(1)]),
    ),
    max_size=5,
)


@settings(max_examples=25)
@given(TAPS)
def test_everybody_opens_what_their_circle_gives_them(taps: list[Tap]) -> None:
    vault, bare = told(taps), told(())
    given_to = circles(ROSTER, ROUTES, None, taps)
    for name in EVERYBODY:
        found, person_id = view(vault, name) or View(), id_of(name)
        assert found.taps == (taps if person_id in given_to.inner else [])
        assert bool(found.letters) is (person_id in given_to.inner | given_to.outer)
        assert bool(found.notices) is (person_id in given_to.notice)
        if Names(person_id) in taps:
            assert _shape(found) == _shape(view(bare, name) or View())


def _shape(found: View) -> tuple[list[First], list[tuple[object, ...]], int, int]:
    """Return a view without what is random in every Tell: ids of files, and keys."""
    letters: list[Letter] = found.letters
    seen: list[tuple[object, ...]] = [
        (one.tell, one.circle, bool(one.group_key)) for one in letters
    ]
    return found.firsts, seen, len(found.details), len(found.notices)
