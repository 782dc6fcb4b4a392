"""Second set: plants of the signature, the recipients, the appendices and the Party's papers."""

from docx.oxml.ns import qn

from .build import read_lines
from .changes import (
    bold,
    both,
    drop,
    drop_line,
    insert,
    italic,
    on_sheet,
    plant,
    resub,
    retype,
    reword,
    size,
    swap,
    unrule,
)
from .looks import FLOWING
from .model import Change, Sheet
from .second_ways import by, jc, says, unseen

AUTHORITY = [
    *plant(
        "authority.prefix",
        cva=resub("sign", r"KT\. ", "KT/ "), tba=resub("sign", r"TL\. ", "T/L "),
        dan=resub("sign", r"TM\. ", "TM "), hdb=resub("sign", r"TM\. ", "T.M. "),
        gma=resub("sign", r"TL\. ", "TL: "),
    ),
    *plant(
        "authority.capitals",
        cvc=retype("sign", lambda _: "Chủ tịch", 1),
        pan=retype("sign", lambda _: "Trưởng Công an xã"),
        qda=retype("sign", lambda _: "Giám đốc"),
        cvd=retype("sign", lambda _: "Phó Hiệu trưởng", 1),
    ),
    *plant(
        "authority.style",
        cva=by("chain", "bold", False, "sign"), tba=by("linked", "italic", True, "sign"),
        hdb=by("tail", "bold", False, "sign"), nqa=bold(False, "sign", way="char"),
    ),
    *plant(
        "authority.size",
        cva=by("chain", "size", 12, "sign"), ctr=by("linked", "size", 16, "sign"),
        ttb=by("linked", "size", 11, "sign"), qdb=size(18, "sign"),
    ),
    *plant(
        "authority.deputy",
        cva=drop_line("sign", 0), cvd=drop_line("sign", 0), hdb=drop_line("sign", 1),
        khb=drop_line("sign", 0), cde=drop_line("sign", 1),
    ),
    *plant(
        "authority.for-head",
        cva=reword("sign", "PHÓ GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), cvd=drop_line("sign", 1),
        ttb=reword("sign", "PHÓ TRƯỞNG BAN", "TRƯỞNG BAN"),
        cvb=reword("sign", "PHÓ TRƯỞNG BAN", "ỦY VIÊN"), qdb=drop_line("sign", 2),
    ),
    *plant(
        "authority.collective",
        ctr=drop_line("sign", 0), qdb=drop_line("sign", 0), pgu=drop_line("sign", 0),
        bca=drop_line("sign", 0),
    ),
    *plant(
        "signer.title",
        cva=resub("signer", "^", "ThS. "), dan=resub("signer", "^", "TS "),
        ctr=resub("signer", "^", "Thạc sĩ "), cvd=resub("signer", "^", "Nhà giáo nhân dân "),
        ttb=resub("signer", "^", "GS.TS. "),
    ),
    *plant(
        "signer.capitals",
        cvb=retype("signer", str.upper), gma=retype("signer", str.upper),
        ttb=retype("signer", str.upper), nqa=retype("signer", str.upper),
        pgu=retype("signer", str.upper),
    ),
    *plant(
        "signer.style",
        cva=by("chain", "italic", True, "signer"), tba=by("chain", "bold", False, "signer"),
        cvc=by("linked", "bold", False, "signer"), qdb=by("tail", "bold", False, "signer"),
    ),
    *plant(
        "signer.size",
        cvb=by("chain", "size", 12, "signer"), ctr=by("linked", "size", 16, "signer"),
        ttb=by("linked", "size", 11, "signer"), ggt=size(18, "signer"),
    ),
]  # fmt: skip


def _last_one(part: str, mark: str) -> Change:
    return retype(part, lambda text: text.rstrip(";.") + mark, -1)


_NO_FILING = both(drop("archive"), _last_one("rec", "."))
_EARLY_FILING = both(
    retype("archive", lambda text: text.rstrip(".") + ";"), _last_one("rec", "."),
    swap("archive", 0, "rec", 0), swap("rec", 0, "rec", -1),
)  # fmt: skip
_BEFORE_LAST = both(
    retype("archive", lambda text: text.rstrip(".") + ";"), _last_one("rec", "."),
    swap("archive", 0, "rec", -1),
)  # fmt: skip
_LIST = ("rec", "archive")
RECIPIENTS = [
    *plant(
        "recipients.missing",
        cvc=drop("rtitle", *_LIST), ctr=drop("rtitle", *_LIST), pgu=drop("rtitle", *_LIST),
        ttb=drop("rtitle", *_LIST),
    ),
    *plant(
        "recipients.title-colon",
        cva=reword("rtitle", ":", "."), dan=reword("rtitle", ":", ""),
        cvc=reword("rtitle", ":", ""), qda=reword("rtitle", ":", " -"),
    ),
    *plant(
        "recipients.title-style",
        cva=by("chain", "italic", False, "rtitle"), cvc=by("linked", "bold", False, "rtitle"),
        qdb=both(bold(False, "rtitle"), italic(False, "rtitle")),
        ctr=by("linked", "italic", False, "rtitle"),
    ),
    *plant(
        "recipients.title-size",
        cva=by("chain", "size", 14, "rtitle"), ttb=by("linked", "size", 14, "rtitle"),
        hdb=by("linked", "size", 11, "rtitle"), qda=size(10, "rtitle"),
    ),
    *plant(
        "recipients.size",
        cva=by("chain", "size", 14, *_LIST), cvc=by("linked", "size", 13, *_LIST),
        ctr=by("linked", "size", 12, *_LIST), qdb=by("chain", "size", 9, *_LIST),
    ),
    *plant(
        "recipients.style",
        cva=by("chain", "italic", True, *_LIST), ttb=by("linked", "bold", True, *_LIST),
        hdb=by("linked", "italic", True, *_LIST), ggt=bold(True, *_LIST),
    ),
    *plant(
        "recipients.dash",
        cvb=both(resub("rec", "^- ", ""), resub("archive", "^- ", "")),
        qdb=both(resub("rec", "^- ", "• "), resub("archive", "^- ", "• ")),
        ttb=resub("rec", "^- ", ""), qda=both(resub("rec", "^- ", "+ "), resub("archive", "^- ",
            "+ ")),
        bca=both(resub("rec", "^- ", "* "), resub("archive", "^- ", "* ")),
    ),
    *plant(
        "recipients.semicolon",
        cva=reword("rec", ";", ","), qda=reword("rec", ";", "."), cvc=resub("rec", ";$", ""),
        pan=retype("rec", lambda text: text.rstrip(";"), 2), ttb=reword("rec", ";", ":"),
    ),
    *plant(
        "recipients.full-stop",
        cvb=resub("archive", r"\.$", ""), ttb=resub("archive", r"\.$", ";"),
        qda=resub("archive", r"\.$", ""), pan=resub("archive", r"\.$", ","),
    ),
    *plant(
        "recipients.archive",
        cvb=_NO_FILING, gma=_NO_FILING, ttb=_NO_FILING, hdb=_NO_FILING, qdb=_NO_FILING,
    ),
    *plant(
        "recipients.archive-wording",
        cva=reword("archive", "Lưu: VT", "Lưu; VT"), cvb=reword("archive", "Lưu: VT, ", "Lưu: "),
        ctr=reword("archive", "Lưu: VT", "Lưu VT"), pgu=reword("archive", "Lưu: VT", "Lưu VT"),
        hdb=reword("archive", "VT, ", ""),
    ),
    *plant(
        "recipients.archive-last",
        cva=_EARLY_FILING, ctr=_BEFORE_LAST, qdb=_EARLY_FILING, ttb=_BEFORE_LAST,
    ),
    *plant(
        "recipients.as-above",
        cva=drop_line("rec", 0), cvb=swap("rec", 0, "rec", 2),
        cvc=retype("rec", lambda _: "- Ủy ban nhân dân xã;", 0),
        cvd=retype("rec", lambda _: "- Công an phường Lâm Viên - Đà Lạt;", 0),
    ),
]  # fmt: skip


def _numbers_of_appendices(**start: str) -> Change:
    """The appendices show numbers from their first page on that are not their own."""

    def turn(sheet: Sheet) -> None:
        for section in list(sheet.document.sections)[1:]:
            section.different_first_page_header_footer = False
            for found in section._sectPr.findall(qn("w:pgNumType")):
                found.attrib.clear()
                for key, value in start.items():
                    found.set(qn(f"w:{key}"), value)
                if not start:
                    section._sectPr.remove(found)

    return on_sheet("-".join(("numbers", *start.values())), turn)


def _another(name: str, *labels: str) -> Change:
    """A second appendix; both labelled as told."""
    reference = next(text for part, text in read_lines(name) if part == "appendix_ref")
    more = insert(
        "row", ("appendix", "Phụ lục"), ("appendix_title", "SỔ SÁCH CẦN CHUẨN BỊ"),
        ("appendix_ref", reference), ("row", "TT | Tên sổ | Số quyển"),
        ("row", "1 | Sổ theo dõi mô hình | 02"),
    )  # fmt: skip
    named = (retype("appendix", lambda _, text=text: text, at) for at, text in enumerate(labels))
    return both(more, *named) if labels else more


APPENDIX = [
    *plant(
        "appendix.label-style",
        bca=by("chain", "bold", False, "appendix"), pan=by("linked", "italic", True, "appendix"),
        khb=jc("start", "appendix"), hdb=by("linked", "size", 12, "appendix"),
    ),
    *plant(
        "appendix.numbering",
        pan=resub("appendix", " I+$", ""), hdb=resub("appendix", " I+$", ""), bca=_another("bca"),
        khb=_another("khb"),
    ),
    *plant(
        "appendix.roman",
        pan=both(resub("appendix", " II$", " 02"), resub("appendix", " I$", " 01")),
        hdb=(
            both(resub("appendix", " II$", " số 2"), resub("appendix", " I$", " số 1")),
            resub("appendix", " II$", " 2"),
        ),
        bca=_another("bca", "Phụ lục A", "Phụ lục B"), khb=_another("khb", "Phụ lục 1",
            "Phụ lục 2"),
    ),
    *plant(
        "appendix.title-missing",
        pan=drop("appendix_title"), hdb=drop_line("appendix_title", 1), bca=drop("appendix_title"),
        khb=drop("appendix_title"),
    ),
    *plant(
        "appendix.title-style",
        pan=by("chain", "bold", False, "appendix_title"),
        hdb=retype("appendix_title", str.capitalize, 0),
        bca=by("linked", "size", 11, "appendix_title"), khb=jc("right", "appendix_title"),
    ),
    *plant(
        "appendix.reference-missing",
        pan=drop("appendix_ref"), hdb=drop_line("appendix_ref", 1), bca=drop("appendix_ref"),
        khb=drop("appendix_ref"),
    ),
    *plant(
        "appendix.reference-style",
        pan=by("chain", "italic", False, "appendix_ref"), hdb=by("linked", "size", 11,
            "appendix_ref"),
        bca=jc("both", "appendix_ref"), khb=by("linked", "italic", False, "appendix_ref"),
    ),
    *plant(
        "appendix.page-numbers",
        pan=_numbers_of_appendices(), hdb=_numbers_of_appendices(fmt="decimal"),
        bca=_numbers_of_appendices(start="3"), khb=_numbers_of_appendices(),
    ),
    *plant(
        "appendix.mention",
        pan=both(
            reword("clause", ", phân công cụ thể tại Phụ lục I kèm theo Phương án này", ""),
            reword("clause", " thực hiện theo Phụ lục II", " do chỉ huy quyết định"),
        ),
        bca=reword("clause", "trong Phụ lục kèm theo Báo cáo này", "trong sổ theo dõi của xã"),
        khb=reword("clause", " tại Phụ lục kèm theo Kế hoạch này", ""),
        hdb=both(
            reword("clause", "; mẫu phiếu tại Phụ lục I kèm theo Hướng dẫn này", ""),
            reword("clause", " theo biểu tại Phụ lục II", ""),
        ),
    ),
]  # fmt: skip

_NATION, _MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
PARTY = [
    *plant(
        "party.nation-mixed",
        dct=both(says("nation", _NATION), says("motto", _MOTTO)), dbc=says("motto", _MOTTO),
        dqd=(says("nation", _NATION), both(says("nation", _NATION), says("motto", _MOTTO))),
    ),
    *plant(
        "party.title-rule",
        dct=(unrule("party"), unseen("party")), dbc=unseen("party"), dqd=unrule("party"),
    ),
    *plant(
        "party.asterisk",
        dct=drop("asterisk"), dbc=(drop("asterisk"), retype("asterisk", lambda _: "-----")),
        dqd=drop("asterisk"),
    ),
    *plant(
        "party.number-colon",
        dct=reword("number", "Số ", "Số: "), dbc=reword("number", "Số ", "Số: "),
        dqd=(reword("number", "Số ", "Số : "), reword("number", "Số ", "Số:")),
    ),
    *plant(
        "party.number-grammar",
        dct=(reword("number", "07-CT/ĐU", "07/CT-ĐU"), reword("number", "07-CT/ĐU", "07-CT-ĐU")),
        dbc=reword("number", "56-BC/BTGDVTU", "56/BC/BTGDVTU"),
        dqd=reword("number", "118-QĐ/ĐU", "118/QĐ-ĐU"),
    ),
    *plant(
        "party.title-style",
        dct=by("chain", "size", 13, "party"), dbc=by("linked", "bold", False, "party"),
        dqd=(by("tail", "bold", False, "party"), size(12, "party")),
    ),
    *plant(
        "party.kind-size",
        dct=by("chain", "size", 14, "kind"), dbc=by("linked", "size", 13, "kind"),
        dqd=(size(14, "kind", way="char"), by("chain", "size", 12, "kind")),
    ),
    *plant(
        "party.body-size",
        dct=by("linked", "size", 13, *FLOWING), dbc=by("chain", "size", 12, *FLOWING),
        dqd=(size(13, *FLOWING), by("linked", "size", 12, *FLOWING)),
    ),
    *plant(
        "party.prefix",
        dct=reword("sign", "T/M", "TM."), dbc=reword("sign", "K/T", "KT."),
        dqd=(reword("sign", "T/M", "T.M"), reword("sign", "T/M ", "TM. ")),
    ),
]  # fmt: skip

PLANTS = [*AUTHORITY, *RECIPIENTS, *APPENDIX, *PARTY]
