"""Plants of the head: nation, motto, issuer, number, date, urgency."""

from docx.shared import Mm, Pt

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
    underline,
    unrule,
)
from .model import Change, Sheet


def says(part: str, text: str) -> Change:
    """A part of the head in other words; an empty text leaves the part out."""
    return insert("number", (part, text))


def _swapped(sheet: Sheet) -> None:
    """Nation and motto in the left column, the issuer in the right."""
    table = sheet.document.tables[0]
    for columns in (table.columns, *(row.cells for row in table.rows)):
        columns[0].width, columns[1].width = Mm(103), Mm(62)
    cells = table.rows[0].cells
    left, right = ([p._p for p in cell.paragraphs] for cell in cells)
    for p in right:
        cells[0]._tc.append(p)
    for p in left:
        cells[1]._tc.append(p)


def _above(sheet: Sheet) -> None:
    """Nation and motto in the middle above everything."""
    table = sheet.document.tables[0]
    cell = table.rows[0].cells[1]
    for paragraph in cell.paragraphs:
        shape_ = paragraph.paragraph_format
        if shape_.left_indent:
            shape_.left_indent = shape_.right_indent = shape_.left_indent + Mm(31)
        table._tbl.addprevious(paragraph._p)
    cell.add_paragraph()


NATION = [
    *plant("nation.missing", bc=says("nation", ""), cv2=says("nation", ""), tb=says("nation", "")),
    *plant(
        "nation.wording",
        bc=says("nation", "NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        kh=says("nation", "CỘNG HÒA XÃ HÔI CHỦ NGHĨA VIỆT NAM"),
        cv1=says("nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆTNAM"),
        gm=says("nation", "CỘNG HÒA XHCN VIỆT NAM"),
    ),
    *plant(
        "nation.capitals",
        qd=says("nation", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        hd=says("nation", "Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam"),
        tb=says("nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA Việt Nam"),
    ),
    *plant(
        "nation.size",
        bc=size(11, "nation"), kh=size(14, "nation", way="style"),
        cv1=size(10, "nation", way="char"), nq=size(11, "nation", way="style"),
    ),
    *plant(
        "nation.style",
        bc=bold(False, "nation"), kh=italic(True, "nation", way="style"),
        tb=bold(False, "nation", way="char"), ct=italic(True, "nation"),
    ),
    *plant(
        "nation.place",
        bc=on_sheet("swapped", _swapped), kh=on_sheet("above", _above),
        qd=on_sheet("swapped", _swapped), da=on_sheet("above", _above),
    ),
    *plant("motto.missing", bc=says("motto", ""), kh=says("motto", ""), cv1=says("motto", "")),
    *plant(
        "motto.wording",
        bc=says("motto", "Độc lập - Tự Do - Hạnh Phúc"),
        hd=says("motto", "Độc lập - Tự do - hạnh phúc"),
        tb=says("motto", "Độc lập - Tự do - Ấm no"),
        qd=says("motto", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
    ),
    *plant(
        "motto.hyphens",
        kh=says("motto", "Độc lập-Tự do-Hạnh phúc"),
        cv2=says("motto", "Độc lập – Tự do – Hạnh phúc"),
        tb=says("motto", "Độc lập -Tự do -Hạnh phúc"),
        nq=says("motto", "Độc lập, Tự do, Hạnh phúc"),
    ),
    *plant(
        "motto.size",
        bc=size(12, "motto"), ttr=size(15, "motto", way="style"), cv1=size(12, "motto", way="char"),
    ),
    *plant(
        "motto.style",
        qd=bold(False, "motto"), kh=italic(True, "motto", way="style"),
        cv1=bold(False, "motto", way="char"),
    ),
    *plant(
        "motto.centred",
        bc=align("left", "motto"), hd=align("right", "motto", way="style"),
        qc=align("both", "motto"),
    ),
    *plant(
        "motto.rule",
        bc=unrule("motto"), kh=unrule("motto"), qd=unrule("motto"), cv1=unrule("motto"),
    ),
    *plant(
        "nation.line-spacing",
        bc=shape("line1.5", lambda f: setattr(f, "line_spacing", 1.5), "nation", "motto"),
        kh=shape("line1.5", lambda f: setattr(f, "line_spacing", 1.5), "nation", "motto",
        way="style"),
        nq=shape("exact24", lambda f: setattr(f, "line_spacing", Pt(24)), "nation", "motto"),
    ),
    *plant(
        "motto.underline",
        bc=both(unrule("motto"), underline("motto")), qd=both(unrule("motto"), underline("motto")),
        tb=both(unrule("motto"), underline("motto")),
    ),
]  # fmt: skip

ISSUER = [
    *plant("issuer.missing", kh=drop("issuer"), da=drop("issuer"), tb=drop("issuer", "parent")),
    *plant(
        "issuer.capitals",
        bc=retype("issuer", lambda _: "Công an tỉnh Quảng Ngãi"),
        kh=retype("issuer", lambda _: "Ủy ban nhân dân tỉnh Cà Mau"),
        cv1=retype("issuer", lambda _: "ỦY BAN NHÂN DÂN xã Bình Sơn"),
    ),
    *plant(
        "issuer.size",
        bc=size(14, "issuer"), hd=size(11, "issuer", way="style"),
        tb=size(10, "issuer", way="char"),
    ),
    *plant(
        "issuer.style",
        bc=bold(False, "issuer"), kh=italic(True, "issuer", way="style"),
        cv1=bold(False, "issuer", way="char"), qd=bold(False, "issuer", way="style"),
    ),
    *plant(
        "issuer.centred",
        bc=align("left", "issuer"), cv2=align("right", "issuer", way="style"),
        nq=align("both", "issuer"),
    ),
    *plant("issuer.rule", bc=unrule("issuer"), kh=unrule("issuer"), tb=unrule("issuer")),
    *plant("issuer.rule", qd=unrule("issuer"), qc=unrule("issuer")),
    *plant(
        "parent.capitals",
        bc=retype("parent", lambda _: "Bộ Công an"),
        tb=retype("parent", lambda _: "Ủy ban nhân dân tỉnh Gia Lai"),
        ttr=retype("parent", lambda _: "ỦY BAN NHÂN DÂN TỈNH Tuyên Quang"),
    ),
    *plant(
        "parent.size",
        bc=size(14, "parent"), gm=size(11, "parent", way="style"),
        cv1=size(10, "parent", way="char"),
    ),
    *plant(
        "parent.style",
        bc=bold(True, "parent"), hd=italic(True, "parent", way="style"),
        tb=bold(True, "parent", way="char"), qd=bold(True, "parent", way="style"),
    ),
    *plant(
        "joint.signatures",
        ct=drop("sign2", "signer2"),
        cv2=insert("issuer", ("issuer", "ỦY BAN MTTQ VIỆT NAM TỈNH")),
        kh=insert("issuer", ("issuer", "ỦY BAN MTTQ VIỆT NAM TỈNH CÀ MAU")),
    ),
]  # fmt: skip

NUMBER = [
    *plant("number.missing", bc=drop("number"), cv1=drop("number"), hd=drop("number")),
    *plant(
        "number.colon",
        bc=reword("number", "Số:", "Số"), kh=reword("number", "Số:", "Số"),
        tb=reword("number", "Số:", "Số."),
    ),
    *plant(
        "number.padding",
        cv1=reword("number", " 07/", " 7/"), da=reword("number", " 05/", " 5/"),
        ct=reword("number", " 03/", " 3/"), hd=reword("number", " 08/", " 8/"),
    ),
    *plant(
        "number.slash",
        bc=reword("number", "/", "-"), kh=reword("number", "/", "\\"),
        qd=reword("number", "/", " "), cv2=reword("number", "/", "-"),
    ),
    *plant(
        "number.spaces",
        bc=reword("number", "/", " / "), kh=reword("number", "-", " - "),
        tb=reword("number", "/", "/ "), cv1=reword("number", "-", "- "),
    ),
    *plant(
        "number.kind",
        bc=reword("number", "BC", "BB"), ttr=reword("number", "TTr", "TT"),
        tb=reword("number", "TB", "KH"), gm=reword("number", "GM", "TM"),
        nq=reword("number", "NQ", "QĐ"),
    ),
    *plant(
        "number.capitals",
        bc=reword("number", "BC-CAT", "bc-cat"), kh=reword("number", "KH-UBND", "Kh-ubnd"),
        cv3=reword("number", "SNV-VP", "Snv-vp"),
    ),
    *plant(
        "number.size",
        bc=size(12, "number"), hd=size(14, "number", way="style"),
        cv1=size(11, "number", way="char"),
    ),
    *plant(
        "number.style",
        bc=bold(True, "number"), kh=italic(True, "number", way="style"),
        tb=bold(True, "number", way="char"),
    ),
    *plant(
        "number.centred",
        bc=align("left", "number"), gm=align("right", "number", way="style"),
        qd=align("both", "number"),
    ),
]  # fmt: skip

DATE = [
    *plant("date.missing", bc=drop("date"), cv2=drop("date"), tb=drop("date")),
    *plant(
        "date.wording",
        bc=resub("date", "ngày.*", "12/10/2026"), kh=resub("date", "ngày.*", "ngày 30/01/2026"),
        cv1=resub("date", " năm 2026", "/2026"), qd=resub("date", "ngày (.*)", r"\1"),
    ),
    *plant(
        "date.place",
        bc=resub("date", ".*, ngày", "ngày"), cv2=resub("date", ".*, ngày", "Ngày"),
        tb=resub("date", ".*, ngày", "ngày"),
    ),
    *plant(
        "date.comma",
        bc=reword("date", ",", ""), hd=reword("date", ",", ";"), cv1=reword("date", ",", " -"),
    ),
    *plant(
        "date.day-padding",
        cv1=reword("date", "ngày 05", "ngày 5"), qd=reword("date", "ngày 08", "ngày 8"),
        cv3=reword("date", "ngày 09", "ngày 9"), gm=reword("date", "ngày 03", "ngày 3"),
    ),
    *plant(
        "date.month-padding",
        cv3=reword("date", "tháng 02", "tháng 2"), kh=reword("date", "tháng 01", "tháng 1"),
        hd=reword("date", "tháng 02", "tháng 2"),
    ),
    *plant(
        "date.month-overpadded",
        cv1=reword("date", "tháng 3", "tháng 03"), qd=reword("date", "tháng 4", "tháng 04"),
        ttr=reword("date", "tháng 5", "tháng 05"), gm=reword("date", "tháng 9", "tháng 09"),
    ),
    *plant(
        "date.impossible",
        qd=reword("date", "ngày 08", "ngày 31"), hd=reword("date", "ngày 24", "ngày 30"),
        gm=reword("date", "ngày 03", "ngày 31"), bc=reword("date", "tháng 10", "tháng 13"),
    ),
    *plant(
        "date.style",
        bc=italic(False, "date"), kh=bold(True, "date", way="style"),
        cv1=italic(False, "date", way="char"), ttr=italic(False, "date", way="style"),
    ),
    *plant(
        "date.size",
        bc=size(12, "date"), hd=size(15, "date", way="style"), tb=size(11, "date", way="char"),
    ),
    *plant(
        "urgency.style",
        cv3=(
            bold(False, "urgency"),
            reword("urgency", "HỎA TỐC", "Hỏa tốc"),
            size(11, "urgency", way="style"),
        ),
        gm=(bold(False, "urgency", way="style"), reword("urgency", "KHẨN", "Khẩn")),
    ),
]  # fmt: skip

PLANTS = [*NATION, *ISSUER, *NUMBER, *DATE]
