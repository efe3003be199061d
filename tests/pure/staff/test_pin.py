"""The PIN: hashed by Argon2id at full cost, verified, refused where it is weak."""

from __future__ import annotations

import pytest

from app.domain.demo import DEMO_PIN, DEMO_PIN_HASH
from app.staff import pin


@pytest.mark.parametrize(
    "weak",
    [
        "0000",
        "7777",
        "1234",
        "4321",
        "7890",
        "0123",
        "9876",
        "2468",
        "1357",
        "1212",
        "1122",
        "1112",
        "2580",
        "12345678",
        "111111",
    ],
)
def test_a_pin_that_anybody_tries_first_is_refused(weak: str) -> None:
    assert "first that anybody tries" in pin.weakness(weak)
    with pytest.raises(pin.WeakPin):
        pin.hashed(weak)


@pytest.mark.parametrize("year", ["1979", "2014", "2026"])
def test_a_year_is_refused(year: str) -> None:
    assert "is a year" in pin.weakness(year)


@pytest.mark.parametrize("text", ["", "12a4", "\uff11\uff12\uff13\uff14", "83 05", "-830", "8.05"])
def test_only_digits_make_a_pin(text: str) -> None:
    assert "only the digits" in pin.weakness(text)


@pytest.mark.parametrize("text", ["8", "830", "8305917264013"])
def test_a_pin_is_neither_too_short_nor_too_long(text: str) -> None:
    assert "4 to 12 digits" in pin.weakness(text)


@pytest.mark.parametrize("good", ["8305", "4071", "9402", "830591", "1793"])
def test_a_good_pin_is_not_refused(good: str) -> None:
    assert pin.weakness(good) == ""


def test_a_hashed_pin_fits_itself_alone_and_says_its_costs() -> None:
    kept = pin.hashed("8305")
    assert kept.startswith("$argon2id$v=19$m=131072,t=4,p=1$")
    assert pin.fits("8305", kept)
    assert not pin.fits("8306", kept)


@pytest.mark.parametrize(
    "damaged", ["", "8305", "$argon2id$", "$argon2id$v=19$m=131072,t=4,p=1$a$b"]
)
def test_a_damaged_record_fits_nothing(damaged: str) -> None:
    assert not pin.fits("8305", damaged)


def test_the_pin_of_the_demo_fits_its_ready_made_hash_and_is_not_weak() -> None:
    assert pin.fits(DEMO_PIN, DEMO_PIN_HASH)
    assert pin.weakness(DEMO_PIN) == ""
