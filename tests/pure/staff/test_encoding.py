"""Bytes to text: every way in which a school office's program writes a class list."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.staff.encoding import LARGEST, Unreadable, text_of

LIST = (
    "Forename,Surname,Class\r\nZoë,O\u2019Neil,Owl\r\nSiân,Llŷr,Fox\r\n"
    "Łucja,Żak,Fox\r\n\u05e9\u05d9\u05e8\u05d4,\u05db\u05d4\u05df,Owl\r\n"
)
WESTERN = "Forename,Surname,Class\r\nZoë,O\u2019Neil,Owl\r\nSiân,Müller,Fox\r\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_read_with_its_mark_and_without(mark: bytes, encoding: str) -> None:
    assert text_of(mark + LIST.encode(encoding)) == LIST


def test_windows_1252_is_read_where_it_is_no_utf_8() -> None:
    data = WESTERN.encode("cp1252")
    assert b"Zo\xeb,O\x92Neil" in data
    assert text_of(data) == WESTERN


def test_plain_ascii_is_read() -> None:
    assert text_of(b"Name,Class\nSam Lee,3B\n") == "Name,Class\nSam Lee,3B\n"


@pytest.mark.parametrize("data", [b"", b" \r\n\r\n  ", b"\t"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(Unreadable, match="the file is empty"):
        text_of(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi", "text document"),
        (b"<html><table>", "web page"),
        (b"  <?xml version='1.0'?>", "web page"),
    ],
)
def test_another_kind_of_file_is_named_with_the_remedy(data: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=f"{what}.*save it as 'CSV UTF-8'"):
        text_of(data)


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(Unreadable, match="more than text"):
        text_of(b"Forename,Class\r\nAmina,Owl\x00\x01\x02\r\n")


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(Unreadable, match="larger than a class list"):
        text_of(b"a" * (LARGEST + 1))


def test_a_marked_file_that_breaks_its_promise_names_the_line() -> None:
    data = codecs.BOM_UTF8 + b"Forename,Class\r\nAmina,Owl\r\nZo\xeb,Owl\r\n"
    with pytest.raises(Unreadable, match="line 3 holds a letter that cannot be read"):
        text_of(data)


def test_a_byte_that_no_encoding_knows_names_the_line() -> None:
    with pytest.raises(Unreadable, match="line 2 holds a letter"):
        text_of(b"Forename,Class\rAmi\x81na\xff,Owl\r")


def test_utf_16_cut_in_the_middle_of_a_letter_is_refused() -> None:
    with pytest.raises(Unreadable, match="line 5"):
        text_of(codecs.BOM_UTF16_LE + LIST.encode("utf-16-le")[:-11])


@given(st.binary(max_size=300))
def test_no_bytes_at_all_do_more_than_raise_unreadable(data: bytes) -> None:
    try:
        found = text_of(data)
    except Unreadable as fault:
        found = str(fault)
    assert isinstance(found, str)
