"""Papers of Party bodies: the second layout profile."""

import pytest

from phongtrao.publishing.layout_check.check import check
from phongtrao.publishing.layout_check.rules import RULES
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.layout_profile import Part, unverified_rules
from phongtrao.publishing.word.papers import (
    Authority,
    AuthorityLine,
    Letterhead,
    OfficialPaper,
    Recipients,
    SignatureBlock,
)
from phongtrao.publishing.word.party_guide_36 import PARTY_GUIDE_36
from phongtrao.publishing.word.profiles import party_profile_on, profile_on, symbol_of
from phongtrao.publishing.word.render import render_paper
from tests.publishing.word.docx_facts import looks, opened, paragraph_with, text_of
from tests.publishing.word.sample_kinds import HEAD, sample_of

KINDS = (
    PaperKind.PROGRAMME, PaperKind.CONCLUSION, PaperKind.CIRCULAR, PaperKind.LETTER,
    PaperKind.RESOLUTION, PaperKind.RULES, PaperKind.REPORT, PaperKind.DECISION,
)  # fmt: skip


def _paper(kind: PaperKind, number: int | None = 22) -> OfficialPaper:
    symbol = symbol_of(kind, ("ĐUCA",), PARTY_GUIDE_36)
    head = Letterhead(
        "Ban Chấp hành Trung ương", "Đảng ủy Công an Trung ương", number, symbol, "Hà Nội",
        HEAD.issued_on,
    )  # fmt: skip
    block = SignatureBlock(
        (
            AuthorityLine(Authority.COLLECTIVE, "Ban Thường vụ"),
            AuthorityLine(Authority.FOR_HEAD, "Bí thư"),
            AuthorityLine(Authority.OWN, "Phó Bí thư"),
        ),
        "Trần Văn Bình",
    )
    recipients = Recipients(("Các đảng ủy trực thuộc",), "Văn phòng Đảng ủy")
    return sample_of(kind, letterhead=head, signatures=(block,), recipients=recipients)


def _made(kind: PaperKind, number: int | None = 22) -> bytes:
    return render_paper(_paper(kind, number), profile=PARTY_GUIDE_36, demo_mark=False)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("number", [22, None])
def test_a_party_paper_has_no_layout_fault(kind: PaperKind, number: int | None) -> None:
    assert check(_made(kind, number)) == []


def test_the_party_rules_are_asked_of_such_a_paper() -> None:
    """A paper of the state in disguise is found out, so the answer above means something."""
    state = render_paper(
        _paper(PaperKind.PROGRAMME), profile=profile_on(HEAD.issued_on), demo_mark=False
    )
    assert check(state) != []
    assert sum(rule.number.startswith("P") for rule in RULES.values()) >= 9


def test_the_head_is_that_of_the_party() -> None:
    text = text_of(_made(PaperKind.PROGRAMME))
    assert "ĐẢNG ỦY CÔNG AN TRUNG ƯƠNG\n*\n" in text
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text
    assert "Số 22-CTr/ĐUCA" in text
    assert "CỘNG HÒA" not in text
    assert "Hạnh phúc" not in text
    assert "./." not in text


def test_authorities_have_a_slash_and_recipients_are_underlined() -> None:
    content = _made(PaperKind.CONCLUSION)
    assert "T/M BAN THƯỜNG VỤ\nK/T BÍ THƯ\nPHÓ BÍ THƯ" in text_of(content)
    title = paragraph_with(opened(content), "Nơi nhận:")
    assert looks(title).size == PARTY_GUIDE_36.style(Part.RECIPIENTS_TITLE).size.value
    assert title.style.font.underline


def test_what_was_not_seen_in_the_guide_is_said() -> None:
    told = unverified_rules(party_profile_on(HEAD.issued_on))
    assert any("T/M" in sentence for sentence in told)
    assert any("Lề phải" in sentence for sentence in told)
    assert not any(sentence.startswith("Chiều rộng giấy") for sentence in told)


@pytest.mark.parametrize(
    ("kind", "bodies", "written"),
    [
        (PaperKind.PROGRAMME, ("ĐUCA", "V28"), "CTr/ĐUCA-V28"),
        (PaperKind.LETTER, ("ĐUCA",), "CV/ĐUCA"),
        (PaperKind.RULES, ("ĐUCA",), "QĐi/ĐUCA"),
    ],
)
def test_symbols_of_the_party_have_a_slash(
    kind: PaperKind, bodies: tuple[str, ...], written: str
) -> None:
    assert symbol_of(kind, bodies, PARTY_GUIDE_36) == written


def test_symbols_of_the_state_have_hyphens() -> None:
    profile = profile_on(HEAD.issued_on)
    assert symbol_of(PaperKind.PROGRAMME, ("BCA", "MTTW"), profile) == "CTr-BCA-MTTW"
    assert symbol_of(PaperKind.LETTER, ("BCA", "V05"), profile) == "BCA-V05"
