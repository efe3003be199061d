"""The five SMART rules, the age bands, and the frameworks and clauses content is tagged with."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """A SMART rule. The scheme is Childnet's; the wording of everything under it is our own."""

    SAFE = "safe"
    MEETING = "meeting"
    ACCEPTING = "accepting"
    RELIABLE = "reliable"
    TELL = "tell"

    @property
    def letter(self) -> str:
        """The rule's letter in SMART."""
        return self.value[0].upper()

    @property
    def label(self) -> str:
        """The rule's name as a child reads it."""
        return self.value.capitalize()


class Band(StrEnum):
    """An age band: ks1 5-7 years, lks2 7-9, uks2 9-11."""

    KS1 = "ks1"
    LKS2 = "lks2"
    UKS2 = "uks2"

    @property
    def ages(self) -> str:
        """The band's ages in words."""
        return {"ks1": "5 to 7", "lks2": "7 to 9", "uks2": "9 to 11"}[self.value]

    @staticmethod
    def of_year(year: int) -> Band:
        """Return the band of a school year: Reception is 0, Year 6 is 6."""
        if year <= 2:
            return Band.KS1
        return Band.LKS2 if year <= 4 else Band.UKS2


STRANDS = (
    "self-image-and-identity",
    "online-relationships",
    "online-reputation",
    "online-bullying",
    "managing-online-information",
    "health-well-being-and-lifestyle",
    "privacy-and-security",
    "copyright-and-ownership",
)
"""Strands of *Education for a Connected World* (UKCIS, 2020)."""

BEHAVIOURS = (
    "evaluating-what-they-see",
    "recognising-persuasion",
    "acceptable-online-behaviour",
    "identifying-risks",
    "how-and-when-to-seek-support",
)
"""Underpinning behaviours of *Teaching online safety in schools* (DfE, 2019)."""

FOUR_CS = ("content", "contact", "conduct", "commerce")
"""The four areas of risk of *Keeping children safe in education*."""

FRAMEWORKS = frozenset(
    [f"ecw-2020:{strand}" for strand in STRANDS]
    + [f"tos-2019:{behaviour}" for behaviour in BEHAVIOURS]
    + [f"kcsie:{area}" for area in FOUR_CS]
)
"""Every framework tag a lesson may carry, each with its edition."""

CLAUSES = (
    "p1-private-facts",
    "p2-age-limits",
    "p3-meeting",
    "p4-accepting",
    "p5-reliable",
    "p6-tell",
    "p7-not-in-school-day",
    "p8-no-friending-staff",
    "p9-no-hiding-behind-a-name",
    "p10-no-harmful-posts",
    "p11-report-bad-content",
    "p12-no-getting-round-the-filter",
    "p13-cyber-bullying",
    "p14-private-pictures",
    "p15-what-is-social-media",
)
"""The pupil clauses of the school's Social Media Policy, as our own short tags."""
