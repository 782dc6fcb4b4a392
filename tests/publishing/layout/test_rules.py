"""Every rule finds its fault in a paper that is otherwise right, and nothing in the right paper."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from phongtrao.publishing.layout_check.check import check
from phongtrao.publishing.layout_check.rules import RULES
from tests.publishing.layout.papers import PAPERS
from tests.publishing.layout.sheets import Break, P, Source, Table

Change = Callable[[Source], Source]


def look(**changes: object) -> Change:
    """Other looks or words of some paragraphs."""
    return lambda source: source.changed(**changes)


def gone(*names: str) -> Change:
    """The paper without some paragraphs."""
    return lambda source: source.without(*names)


def sheet(**changes: object) -> Change:
    """Another sheet."""
    return lambda source: source.on(**changes)


def everywhere(**changes: object) -> Change:
    """Every paragraph with another look."""
    return lambda source: replace(
        source,
        blocks={
            name: replace(block, **changes) if isinstance(block, P) else block
            for name, block in source.blocks.items()
        },
    )


def swapped(source: Source) -> Source:
    """The issuer on the right, the nation on the left."""
    rows = source.blocks["head"].rows
    turned = Table(tuple(tuple(reversed(row)) for row in rows))
    return replace(source, blocks={**source.blocks, "head": turned})


def upright_numbers(**changes: object) -> Change:
    """Another look of the page number."""
    return lambda source: source.on(number=replace(source.sheet.number, **changes))


def first_sheet(**changes: object) -> Change:
    """Another first sheet of a paper that has several."""

    def change(source: Source) -> Source:
        first = replace(source.blocks["break1"].sheet, **changes)
        return replace(source, blocks={**source.blocks, "break1": Break(first)})

    return change


def last_recipient_first(source: Source) -> Source:
    """The archive line above the others."""
    one, last = source.blocks["to1"], source.blocks["to3"]
    swapped_texts = {"to1": {"text": last.text[:-1] + ";"}, "to3": {"text": one.text[:-1] + "."}}
    return source.changed(**swapped_texts)


def one_signature(source: Source) -> Source:
    """A joint paper that one body signs."""
    cells = Table(((("authority1", "room", "signer"),),))
    kept = source.without("authority2", "signer2").blocks
    return replace(source, blocks={**kept, "signers": cells})


def same_section(source: Source) -> Source:
    """Appendices that follow the text without a new section."""
    kept = {name: b for name, b in source.blocks.items() if not isinstance(b, Break)}
    return replace(source, blocks=kept)


# rule, paper, what makes it wrong
CASES: tuple[tuple[str, str, Change], ...] = (
    ("page.paper-size", "letter", sheet(width=216, height=279)),
    ("page.orientation", "letter", sheet(width=297, height=210)),
    ("page.margin-top", "letter", sheet(top=15)),
    ("page.margin-bottom", "letter", sheet(bottom=30)),
    ("page.margin-left", "decision", sheet(left=25)),
    ("page.margin-right", "decision", sheet(right=25)),
    ("page.number-missing", "report", first_sheet(number=None)),
    ("page.number-first-page", "letter", sheet(title_page=False)),
    ("page.number-place", "letter", sheet(footer=True)),
    ("page.number-centred", "letter", upright_numbers(align="right")),
    ("page.number-size", "letter", upright_numbers(size=11)),
    ("page.number-upright", "letter", upright_numbers(i=True)),
    ("page.number-format", "letter", sheet(number_format="lowerRoman")),
    ("page.number-format", "letter", sheet(start=5)),
    ("page.number-plain", "letter", sheet(around=("Trang ", ""))),
    ("font.family", "letter", everywhere(font="Arial")),
    ("font.mixed", "report", look(plain={"font": "Calibri"})),
    ("font.legacy", "letter", everywhere(font=".VnTime")),
    ("font.legacy", "report", look(opening={"font": "VNI-Times"})),
    ("font.colour", "report", look(plain={"colour": "1F4E79"})),
    ("font.composed", "letter", look(opening={"text": "Công an đề nghị " + "a\u0301p dụng."})),
    ("nation.missing", "letter", gone("nation")),
    ("nation.wording", "letter", look(nation={"text": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM"})),
    ("nation.capitals", "letter", look(nation={"text": "Cộng hòa xã hội chủ nghĩa Việt Nam"})),
    ("nation.size", "letter", look(nation={"size": 14})),
    ("nation.style", "letter", look(nation={"b": False})),
    ("nation.place", "letter", swapped),
    ("motto.missing", "letter", gone("motto")),
    ("motto.wording", "letter", look(motto={"text": "Độc Lập - Tự Do - Hạnh Phúc"})),
    ("motto.hyphens", "letter", look(motto={"text": "Độc lập-Tự do-Hạnh phúc"})),
    ("motto.hyphens", "letter", look(motto={"text": "Độc lập – Tự do – Hạnh phúc"})),
    ("motto.size", "letter", look(motto={"size": 12})),
    ("motto.style", "letter", look(motto={"i": True})),
    ("motto.centred", "letter", look(motto={"align": "left"})),
    ("motto.rule", "letter", look(motto_rule={"rule": False})),
    ("nation.line-spacing", "letter", look(nation={"line": 1.5}, motto={"line": 1.5})),
    ("motto.underline", "letter", look(motto={"u": True})),
    ("issuer.missing", "letter", gone("issuer")),
    ("issuer.capitals", "letter", look(issuer={"text": "Công an tỉnh Quảng Ngãi"})),
    ("issuer.size", "letter", look(issuer={"size": 14})),
    ("issuer.style", "report", look(issuer={"b": False})),
    ("issuer.centred", "letter", look(issuer={"align": "left"})),
    ("issuer.rule", "letter", look(issuer_rule={"rule": False})),
    ("parent.capitals", "report", look(parent={"text": "UBND tỉnh Quảng Ngãi"})),
    ("parent.size", "report", look(parent={"size": 11})),
    ("parent.style", "report", look(parent={"b": True})),
    ("joint.signatures", "joint", one_signature),
    ("number.missing", "letter", gone("number")),
    ("number.colon", "letter", look(number={"text": "Số 05/CAT-PV05"})),
    ("number.padding", "letter", look(number={"text": "Số: 5/CAT-PV05"})),
    ("number.slash", "letter", look(number={"text": "Số: 05-CAT-PV05"})),
    ("number.spaces", "letter", look(number={"text": "Số: 05 / CAT - PV05"})),
    ("number.kind", "report", look(number={"text": "Số: 12/KH-BCĐ"})),
    ("number.kind", "letter", look(number={"text": "Số: 05/QĐ-CAT"})),
    ("number.capitals", "letter", look(number={"text": "Số: 05/cat-pv05"})),
    ("number.size", "letter", look(number={"size": 14})),
    ("number.style", "letter", look(number={"b": True})),
    ("number.centred", "letter", look(number={"align": "left"})),
    ("date.missing", "letter", gone("date")),
    ("date.wording", "letter", look(date={"text": "Quảng Ngãi, ngày 12/10/2026"})),
    ("date.place", "letter", look(date={"text": "Ngày 12 tháng 10 năm 2026"})),
    ("date.comma", "letter", look(date={"text": "Quảng Ngãi ngày 12 tháng 10 năm 2026"})),
    ("date.day-padding", "letter", look(date={"text": "Quảng Ngãi, ngày 5 tháng 10 năm 2026"})),
    ("date.month-padding", "letter", look(date={"text": "Quảng Ngãi, ngày 05 tháng 2 năm 2026"})),
    ("date.month-overpadded", "plan", look(date={"text": "Ba Tơ, ngày 05 tháng 04 năm 2026"})),
    ("date.impossible", "letter", look(date={"text": "Quảng Ngãi, ngày 31 tháng 02 năm 2026"})),
    ("date.style", "letter", look(date={"i": False})),
    ("date.size", "letter", look(date={"size": 12})),
    ("urgency.style", "plan", look(urgent={"b": False})),
    ("kind.missing", "decision", gone("kind", "abstract", "abstract_rule")),
    ("kind.capitals", "report", look(kind={"text": "Báo cáo"})),
    ("kind.style", "report", look(kind={"b": False})),
    ("kind.size", "report", look(kind={"size": 16})),
    ("kind.centred", "report", look(kind={"align": "left"})),
    ("abstract.missing", "report", gone("abstract", "abstract_rule")),
    ("abstract.capitals", "report", look(abstract={"text": "KẾT QUẢ PHONG TRÀO NĂM 2026"})),
    ("abstract.style", "report", look(abstract={"b": False})),
    ("abstract.size", "report", look(abstract={"size": 12})),
    ("abstract.centred", "report", look(abstract={"align": "left"})),
    ("abstract.rule", "report", look(abstract_rule={"rule": False})),
    ("letter.abstract-missing", "letter", gone("about")),
    ("letter.abstract-style", "letter", look(about={"i": True})),
    ("letter.abstract-size", "letter", look(about={"size": 14})),
    ("letter.abstract-centred", "letter", look(about={"align": "left"})),
    ("addressee.missing", "letter", gone("address")),
    ("addressee.colon", "letter", look(address={"text": "Kính gửi Công an xã Đăk Hà."})),
    ("addressee.style", "letter", look(address={"b": True})),
    ("addressee.size", "report", look(addressee1={"size": 12})),
    ("addressee.punctuation", "report", look(addressee1={"text": "- Bộ Công an"})),
    ("addressee.dash", "report", look(addressee1={"text": "Bộ Công an;"})),
    ("addressee.out-of-place", "plan", lambda s: replace(s, blocks=_addressed(s))),
    ("basis.style", "decision", look(basis1={"i": False})),
    ("basis.size", "decision", look(basis1={"size": 12})),
    ("basis.semicolon", "decision",
     look(basis1={"text": "Căn cứ Luật Tổ chức chính quyền địa phương."})),
    ("basis.full-stop", "decision", look(basis3={"text": "Theo đề nghị của Trưởng Công an xã;"})),
    ("basis.own-line", "decision",
     look(basis1={"text": "Căn cứ Hiến pháp; Căn cứ Luật Tổ chức chính quyền địa phương;"})),
    ("basis.citation", "decision",
     look(basis2={"text": "Căn cứ Nghị định của Chính phủ về công tác văn thư;"})),
    ("basis.law-number", "decision",
     look(basis1={"text": "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;"})),
    ("body.size", "report", look(plain={"size": 12})),
    ("body.align", "report", look(plain={"align": "left"})),
    ("body.indent", "report", look(plain={"first": 0})),
    ("body.spacing", "report", look(clause1={"after": 0})),
    ("body.line-spacing", "report", look(plain={"line": 2})),
    ("body.size-mixed", "report", look(plain={"size": 13})),
    ("division.roman", "plan", look(chapter1={"text": "Chương 1"})),
    ("division.arabic", "plan", look(part1={"text": "Mục I"})),
    ("division.style", "plan", look(chapter2={"b": False})),
    ("division.centred", "plan", look(chapter2={"align": "left"})),
    ("division.title-capitals", "plan", look(chapter2_title={"text": "Tổ chức thực hiện"})),
    ("article.full-stop", "decision", look(article1={"lead": "Điều 1:"})),
    ("article.style", "decision",
     look(article1={"lead": "", "text": "Điều 1. Kiện toàn Ban Chỉ đạo phong trào của xã."})),
    ("article.sequence", "decision", look(last={"lead": "Điều 4."})),
    ("clause.full-stop", "decision", look(clause1={"text": "1) Chỉ đạo các thôn."})),
    ("clause.sequence", "decision", look(clause2={"text": "3. Kiểm tra việc thực hiện."})),
    ("point.bracket", "report", look(point1={"text": "a. Đã tổ chức 3 hội nghị."})),
    ("point.sequence", "plan", gone("point_đ")),
    ("point.sequence", "plan", look(point_đ={"text": "e) Nội dung."})),
    ("end.mark", "report", look(last={"text": "Chi tiết tại các Phụ lục kèm theo."})),
    ("words.people", "report", look(point2={"text": "b) Vận động nhân dân tham gia."})),
    ("words.state", "report", look(point2={"text": "b) Thực hiện chính sách của nhà nước."})),
    ("words.citation", "report", look(point2={"text": "b) Thực hiện Điều 5 khoản 2 Quy chế."})),
    ("words.citation", "report", look(point2={"text": "b) Theo quy định tại Khoản 2 Điều 5."})),
    ("authority.prefix", "plan", look(authority1={"text": "TM ỦY BAN NHÂN DÂN"})),
    ("authority.prefix", "letter", look(authority1={"text": "K/T GIÁM ĐỐC"})),
    ("authority.capitals", "decision", look(authority1={"text": "Chủ tịch"})),
    ("authority.style", "decision", look(authority1={"b": False})),
    ("authority.size", "decision", look(authority1={"size": 12})),
    ("authority.deputy", "letter", gone("authority1")),
    ("authority.for-head", "letter", look(authority2={"text": "GIÁM ĐỐC"})),
    ("authority.collective", "plan", gone("authority1")),
    ("signer.title", "letter", look(signer={"text": "TS. Lê Văn Chung"})),
    ("signer.capitals", "letter", look(signer={"text": "LÊ VĂN CHUNG"})),
    ("signer.style", "letter", look(signer={"b": False})),
    ("signer.size", "letter", look(signer={"size": 12})),
    ("recipients.missing", "letter", gone("to", "to1", "to2")),
    ("recipients.title-colon", "letter", look(to={"text": "Nơi nhận"})),
    ("recipients.title-style", "letter", look(to={"i": False})),
    ("recipients.title-size", "letter", look(to={"size": 14})),
    ("recipients.size", "letter", look(to1={"size": 12})),
    ("recipients.style", "letter", look(to2={"i": True})),
    ("recipients.dash", "report", look(to2={"text": "Thường trực Tỉnh ủy;"})),
    ("recipients.semicolon", "report", look(to2={"text": "- Thường trực Tỉnh ủy,"})),
    ("recipients.full-stop", "report", look(to3={"text": "- Lưu: VT, PV05"})),
    ("recipients.archive", "decision", look(to3={"text": "- Các thôn."})),
    ("recipients.archive-wording", "decision", look(to3={"text": "- Lưu VT."})),
    ("recipients.archive-wording", "decision", look(to3={"text": "- Lưu: Văn phòng."})),
    ("recipients.archive-last", "decision", last_recipient_first),
    ("recipients.as-above", "letter", look(to1={"text": "- Công an xã;"})),
    ("appendix.label-style", "report", look(labelI={"size": 13})),
    ("appendix.numbering", "report", look(labelI={"text": "Phụ lục"})),
    ("appendix.roman", "report", look(labelI={"text": "Phụ lục 1"})),
    ("appendix.title-missing", "report", gone("titleI")),
    ("appendix.title-style", "report", look(titleI={"text": "Số liệu tổng hợp"})),
    ("appendix.reference-missing", "report", gone("referenceI")),
    ("appendix.reference-style", "report", look(referenceI={"i": False})),
    ("appendix.page-numbers", "report", same_section),
    ("appendix.mention", "report", look(last={"text": "Trên đây là kết quả năm 2026./."})),
    ("party.nation-mixed", "party",
     look(nation_rule={"text": "Độc lập - Tự do - Hạnh phúc", "b": True})),
    ("party.title-rule", "party", look(nation_rule={"rule": False})),
    ("party.asterisk", "party", gone("star")),
    ("party.number-colon", "party", look(number={"text": "Số: 36-HD/BDVTU"})),
    ("party.number-grammar", "party", look(number={"text": "Số 36/HD-BDVTU"})),
    ("party.title-style", "party", look(nation={"size": 13})),
    ("party.kind-size", "party", look(kind={"size": 14})),
    ("party.body-size", "party", look(plain={"size": 13})),
    ("party.prefix", "party", look(authority1={"text": "TM. BAN DÂN VẬN"})),
)  # fmt: skip


def _addressed(source: Source) -> dict:
    """A paper with an addressee where its kind has none."""
    blocks: dict = {}
    for name, block in source.blocks.items():
        blocks[name] = block
        if name == "abstract_rule":
            blocks["address"] = P("Kính gửi: Các thôn.", align="center", first=0)
    return blocks


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_set_as_the_decree_says_has_no_fault(name: str) -> None:
    assert check(PAPERS[name]().docx()) == []


@pytest.mark.parametrize(("code", "name", "change"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES])
def test_one_thing_wrong_is_told_and_nothing_else(code: str, name: str, change: Change) -> None:
    found = {fault.code for fault in check(change(PAPERS[name]()).docx())}
    assert found == {code}


def test_every_rule_has_a_wrong_example() -> None:
    assert set(RULES) == {case[0] for case in CASES}
