"""A good lesson, quiz and rule card as an author writes them, to be spoilt one fault at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import app
from app.content.artwork import Artwork
from app.content.inspection import Depth, inspect
from app.content.proof import Tools
from app.content.search import search
from app.domain.problem import Problem
from app.interactions.registry import kinds

ROOT = Path(app.__file__).parent.parent

LESSON = """\
id = "the-torch"
title = "The torch"
picture = "art:star"
rule = "safe"
band = "lks2"
minutes = 10
objectives = ["I can keep a private fact private."]
frameworks = ["ecw-2020:privacy-and-security", "kcsie:contact"]
policy = ["p1-private-facts", "p6-tell"]

[variables.told]
low = 0
high = 2
start = 0

[cast.amina]
name = "Amina"
[cast.amina.looks.happy]
picture = "art:girl-dark-happy"
words = "Amina, smiling"
[cast.amina.looks.worried]
picture = "art:girl-dark-worried"
words = "Amina, worried"

[words]
torch = "a lamp to carry"

[[scenes]]
id = "hello"
backdrop = "bedroom"
stage = [{ who = "amina", look = "happy" }]
lines = [{ text = "Amina plays the torch game." }, { who = "amina", text = "So dark in here!" }]
ways = [{ goto = "message" }]

[[scenes]]
id = "message"
backdrop = "game"
stage = [{ who = "amina" }]
lines = [{ text = "A player writes to Amina." }]
  [scenes.activity]
  kind = "chat"
  prompt = "What shall Amina write back?"
  with = "Torchy"
  picture = "art:robot"
  messages = [{ from = "them", text = "Hi! Which school do you go to?" }]
  block = { feedback = "Amina plays on in peace.", right = true }
  tell = { feedback = "Her dad looks at it with her.", right = true }
    [[scenes.activity.replies]]
    id = "name"
    text = "The one in Mill Lane."
    feedback = "Now Torchy knows where she is all day."
    [[scenes.activity.replies]]
    id = "no"
    text = "I keep that to myself."
    right = true
    feedback = "Torchy shrugs and builds on."
  [[scenes.ways]]
  on = ["name"]
  set = { told = 2 }
  goto = "gate"
  [[scenes.ways]]
  goto = "gate"

[[scenes]]
id = "gate"
backdrop = "game"
stage = [{ who = "amina", look = "worried" }]
lines = [
  { text = "At the gate Torchy waits." },
  { text = "He says the name of her school.", when = { told = { at_least = 1 } } },
]
  [scenes.activity]
  kind = "choice"
  sure = true
  prompt = "What shall Amina do now?"
    [[scenes.activity.options]]
    id = "stay"
    text = "Play on with Torchy"
    feedback = "It gets late."
    [[scenes.activity.options]]
    id = "ask"
    text = "Call her dad over"
    right = true
    feedback = "Her dad sits down beside her."
  [[scenes.ways]]
  when = { told = { equals = 2 } }
  goto = "far"
  [[scenes.ways]]
  goto = "near"

[[endings]]
id = "near"
title = "Light"
backdrop = "bedroom"
stage = [{ who = "amina", look = "happy" }]
lines = [{ text = "The torch shines all night." }]
[endings.debrief]
happened = "Amina kept her school to herself."
rule = "Private facts stay private."
another_time = "Say no and play on."
tell = "If it feels odd, use Tell."

[[endings]]
id = "far"
title = "Dark"
backdrop = "bedroom"
lines = [{ text = "Amina puts the game away." }]
[endings.debrief]
happened = "Torchy knew where Amina goes to school."
rule = "Private facts stay private."
another_time = "Say no and play on."
tell = "It is never too late for Tell."

[notes]
ground_rules = ["We talk about Amina, not about us."]
distancing = "Amina is made up."
prompts = ["Why did Torchy ask?"]
extension = "Draw the next scene."

