"""A small good safeguarding policy, to be spoilt one fault at a time."""

from __future__ import annotations

from pathlib import Path

from app.content.proof import Proof, prove_policy
from app.content.sheet import Sheet, read_sheet
from app.domain.tell.policy import Policy
from tests.lessonbook import ROOT, tools

SHIPPED = ROOT / "assets" / "policy.toml"

POLICY = """\
[routes]
usual = ["dsl", "headteacher"]
unnamed = ["chair", "stand-in"]
about_staff = ["headteacher", "deputy"]
about_dsl = ["headteacher"]
about_head = ["chair"]

[[ladder]]
minutes = 0
tells = ["dsl", "headteacher"]
[[ladder]]
minutes = 20
tells = ["deputy"]

[deadlines]
now = "Now"
today = "Today"

[[categories]]
id = "private-pictures"
words = "A private picture"
picture = "art:camera"
title = "Private pictures"
attachments = false
steps = ["danger", "never-look"]

[[categories]]
id = "teacher-online"
words = "A grown-up wrote to me"
picture = "art:name-badge"
title = "Contact by a grown-up"
attachments = true
grown_up = true
steps = ["danger", "write-down"]

[[categories]]
id = "something-else"
words = "Something else"
picture = "art:thought"
title = "Not said yet"
notice = true
steps = ["danger", "listen", "lost-account"]

[[lists]]
id = "staff"
title = "About staff"
attachments = true
routes = ["unnamed", "about_staff", "about_dsl"]
steps = ["danger", "write-down", "chair-asks"]

[[lists]]
id = "head"
title = "About the head"
routes = ["about_head"]
steps = ["danger", "chair-asks", "head-asks-not"]

[[lists]]
id = "account"
title = "Accounts"
steps = ["danger", "listen"]

[steps.danger]
words = "Ring children's social care or the police."
who = "anyone"
by = "now"

[steps.never-look]
words = "Never view, copy, print, share, store or save it."
who = "anyone"
by = "now"

[steps.listen]
words = "Listen to the child."
who = "dsl"
by = "today"

[steps.lost-account]
only = "The account is lost"
words = "Go on there."
who = "headteacher"
by = "today"
leads_to = "account"

[steps.write-down]
words = "Write it down."
who = "anyone"
by = "today"

[steps.chair-asks]
words = "Ask the LADO."
who = "chair"
by = "now"

[steps.head-asks-not]
words = "See that nobody else asks."
who = "stand-in"
by = "now"

[[overrides]]
id = "no-prints"
policy = "Prints are kept."
instead = "None of a private picture."
guidance = "UKCIS (2024)"
steps = ["never-look"]
"""


def read(text: str, folder: Path) -> Proof[Policy]:
    """Return the policy of a text and all that is wrong with it."""
    file = folder / "policy.toml"
    file.write_text(text, "utf-8")
    return proof(file)


def proof(file: Path) -> Proof[Policy]:
    """Return the policy of a file that is proper TOML, and all that is wrong with it."""
    sheet = read_sheet(file, "policy.toml")
    assert isinstance(sheet, Sheet), sheet
    return prove_policy(sheet, "policy.toml", tools().artwork)
