"""``be-smart pupils``: reads class lists; lists, hands out and erases what is kept of pupils."""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands import FINE, PROBLEMS, WRONG_CALL, take_home
from app.domain.ports import StoreFault

if TYPE_CHECKING:
    from app.domain.classlist import ClassList
    from app.domain.plan import Plan
    from app.domain.school import Pupil, School
    from app.store.cabinet import Cabinet
    from app.store.home import Home

HELP = "read a class list, or list, hand out and erase what is kept of pupils"


DEMO_NOTE = "No school is set up here yet; this is the demo. 'pupils import FILE.csv' begins yours."
IMPORT_HELP = (
    "Reads a class list as the school office exports it (CSV): first name, surname (its initial is"
    " kept), class, year, pupil id (its keyed hash is kept). Shows line by line what would happen."
    " Nothing is written while a line is refused or asks something."
)


class WrongCall(ValueError):
    """The words of the command do not fit what is there; the text says how."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare import, list, export and erase."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    brought = deeds.add_parser("import", help="read a class list (CSV)", description=IMPORT_HELP)
    _declare_import(brought)
    listed = deeds.add_parser("list", help="list the pupils")
    listed.add_argument("--json", action="store_true", help="as JSON, for other programs")
    listed.add_argument("--leavers", action="store_true", help="those who have left, instead")
    export = deeds.add_parser("export", help="print all that is kept of one pupil, as JSON")
    erase = deeds.add_parser("erase", help="erase all that is kept of one pupil, for ever")
    erase.add_argument("--really", action="store_true", help="needed: it cannot be undone")
    for deed in (export, erase):
        deed.add_argument("pupil", metavar="ID", help="the pupil's id, from 'pupils list'")
    for deed in (brought, listed, export, erase):
        take_home(deed)


def run(args: argparse.Namespace) -> int:
    """Do one deed; return 0, 1 for what staff must put right, 2 for a wrong call."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter
    deeds = {"import": _import, "list": _list, "export": _export, "erase": _erase}
    try:
        return deeds[args.deed](args, _home(args))
    except StoreFault as fault:
        print(fault, file=sys.stderr)
        return PROBLEMS
    except WrongCall as fault:
        print(fault, file=sys.stderr)
        return WRONG_CALL


def _declare_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.csv", type=Path, help="the class list")
    parser.add_argument("--dry-run", action="store_true", help="only show what would happen")
    leavers = parser.add_mutually_exclusive_group()
    leavers.add_argument(
        "--whole-school",
        action="store_true",
        help="the file holds the whole school: who is missing from it has left",
    )
    leavers.add_argument(
        "--only-adds",
        action="store_true",
        help="the file only adds pupils: nobody has left (else who is missing from a class of it)",
    )
    parser.add_argument("--school", metavar="NAME", help="the school's name, at the first import")
    answers = (
        ("moved", "LINE[=ID]", "it is the child the question names; 'all': where one went up"),
        ("new", "LINE", "it is a new child; 'all': every line still asked"),
        ("repeat", "LINE", "it repeats another line; 'all': every line that may"),
    )
    for flag, words, meaning in answers:
        parser.add_argument(
            f"--{flag}", metavar=words, action="append", default=[], help=f"answer: {meaning}"
        )


def _home(args: argparse.Namespace) -> Home:
    from app.store.home import find_home

    writes = args.deed == "erase" or (args.deed == "import" and not args.dry_run)
    return find_home(args.home, make=writes)


def _import(args: argparse.Namespace, home: Home) -> int:
    from app.staff.classlist import read_file
    from app.store.cabinet import Cabinet, held

    try:
        found = read_file(args.file, str(args.file))
    except OSError as fault:
        raise WrongCall(f"{args.file}: cannot be read: {fault.strerror}") from fault
    if args.dry_run:
        done = _planned(args, Cabinet(home), found)
        print("Nothing was written: this was a dry run.")
        return FINE if done.ready else PROBLEMS
    with held(home) as cabinet:
        return _carry_out(_planned(args, cabinet, found), cabinet)