[home]
talk = ["Which facts are private?", "Whom could Amina ask?"]
"""

CARD = """\
picture = "art:shield"
[ks1]
sentence = "Keep it in."
tips = ["I can wait.", "I can ask.", "I can stop."]
[lks2]
sentence = "Keep it to yourself."
tips = ["I can wait.", "I can ask.", "I can stop."]
[uks2]
sentence = "Keep private facts private."
tips = ["I can wait.", "I can ask.", "I can stop."]
"""

STRANDS = (
    "privacy-and-security", "online-relationships", "online-reputation", "online-bullying",
    "copyright-and-ownership",
)  # fmt: skip

ITEM = """
[[items]]
id = "{id}"
form = "{form}"
strand = "{strand}"
  [items.activity]
  kind = "choice"
  prompt = "Question {id}: what shall Ben do?"
    [[items.activity.options]]
    id = "one"
    text = "{one}"
    {mark_one}
    feedback = "That is what came of it."
    [[items.activity.options]]
    id = "two"
    text = "{two}"
    {mark_two}
    feedback = "This is what came of it."
"""

RIGHT, WRONG = "right = true", 'idea = "all-is-fine"'


def item(number: int, form: str) -> str:
    """Return one good item; by turns the first and the second, the longer and the shorter win."""
    first, longer = number % 2 == 0, number % 4 < 2
    one, two = ("Go on playing the game", "Turn it off") if longer else ("Wait", "Leave the room")
    marks = (RIGHT, WRONG) if first else (WRONG, RIGHT)
    return ITEM.format(
        id=f"{form}-{number}", form=form, strand=STRANDS[number % 5], one=f"{one} {number}",
        two=f"{two} {number}", mark_one=marks[0], mark_two=marks[1],
    )  # fmt: skip


@cache
def quiz() -> str:
    """Return a good quiz: five items in each form, eight for practice."""
    head = 'title = "What shall Ben do?"\n[ideas]\nall-is-fine = "All is fine"\n'
    counts = (("a", 5), ("b", 5), ("practice", 8))
    return head + "".join(item(number, form) for form, most in counts for number in range(most))


@cache
def bundled(folder: str) -> frozenset[str]:
    """Return the names of what is bundled under a folder of assets, without any Qt."""
    return frozenset(file.stem for file in (ROOT / "assets" / folder).rglob("*.svg"))


def tools() -> Tools:
    """Return what the check needs, with the pictures that are really bundled."""
    art, scenery = bundled("art"), bundled("scenery")
    return Tools(kinds(), Artwork(art.__contains__, scenery.__contains__))


def edited(text: str, old: str, new: str) -> str:
    """Return the text with one place changed; the place must be there, and once only."""
    assert text.count(old) == 1, f"{text.count(old)} places hold {old!r}"
    return text.replace(old, new)


@dataclass(frozen=True)
class Desk:
    """An author's folder, and the check over it."""

    folder: Path

    def lesson(self, text: str, name: str = "the-torch", rule: str = "safe") -> Path:
        """Write a lesson; return its folder."""
        folder = self.folder / "lessons" / rule / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lesson.toml").write_text(text, "utf-8")
        return folder

    def quiz(self, text: str, cell: str = "safe/lks2") -> Path:
        """Write a quiz; return its file."""
        file = self.folder / "quizzes" / f"{cell}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def card(self, text: str, rule: str = "safe") -> Path:
        """Write a rule card; return its file."""
        file = self.folder / "lessons" / rule / "rule.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def problems(
        self, depth: Depth | None = None, with_tools: Tools | None = None
    ) -> list[Problem]:
        """Return what the check says of the whole folder."""
        report = inspect(search(self.folder), with_tools or tools(), depth or Depth())
        return list(report.problems)


def said(problems: list[Problem]) -> list[str]:
    """Return problems as "where: fault"."""
    return [f"{problem.where}: {problem.fault}" for problem in problems]
