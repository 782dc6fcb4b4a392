"""All 29 kinds of Decree 30/2020, Article 7, as Word files from one table."""

import re
from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from phongtrao.core.errors import InvalidInput
from phongtrao.publishing.layout_check.check import check
from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import (
    Authority,
    AuthorityLine,
    OfficialPaper,
    PaperSection,
    SectionLevel,
    SignatureBlock,
    Statement,
)
from phongtrao.publishing.word.render import render_paper
from tests.publishing.word.docx_facts import opened, paragraph_with, text_of
from tests.publishing.word.sample_kinds import HEAD, KINDS, joint_programme, sample_of

# Decree 30/2020, Article 7 and Appendix III, typed from the text and not from our table.
LISTED = (
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ - CĐ BGN BTT GUQ GM GGT GNP PG PC PB -"
)


def _made(paper: OfficialPaper) -> bytes:
    return render_paper(paper, profile=DECREE_30_2020, demo_mark=False)


def test_the_table_holds_the_29_kinds_of_the_decree_in_their_order() -> None:
    assert [kind.abbreviation or "-" for kind in KINDS] == LISTED.split()
    assert [kind.traits.place for kind in KINDS] == list(range(1, 30))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_paper_of_every_kind_opens_and_has_no_layout_fault(kind: PaperKind) -> None:
    content = _made(sample_of(kind))
    assert len(opened(content).paragraphs) > 5
    assert check(content) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_head_names_the_kind_or_says_what_a_letter_is_about(kind: PaperKind) -> None:
    text = text_of(_made(sample_of(kind)))
    if kind is PaperKind.LETTER:
        assert "\nV/v Phối hợp thực hiện" in text
    else:
        assert f"\n{kind.title.upper()}\n" in text


def test_a_joint_paper_names_both_issuers_and_both_sign() -> None:
    content = _made(joint_programme())
    text = text_of(content)
    assert "BỘ CÔNG AN -\nỦY BAN TRUNG ƯƠNG MẶT TRẬN TỔ QUỐC VIỆT NAM" in text
    assert "Số: 07/CTr-BCA-MTTW" in text
    assert "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG" in text
    assert "TM. BAN THƯỜNG TRỰC\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH" in text
    assert check(content) == []


def test_points_follow_the_vietnamese_alphabet() -> None:
    text = text_of(_made(sample_of(PaperKind.DECISION)))
    assert re.findall(r"^(\w)\) ", text, re.MULTILINE) == list("abcdđegh")


def test_articles_are_numbered_through_all_chapters() -> None:
    text = text_of(_made(sample_of(PaperKind.REGULATION)))
    assert re.findall(r"^Điều (\d)\.", text, re.MULTILINE) == ["1", "2", "3"]
    assert "Chương II\nĐIỀU KHOẢN THI HÀNH" in text


@pytest.mark.parametrize("authority", Authority, ids=lambda each: each.name)
def test_every_authority_is_written_as_the_decree_writes_it(authority: Authority) -> None:
    lines = [AuthorityLine(authority, "Trưởng phòng")]
    if authority is Authority.FOR_HEAD:
        lines.append(AuthorityLine(Authority.OWN, "Phó Trưởng phòng"))
    block = SignatureBlock(tuple(lines), "Lê Thị Chi")
    head = replace(HEAD, issuer="Công an xã Ba Tơ", parent_body="Công an tỉnh", symbol="KH-CAX")
    content = _made(sample_of(PaperKind.PLAN, signatures=(block,), letterhead=head))
    assert f"\n{authority.value} TRƯỞNG PHÒNG".replace("\n ", "\n") in text_of(content)
    assert check(content) == []


def test_urgency_stands_in_a_red_box() -> None:
    document = opened(_made(sample_of(PaperKind.TELEGRAM)))
    mark = paragraph_with(document, "HỎA TỐC")
    assert str(mark.style.font.color.rgb) == "FF0000"
    edges = mark._p.pPr.find(qn("w:pBdr"))
    assert {edge.get(qn("w:color")) for edge in edges} == {"FF0000"}


@pytest.mark.parametrize("mark", ["MẬT", "Tối mật", "Độ mật: Tuyệt mật"])
def test_a_mark_of_secrecy_is_refused_wherever_it_is_a_line_of_its_own(mark: str) -> None:
    section = PaperSection(SectionLevel.SECTION, "I", "Nội dung", (Statement(f"Mở đầu\n{mark}"),))
    for changes in ({"opening": mark}, {"abstract": mark}, {"sections": (section,)}):
        with pytest.raises(InvalidInput, match="độ mật"):
            _made(sample_of(PaperKind.REPORT, **changes))


def test_a_sentence_about_secrecy_is_no_mark() -> None:
    assert _made(sample_of(PaperKind.REPORT, opening="Thực hiện Luật Bảo vệ bí mật nhà nước:"))
