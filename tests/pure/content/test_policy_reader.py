"""The safeguarding policy: every fault planted in it is found, and a kiosk is never without one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.content.inspection import Depth
from app.content.policy_in_force import policy_in_force
from app.content.search import search
from app.domain.problem import Problem
from app.domain.tell.people import Role
from app.domain.tell.policy import BARE, MOST_CARDS, Policy, Rung
from app.domain.tell.routing import Route
from tests.lessonbook import ROOT, Desk, edited, said, tools
from tests.policybook import POLICY, SHIPPED, proof, read

Plant = tuple[str, str, str]
"""What is taken out, what is put in its place, and what the check must say."""

CARD = """[[categories]]
id = "card-{number}"
words = "Card {number}"
picture = "art:star"
title = "Card"
steps = ["danger"]
"""
HEAD_LIST = POLICY[POLICY.index('[[lists]]\nid = "head"') : POLICY.index('[[lists]]\nid = "acc')]
PRIVATE = POLICY[POLICY.index("[[categories]]") : POLICY.index('[[categories]]\nid = "teacher')]
ELSE = POLICY[POLICY.index('[[categories]]\nid = "some') : POLICY.index("[[lists]]")]
ROUTES = POLICY[: POLICY.index("[[ladder]]")]

KEYS: list[Plant] = [
    ("[routes]", "mood = 1\n[routes]", "policy: unknown key 'mood'"),
    ('usual = ["dsl"', 'odd = ["dsl"]\nusual = ["dsl"', "policy, routes: unknown key 'odd'"),
    ("minutes = 20", "minutes = 20\nmood = 1", "policy, rung 2: unknown key 'mood'"),
    ('title = "Private pictures"', 'title = "P"\nmood = 1', "'private-pictures': unknown key"),
    ('title = "Accounts"', 'title = "A"\nnotice = true', "list 'account': unknown key 'notice'"),
    ('words = "Write it down."', 'words = "W"\nbye = 1', "step 'write-down': unknown key 'bye'"),
    ('guidance = "UKCIS (2024)"', 'guidance = "U"\nlaw = 1', "'no-prints': unknown key 'law'"),
]

TEXTS: list[Plant] = [
    ('words = "Something else"\n', "", "category 'something-else': 'words' is missing"),
    ('words = "Something else"', 'words = " "', "category 'something-else': 'words' is empty"),
    ('title = "Not said yet"\n', "", "category 'something-else': 'title' is missing"),
    ('picture = "art:thought"\n', "", "category 'something-else': 'picture' is missing"),
    ('title = "Accounts"', 'title = ""', "list 'account': 'title' is empty"),
    ('words = "Write it down."', 'words = ""', "step 'write-down': 'words' is empty"),
    ('words = "Listen to the child."\n', "", "step 'listen': 'words' is missing"),
    ('only = "The account is lost"', 'only = ""', "step 'lost-account': 'only' is empty"),
    ('leads_to = "account"', 'leads_to = ""', "step 'lost-account': 'leads_to' is empty"),
    ('today = "Today"', 'today = ""', "policy, deadlines: 'today' is empty"),
    ('today = "Today"', "today = 4", "policy, deadlines: 'today' must be a text"),
    ('policy = "Prints are kept."\n', "", "override 'no-prints': 'policy' is missing"),
    ('instead = "None of a private picture."', 'instead = ""', "'instead' is empty"),
    ('guidance = "UKCIS (2024)"\n', "", "override 'no-prints': 'guidance' is missing"),
    ('id = "account"', 'id = "My Account"', "id 'My Account' must be of small letters"),
    ("[steps.write-down]", "[steps.Write]", "id 'Write' must be of small letters"),
    ("grown_up = true", 'grown_up = "yes"', "'grown_up' must be true or false"),
    ("minutes = 20", 'minutes = "20"', "policy, rung 2: 'minutes' must be a whole number"),
]

ROLES: list[Plant] = [
    ('who = "dsl"', 'who = "nurse"', "step 'listen': 'who' is 'nurse'; it must be one of: anyone"),
    ('who = "dsl"\n', "", "step 'listen': 'who' is missing"),
    ('usual = ["dsl", "headteacher"]', 'usual = ["dsl", "nurse"]', "'usual' has no role 'nurse'"),
    ('usual = ["dsl", "headteacher"]', "usual = []", "policy, routes: 'usual' needs at least 1"),
    ('usual = ["dsl", "headteacher"]\n', "", "policy, routes: 'usual' is missing"),
    ('about_head = ["chair"]', "about_head = []", "'about_head' needs at least 1"),
    ('usual = ["dsl", "headteacher"]', 'usual = ["teacher"]', "'teacher', who may not read"),
    ('usual = ["dsl", "headteacher"]', 'usual = ["dsl", "dsl"]', "'usual' holds 'dsl' 2 times"),
    ('unnamed = ["chair", "stand-in"]', 'unnamed = ["dsl"]', "route 'unnamed': holds 'dsl', whom"),
    ('unnamed = ["chair", "stand-in"]', 'unnamed = ["chair", "headteacher"]', "'headteacher', wh"),
    ('unnamed = ["chair", "stand-in"]', 'unnamed = ["deputy"]', "'unnamed': holds 'deputy', whom"),
    ('about_dsl = ["headteacher"]', 'about_dsl = ["chair", "dsl"]', "'about_dsl': holds 'dsl'"),
    ('about_head = ["chair"]', 'about_head = ["headteacher"]', "'about_head': holds 'headteacher'"),
    ('who = "chair"', 'who = "headteacher"', "step 'chair-asks' is for 'headteacher'"),
    ('who = "chair"', 'who = "dsl"', "list 'staff': step 'chair-asks' is for 'dsl'"),
    ('"danger", "write-down"]', '"danger", "listen"]', "list 'teacher-online': step 'listen' is"),
    ('tells = ["deputy"]', 'tells = ["computing-lead"]', "rung 2: 'tells' holds 'computing-lead'"),
    ('tells = ["deputy"]', 'tells = ["nobody"]', "policy, rung 2: 'tells' has no role 'nobody'"),
    ('tells = ["deputy"]', "tells = []", "policy, rung 2: 'tells' needs at least 1"),
    (ROUTES, "", "policy: 'routes' is missing"),
    (ROUTES, "routes = 4\n", "policy: 'routes' must be a table"),
]  # fmt: skip

LADDER: list[Plant] = [
    ("minutes = 0", "minutes = 5", "ladder: begins after 5 minutes; the first rung must be at 0"),
    ("minutes = 20", "minutes = 0", "ladder: goes from 0 to 0 minutes; each rung must be later"),
    ("minutes = 20", "minutes = -20", "ladder: goes from 0 to -20 minutes"),
    ("minutes = 20\n", "", "policy, rung 2: 'minutes' is missing"),
]

LISTS: list[Plant] = [
    ('["danger", "never-look"]', '["never-look", "danger"]', "begins with 'never-look'; the first"),
    ('["danger", "chair-asks", "head', '["chair-asks", "head', "list 'head': begins with 'chair-"),
    ('steps = ["danger", "never-look"]', "steps = []", "'private-pictures': 'steps' needs at"),
    ('["danger", "never-look"]', '["danger", "write-down"]', "second step must be 'never-look'"),
    ("attachments = false", "attachments = true", "'private-pictures': allows attachments"),
    ('["danger", "listen", "lost', '["danger", "listne", "lost', "there is no step 'listne'"),
    ('["danger", "listen", "lost', '["danger", "listen", "listen", "lost', "stands here 2 times"),
    ('id = "account"', 'id = "head"', "id 'head' is given to 2 categories or lists"),
    ('id = "account"', 'id = "something-else"', "id 'something-else' is given to 2 categories"),
    ('words = "Something else"', 'words = "a private Picture"', "2 categories say 'a private pic"),
    (PRIVATE, "", "policy: has no category 'private-pictures'; every school needs it"),
    (ELSE, "", "policy: has no category 'something-else'; every school needs it"),
    (PRIVATE, PRIVATE + "".join(CARD.format(number=one) for one in range(6)),
     "policy: has 9 categories; one page has room for 8 cards"),
    ('["unnamed", "about_staff", "about_dsl"]', '["unnamed", "about_staff"]',
     "route 'about_dsl': has 0 lists of steps; give it exactly one"),
    ('routes = ["about_head"]', 'routes = ["about_head", "unnamed"]', "'unnamed': has 2 lists"),
    ('routes = ["about_head"]', 'routes = ["usual"]', "list 'head': there is no route 'usual'"),
    ('routes = ["about_head"]', 'routes = ["abuot"]', "list 'head': there is no route 'abuot'"),
    (HEAD_LIST, "", "route 'about_head': has 0 lists of steps"),
    ('leads_to = "account"\n', "", "list 'account': is never reached"),
    ('"listen", "lost-account"]', '"listen"]', "list 'account': is never reached"),
    ('"listen", "lost-account"]', '"listen"]', "step 'lost-account': stands in no list"),
    ('leads_to = "account"', 'leads_to = "acount"', "'lost-account': leads to no list 'acount'"),
    ('now = "Now"', 'now = "Now"\nsoon = "Soon"', "deadline 'soon': is given to no step"),
    ('who = "dsl"\nby = "today"', 'who = "dsl"\nby = "soon"', "'by' is 'soon'; it must be one of"),
    ('guidance = "UKCIS (2024)"\nsteps = ["never-look"]', 'guidance = "U"\nsteps = ["look"]',
     "override 'no-prints': there is no step 'look' in any list"),
    ('guidance = "UKCIS (2024)"\nsteps = ["never-look"]', 'guidance = "U"\nsteps = []',
     "override 'no-prints': 'steps' needs at least 1"),
]  # fmt: skip

SAFETY: list[Plant] = [
    ("children's social care or the police.", "the school office.", "'danger': must name: social"),
    ("social care or the police.", "social care.", "step 'danger': must name: police"),
    (
        "Never view, copy, print, share, store or",
        "Never",
        "must name: view, copy, print, share, st",
    ),
    ("[steps.danger]\n", '[steps.danger]\nonly = "Now"\n', "'danger': has 'only', but it always"),
    ("[steps.never-look]\n", '[steps.never-look]\nonly = "A"\n', "'never-look': has 'only', but"),
    ("[steps.danger]", "[steps.dangers]", "policy: has no step 'danger'; no policy may do without"),
]

WORDING: list[Plant] = [
    ("A private picture", "A secret picture", "'private-pictures', words: says 'secret' on a card"),
    ("A private picture", "Somebody broke a promise", "says 'promise' on a card of Tell"),
    ("A private picture", "Somebody anonymous", "says 'anonymous' on a card of Tell"),
    ("A private picture", "A confidential picture", "says 'confidential' on a card of Tell"),
    ("A private picture", "A TikTok picture", "words: names 'TikTok', a brand"),
    ("A private picture", "A picture of me " * 4, "has 63 letters; a card has room for 48"),
    ("Listen to the child.", "Call YouTube.", "step 'listen', words: names 'YouTube', a brand"),
    ("The account is lost", "On YouTube", "step 'lost-account', only: names 'YouTube', a brand"),
    ("Prints are kept.", "YouTube prints.", "override 'no-prints': names 'YouTube', a brand"),
    ("Today", "YouTube", "deadline 'today': names 'YouTube', a brand"),
    ("Accounts", "YouTube", "list 'account', title: names 'YouTube', a brand"),
    ('"art:camera"', '"art:zzz"', "'private-pictures': there is no bundled picture 'art:zzz'"),
    ('"art:camera"', '"camera.svg"', "there is no bundled picture 'camera.svg'; write 'art:'"),
    ('"art:camera"', '"camera"', "there is no bundled picture 'camera'; write 'art:'"),
]


@pytest.mark.parametrize(
    "plant", [*KEYS, *TEXTS, *ROLES, *LADDER, *LISTS, *SAFETY, *WORDING], ids=lambda one: one[2]
)
def test_a_planted_fault_is_found(tmp_path: Path, plant: Plant) -> None:
    old, new, expected = plant
    found = said(list(read(edited(POLICY, old, new), tmp_path).problems))
    assert any(expected in one for one in found), found


@pytest.mark.parametrize("table", ["[[ladder]]", "[[lists]]", "[[categories]]", "[steps."])
def test_a_policy_without_a_part_says_so_and_is_still_read(tmp_path: Path, table: str) -> None:
    parts = re.split(r"(?m)^(?=\[)", POLICY)
    spoilt = read("".join(part for part in parts if not part.startswith(table)), tmp_path)
    key = table.strip("[.]")
    assert spoilt.sound is None
    assert isinstance(spoilt.value, Policy)
    assert [one for one in spoilt.problems if f"'{key}'" in one.fault or "no step" in one.fault]


def test_all_faults_of_a_file_are_reported_at_once(tmp_path: Path) -> None:
    text = edited(POLICY, "minutes = 20", "minutes = 0\nmood = 1")
    text = edited(text, '"art:camera"', '"art:zzz"')
    text = edited(text, '"A private picture"', '"A secret picture"')
    assert (
        len(read(edited(text, "attachments = false", "attachments = true"), tmp_path).problems) == 5
    )


def test_the_good_policy_has_no_fault_and_is_read_whole(tmp_path: Path) -> None:
    found = read(POLICY, tmp_path)
    assert said(list(found.problems)) == []
    policy = found.sound
    assert policy is not None
    assert len(policy.version) == 8
    assert policy.ladder == (Rung(0, (Role.DSL, Role.HEAD)), Rung(20, (Role.DEPUTY,)))
    assert policy.routes.about_staff == (Role.HEAD, Role.DEPUTY)
    assert policy.routes.notices == {"something-else"}
    card = policy.category("teacher-online")
    assert card is not None
    assert (card.words, card.picture) == ("A grown-up wrote to me", "art:name-badge")
    assert (card.grown_up, card.notice, card.checklist.attachments) == (True, False, True)
    (staff, head, account) = policy.lists
    assert staff.routes == {Route.UNNAMED, Route.ABOUT_STAFF, Route.ABOUT_DSL}
    assert [step.who for step in head.steps] == [None, Role.CHAIR, Role.STAND_IN]
    assert account.attachments is False
    last = policy.checklists("something-else", Route.USUAL)[0].steps[-1]
    assert (last.only, last.leads_to) == ("The account is lost", "account")
    assert last.deadline.words == "Today"


def test_what_ships_has_no_problem() -> None:
    found = proof(SHIPPED)
    assert [str(one) for one in found.problems] == []
    assert found.sound is not None
    assert 4 <= len(found.sound.categories) <= MOST_CARDS


class Kiosk:
    """A folder that ships a policy, and a school's data folder."""

    def __init__(self, folder: Path) -> None:
        self.shipped, self.own = folder / "shipped", folder / "own"
        (self.shipped / "assets").mkdir(parents=True)
        self.own.mkdir()
        self.ships(SHIPPED.read_text("utf-8"))

    def ships(self, text: str) -> None:
        """Write what ships."""
        (self.shipped / "assets" / "policy.toml").write_text(text, "utf-8")

    def has(self, text: str) -> None:
        """Write the school's own."""
        (self.own / "policy.toml").write_text(text, "utf-8")

    def follows(self) -> tuple[Policy, tuple[Problem, ...]]:
        """Return what this kiosk follows."""
        return policy_in_force(self.shipped, self.own, tools().artwork)


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    """Return a kiosk with what really ships, and an empty data folder."""
    return Kiosk(tmp_path)


