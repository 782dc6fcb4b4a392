"""Second set: plants of the head: nation, motto, issuer, number, date, urgency."""

from docx.shared import Mm

from .changes import (
    align,
    bold,
    both,
    drop,
    insert,
    italic,
    on_sheet,
    plant,
    resub,
    retype,
    reword,
    shape,
    size,
    unrule,
)
from .model import Change, Sheet
from .second_ways import by, jc, line, says, shaped, unseen


def _columns_changed(sheet: Sheet) -> None:
    """The two columns of the head in each other's place."""
    table = sheet.document.tables[0]
    widths = [table.columns[1].width, table.columns[0].width]
    grid = table._tbl.tblGrid
    grid.append(grid[0])
    for row in table.rows:
        left = row.cells[0]._tc
        left.getparent().append(left)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _on_the_left(sheet: Sheet) -> None:
    """Nation and motto at the top of the left column, which is made the wider one."""
    table = sheet.document.tables[0]
    for columns in (table.columns, *(row.cells for row in table.rows)):
        columns[0].width, columns[1].width = Mm(103), Mm(62)
    left, right = table.rows[0].cells
    for paragraph in reversed(right.paragraphs):
        left._tc.insert(1, paragraph._p)
    right.add_paragraph()


def _over_all(sheet: Sheet) -> None:
    """Nation and motto in the middle over the whole head."""
    table = sheet.document.tables[0]
    for piece in sheet.of("nation", "motto"):
        table._tbl.addprevious(piece.paragraph._p)
    table.rows[0].cells[1].add_paragraph()


def _underlined(kind: int) -> Change:
    """The words of the motto underlined, and no line."""

    def turn(sheet: Sheet) -> None:
        for run in [run for piece in sheet.of("motto") for run in piece.runs]:
            run.font.underline = kind

    return both(unrule("motto"), on_sheet(f"underlined-{kind}", turn))


