"""Plants of the signature, the recipients, the appendices and the Party's papers."""

from docx.oxml.ns import qn
from docx.shared import Pt

from .changes import (
    align,
    bold,
    both,
    drop,
    drop_line,
    insert,
    italic,
    on_sheet,
    plant,
    restyle,
    resub,
    retype,
    reword,
    size,
    swap,
    underline,
    unrule,
)
from .looks import FLOWING
from .model import Change, Sheet

AUTHORITY = [
    *plant(
        "authority.prefix",
        kh=resub("sign", "TM. ", "T/M "), bc=resub("sign", "KT. ", "KT "),
        cv3=resub("sign", "TL. ", "T.L "), cv1=resub("sign", "KT. ", "K/T "),
        qc=resub("sign", "TM. ", "TM: "),
    ),
    *plant(
        "authority.capitals",
        bc=both(
            reword("sign", "PHÓ GIÁM ĐỐC", "Phó Giám đốc"), reword("sign", "GIÁM ĐỐC", "Giám đốc")
        ),
        qd=retype("sign", lambda _: "Chủ tịch"),
        tb=retype("sign", lambda _: "Phó Chánh Văn phòng", 1),
    ),
    *plant(
        "authority.style",
        bc=bold(False, "sign"), kh=italic(True, "sign", way="style"),
        cv1=bold(False, "sign", way="char"),
    ),
    *plant(
        "authority.size",
        bc=size(12, "sign"), ttr=size(16, "sign", way="style"), tb=size(11, "sign", way="char"),
    ),
    *plant(
        "authority.deputy",
        cv2=drop_line("sign", 0), ttr=drop_line("sign", 0), tb=drop_line("sign", 0),
        kh=drop_line("sign", 1),
    ),
    *plant(
        "authority.for-head",
        bc=reword("sign", "PHÓ GIÁM ĐỐC", "TRƯỞNG PHÒNG"),
        ttr=reword("sign", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC"), cv2=drop_line("sign", 1),
        tb=reword("sign", "PHÓ CHÁNH VĂN PHÒNG", "CHUYÊN VIÊN"),
    ),
    *plant(
        "authority.collective",
        kh=drop_line("sign", 0), qc=drop_line("sign", 0), da=drop_line("sign", 0),
        cv1=drop_line("sign", 0),
    ),
    *plant(
        "signer.title",
        kh=resub("signer", "^", "TS. "), qd=resub("signer", "^", "ThS. "),
        tb=resub("signer", "^", "PGS.TS "), ttr=resub("signer", "^", "Tiến sĩ "),
        gm=resub("signer", "^", "Nhà giáo ưu tú "),
    ),
    *plant(
        "signer.capitals",
        bc=retype("signer", str.upper), cv1=retype("signer", str.upper),
        hd=retype("signer", str.upper),
    ),
    *plant(
        "signer.style",
        bc=bold(False, "signer"), kh=italic(True, "signer", way="style"),
        tb=bold(False, "signer", way="char"),
    ),
    *plant(
        "signer.size",
        bc=size(12, "signer"), gm=size(16, "signer", way="style"),
        cv1=size(11, "signer", way="char"),
    ),
]  # fmt: skip


def _not_last() -> Change:
    """The line of filing before the last recipient, each with its mark kept right."""
    return both(
        retype("archive", lambda text: text.rstrip(".") + ";"),
        retype("rec", lambda text: text.rstrip(";") + ".", -1),
        swap("archive", 0, "rec", -1),
    )


_NO_FILING = both(drop("archive"), retype("rec", lambda text: text.rstrip(";") + ".", -1))
_LIST = ("rec", "archive")
RECIPIENTS = [
    *plant(
        "recipients.missing",
        bc=drop("rtitle", *_LIST), cv1=drop("rtitle", *_LIST), qd=drop("rtitle", *_LIST),
    ),
    *plant(
        "recipients.title-colon",
        bc=reword("rtitle", ":", ""), kh=reword("rtitle", ":", ""), tb=reword("rtitle", ":", ";"),
    ),
    *plant(
        "recipients.title-style",
        bc=italic(False, "rtitle"), hd=bold(False, "rtitle", way="style"),
        cv1=both(bold(False, "rtitle"), italic(False, "rtitle")),
    ),
    *plant(
        "recipients.title-size",
        bc=size(14, "rtitle"), kh=size(11, "rtitle", way="style"),
        tb=size(13, "rtitle", way="char"),
    ),
    *plant(
        "recipients.size",
        bc=size(12, *_LIST), gm=size(13, *_LIST, way="style"), cv1=size(10, *_LIST, way="char"),
    ),
    *plant(
        "recipients.style",
        bc=italic(True, *_LIST), kh=bold(True, *_LIST, way="style"), tb=italic(True, *_LIST),
    ),
    *plant(
        "recipients.dash",
        bc=both(resub("rec", "^- ", ""), resub("archive", "^- ", "")),
        cv1=resub("rec", "^- ", "+ "),
        kh=both(resub("rec", "^- ", "* "), resub("archive", "^- ", "* ")),
    ),
    *plant(
        "recipients.semicolon",
        bc=reword("rec", ";", ","), kh=resub("rec", ";$", ""), tb=resub("rec", ";$", "."),
        qd=retype("rec", lambda text: text.rstrip(";"), 1),
    ),
    *plant(
        "recipients.full-stop",
        bc=resub("archive", r"\.$", ""), cv1=resub("archive", r"\.$", ";"),
        hd=resub("archive", r"\.$", ""),
    ),
    *plant("recipients.archive", bc=_NO_FILING, cv1=_NO_FILING, qd=_NO_FILING, hd=_NO_FILING),
    *plant(
        "recipients.archive-wording",
        bc=reword("archive", "Lưu:", "Lưu"), kh=reword("archive", "VT, ", ""),
        tb=reword("archive", "Lưu: VT", "Lưu VT"), qd=reword("archive", "Lưu: VT, CA", "Lưu: CA"),
    ),
    *plant("recipients.archive-last", bc=_not_last(), cv2=_not_last(), tb=_not_last()),
    *plant(
        "recipients.as-above",
        cv1=drop_line("rec", 0), cv2=swap("rec", 0, "rec", 1),
        cv3=retype("rec", lambda _: "- Ủy ban nhân dân các xã, phường;", 0),
    ),
]  # fmt: skip


def _same_numbers(sheet: Sheet) -> None:
    """The appendices go on with the numbers of the paper."""
    for section in list(sheet.document.sections)[1:]:
        for found in section._sectPr.findall(qn("w:pgNumType")):
            section._sectPr.remove(found)


_SECOND = (
    ("appendix", "Phụ lục"),
    ("appendix_title", "DANH MỤC TÀI LIỆU SỬ DỤNG"),
)


def _second(name: str) -> Change:
    """A second appendix, neither with a number."""
    from .build import read_lines

    reference = next(line for line in read_lines(name) if line[0] == "appendix_ref")
    rows = (("row", "TT | Tên tài liệu | Số tờ"), ("row", "1 | Sổ theo dõi | 12"))
    return insert("row", *_SECOND, reference, *rows)


APPENDIX = [
    *plant(
        "appendix.label-style",
        bc=bold(False, "appendix"), kh=align("left", "appendix", way="style"),
        hd=size(12, "appendix", way="style"),
    ),
    *plant(
        "appendix.numbering",
        bc=_second("bc"), hd=_second("hd"), kh=resub("appendix", " I+$", ""),
    ),
    *plant(
        "appendix.roman",
        kh=(
            both(reword("appendix", "II", "2"), reword("appendix", "I", "1")),
            both(reword("appendix", "II", "B"), reword("appendix", "I", "A")),
        ),
        bc=both(_second("bc"), retype("appendix", lambda _: "Phụ lục số 1", 0),
            retype("appendix", lambda _: "Phụ lục số 2", 1)),
    ),
    *plant(
        "appendix.title-missing",
        bc=drop("appendix_title"), kh=drop("appendix_title"), hd=drop("appendix_title"),
    ),
    *plant(
        "appendix.title-style",
        bc=bold(False, "appendix_title"), kh=retype("appendix_title", str.capitalize),
        hd=align("left", "appendix_title", way="style"),
    ),
    *plant(
        "appendix.reference-missing",
        bc=drop("appendix_ref"), kh=drop("appendix_ref"), hd=drop("appendix_ref"),
    ),
    *plant(
        "appendix.reference-style",
        bc=italic(False, "appendix_ref"), kh=size(12, "appendix_ref", way="style"),
        hd=align("left", "appendix_ref"),
    ),
    *plant(
        "appendix.page-numbers",
        bc=on_sheet("same-numbers", _same_numbers), kh=on_sheet("same-numbers", _same_numbers),
        hd=on_sheet("same-numbers", _same_numbers),
    ),
    *plant(
        "appendix.mention",
        bc=reword("body", "; chi tiết tại Phụ lục kèm theo", ""),
        kh=both(
            reword("body", " thực hiện theo Phụ lục I.", " do Công an tỉnh đề xuất."),
            resub("body", "Tiến độ thực hiện từng nội dung theo Phụ lục II.", ""),
        ),
        hd=reword("clause", "tại Phụ lục kèm theo Hướng dẫn này", "thống nhất toàn thành phố"),
    ),
]  # fmt: skip

_NATION = ("nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_MOTTO = ("motto", "Độc lập - Tự do - Hạnh phúc")


def _text_size(points: float) -> Change:
    return restyle(f"{points:g}", lambda style: setattr(style.font, "size", Pt(points)), *FLOWING)


PARTY = [
    *plant(
        "party.nation-mixed",
        dkh=(insert("number", _NATION, _MOTTO), insert("number", _NATION)),
        dkl=(insert("number", _MOTTO), insert("number", _NATION, _MOTTO)),
    ),
    *plant(
        "party.title-rule",
        dkh=(unrule("party"), both(unrule("party"), underline("party"))), dkl=unrule("party"),
    ),
    *plant(
        "party.asterisk",
        dkh=(drop("asterisk"), reword("asterisk", "*", "---")), dkl=drop("asterisk"),
    ),
    *plant(
        "party.number-colon",
        dkh=(reword("number", "Số ", "Số: "), reword("number", "Số ", "Số:")),
        dkl=reword("number", "Số ", "Số: "),
    ),
    *plant(
        "party.number-grammar",
        dkh=(reword("number", "32-KH/ĐU", "32/KH-ĐU"), reword("number", "32-KH/ĐU", "32/KH/ĐU")),
        dkl=(reword("number", "14-TB/ĐUCA", "14/TB-ĐUCA"), reword("number", "-TB/ĐUCA", "/ĐUCA")),
    ),
    *plant(
        "party.title-style",
        dkh=(bold(False, "party"), size(13, "party")), dkl=size(12, "party", way="style"),
    ),
    *plant(
        "party.kind-size",
        dkh=(size(14, "kind"), size(13, "kind", way="style")), dkl=size(14, "kind", way="style"),
    ),
    *plant(
        "party.body-size",
        dkh=(size(13, *FLOWING), size(12, *FLOWING)), dkl=_text_size(13),
    ),
    *plant(
        "party.prefix",
        dkh=(reword("sign", "T/M", "TM."), reword("sign", "T/M", "T.M")),
        dkl=reword("sign", "T/M", "TM."),
    ),
]  # fmt: skip

PLANTS = [*AUTHORITY, *RECIPIENTS, *APPENDIX, *PARTY]
