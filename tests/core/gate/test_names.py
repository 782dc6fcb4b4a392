"""File names at the door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.gate import GateLimits, inspect
from phongtrao.core.gate.names import clean_name
from phongtrao.core.gate.verdicts import Findings, Refused

TEXT = "Kế hoạch".encode()


@pytest.mark.parametrize(
    ("filename", "clean"),
    [
        ("Ke\u0302\u0301 hoa\u0323ch.txt", "Kế hoạch.txt"),
        ("bao\u202etxt.cod.txt", "baotxt.cod.txt"),
        ("../../etc/bao-cao.txt", "bao-cao.txt"),
        ("C:\\Users\\a\\bao-cao.txt", "bao-cao.txt"),
        ("CON.txt", "_CON.txt"),
        ("lpt1.txt", "_lpt1.txt"),
        ("bao\u200b-\ufeffcao.txt", "bao-cao.txt"),
        ("a;rm -rf $HOME|x`y`.txt", "a_rm -rf _HOME_x_y_.txt"),
        ("<img src=x onerror=alert(1)>.txt", "_img src_x onerror_alert(1)_.txt"),
        ("Кế hoạch.txt", "Кế hoạch.txt"),
        ("  bao cao .txt. ", "bao cao.txt"),
        (".htaccess.txt", "htaccess.txt"),
        ("123/KH-UBND.txt", "KH-UBND.txt"),
    ],
)
def test_a_name_is_cleaned_and_accepted(filename: str, clean: str) -> None:
    verdict = inspect(TEXT, filename)
    assert (verdict.verdict, verdict.clean_name) == ("accept", clean)


@pytest.mark.parametrize(
    ("filename", "code"),
    [
        ("a\0.txt", "name-control"),
        ("a\r\nSet-Cookie: x.txt", "name-control"),
        ("a\ud800.txt", "name-control"),
        ("", "name-empty"),
        ("   ", "name-empty"),
        ("...", "name-empty"),
        ("..", "name-empty"),
        ("a/", "name-empty"),
        ("\u200b\u202e", "name-empty"),
    ],
)
def test_a_name_without_an_honest_reading_is_refused(filename: str, code: str) -> None:
    verdict = inspect(TEXT, filename)
    assert (verdict.verdict, verdict.codes, verdict.clean_name) == ("refuse", (code,), "")


@pytest.mark.parametrize("number", ["001203004567", "079 203 004567", "０７９２０３００４５６７"])
def test_a_citizen_number_in_the_name_holds_the_file(number: str) -> None:
    verdict = inspect(TEXT, f"danh sach {number}.txt")
    assert (verdict.verdict, verdict.codes) == ("hold", ("name-citizen-number",))
    assert number not in verdict.sentence


@pytest.mark.parametrize("name", ["BC 20261201093000.txt", "So 123456789.txt", "202612010930.txt"])
def test_dates_and_paper_numbers_are_no_citizen_numbers(name: str) -> None:
    assert inspect(TEXT, name).accepted


def test_a_long_name_keeps_its_ending() -> None:
    name = inspect(TEXT, "ế" * 3000 + ".txt").clean_name
    assert name.endswith("ế.txt")
    assert len(name) <= GateLimits().name_chars
    assert len(name.encode()) <= 240


@given(st.text(max_size=300))
def test_a_clean_name_is_safe_and_clean_again(filename: str) -> None:
    try:
        name = clean_name(filename, GateLimits(), Findings())
    except Refused:
        return
    assert name
    assert not set(name) & set('\0\r\n/\\<>:"|?*`$;&\u202e\u200b')
    assert name.strip(".")
    assert len(name.encode()) <= 255
    assert clean_name(name, GateLimits(), Findings()) == name
