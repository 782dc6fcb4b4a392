"""Second set: plants of the name of the kind, the abstract, the addressee and the legal bases."""

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm

from .changes import (
    align,
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
from .model import Change, Lines, Sheet
from .second_ways import by, jc, unseen

TITLE = [
    *plant("kind.missing", pan=drop("kind"), khb=drop("kind"), ctr=drop("kind"), bca=drop("kind")),
    *plant("kind.missing", pgu=drop("kind")),
    *plant(
        "kind.capitals",
        cde=retype("kind", lambda _: "Công điện"), pan=retype("kind", lambda _: "Phương án"),
        ggt=retype("kind", lambda _: "Giấy giới thiệu"), dan=retype("kind", lambda _: "ĐỀ án"),
        ttb=retype("kind", lambda _: "Tờ Trình"),
    ),
    *plant(
        "kind.style",
        tba=by("chain", "bold", False, "kind"), ctr=by("linked", "italic", True, "kind"),
        nqa=by("tail", "bold", False, "kind"), hdb=by("chain", "italic", True, "kind"),
    ),
    *plant(
        "kind.size",
        cde=size(12, "kind"), pan=by("linked", "size", 16, "kind"),
        tbl=by("chain", "size", 18, "kind"), qdb=by("tail", "size", 20, "kind"),
    ),
    *plant(
        "kind.centred",
        gma=jc("start", "kind"), khb=jc("right", "kind"), dan=jc("left", "kind", chain=True),
        hdo=jc("end", "kind", chain=True),
    ),
    *plant("abstract.missing", tba=drop("abstract"), dan=drop("abstract"), bca=drop("abstract")),
    *plant("abstract.missing", khb=drop("abstract"), ctr=drop("abstract")),
    *plant(
        "abstract.capitals",
        cde=retype("abstract", str.upper), ctr=retype("abstract", str.upper),
        hdb=retype("abstract", str.upper), qdb=retype("abstract", str.upper),
    ),
    *plant(
        "abstract.style",
        tba=by("chain", "bold", False, "abstract"), khb=by("tail", "bold", False, "abstract"),
        pgu=by("linked", "italic", True, "abstract"), tbl=by("chain", "italic", True, "abstract"),
    ),
    *plant(
        "abstract.size",
        cde=by("tail", "size", 12, "abstract"), pan=by("linked", "size", 16, "abstract"),
        bba=by("chain", "size", 11, "abstract"), hdb=size(15, "abstract"),
    ),
    *plant(
        "abstract.centred",
        qdb=jc("start", "abstract"), ctr=jc("left", "abstract", chain=True),
        khl=jc("right", "abstract"), bca=align("both", "abstract", way="style"),
    ),
    *plant(
        "abstract.rule",
        tba=unseen("abstract"), gma=unseen("abstract"), qdb=unrule("abstract"),
        bba=unseen("abstract"), hdo=unrule("abstract"),
    ),
]  # fmt: skip


def _side_stop(sheet: Sheet) -> None:
    """The lines of the letter's abstract end at a right tab instead of standing centred."""
    for piece in sheet.of("subject"):
        stops = piece.paragraph.paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Mm(64), WD_TAB_ALIGNMENT.RIGHT)


LETTER = [
    *plant(
        "letter.abstract-missing",
        cva=drop("subject"), cvb=drop("subject"), cvc=drop("subject"), cvd=drop("subject"),
    ),
    *plant(
        "letter.abstract-style",
        cva=by("chain", "italic", True, "subject"), cvb=by("tail", "bold", True, "subject"),
        cvc=by("linked", "italic", True, "subject"), cvd=by("chain", "bold", True, "subject"),
    ),
    *plant(
        "letter.abstract-size",
        cva=by("tail", "size", 10, "subject"), cvb=by("chain", "size", 14, "subject"),
        cvc=by("linked", "size", 14, "subject"), cvd=by("linked", "size", 11, "subject"),
    ),
    *plant(
        "letter.abstract-centred",
        cva=jc("start", "subject"), cvb=jc("right", "subject", chain=True),
        cvc=on_sheet("side-stop", _side_stop), cvd=jc("both", "subject", chain=True),
    ),
]  # fmt: skip


def _written_out(*lines: str) -> Change:
    """The single addressee of a letter made several."""
    return both(
        resub("addressee", "gửi:.*", "gửi:"), insert("addressee", *(("to", one) for one in lines))
    )


def _in_one(text: str) -> Change:
    """The several addressees of a letter in one line with the words before them."""
    return both(drop("to"), resub("addressee", "gửi:.*", f"gửi: {text}"))


