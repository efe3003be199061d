"""Keyed hashes of pupil ids: the same for the same id, nothing without the key."""

from __future__ import annotations

from app.staff.pupilkey import keyed

ONE, OTHER = keyed("ab" * 32), keyed("cd" * 32)


def test_an_id_has_one_hash_of_32_digits() -> None:
    assert ONE("A823432112001") == ONE("A823432112001")
    assert len(ONE("A823432112001")) == 32
    assert int(ONE("A823432112001"), 16)


def test_other_ids_and_other_keys_give_other_hashes() -> None:
    assert ONE("A1") != ONE("A2")
    assert ONE("A1") != OTHER("A1")


def test_no_id_has_no_hash() -> None:
    assert ONE("") == ""


def test_the_id_does_not_stand_in_its_hash() -> None:
    assert "123456" not in ONE("123456")
