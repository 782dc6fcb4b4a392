"""Plants of the name of the kind, the abstract, the addressee and the legal bases."""

from docx.shared import Mm

from .changes import (
    align,
    bold,
    both,
    drop,
    insert,
    italic,
    on_sheet,
    only,
    plant,
    resub,
    retype,
    reword,
    size,
    unrule,
)
from .model import Change, Sheet

_TO = ("addressee", "Kính gửi: Các cơ quan, đơn vị trên địa bàn")


def _left_stop(sheet: Sheet) -> None:
    """The lines of the letter's abstract begin at a left tab instead of standing centred."""
    for piece in sheet.of("subject"):
        stops = piece.paragraph.paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Mm(5))


TITLE = [
    *plant("kind.missing", bc=drop("kind"), tb=drop("kind"), gm=drop("kind"), hd=drop("kind")),
    *plant(
        "kind.capitals",
        bc=reword("kind", "BÁO CÁO", "Báo cáo"), kh=reword("kind", "KẾ HOẠCH", "Kế hoạch"),
        tb=reword("kind", "THÔNG BÁO", "Thông Báo"),
    ),
    *plant(
        "kind.style",
        bc=bold(False, "kind"), kh=italic(True, "kind", way="style"),
        qd=bold(False, "kind", way="char"),
    ),
    *plant(
        "kind.size",
        bc=size(16, "kind"), hd=size(12, "kind", way="style"), nq=size(18, "kind", way="char"),
    ),
    *plant(
        "kind.centred",
        bc=align("left", "kind"), ttr=align("right", "kind", way="style"), tb=align("both", "kind"),
    ),
    *plant("abstract.missing", bc=drop("abstract"), kh=drop("abstract"), qd=drop("abstract")),
    *plant(
        "abstract.capitals",
        bc=retype("abstract", str.upper), tb=retype("abstract", str.upper),
        qd=retype("abstract", str.upper), gm=retype("abstract", str.upper),
    ),
    *plant(
        "abstract.style",
        bc=bold(False, "abstract"), kh=italic(True, "abstract", way="style"),
        nq=bold(False, "abstract", way="char"),
    ),
    *plant(
        "abstract.size",
        bc=size(12, "abstract"), ttr=size(16, "abstract", way="style"),
        tb=size(11, "abstract", way="char"),
    ),
    *plant(
        "abstract.centred",
        bc=align("both", "abstract"), hd=align("left", "abstract", way="style"),
        qd=align("left", "abstract"),
    ),
    *plant("abstract.rule", bc=unrule("abstract"), kh=unrule("abstract"), qd=unrule("abstract")),
    *plant("abstract.rule", nq=unrule("abstract"), tb=unrule("abstract")),
]  # fmt: skip

LETTER = [
    *plant(
        "letter.abstract-missing", cv1=drop("subject"), cv2=drop("subject"),
        cv3=drop("subject"),
    ),
    *plant(
        "letter.abstract-style",
        cv1=bold(True, "subject", way="char"), cv2=italic(True, "subject", way="style"),
        cv3=bold(True, "subject"),
    ),
    *plant(
        "letter.abstract-size",
        cv1=size(10, "subject", way="char"), cv2=size(14, "subject", way="style"),
        cv3=size(11, "subject"),
    ),
    *plant(
        "letter.abstract-centred",
        cv1=on_sheet("left-stop", _left_stop), cv2=align("left", "subject", way="style"),
        cv3=align("both", "subject"),
    ),
]  # fmt: skip


def _several(*lines: str) -> Change:
    """The single addressee of a letter made several, typed as given."""
    return both(
        resub("addressee", "gửi:.*", "gửi:"), insert("addressee", *(("to", one) for one in lines))
    )


