"""The demo school: thirty made-up children in three classes, for whoever looks at the program."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from app.domain.animals import animal_for
from app.domain.ids import ClassId, PupilId
from app.domain.school import Pupil, School, SchoolClass

DEMO_NAME = "Demo Primary School"
DEMO_PIN = "4826"
"""Shown wherever the demo asks for the PIN."""
DEMO_PIN_HASH = (
    "$argon2id$v=19$m=131072,t=4,p=1"
    "$Oz50viLnbVvNMoxVDdfv6A"
    "$GBViyXAwevB6BJeKbEUurU0QFCMmxfXTadisR+NJ/MI"
)
"""Argon2id of ``DEMO_PIN``, so that the first start of the demo need not compute it."""
DEMO_SECRET = ("boat", "apple", "moon")
"""The secret pictures of every child in the demo's class that wants them; shown with the PIN."""

_CLASSES = {
    "Owl": (
        "Amina K 1, Oscar P 1, Zofia W 1, Jayden T 1, Maisie L 1, "
        "Ibrahim H 2, Efa M 2, Tomasz N 2, Priya S 2, Noah B 2"
    ),
    "Fox": (
        "Leo C 3, Aaliyah J 3, Seán O 3, Mei Y 3, Ruby D 3, "
        "Yusuf A 4, Chloë F 4, Dev G 4, Niamh R 4, Kwame E 4"
    ),
    "Otter": (
        "Hamza Q 5, Ellie-Mae S 5, Łukasz Z 5, Anaya V 5, Rhys D 5, "
        "Sofia M 6, Grace A 6, Grace N 6, Ted H 6, Folasade O 6"
    ),
}
_WITH_SECRETS = "Otter"


def demo_school(hash_key: str) -> School:
    """Return the demo school, the same at each call; two of its children share a name."""
    classes = tuple(
        SchoolClass(ClassId(_id(name)), name, secrets=name == _WITH_SECRETS) for name in _CLASSES
    )
    pupils: list[Pupil] = []
    for one in classes:
        pupils += _pupils(one)
    return School(DEMO_NAME, hash_key, demo=True, classes=classes, pupils=tuple(pupils))


def _pupils(school_class: SchoolClass) -> list[Pupil]:
    pupils: list[Pupil] = []
    for child in _CLASSES[school_class.name].split(", "):
        first_name, initial, year = child.split()
        pupil = Pupil(PupilId(_id(child)), first_name, initial, school_class.id, int(year), "")
        animal = animal_for(pupil.id, {other.animal for other in pupils}) or ""
        secret = DEMO_SECRET if school_class.secrets else ()
        pupils.append(replace(pupil, animal=animal, secret=secret))
    return pupils


def _id(text: str) -> str:
    return blake2b(f"demo {text}".encode(), digest_size=6).hexdigest()