def test_without_its_own_a_school_follows_what_ships(kiosk: Kiosk) -> None:
    policy, problems = kiosk.follows()
    assert policy == proof(SHIPPED).sound
    assert problems == ()


def test_a_schools_own_sound_policy_is_followed(kiosk: Kiosk) -> None:
    kiosk.has(POLICY)
    policy, problems = kiosk.follows()
    assert [one.id for one in policy.lists] == ["staff", "head", "account"]
    assert problems == ()


@pytest.mark.parametrize(
    "text", [edited(POLICY, "minutes = 20", "minutes = 0"), "not = [ TOML", "", "\0" * 40]
)
def test_a_schools_faulty_policy_is_named_and_what_ships_stands(kiosk: Kiosk, text: str) -> None:
    kiosk.has(text)
    policy, problems = kiosk.follows()
    assert policy == proof(SHIPPED).sound
    assert problems
    assert {one.file for one in problems} == {str(kiosk.own / "policy.toml")}


def test_a_policy_that_cannot_be_opened_is_named(kiosk: Kiosk) -> None:
    (kiosk.own / "policy.toml").mkdir()
    policy, (problem,) = kiosk.follows()
    assert policy == proof(SHIPPED).sound
    assert "cannot be read" in problem.fault


def test_a_data_folder_that_is_a_file_is_passed_over(kiosk: Kiosk) -> None:
    kiosk.own.rmdir()
    kiosk.own.write_text("a file", "utf-8")
    assert kiosk.follows()[0] == proof(SHIPPED).sound


