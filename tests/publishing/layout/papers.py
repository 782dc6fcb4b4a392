"""Papers set as the decree says, word by word our own: the right examples of every rule."""

from tests.publishing.layout.sheets import Break, P, Sheet, Source, Table

_CENTRE = {"align": "center", "first": 0, "after": 0, "line": 1}


def _head(issuer: dict[str, str], number: str, date: str) -> dict[str, P | Break | Table]:
    """Boxes 1–4; `issuer` maps "parent" and "issuer" to their names."""
    names = tuple(issuer)
    return {
        "head": Table(
            (
                ((*names, "issuer_rule"), ("nation", "motto", "motto_rule")),
                (("number",), ("date",)),
            )
        ),
        **{
            name: P(text, size=12, b=name.startswith("issuer"), **_CENTRE)
            for name, text in issuer.items()
        },
        "issuer_rule": P("", rule=True, **_CENTRE),
        "nation": P("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, b=True, **_CENTRE),
        "motto": P("Độc lập - Tự do - Hạnh phúc", size=13, b=True, **_CENTRE),
        "motto_rule": P("", rule=True, **_CENTRE),
        "number": P(number, size=13, **_CENTRE),
        "date": P(date, size=13, i=True, **_CENTRE),
    }


def _title(kind: str, abstract: str) -> dict[str, P]:
    return {
        "kind": P(kind, b=True, **_CENTRE),
        "abstract": P(abstract, b=True, **_CENTRE),
        "abstract_rule": P("", rule=True, **_CENTRE),
    }


def _closing(authority: tuple[str, ...], name: str, recipients: tuple[str, ...]) -> dict:
    lines = {f"to{n}": P(text, size=11, align="left", first=0, after=0, line=1)
             for n, text in enumerate(recipients, 1)}  # fmt: skip
    offices = {f"authority{n}": P(text, b=True, **_CENTRE) for n, text in enumerate(authority, 1)}
    return {
        "end": Table(((("to", *lines), (*offices, "room", "room", "signer")),)),
        "to": P("Nơi nhận:", size=12, b=True, i=True, align="left", first=0, after=0, line=1),
        **lines,
        **offices,
        "room": P("", **_CENTRE),
        "signer": P(name, b=True, **_CENTRE),
    }


def _long(words: str) -> str:
    return f"{words}; các cơ quan, đơn vị phối hợp chặt chẽ, báo cáo kịp thời kết quả thực hiện."


def report() -> Source:
    """A *báo cáo* with a parent body, addressees, sections and two appendices."""
    appendix = {
        "label": "Phụ lục {n}", "title": "{t}",
        "reference": "(Kèm theo Báo cáo số 12/BC-BCĐ ngày 05 tháng 02 năm 2026 của Ban Chỉ đạo)",
    }  # fmt: skip
    blocks = {
        **_head(
            {"parent": "UBND TỈNH QUẢNG NGÃI", "issuer": "BAN CHỈ ĐẠO PHONG TRÀO"},
            "Số: 12/BC-BCĐ",
            "Quảng Ngãi, ngày 05 tháng 02 năm 2026",
        ),
        **_title("BÁO CÁO", "Kết quả thực hiện phong trào 6 tháng đầu năm 2026"),
        "address": P("Kính gửi:", align="left", first=20, after=0),
        "addressee1": P("- Bộ Công an;", align="left", first=35, after=0),
        "addressee2": P("- Ủy ban nhân dân tỉnh Quảng Ngãi.", align="left", first=35),
        "opening": P(_long("Thực hiện kế hoạch năm 2026, Ban Chỉ đạo báo cáo kết quả")),
        "section1": P("I. CÔNG TÁC CHỈ ĐẠO", b=True),
        "clause1": P("1. Ban hành văn bản", b=True),
        "plain": P(_long("Đã ban hành 12 văn bản của Nhà nước, có 3 mô hình của Nhân dân")),
        "clause2": P("2. Tổ chức hội nghị", b=True),
        "point1": P(_long("a) Đã tổ chức 3 hội nghị theo điểm a khoản 2 Điều 5 Quy chế")),
        "point2": P(_long("b) Đã tập huấn cho cán bộ")),
        "section2": P("II. KIẾN NGHỊ", b=True),
        "last": P(_long("Chi tiết tại các Phụ lục kèm theo")[:-1] + "./."),
        **_closing(
            ("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
            "Nguyễn Văn Bình",
            ("- Như trên;", "- Thường trực Tỉnh ủy;", "- Lưu: VT, PV05."),
        ),
        "break1": Break(Sheet()),
    }  # fmt: skip
    for number, title in (("I", "SỐ LIỆU TỔNG HỢP"), ("II", "DANH SÁCH MÔ HÌNH")):
        blocks |= {
            f"label{number}": P(appendix["label"].format(n=number), b=True, **_CENTRE),
            f"title{number}": P(title, b=True, **_CENTRE),
            f"reference{number}": P(appendix["reference"], i=True, **_CENTRE),
            f"row{number}": P("Số liệu ghi ở đây."),
        }
        if number == "I":
            blocks["break2"] = Break(Sheet(start=1))
    return Source(blocks, Sheet(start=1))


def letter() -> Source:
    """A *công văn* with "V/v" under its number."""
    blocks = {
        **_head(
            {"issuer": "CÔNG AN TỈNH QUẢNG NGÃI"},
            "Số: 05/CAT-PV05",
            "Quảng Ngãi, ngày 12 tháng 10 năm 2026",
        ),
        "about": P("V/v gửi báo cáo quý III", size=12, **_CENTRE),
        "address": P("Kính gửi: Công an xã Đăk Hà.", align="center", first=0),
        "opening": P(_long("Công an tỉnh đề nghị gửi báo cáo đúng hạn")),
        "last": P("Đề nghị quan tâm thực hiện./."),
        **_closing(
            ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lê Văn Chung", ("- Như trên;", "- Lưu: VT, PV05.")
        ),
    }
    rows = blocks["head"].rows
    blocks["head"] = Table((rows[0], (("number", "about"), ("date",))))
    return Source(blocks)


def decision() -> Source:
    """A *quyết định* with bases and articles."""
    blocks = {
        **_head(
            {"issuer1": "ỦY BAN NHÂN DÂN", "issuer2": "XÃ ĐĂK HÀ"},
            "Số: 45/QĐ-UBND",
            "Đăk Hà, ngày 20 tháng 3 năm 2026",
        ),
        **_title("QUYẾT ĐỊNH", "Về việc kiện toàn Ban Chỉ đạo phong trào"),
        "decider": P("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐĂK HÀ", b=True, **_CENTRE),
        "basis1": P("Căn cứ Luật Tổ chức chính quyền địa phương;", i=True),
        "basis2": P(
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công"
            " tác văn thư;",
            i=True,
        ),
        "basis3": P("Theo đề nghị của Trưởng Công an xã.", i=True),
        "decides": P("QUYẾT ĐỊNH:", b=True, **_CENTRE),
        "article1": P(_long(" Kiện toàn Ban Chỉ đạo phong trào xã"), lead="Điều 1."),
        "article2": P(_long(" Ban Chỉ đạo có nhiệm vụ sau"), lead="Điều 2."),
        "clause1": P(_long("1. Chỉ đạo các thôn")),
        "clause2": P(_long("2. Kiểm tra việc thực hiện")),
        "last": P(" Quyết định này có hiệu lực từ ngày ký./.", lead="Điều 3."),
        **_closing(
            ("CHỦ TỊCH",), "Trần Thị Dung", ("- Như Điều 3;", "- Công an tỉnh;", "- Lưu: VT.")
        ),
    }
    return Source(blocks)


def plan() -> Source:
    """A *kế hoạch* of a people's committee, in chapters, sections and articles."""
    blocks = {
        **_head(
            {"issuer1": "ỦY BAN NHÂN DÂN", "issuer2": "XÃ BA TƠ"},
            "Số: 07/KH-UBND",
            "Ba Tơ, ngày 08 tháng 01 năm 2026",
        ),
        **_title("KẾ HOẠCH", "Tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc"),
        "urgent": P("KHẨN", size=13, b=True, colour="FF0000", **_CENTRE),
        "chapter1": P("Chương I", b=True, **_CENTRE),
        "chapter1_title": P("QUY ĐỊNH CHUNG", b=True, **_CENTRE),
        "part1": P("Mục 1", b=True, **_CENTRE),
        "part1_title": P("PHẠM VI", b=True, **_CENTRE),
        "article1": P(_long(" Kế hoạch này áp dụng cho toàn xã"), lead="Điều 1."),
        "points0": P("1. Nội dung gồm:"),
        **{f"point_{c}": P(_long(f"{c}) Nội dung")) for c in "abcdđe"},
        "chapter2": P("Chương II", b=True, **_CENTRE),
        "chapter2_title": P("TỔ CHỨC THỰC HIỆN", b=True, **_CENTRE),
        "last": P(" Các thôn thực hiện Kế hoạch này./.", lead="Điều 2."),
        **_closing(
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Phạm Văn Em", ("- Các thôn;", "- Lưu: VT.")
        ),
    }
    rows = blocks["head"].rows
    blocks["head"] = Table((rows[0], (("number", "urgent"), ("date",))))
    return Source(blocks)


def joint() -> Source:
    """A *chương trình phối hợp* of two bodies with two signatures."""
    blocks = {
        **_head(
            {"issuer1": "CÔNG AN TỈNH", "issuer2": "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH"},
            "Số: 15/CTrPH-CAT-MTTQT",
            "Quảng Ngãi, ngày 20 tháng 4 năm 2026",
        ),
        **_title("CHƯƠNG TRÌNH PHỐI HỢP", "Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc"),
        "opening": P(_long("Hai bên thống nhất nội dung phối hợp năm 2026")),
        "last": P("Chương trình có hiệu lực từ ngày ký./."),
        "signers": Table(((("authority1", "room", "signer"), ("authority2", "room", "signer2")),)),
        "authority1": P("GIÁM ĐỐC", b=True, **_CENTRE),
        "authority2": P("CHỦ TỊCH", b=True, **_CENTRE),
        "room": P("", **_CENTRE),
        "signer": P("Lê Văn Giang", b=True, **_CENTRE),
        "signer2": P("Hồ Thị Hà", b=True, **_CENTRE),
        "to": P("Nơi nhận:", size=12, b=True, i=True, align="left", first=0, after=0, line=1),
        "to1": P("- Các đơn vị;", size=11, align="left", first=0, after=0, line=1),
        "to2": P("- Lưu: VT.", size=11, align="left", first=0, after=0, line=1),
    }
    return Source(blocks)


def party() -> Source:
    """A *hướng dẫn* of a Party committee."""
    blocks = {
        "head": Table(
            ((("parent", "issuer", "star"), ("nation", "nation_rule")), (("number",), ("date",)))
        ),
        "parent": P("TỈNH ỦY QUẢNG NGÃI", size=14, **_CENTRE),
        "issuer": P("BAN DÂN VẬN", size=14, b=True, **_CENTRE),
        "star": P("*", **_CENTRE),
        "nation": P("ĐẢNG CỘNG SẢN VIỆT NAM", size=15, b=True, **_CENTRE),
        "nation_rule": P("", rule=True, **_CENTRE),
        "number": P("Số 36-HD/BDVTU", **_CENTRE),
        "date": P("Quảng Ngãi, ngày 20 tháng 4 năm 2026", i=True, **_CENTRE),
        "kind": P("HƯỚNG DẪN", size=16, b=True, **_CENTRE),
        "abstract": P("về công tác dân vận", b=True, **_CENTRE),
        "plain": P(_long("Ban Dân vận hướng dẫn các đảng ủy thực hiện")),
        **_closing(("T/M BAN DÂN VẬN", "TRƯỞNG BAN"), "Võ Văn Khoa", ("- Các đảng ủy,", "- Lưu.")),
    }
    return Source(blocks)


PAPERS = {
    "report": report,
    "letter": letter,
    "decision": decision,
    "plan": plan,
    "joint": joint,
    "party": party,
}