ADDRESSEE = [
    *plant(
        "addressee.missing",
        cv1=drop("addressee"), cv2=drop("addressee", "to"), cv3=drop("addressee"),
    ),
    *plant(
        "addressee.colon",
        cv1=reword("addressee", "gửi:", "gửi"), cv2=reword("addressee", "gửi:", "gửi"),
        ttr=reword("addressee", "gửi:", "gửi"),
    ),
    *plant(
        "addressee.style",
        cv1=bold(True, "addressee"), cv3=italic(True, "addressee", way="style"),
        cv2=bold(True, "to"), ttr=bold(True, "addressee", way="style"),
    ),
    *plant(
        "addressee.size",
        cv1=size(12, "addressee"), cv2=size(15, "addressee", "to", way="style"),
        ttr=size(16, "addressee", way="char"),
    ),
    *plant(
        "addressee.punctuation",
        cv2=(
            reword("to", ";", ","),
            resub("to", r"[;.]$", ""),
            retype("to", lambda text: text.rstrip(".") + ";", 2),
        ),
        cv3=_several("- Ủy ban nhân dân các xã,", "- Ủy ban nhân dân các phường"),
    ),
    *plant(
        "addressee.dash",
        cv2=(resub("to", "^- ", ""), resub("to", "^- ", "+ ")),
        cv1=resub("addressee", "gửi:.*", "gửi: Các thôn; Công an xã; các trường học trên địa bàn."),
        cv3=_several("Ủy ban nhân dân các xã;", "Ủy ban nhân dân các phường."),
    ),
    *plant(
        "addressee.out-of-place",
        qd=insert("abstract", _TO), kh=insert("abstract", _TO), nq=insert("abstract", _TO),
        hd=insert("abstract", _TO),
    ),
]  # fmt: skip


def _joined(first: int) -> Change:
    """Two legal bases typed in one paragraph."""

    def turn(given: list[tuple[str, str]]) -> list[tuple[str, str]]:
        places = [at for at, (part, _) in enumerate(given) if part == "basis"]
        at, other = places[first], places[first + 1]
        given[at] = ("basis", f"{given[at][1]} {given[other][1]}")
        del given[other]
        return given

    return Change(f"joined-{first}", lines=turn)


BASIS = [
    *plant(
        "basis.style",
        qd=italic(False, "basis"), ct=bold(True, "basis"), nq=italic(False, "basis", way="style"),
        qc=only("basis", 1, italic(False, "basis", way="char")),
    ),
    *plant(
        "basis.size",
        qd=size(12, "basis"), ct=size(15, "basis", way="style"),
        nq=only("basis", 1, size(11, "basis")),
    ),
    *plant(
        "basis.semicolon",
        qd=reword("basis", ";", ","), qc=resub("basis", ";$", ""), ct=resub("basis", ";$", "."),
    ),
    *plant(
        "basis.full-stop",
        qd=resub("basis", r"\.$", ";"), ct=resub("basis", r"\.$", ""),
        nq=resub("basis", r"\.$", ","),
    ),
    *plant("basis.own-line", qd=_joined(0), qc=_joined(1), ct=_joined(0), nq=_joined(0)),
    *plant(
        "basis.citation",
        qd=reword("basis", " ngày 05 tháng 3 năm 2020", ""),
        qc=reword("basis", "Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019", "Nghị định"),
        ct=reword("basis", "số 12/NQ-HĐND ", ""),
        nq=reword("basis", "số 52/TTr-UBND ngày 10 tháng 6 năm 2026 ", ""),
    ),
    *plant(
        "basis.law-number",
        qd=reword("basis", "địa phương ngày", "địa phương số 72/2025/QH15 ngày"),
        ct=reword("basis", "Công an nhân dân ngày", "Công an nhân dân số 37/2018/QH14 ngày"),
        nq=reword("basis", "ở cơ sở ngày", "ở cơ sở số 30/2023/QH15 ngày"),
    ),
]  # fmt: skip

PLANTS = [*TITLE, *LETTER, *ADDRESSEE, *BASIS]
