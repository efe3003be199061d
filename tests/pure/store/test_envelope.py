"""The line before a document: whatever is cut, flipped or put elsewhere is known as damaged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.envelope import Damaged, Letter, seal, unseal

LETTERS = st.builds(
    Letter, st.sampled_from(["progress", "school"]), st.integers(1, 99), st.binary(max_size=200)
)


@given(LETTERS)
def test_what_was_sealed_is_found_again(letter: Letter) -> None:
    assert unseal(seal(letter)) == letter


def test_the_first_line_can_be_read_by_a_person() -> None:
    first, body = seal(Letter("progress", 2, b'{"a":1}')).split(b"\n")
    assert first == b"be-smart progress 2 " + first.split()[3] + b" 7"
    assert body == b'{"a":1}'


@given(LETTERS, st.data())
def test_a_flipped_bit_is_noticed(letter: Letter, data: st.DataObject) -> None:
    sealed = bytearray(seal(letter))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Damaged):
        unseal(bytes(sealed))


@given(LETTERS, st.data())
def test_a_cut_or_longer_file_is_noticed(letter: Letter, data: st.DataObject) -> None:
    sealed = seal(letter)
    cut = data.draw(st.integers(0, len(sealed) - 1))
    for damaged in (sealed[:cut], sealed + b"x", sealed + sealed, b"\0" * len(sealed)):
        with pytest.raises(Damaged):
            unseal(damaged)


@given(LETTERS, st.integers(1, 99))
def test_a_body_under_another_schema_is_noticed(letter: Letter, schema: int) -> None:
    other = seal(Letter(letter.format, schema, letter.body)).partition(b"\n")[0]
    line = seal(letter).partition(b"\n")[0].split(b" ")
    line[2] = str(schema).encode()
    if b" ".join(line) == other:
        assert schema == letter.schema
    else:
        with pytest.raises(Damaged):
            unseal(b" ".join(line) + b"\n" + letter.body)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"{}",
        b"be-smart\n",
        b"be-smart progress one 0 0\n",
        b"be-smart progress 1 zz 0\n",
        b"be-smart pr\xc3\xb6gress 1 0 0\n",
        b"\xef\xbb\xbfbe-smart progress 1 0 0\n",
    ],
)
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(Damaged):
        unseal(data)
