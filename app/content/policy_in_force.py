"""Which safeguarding policy a kiosk follows: the school's own if it is sound, else what ships."""

from __future__ import annotations

from pathlib import Path

from app.content.artwork import Artwork
from app.content.proof import Proof, proof_policy
from app.content.shelf import POLICY_FILE, SHIPPED_POLICY
from app.domain.problem import Problem
from app.domain.tell.policy import BARE, Policy


def policy_in_force(
    shipped: Path, own: Path, artwork: Artwork
) -> tuple[Policy, tuple[Problem, ...]]:
    """Return the policy to follow, and every fault of a file that is not followed for it.

    ``shipped`` holds ``assets/``, ``own`` is the data folder. There is always a policy: with no
    sound file at all it is the bare one, by which a child can tell and staff are told.
    """
    mine = own / POLICY_FILE
    proof = proof_policy(mine, str(mine), artwork) if _is_there(mine) else Proof(None, ())
    if proof.sound is not None:
        return proof.sound, ()
    ours = proof_policy(shipped / SHIPPED_POLICY, SHIPPED_POLICY, artwork)
    return ours.sound or BARE, (*proof.problems, *ours.problems)


def _is_there(file: Path) -> bool:
    """Tell whether there is such a file; one in a folder that may not be looked into counts."""
    try:
        return file.exists()
    except OSError:
        return True
