"""The same fault made in other ways than the plainest one is told by the same rule.

Beside the rule of a case others may be told only where the case names them.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from phongtrao.publishing.layout_check.check import check
from tests.publishing.layout import papers
from tests.publishing.layout.papers import PAPERS
from tests.publishing.layout.sheets import Break, P, Source, Table
from tests.publishing.layout.test_rules import gone, look, sheet

Change = Callable[[Source], Source]

_CENTRE = {"align": "center", "first": 0, "after": 0, "line": 1}


def text(block: str, words: str, **more: object) -> Change:
    """Other words in one paragraph."""
    return look(**{block: {"text": words, **more}})


def article(words: str) -> Change:
    """Another first article of the decision."""
    lead, _, rest = words.partition("|")
    return look(article1={"lead": lead, "text": rest})


def after(name: str, **blocks: P) -> Change:
    """Further paragraphs behind one."""

    def change(source: Source) -> Source:
        found: dict = {}
        for key, block in source.blocks.items():
            found[key] = block
            if key == name:
                found |= blocks
        return replace(source, blocks=found)

    return change


def field(instruction: str) -> Change:
    """A page number whose field says how it is written."""
    return lambda source: source.on(instruction=instruction)


def stacked(source: Source) -> Source:
    """The nation over the whole width, above everything."""
    rows = source.blocks["head"].rows
    left = Table(((rows[0][0], ("date",)), (rows[1][0], ())))
    kept = {k: v for k, v in source.blocks.items() if k != "head"}
    top = {name: kept[name] for name in ("nation", "motto", "motto_rule")}
    return replace(source, blocks={**top, "head": left, **kept})


def both_issue(source: Source) -> Source:
    """A second body among the issuers, which does not sign."""
    second = P("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", size=12, b=True, **_CENTRE)
    names = ("parent", "issuer", "issuer2", "issuer_rule")
    head = source.blocks["head"].rows
    table = Table(((names, head[0][1]), head[1]))
    first = {"issuer": {"text": "CÔNG AN TỈNH QUẢNG NGÃI"}}
    return replace(
        source.changed(**first),
        blocks={**source.changed(**first).blocks, "head": table, "issuer2": second},
    )


def statute(**changes: object) -> Change:
    """A decision that issues a statute behind its signature; `changes` are made in the statute."""

    def change(source: Source) -> Source:
        long = "; các cơ quan phối hợp chặt chẽ, báo cáo kịp thời kết quả thực hiện."
        behind = {
            "room2": P("", after=0),
            "statute": P("QUY CHẾ", b=True, **_CENTRE),
            "statute_name": P("Hoạt động của Ban Chỉ đạo", b=True, **_CENTRE),
            "s_chapter": P("Chương I", b=True, **_CENTRE),
            "s_title": P("QUY ĐỊNH CHUNG", b=True, **_CENTRE),
            "s_article1": P(" Phạm vi", lead="Điều 1.", b=True),
            "s_clause1": P("1. Ban Chỉ đạo họp mỗi quý một lần" + long),
            "s_clause2": P("2. Thành viên dự họp đầy đủ" + long),
            "s_article2": P(" Nhiệm vụ", lead="Điều 2.", b=True),
            "s_point_a": P("a) Chỉ đạo các thôn" + long),
            "s_point_b": P("b) Kiểm tra việc thực hiện" + long),
        }
        return replace(source, blocks={**source.blocks, **behind}).changed(**changes)

    return change


CASES: tuple[tuple[str, str, Change], ...] = (
    ("page.margin-left", "decision", sheet(left=38)),
    ("page.number-format", "letter", field(r" PAGE \* roman ")),
    ("page.number-format", "letter", field(r"PAGE \* ALPHABETIC \* MERGEFORMAT")),
    ("page.number-plain", "letter", sheet(number_format="numberInDash")),
    ("font.legacy", "report", look(opening={"font": ".VnArial NarrowH"})),
    ("font.legacy", "report", look(opening={"font": "VNtimes new roman"})),
    ("nation.wording", "letter", text("nation", "CHXHCN VIỆT NAM")),
    ("nation.wording", "letter", text("nation", "CỘNG HÒA DÂN CHỦ VIỆT NAM")),
    ("nation.wording", "letter", text("nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA")),
    ("nation.place", "letter", stacked),
    ("nation.line-spacing", "letter", look(nation={"after": 6})),
    ("motto.wording", "letter", text("motto", "Độc lập - Tự do")),
    ("motto.wording", "letter", text("motto", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC")),
    ("motto.wording", "letter", text("motto", "Độc lập - Dân chủ - Hạnh phúc")),
    ("motto.hyphens", "letter", text("motto", "Độc lập, Tự do, Hạnh phúc")),
    ("motto.hyphens", "letter", text("motto", "Độc lập * Tự do * Hạnh phúc")),
    ("motto.hyphens", "letter", text("motto", "Độc lập _ Tự do _ Hạnh phúc")),
    ("motto.rule", "letter", look(motto_rule={"rule": False, "text": "---------------"})),
    ("joint.signatures", "report", both_issue),
    ("number.colon", "letter", text("number", "Số. 05/CAT-PV05")),
    ("number.colon", "letter", text("number", "05/CAT-PV05")),
    ("number.slash", "letter", text("number", "Số: 05 CAT-PV05")),
    ("number.slash", "letter", text("number", "Số: 05.CAT-PV05")),
    ("number.slash", "letter", text("number", "Số: 05_CAT-PV05")),
    ("number.slash", "letter", text("number", r"Số: 05\CAT-PV05")),
    ("number.slash", "decision", text("number", "Số: 45QĐ-UBND")),
    ("number.spaces", "decision", text("number", "Số: 45/ QĐ-UBND")),
    ("number.spaces", "decision", text("number", "Số: 45/QĐ -UBND")),
    ("number.kind", "letter", text("number", "Số: 05/CV-CAT")),
    ("number.kind", "decision", text("number", "Số: 45/QD-UBND")),
    ("number.capitals", "decision", text("number", "Số: 45/Qđ-UBND")),
    ("date.wording", "letter", text("date", "Quảng Ngãi, ngày 12 tháng 10/2026")),
    ("date.wording", "letter", text("date", "Quảng Ngãi, ngày 12 tháng 10 2026")),
    ("date.wording", "letter", text("date", "Quảng Ngãi, 12 tháng 10 năm 2026")),
    ("date.wording", "letter", text("date", "Quảng Ngãi, tháng 10 năm 2026")),
    ("date.wording", "letter", text("date", "Quảng Ngãi, ngày 12-10-2026")),
    ("date.wording", "letter", text("date", "Quảng Ngãi, ngày 12, tháng 10, năm 2026")),
    ("date.wording", "letter", text("date", "Quảng Ngãi, Ngày 12 Tháng 10 Năm 2026")),
    ("date.wording", "letter", text("date", "Quảng Ngãi, ngày 12 tháng 10 năm 26")),
    ("date.wording", "letter", text("date", "12/10/2026")),
    ("date.comma", "letter", text("date", "Quảng Ngãi; ngày 12 tháng 10 năm 2026")),
    ("date.comma", "letter", text("date", "Quảng Ngãi - ngày 12 tháng 10 năm 2026")),
    ("date.impossible", "letter", text("date", "Quảng Ngãi, ngày 12 tháng 13 năm 2026")),
    ("date.impossible", "letter", text("date", "Quảng Ngãi, ngày 00 tháng 10 năm 2026")),
    ("kind.capitals", "plan", text("kind", "Kế hoạch")),
    ("abstract.missing", "decision", gone("abstract", "abstract_rule")),
    ("abstract.missing", "plan", gone("abstract", "abstract_rule")),
    ("abstract.rule", "report", look(abstract_rule={"rule": False, "text": "----------"})),
    ("addressee.dash", "report", look(addressee1={"text": "• Bộ Công an;"})),
    ("addressee.punctuation", "report",
     look(addressee2={"text": "- Ủy ban nhân dân tỉnh Quảng Ngãi;"})),
    ("basis.semicolon", "decision",
     look(basis1={"text": "Căn cứ Luật Tổ chức chính quyền địa phương,"})),
    ("basis.full-stop", "decision", look(basis3={"text": "Theo đề nghị của Trưởng Công an xã,"})),
    ("basis.semicolon", "decision",
     after("basis2", basis2b=P("Thực hiện kế hoạch năm 2026 của xã.", i=True))),
    ("basis.own-line", "decision",
     look(basis1={"text": "Căn cứ Hiến pháp, căn cứ Luật Tổ chức chính quyền địa phương;"})),
    ("basis.citation", "decision",
     look(basis2={"text": "Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;"})),
    ("basis.citation", "decision",
     look(basis2={"text": "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020;"})),
    ("basis.law-number", "decision",
     look(basis1={"text": "Căn cứ Luật số 72/2025/QH15 về chính quyền địa phương;"})),
    ("division.roman", "plan", text("chapter1", "Chương A")),
    ("division.arabic", "plan", text("part1", "Mục A")),
    ("article.full-stop", "decision", article("Điều 1| Kiện toàn Ban Chỉ đạo phong trào.")),
    ("article.full-stop", "decision", article("Điều 1)| Kiện toàn Ban Chỉ đạo phong trào.")),
    ("article.full-stop", "decision", article("Điều 1–| Kiện toàn Ban Chỉ đạo phong trào.")),
    ("article.sequence", "decision", look(article2={"lead": "Điều 1."})),
    ("article.sequence", "decision", gone("article1")),
    ("clause.full-stop", "decision", look(clause1={"text": "1/ Chỉ đạo các thôn."})),
    ("clause.full-stop", "decision", look(clause2={"text": "2 Kiểm tra việc thực hiện."})),
    ("clause.full-stop", "decision", look(clause1={"text": "1)Chỉ đạo các thôn."})),
    ("clause.sequence", "decision", gone("clause1")),
    ("clause.sequence", "decision", look(clause2={"text": "1. Kiểm tra việc thực hiện."})),
    ("point.bracket", "report", look(point1={"text": "a/ Đã tổ chức 3 hội nghị."})),
    ("point.bracket", "report", look(point1={"text": "a.Đã tổ chức 3 hội nghị."})),
    ("point.bracket", "report", look(point1={"text": "(a) Đã tổ chức 3 hội nghị."})),
    ("point.sequence", "report", gone("point1")),
    ("point.sequence", "report", look(point2={"text": "a) Đã tập huấn cho cán bộ."})),
    ("point.sequence", "report", look(point2={"text": "c) Đã tập huấn cho cán bộ."})),
    ("end.mark", "decision", text("last", " Quyết định này có hiệu lực từ ngày ký.")),
    ("end.mark", "letter", text("last", "Đề nghị quan tâm thực hiện./")),
    ("end.mark", "letter", text("last", "Đề nghị quan tâm thực hiện.")),
    ("words.people", "report", text("point2", "b) Vận động Nhân Dân tham gia.")),
    ("words.people", "report", text("point2", "b) Phục vụ nhân dân, quần chúng.")),
    ("words.state", "report", text("point2", "b) Quan hệ giữa nhà nước và người dân.")),
    ("words.state", "report", text("point2", "b) Những việc Nhà Nước giao cho xã.")),
    ("words.citation", "report", text("point2", "b) Theo khoản 2 điều 5 Quy chế.")),
    ("words.citation", "report", text("point2", "b) Thực hiện Quy chế (Khoản 2 Điều 5).")),
    ("words.citation", "report", text("point2", "b) Theo quy định tại chương II Quy chế.")),
    ("authority.prefix", "plan", text("authority1", "T/M ỦY BAN NHÂN DÂN")),
    ("authority.prefix", "plan", text("authority1", "TM.ỦY BAN NHÂN DÂN")),
    ("authority.prefix", "plan", text("authority1", "TM: ỦY BAN NHÂN DÂN")),
    ("authority.prefix", "plan", text("authority1", "THAY MẶT ỦY BAN NHÂN DÂN")),
    ("authority.prefix", "letter", text("authority1", "KÝ THAY GIÁM ĐỐC")),
    ("authority.prefix", "letter", text("authority1", "K.T GIÁM ĐỐC")),
    ("authority.prefix", "letter", text("authority1", "KT: GIÁM ĐỐC")),
    ("authority.prefix", "decision", text("authority1", "QUYỀN CHỦ TỊCH")),
    ("authority.prefix", "decision", text("authority1", "UQ. CHỦ TỊCH")),
    ("authority.collective", "decision", text("decider", "ỦY BAN NHÂN DÂN XÃ ĐĂK HÀ")),
    ("signer.title", "letter", text("signer", "PGS-TS Lê Văn Chung")),
    ("signer.title", "letter", text("signer", "Đồng chí Lê Văn Chung")),
    ("signer.title", "letter", text("signer", "TSKH. Lê Văn Chung")),
    ("signer.title", "letter", text("signer", "Đại tá, TS. Lê Văn Chung")),
    ("signer.capitals", "letter", text("signer", "Đại tá LÊ VĂN CHUNG")),
    ("appendix.label-style", "report",
     lambda s: s.changed(labelI={"text": "Phụ lục I: SỐ LIỆU TỔNG HỢP"}).without("titleI")),
    ("kind.missing", "decision", gone("kind")),
    ("kind.missing", "plan", gone("kind", "abstract", "abstract_rule")),
    ("kind.missing", "plan", gone("kind")),
    ("recipients.title-colon", "letter", text("to", "Nơi nhận.")),
    ("recipients.dash", "report", text("to2", "+ Thường trực Tỉnh ủy;")),
    ("recipients.dash", "report", text("to2", "• Thường trực Tỉnh ủy;")),
    ("recipients.semicolon", "report", text("to2", "- Thường trực Tỉnh ủy.")),
    ("recipients.full-stop", "report", text("to3", "- Lưu: VT, PV05;")),
    ("recipients.archive-wording", "decision", text("to3", "- Lưu tại VT.")),
    ("recipients.archive-wording", "decision", text("to3", "- Lưu văn thư.")),
    ("appendix.label-style", "report", text("labelI", "PHỤ LỤC I")),
    ("appendix.roman", "report", text("labelI", "Phụ lục số 01")),
    ("party.number-grammar", "party", text("number", "Số 36/HD/BDVTU")),
    ("party.number-grammar", "party", text("number", "Số 36 - HD/BDVTU")),
    ("party.prefix", "party", text("authority1", "TM BAN DÂN VẬN")),
    ("party.prefix", "party", text("authority1", "T/M. BAN DÂN VẬN")),
    ("article.sequence", "decision", statute(s_article2={"lead": "Điều 3."})),
    ("article.full-stop", "decision", statute(s_article2={"lead": "Điều 2:"})),
    ("clause.sequence", "decision", statute(s_clause2={"text": "3. Thành viên dự họp."})),
    ("point.bracket", "decision", statute(s_point_a={"text": "a. Chỉ đạo các thôn."})),
    ("division.roman", "decision", statute(s_chapter={"text": "Chương 1"})),
    ("body.size", "decision", statute(s_clause1={"size": 12})),
    ("words.people", "decision", statute(s_clause1={"text": "1. Phục vụ nhân dân."})),
)  # fmt: skip


@pytest.mark.parametrize(("code", "name", "change"), CASES)
def test_a_fault_made_in_another_way_is_told(code: str, name: str, change: Change) -> None:
    assert {fault.code for fault in check(change(PAPERS[name]()).docx())} == {code}


RIGHT: tuple[tuple[str, Change], ...] = (
    ("decision", statute()),
    ("report", text("point2", "b) Phối hợp với Tòa án nhân dân, mua bằng nhân dân tệ.")),
    ("report", text("point2", "b) Theo điểm a khoản 2, khoản 3 Điều 5 Quy chế.")),
    ("report", text("point2", "b) Thực hiện quản lý nhà nước, bảo vệ bí mật nhà nước.")),
    ("letter", text("number", "Số:        /CAT-PV05")),
    ("letter", text("date", "Quảng Ngãi, ngày      tháng      năm 2026")),
    ("letter", text("date", "Quảng Ngãi, ngày … tháng … năm 20…")),
    ("decision", after("basis2", basis2b=P("Thực hiện kế hoạch năm 2026 của tỉnh;", i=True))),
    ("letter", field(r" PAGE   \* MERGEFORMAT ")),
)


@pytest.mark.parametrize(("name", "change"), RIGHT)
def test_what_only_looks_like_a_fault_is_none(name: str, change: Change) -> None:
    assert check(change(PAPERS[name]()).docx()) == []


def test_appendices_in_one_section_do_not_count_their_own_pages() -> None:
    source = papers.report()
    kept = {k: v for k, v in source.blocks.items() if k != "break2" or not isinstance(v, Break)}
    found = check(replace(source, blocks=kept).docx())
    assert [fault.excerpt for fault in found] == ["Phụ lục II"]