NATION = [
    *plant("nation.missing", cvb=says("nation", ""), ggt=says("nation", "")),
    *plant("nation.missing", qdb=says("nation", ""), ttb=says("nation", "")),
    *plant(
        "nation.wording",
        cva=says("nation", "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM"),
        pan=says("nation", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT"),
        ttb=says("nation", "CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        hdb=says("nation", "CỘNG HÒA XÃ HỘI CHỮ NGHĨA VIỆT NAM"),
    ),
    *plant(
        "nation.capitals",
        cvb=says("nation", "Cộng hòa Xã hội Chủ nghĩa Việt Nam"),
        qda=says("nation", "CỘNG HÒA XÃ HỘI chủ nghĩa VIỆT NAM"),
        bba=says("nation", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        khl=says("nation", "Cộng hòa XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ),
    *plant(
        "nation.size",
        cva=by("chain", "size", 11, "nation"), dan=by("linked", "size", 15, "nation"),
        ttb=by("linked", "size", 10, "nation"), hdo=size(14, "nation"),
    ),
    *plant(
        "nation.style",
        cvd=by("chain", "bold", False, "nation"), pan=by("tail", "bold", False, "nation"),
        bba=italic(True, "nation"), hdb=by("linked", "italic", True, "nation"),
    ),
    *plant(
        "nation.place",
        cva=on_sheet("changed", _columns_changed), ctr=on_sheet("left", _on_the_left),
        qda=on_sheet("over", _over_all), khl=on_sheet("left", _on_the_left),
        hdo=on_sheet("changed", _columns_changed),
    ),
    *plant("motto.missing", cvb=says("motto", ""), ctr=says("motto", "")),
    *plant("motto.missing", tba=says("motto", ""), ttb=says("motto", "")),
    *plant(
        "motto.wording",
        cvd=says("motto", "Độc lập - Tự do - Hạnh phuc"),
        ggt=says("motto", "Độc Lập - Tự Do - Hạnh Phúc"),
        nqa=says("motto", "Độc lập - Hạnh phúc - Tự do"),
        bba=says("motto", "độc lập - tự do - hạnh phúc"),
        pgu=says("motto", "Dân chủ - Tự do - Hạnh phúc"),
    ),
    *plant(
        "motto.hyphens",
        cva=says("motto", "Độc lập — Tự do — Hạnh phúc"),
        tba=says("motto", "Độc lập- Tự do- Hạnh phúc"),
        pan=says("motto", "Độc lập Tự do Hạnh phúc"),
        bba=says("motto", "Độc lập * Tự do * Hạnh phúc"),
    ),
    *plant(
        "motto.size",
        cvb=by("chain", "size", 12, "motto"), cde=size(16, "motto"),
        bba=by("linked", "size", 11, "motto"), khl=by("linked", "size", 15, "motto"),
    ),
    *plant(
        "motto.style",
        cvb=by("chain", "bold", False, "motto"), gma=by("tail", "italic", True, "motto"),
        ttb=by("linked", "bold", False, "motto"), pgu=bold(False, "motto"),
    ),
    *plant(
        "motto.centred",
        cvd=jc("start", "motto"), tbl=jc("end", "motto", chain=True), qdb=jc("left", "motto"),
        tba=jc("right", "motto"),
    ),
    *plant(
        "motto.rule",
        cvc=unseen("motto"), ctr=unseen("motto"), gma=unrule("motto"), pgu=unseen("motto"),
        qdb=unseen("motto"),
    ),
    *plant(
        "nation.line-spacing",
        cva=shaped("double", line(2), "nation", "motto"),
        tba=shaped("more", line(1.5), "nation", "motto"),
        hdo=shape("exact26", line(26, "exact"), "nation", "motto"),
        ctr=shape("least28", line(28, "at_least"), "nation", "motto"),
    ),
    *plant(
        "motto.underline",
        cvd=_underlined(3), pan=_underlined(1), cvc=_underlined(2), hdb=_underlined(1),
    ),
]  # fmt: skip

_NAMES = ("issuer", "parent")
ISSUER = [
    *plant("issuer.missing", cde=drop("issuer"), ctr=drop("issuer"), khb=drop(*_NAMES)),
    *plant("issuer.missing", cvd=drop(*_NAMES), pgu=drop(*_NAMES)),
    *plant(
        "issuer.capitals",
        cva=retype("issuer", lambda _: "Sở Nội vụ"),
        pgu=retype("issuer", lambda _: "ỦY BAN NHÂN DÂN xã IA GRAI"),
        hdb=retype("issuer", lambda _: "Ban Thường Trực"),
        bba=retype("issuer", lambda _: "Tổ kiểm tra"),
    ),
    *plant(
        "issuer.size",
        cvb=by("chain", "size", 15, "issuer"), cde=size(11, "issuer"),
        ttb=by("linked", "size", 14, "issuer"), pan=by("tail", "size", 10, "issuer"),
    ),
    *plant(
        "issuer.style",
        qdb=by("chain", "bold", False, "issuer"), hdo=by("tail", "bold", False, "issuer"),
        bba=by("linked", "italic", True, "issuer"), gma=by("chain", "bold", False, "issuer"),
    ),
    *plant(
        "issuer.centred",
        cva=jc("start", "issuer"), tba=jc("right", "issuer", chain=True), pan=jc("both", "issuer"),
        hdb=jc("left", "issuer", chain=True),
    ),
    *plant(
        "issuer.rule",
        cvd=unrule("issuer"), cde=unseen("issuer"), qda=unseen("issuer"), bba=unseen("issuer"),
        hdo=unseen("issuer"),
    ),
    *plant(
        "parent.capitals",
        cva=retype("parent", lambda _: "Ủy ban nhân dân tỉnh Bắc Ninh"),
        gma=retype("parent", str.capitalize), pan=retype("parent", lambda _: "Công an TỈNH"),
        ttb=retype("parent", lambda _: "UBND tỉnh Tuyên Quang"),
    ),
    *plant(
        "parent.size",
        cvb=by("chain", "size", 14, "parent"), hdb=by("linked", "size", 11, "parent"),
        bba=size(14, "parent", way="char"), pgu=size(10, "parent"),
    ),
    *plant(
        "parent.style",
        cva=by("chain", "bold", True, "parent"), tba=by("tail", "bold", True, "parent"),
        ttb=by("linked", "italic", True, "parent"), bca=bold(True, "parent"),
    ),
    *plant(
        "joint.signatures",
        khl=(drop("sign2", "signer2"), drop("sign", "signer")),
        tbl=(drop("sign2", "signer2"), drop("sign", "signer")),
        gma=both(drop("parent"), insert("issuer", ("issuer", "ĐOÀN TNCS HỒ CHÍ MINH THÀNH PHỐ"))),
    ),
]  # fmt: skip

NUMBER = [
    *plant("number.missing", cvb=drop("number"), qda=drop("number")),
    *plant("number.missing", ttb=drop("number"), pgu=drop("number")),
    *plant(
        "number.colon",
        cva=reword("number", "Số: ", "Số "), tba=reword("number", "Số:", "Số;"),
        bba=reword("number", "Số: ", "Số "), khl=reword("number", "Số:", "Số -"),
    ),
    *plant(
        "number.padding",
        cva=reword("number", " 08/", " 8/"), qda=reword("number", " 02/", " 2/"),
        gma=reword("number", " 07/", " 7/"), pan=reword("number", " 01/", " 1/"),
        pgu=reword("number", " 09/", " 9/"),
    ),
    *plant(
        "number.slash",
        cva=reword("number", "/", "|"), tba=reword("number", "/", "."),
        hdb=reword("number", "/", "_"), qdb=reword("number", "/", "-"),
    ),
    *plant(
        "number.spaces",
        cvb=reword("number", "/", " /"), qda=reword("number", "-", " -"),
        khl=reword("number", "-HLHPN", " - HLHPN"), ttb=reword("number", "/", "/ "),
    ),
    *plant(
        "number.kind",
        ctr=reword("number", "CTr", "CT"), pan=reword("number", "PA", "KH"),
        hdb=reword("number", "HD", "HĐ"), dan=reword("number", "ĐA", "DA"),
        khb=reword("number", "KH-", "BC-"),
    ),
    *plant(
        "number.capitals",
        cva=reword("number", "SNV-TĐKT", "snv-tđkt"), tba=reword("number", "TB-VP", "tb-vp"),
        khl=reword("number", "KH-CAT-HLHPN", "kh-cat-hlhpn"),
        qdb=reword("number", "QĐ-UBND", "qđ-ubnd"),
    ),
    *plant(
        "number.size",
        cva=by("chain", "size", 12, "number"), dan=by("linked", "size", 14, "number"),
        ttb=by("linked", "size", 11, "number"), hdo=by("tail", "size", 10, "number"),
    ),
    *plant(
        "number.style",
        cvd=by("chain", "italic", True, "number"), cvc=by("tail", "bold", True, "number"),
        qdb=by("linked", "bold", True, "number"), hdb=bold(True, "number", way="style"),
    ),
    *plant(
        "number.centred",
        cvb=jc("start", "number"), bca=jc("right", "number", chain=True), ggt=jc("left", "number"),
        khl=align("both", "number", way="style"),
    ),
]  # fmt: skip

DATE = [
    *plant("date.missing", cva=drop("date"), qdb=drop("date")),
    *plant("date.missing", ctr=drop("date"), gma=drop("date")),
    *plant(
        "date.wording",
        cvb=resub("date", "ngày.*", "ngày 16/3/2026"), tba=resub("date", "ngày.*", "21-4-2026"),
        hdo=resub("date", "ngày (.*) tháng", r"\1 tháng"),
        dan=resub("date", "11 tháng 02 năm ", "11-02-"),
        ttb=resub("date", "tháng 5 năm 2026", "tháng 5/2026"),
    ),
    *plant(
        "date.place",
        cva=resub("date", ".*, ngày", "Ngày"), nqa=resub("date", ".*, ngày", "ngày"),
        pan=resub("date", ".*, ngày", ", ngày"), ttb=resub("date", ".*, ngày", "Ngày"),
    ),
    *plant(
        "date.comma",
        cvb=reword("date", ",", "."), qda=reword("date", ",", ""), khl=reword("date", ",", ":"),
        bca=reword("date", ",", ""),
    ),
    *plant(
        "date.day-padding",
        cva=reword("date", "ngày 09", "ngày 9"), cvc=reword("date", "ngày 05", "ngày 5"),
        hdo=reword("date", "ngày 03", "ngày 3"), qda=reword("date", "ngày 07", "ngày 7"),
        ggt=reword("date", "ngày 06", "ngày 6"),
    ),
    *plant(
        "date.month-padding",
        cva=reword("date", "tháng 01", "tháng 1"), cvd=reword("date", "tháng 02", "tháng 2"),
        khb=reword("date", "tháng 01", "tháng 1"), dan=reword("date", "tháng 02", "tháng 2"),
        ctr=reword("date", "tháng 01", "tháng 1"),
    ),
    *plant(
        "date.month-overpadded",
        cvc=reword("date", "tháng 6", "tháng 06"), tba=reword("date", "tháng 4", "tháng 04"),
        nqa=reword("date", "tháng 7", "tháng 07"), tbl=reword("date", "tháng 8", "tháng 08"),
        ttb=reword("date", "tháng 5", "tháng 05"),
    ),
    *plant(
        "date.impossible",
        tba=reword("date", "ngày 21", "ngày 31"), cvd=reword("date", "ngày 02", "ngày 29"),
        bca=reword("date", "ngày 19", "ngày 32"), qdb=reword("date", "ngày 18", "ngày 31"),
        nqa=reword("date", "tháng 7", "tháng 14"),
    ),
    *plant(
        "date.style",
        cvb=by("chain", "italic", False, "date"), cde=by("tail", "bold", True, "date"),
        ttb=by("linked", "italic", False, "date"), khl=bold(True, "date"),
        nqa=italic(False, "date", way="style"),
    ),
    *plant(
        "date.size",
        cva=by("chain", "size", 12, "date"), cvc=by("linked", "size", 16, "date"),
        dan=by("linked", "size", 11, "date"), pgu=size(15, "date"),
    ),
    *plant(
        "urgency.style",
        cvd=(by("chain", "bold", False, "urgency"), retype("urgency", lambda _: "Thượng khẩn")),
        cde=(size(10, "urgency"), reword("urgency", "HỎA TỐC", "Hỏa tốc")),
        gma=(by("linked", "bold", False, "urgency"), by("chain", "size", 18, "urgency")),
    ),
]  # fmt: skip

PLANTS = [*NATION, *ISSUER, *NUMBER, *DATE]