_TO = ("addressee", "Kính gửi: Chủ tịch Ủy ban nhân dân các xã, phường")
ADDRESSEE = [
    *plant(
        "addressee.missing",
        cva=drop("addressee"), cvb=drop("addressee", "to"), cvc=drop("addressee", "to"),
        cvd=drop("addressee"),
    ),
    *plant(
        "addressee.colon",
        cva=reword("addressee", "gửi:", "gửi"), cvb=reword("addressee", "gửi:", "gửi;"),
        cvc=reword("addressee", "gửi:", "gửi"), bca=reword("addressee", "gửi:", "gửi"),
    ),
    *plant(
        "addressee.style",
        cva=by("tail", "bold", True, "addressee"), cvb=by("chain", "italic", True, "addressee"),
        cvc=by("linked", "bold", True, "to"), cvd=by("chain", "bold", True, "addressee"),
        ttb=by("linked", "italic", True, "addressee"),
    ),
    *plant(
        "addressee.size",
        cva=by("linked", "size", 12, "addressee"), cvb=by("chain", "size", 16, "addressee", "to"),
        cvc=size(11, "to", way="style"), bca=by("linked", "size", 12, "addressee"),
    ),
    *plant(
        "addressee.punctuation",
        cvb=(resub("to", ";$", "."), resub("to", r"\.$", "")),
        cvc=(resub("to", ";$", ","), resub("to", r"\.$", ";")),
        cva=_written_out("- Công an tỉnh;", "- Sở Tư pháp"),
    ),
    *plant(
        "addressee.dash",
        cvb=(
            _in_one("Ủy ban MTTQ Việt Nam phường; Công an phường; các tổ dân phố."),
            retype("to", lambda text: text.removeprefix("- "), 1),
        ),
        cvc=resub("to", "^- ", "* "),
        cvd=_written_out("1. Công an phường;", "2. Đội Cảnh sát giao thông."),
    ),
    *plant(
        "addressee.out-of-place",
        tba=insert("abstract", _TO), pan=insert("abstract", _TO), qdb=insert("abstract", _TO),
        ctr=insert("abstract", _TO), khb=insert("abstract", _TO),
    ),
]  # fmt: skip


def _run_on(first: int, mark: str = " ") -> Change:
    """A legal basis goes on in the paragraph of the one before it."""

    def turn(given: Lines) -> Lines:
        places = [at for at, (part, _) in enumerate(given) if part == "basis"][first : first + 2]
        one, other = (given[at][1] for at in places)
        given[places[0]] = ("basis", f"{one}{mark}{other}")
        del given[places[1]]
        return given

    return Change(f"run-on-{first}", lines=turn)


BASIS = [
    *plant(
        "basis.style",
        qda=by("chain", "italic", False, "basis"), nqa=by("linked", "bold", True, "basis"),
        khl=only("basis", 0, by("chain", "italic", False, "basis")),
        qdb=only("basis", 2, by("tail", "bold", True, "basis")), hdo=italic(False, "basis"),
    ),
    *plant(
        "basis.size",
        qda=by("chain", "size", 12, "basis"), nqa=by("linked", "size", 16, "basis"),
        khl=only("basis", 1, by("linked", "size", 11, "basis")), qdb=size(12, "basis", way="style"),
    ),
    *plant(
        "basis.semicolon",
        hdo=reword("basis", ";", "."), nqa=retype("basis", lambda text: text.rstrip(";"), 1),
        khl=retype("basis", lambda text: text.rstrip(";") + ",", 0), qdb=resub("basis", ";$", ":"),
    ),
    *plant(
        "basis.full-stop",
        qda=retype("basis", lambda text: text.rstrip("."), -1),
        khl=retype("basis", lambda text: text.rstrip(".") + ";", -1),
        hdo=retype("basis", lambda text: text.rstrip(".") + ":", -1),
        nqa=retype("basis", lambda text: text.rstrip("."), -1),
    ),
    *plant("basis.own-line", qda=_run_on(1), hdo=_run_on(0), khl=_run_on(1), nqa=_run_on(1)),
    *plant(
        "basis.citation",
        qda=reword("basis", "Quyết định số 118/QĐ-UBND ngày 22 tháng 8 năm 2025", "Quyết định"),
        nqa=reword("basis", " ngày 16 tháng 4 năm 2024", ""),
        hdo=reword("basis", " số 61/QĐ-CAT", ""), khl=reword("basis", " số 14/CTr-CAT-HLHPN", ""),
        qdb=reword("basis", " ngày 09 tháng 12 năm 2025", ""),
    ),
    *plant(
        "basis.law-number",
        qda=reword("basis", "Thủy lợi ngày", "Thủy lợi số 08/2017/QH14 ngày"),
        hdo=reword("basis", "Đấu thầu ngày", "Đấu thầu số 22/2023/QH15 ngày"),
        nqa=reword("basis", "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở ngày",
            "Luật số 30/2023/QH15 về lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở ngày"),
        qdb=reword("basis", "dân chủ ở cơ sở ngày", "dân chủ ở cơ sở số 10/2022/QH15 ngày"),
        khl=reword("basis", "Tổ quốc Việt Nam ngày", "Tổ quốc Việt Nam số 75/2015/QH13 ngày"),
    ),
]  # fmt: skip

PLANTS = [*TITLE, *LETTER, *ADDRESSEE, *BASIS]