def test_with_no_sound_file_at_all_there_is_still_a_policy(kiosk: Kiosk) -> None:
    kiosk.has("")
    kiosk.ships("broken")
    policy, problems = kiosk.follows()
    assert policy is BARE
    assert {one.file for one in problems} == {str(kiosk.own / "policy.toml"), "assets/policy.toml"}


def test_check_finds_a_schools_own_policy_and_its_faults(desk: Desk) -> None:
    file = desk.folder / "policy.toml"
    file.write_text(POLICY, "utf-8")
    assert desk.problems(Depth(words=True)) == []
    file.write_text(edited(POLICY, "minutes = 20", "minutes = 0"), "utf-8")
    for place in (desk.folder, file):
        (found,) = search(place).policies
        assert found.path == file
    (problem,) = desk.problems()
    assert problem.file == file.as_posix()


def test_check_reads_the_cards_as_the_youngest_would(desk: Desk) -> None:
    text = edited(POLICY, '"A private picture"', '"A paradoxical jurisdiction"')
    (desk.folder / "policy.toml").write_text(text, "utf-8")
    assert desk.problems() == []
    (problem,) = desk.problems(Depth(words=True))
    assert problem.where == "category 'private-pictures', words"


def test_check_finds_what_ships() -> None:
    assert [one.name for one in search(ROOT).policies] == [f"{ROOT.as_posix()}/assets/policy.toml"]
