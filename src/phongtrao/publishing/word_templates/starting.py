"""The template one begins with: the shipped layout with every placeholder and every loop in it."""

from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.letterhead import nation_block
from phongtrao.publishing.word.markup import (
    TABLE_LOOK,
    line,
    millimetres_to_points,
    page_section,
    paragraph,
    plain_table,
    points_to_twips,
    rule,
    run,
    small_gap,
    twips,
)
from phongtrao.publishing.word.package import HeaderIds, word_file
from phongtrao.publishing.word_templates.placeholders import IN_LOOPS, LOOPS, SINGLE

FILE_NAME = "mau-bao-cao.docx"
_LEFT_SHARE = 0.46
# Heading, field and share of the width of each column of the table of figures.
_COLUMNS = (
    ("TT", "dong.tt", 6),
    ("Chỉ tiêu", "dong.chi_tieu", 26),
    ("Đơn vị tính", "dong.don_vi", 10),
    ("Kỳ này", "dong.ky_nay", 11),
    ("Lũy kế từ đầu năm", "dong.luy_ke", 11),
    ("Cùng kỳ", "dong.cung_ky", 10),
    ("Tăng/ giảm", "dong.tang_giam", 9),
    ("Tăng/ giảm (%)", "dong.tang_giam_phan_tram", 9),
    ("Địa bàn có số liệu", "dong.dia_ban", 8),
)
_CENTRED = ("dong.tt", "dong.don_vi", "dong.dia_ban")
_RULE_SHARE = 0.4


def starting_template(profile: LayoutProfile) -> bytes:
    """The template as .docx, to be changed in Word and uploaded."""

    def body(headers: HeaderIds) -> str:
        return (
            _head(profile)
            + _opening(profile)
            + _parts(profile)
            + _text(Part.BODY, _tag("ket_thuc"), "<w:keepNext/>")
            + _foot(profile)
            + small_gap()
            + page_section(profile, headers)
        )

    return word_file(body, title="Mẫu báo cáo", profile=profile, demo_mark=False)


def _tag(name: str) -> str:
    return IN_LOOPS[name].tag if name in IN_LOOPS else SINGLE[name].tag


def _text(part: Part, text: str, properties: str = "") -> str:
    """A paragraph whose letters stay as they are: a tag in capitals would be none."""
    return paragraph(part, run(text), properties)


def _loop(source: str, inner: str) -> str:
    loop = next(each for each in LOOPS if each.source == source)
    return _text(Part.BODY, loop.opening) + inner + _text(Part.BODY, loop.closing)


def _head(profile: LayoutProfile) -> str:
    nation, right = nation_block(profile)
    left = millimetres_to_points(profile.text_width()) - right
    issuer = (
        _text(Part.PARENT_BODY, _tag("co_quan_chu_quan"))
        + _text(Part.ISSUER, _tag("co_quan"))
        + rule(left * _RULE_SHARE, left)
    )
    number = _text(Part.NUMBER, f"Số: {_tag('so_ky_hieu')}")
    dated = _text(Part.PLACE_AND_DATE, f"{_tag('dia_danh')}, {_tag('ngay_thang')}")
    widths = (points_to_twips(left), points_to_twips(right))
    return plain_table(widths, ((issuer, nation), (number, dated)))


def _opening(profile: LayoutProfile) -> str:
    width = millimetres_to_points(profile.text_width())
    return (
        _text(Part.PAPER_KIND, _tag("ten_loai"))
        + _text(Part.ABSTRACT, _tag("trich_yeu"))
        + rule(width * _RULE_SHARE, width)
        + _text(Part.ADDRESSEE, _tag("kinh_gui"))
        + _loop("cac_can_cu", _text(Part.LEGAL_BASIS, _tag("can_cu")))
        + _text(Part.BODY, _tag("mo_dau"))
        + _text(Part.BODY, _tag("muc_do_day_du"))
    )


def _parts(profile: LayoutProfile) -> str:
    """Sections, their clauses, and in these the figures and the lines."""
    clause = (
        _text(Part.CLAUSE, f"{_tag('muc.so')} {_tag('muc.ten')}")
        + _loop("muc.cac_bang", _figures(profile))
        + _loop("muc.cac_cau", _text(Part.BODY, _tag("cau")))
    )
    return _loop(
        "cac_phan",
        _text(Part.SECTION, f"{_tag('phan.so')} {_tag('phan.ten_hoa')}")
        + _loop("phan.cac_cau", _text(Part.BODY, _tag("cau")))
        + _loop("phan.cac_muc", clause),
    )


def _figures(profile: LayoutProfile) -> str:
    """Caption, a head that is repeated on each page, one row for all figures, notes."""
    width = twips(profile.text_width())
    widths = [width * share // 100 for _heading, _field, share in _COLUMNS]
    loop = next(each for each in LOOPS if each.source == "bang.cac_dong")
    head = [(Part.TABLE_HEAD, heading) for heading, _field, _share in _COLUMNS]
    fields = [(_cell_part(field), _tag(field)) for _heading, field, _share in _COLUMNS]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return (
        _text(Part.TABLE_CAPTION, _tag("bang.ten"))
        + f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{TABLE_LOOK}</w:tblPr>'
        + f"<w:tblGrid>{grid}</w:tblGrid>"
        + _row(widths, head, "<w:cantSplit/><w:tblHeader/>")
        + _command_row(widths, loop.opening)
        + _row(widths, fields, "<w:cantSplit/>")
        + _command_row(widths, loop.closing)
        + "</w:tbl>"
        + _loop("bang.cac_ghi_chu", _text(Part.TABLE_NOTE, _tag("ghi_chu")))
    )


def _cell_part(field: str) -> Part:
    if field == "dong.chi_tieu":
        return Part.TABLE_TEXT
    return Part.TABLE_CENTRED if field in _CENTRED else Part.TABLE_NUMBER


def _row(widths: list[int], cells: list[tuple[Part, str]], look: str) -> str:
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{_text(part, text)}</w:tc>"
        for width, (part, text) in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{look}</w:trPr>{inner}</w:tr>"


def _command_row(widths: list[int], tag: str) -> str:
    """A row for the tag of a loop: it disappears when the template is filled."""
    return (
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{len(widths)}"/></w:tcPr>{_text(Part.TABLE_TEXT, tag)}</w:tc></w:tr>'
    )


def _foot(profile: LayoutProfile) -> str:
    width = twips(profile.text_width())
    left = round(width * _LEFT_SHARE)
    recipients = (
        line(profile.style(Part.RECIPIENTS_TITLE), "Nơi nhận:")
        + _loop("cac_noi_nhan", _text(Part.RECIPIENT, f"- {_tag('noi_nhan')}"))
        + _text(Part.RECIPIENT, f"- Lưu: {_tag('luu')}.")
    )
    signature = (
        _text(Part.AUTHORITY, _tag("tham_quyen_ky"))
        + paragraph(Part.SIGNER, "") * round(profile.signature_lines.value)
        + _text(Part.SIGNER, _tag("nguoi_ky"))
    )
    return plain_table((left, width - left), ((recipients, signature),))
