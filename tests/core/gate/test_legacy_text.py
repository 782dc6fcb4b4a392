"""Vietnamese from before Unicode: found only when it is sure, and converted letter by letter."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.gate import admit, inspect
from phongtrao.core.gate.legacy_offer import offered_text
from phongtrao.core.gate.legacy_text import (
    convert,
    decode,
    detect,
    detect_bytes,
    encoding_of_font,
    is_capital_font,
)
from tests.core.gate import old_encodings as old

PAPER = (
    "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 15/KH-UBND. Kế hoạch phối hợp thực hiện chương trình năm 2006.\n"
    "Thường xuyên kiểm tra, đôn đốc các đơn vị; cuối quý gửi báo cáo."
)
EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.txt"))
HONEST = {
    "modern": PAPER,
    "modern in Latin-1 only": "Là và cá, hoà toà hoá xoá, quý phí; hoà bình là quý.",
    "English": "The café’s naïve façade: a résumé of 12 × 3 items, § 4, £5 and ±2 °C.",
    "French": "Les élèves français étaient très fâchés à l’été où la forêt était déjà brûlée.",
    "German": "Über die Straße führen müßte man später größere Züge für öffentliche Ämter.",
    "Spanish": "El niño español también comió ñandú en la mañana; corazón, año, acción, según.",
    "Portuguese": "Não são ações, irmãs e órgãos; você está à mão, três avós põem o pão.",
    "Czech": "Příliš žluťoučký kůň úpěl ďábelské ódy, když šel domů.",
    "short": "Kế",
    "empty": "",
    "figures": "12,5 ± 0,3 §§ 4–5 × · ¹ ² ³",
}


@pytest.mark.parametrize("letter", old.TCVN3_LETTERS)
def test_every_letter_of_tcvn3_comes_back(letter: str) -> None:
    assert convert(old.tcvn3(letter).decode("latin-1"), "tcvn3") == letter


@pytest.mark.parametrize("letter", old.ALPHABET)
def test_every_letter_of_vni_and_windows_1258_comes_back(letter: str) -> None:
    assert convert(old.vni(letter).decode("latin-1"), "vni") == letter
    assert decode(old.windows_1258(letter), "cp1258") == letter


@given(st.text(alphabet=old.LOWER + " .,;0123456789-/bcdghklmnpqrstvx"))
def test_any_text_of_small_letters_comes_back(text: str) -> None:
    assert convert(old.tcvn3(text).decode("latin-1"), "tcvn3") == text
    assert convert(old.vni(text).decode("latin-1"), "vni") == text


def test_a_capital_of_vni_may_be_followed_by_a_small_mark() -> None:
    assert convert("Aán Ñoä, Oâng AÂu", "vni") == "Ấn Độ, Ông Âu"


def test_a_font_of_capitals_gives_capitals() -> None:
    assert convert("céng hßa x· héi", "tcvn3", capitals=True) == "CỘNG HÒA XÃ HỘI"


@pytest.mark.parametrize("paper", [PAPER, *(p.read_text(encoding="utf-8") for p in EXAMPLES)])
def test_whole_papers_are_recognised(paper: str) -> None:
    assert detect(old.tcvn3(paper).decode("latin-1")) == "tcvn3"
    assert detect(old.vni(paper).decode("latin-1")) == "vni"
    assert detect_bytes(old.tcvn3(paper)) == "tcvn3"
    assert detect_bytes(old.vni(paper)) == "vni"
    assert detect_bytes(old.windows_1258(paper)) == "cp1258"


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST)
def test_honest_text_is_never_taken_for_old_text(text: str) -> None:
    assert detect(text) is None
    assert detect_bytes(text.encode("latin-1", "ignore")) not in {"tcvn3", "vni"}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_papers_are_modern(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert detect(text) is None
    assert detect_bytes(text.encode()) is None


def test_a_modern_text_that_quotes_old_signs_stays_modern() -> None:
    assert detect(PAPER + "\nChữ cũ: Céng hßa x· héi chñ nghÜa ViÖt Nam") is None


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", "tcvn3", False),
        (".VnTimeH", "tcvn3", True),
        (".VNARIALH", "tcvn3", True),
        ("VNI-Times", "vni", False),
        ("VNI-Helve-Condense", "vni", False),
        ("Times New Roman", None, False),
        ("VnNew", None, False),
        ("", None, False),
    ],
)
def test_fonts_tell_the_encoding(font: str, encoding: str | None, *, capitals: bool) -> None:
    assert encoding_of_font(font) == encoding
    assert is_capital_font(font) is capitals


@pytest.mark.parametrize(
    ("write", "code", "name"),
    [
        (old.tcvn3, "text-old-encoding", "TCVN3 (ABC)"),
        (old.vni, "text-old-encoding", "VNI"),
        (old.windows_1258, "text-cp1258", "Windows-1258"),
    ],
)
def test_an_old_text_file_is_refused_and_its_reading_is_offered(
    tmp_path: Path, write: object, code: str, name: str
) -> None:
    assert callable(write)
    path = tmp_path / "upload"
    path.write_bytes(write(PAPER))
    assert admit(path, "a.txt").verdict.codes == (code,)
    offer = offered_text(path, "a.txt")
    assert offer is not None
    assert offer.encoding_name == name
    assert offer.text == PAPER


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PAPER.encode(), "a.txt"),
        (b"\xff\xfe\x00\x01\x02", "a.txt"),
        ("Über später müßte".encode("latin-1"), "a.txt"),
        (old.tcvn3(PAPER) + b"\0", "a.txt"),
        (b'x,"' + old.tcvn3(PAPER), "a.csv"),
        (old.tcvn3(PAPER), "a.exe.txt"),
    ],
)
def test_nothing_is_offered_that_is_not_sure(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / "upload"
    path.write_bytes(data)
    assert offered_text(path, name) is None


def test_a_foreign_text_file_keeps_the_plain_hint() -> None:
    assert inspect("Über später müßte".encode("latin-1"), "a.txt").codes == ("text-not-utf8",)