def _planned(args: argparse.Namespace, cabinet: Cabinet, found: ClassList) -> Plan:
    """Return the plan with the answers given, after printing it."""
    import secrets

    from app.domain.answers import answers_of
    from app.domain.plan import Tools
    from app.domain.plantext import plan_text
    from app.domain.roster import UnfitAnswers, adding, plan
    from app.staff.pupilkey import keyed

    school = _school_to_fill(cabinet, args.school)
    tools = Tools(keyed(school.hash_key), lambda: secrets.token_hex(6))
    first = plan(school, found, tools, whole=args.whole_school)
    try:
        answers = answers_of(first, args.moved, args.new, args.repeat)
        done = adding(first, answers, only=args.only_adds)
    except UnfitAnswers as fault:
        raise WrongCall(str(fault)) from fault
    print(plan_text(done))
    return done


def _carry_out(done: Plan, cabinet: Cabinet) -> int:
    import secrets

    from app.domain.roster import apply
    from app.store.schoolfile import SchoolFile

    if not done.ready:
        print("Nothing was written: put right what is refused, answer what is asked, and repeat.")
        return PROBLEMS
    if not done.changes:
        print("Nothing to write: the school is as the file says.")
        return FINE
    SchoolFile(cabinet).save(apply(done, secrets.choice))
    print("Written.")
    return FINE


def _school_to_fill(cabinet: Cabinet, name: str | None) -> School:
    import secrets

    from app.domain.names import clean
    from app.domain.school import School
    from app.domain.schoolwork import UNNAMED
    from app.store.schoolfile import SchoolFile

    school = SchoolFile(cabinet).load()
    if school is None:
        return School(clean(name or "") or UNNAMED, secrets.token_hex(32))
    if school.demo:
        raise WrongCall("this is the demo school's folder: real pupils do not belong there")
    if name is not None:
        raise WrongCall(f"the school has a name already: {school.name}; leave --school out")
    return school


def _list(args: argparse.Namespace, home: Home) -> int:
    from app.domain.plantext import table
    from app.store.schoolfile import shown_school

    school = shown_school(home)[1]
    if school.demo:
        print(DEMO_NOTE, file=sys.stderr)
    shown = [pupil for pupil in _by_class(school) if pupil.left is args.leavers]
    if args.json:
        print(json.dumps([_as_table(school, one) for one in shown], ensure_ascii=False, indent=2))
        return FINE
    headings = ("id", "name", "initial", "class", "animal", "band")
    print(table([headings, *([*_as_table(school, one).values()] for one in shown)]))
    return FINE


def _export(args: argparse.Namespace, home: Home) -> int:
    from app.domain.schoolwork import export
    from app.store.progress import ProgressFiles
    from app.store.schoolfile import shown_school

    cabinet, school = shown_school(home)
    pupil = _known(school, args.pupil)
    progress = ProgressFiles(cabinet)
    kept = export(school, pupil.id, progress.attempts(pupil.id), progress.looks(pupil.id))
    print(json.dumps(kept, ensure_ascii=False, indent=2))
    return FINE


def _erase(args: argparse.Namespace, home: Home) -> int:
    from app.domain.namesakes import told_name
    from app.domain.schoolwork import erase
    from app.store.cabinet import held
    from app.store.progress import ProgressFiles
    from app.store.schoolfile import SchoolFile

    if not args.really:
        raise WrongCall("erasing cannot be undone; repeat it with --really")
    with held(home) as cabinet:
        school = SchoolFile(cabinet).load()
        if school is None:
            raise StoreFault("no school is set up here yet: there is nobody to erase")
        pupil = _known(school, args.pupil)
        # Progress first: a power cut between the two leaves a pupil to be erased again.
        ProgressFiles(cabinet).erase(pupil.id)
        SchoolFile(cabinet).save(erase(school, pupil.id))
    print(f"Erased: {told_name(pupil, school.pupils)}")
    return FINE


def _known(school: School, pupil_id: str) -> Pupil:
    found = next((one for one in school.pupils if one.id == pupil_id), None)
    if found is None:
        raise WrongCall(f"there is no pupil with the id '{pupil_id}'; 'pupils list' shows them")
    return found


def _by_class(school: School) -> list[Pupil]:
    from app.domain.names import fold

    order = {one.id: place for place, one in enumerate(school.classes)}
    return sorted(
        school.pupils, key=lambda one: (order.get(one.class_id, -1), fold(one.first_name))
    )


def _as_table(school: School, pupil: Pupil) -> dict[str, str]:
    home = school.school_class(pupil.class_id)
    return {
        "id": pupil.id,
        "name": pupil.first_name,
        "initial": pupil.initial,
        "class": home.name if home else "",
        "animal": pupil.animal,
        "band": pupil.band.value,
    }
