"""The list of state papers: genre, right answer, why, and how each is made."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal

from tests.core.guard.third_heldout.model import Paper
from tests.core.guard.third_heldout.pools import load

from . import decisions, texts

Answer = Literal["accept", "hold", "refuse"]
Make = Callable[[], bytes]
Entry = tuple[str, Answer, str, Make]

PHONE_HEADS = ("STT", "Họ và tên", "Chức vụ, đơn vị", "Điện thoại liên hệ")
BORN_HEADS = ("STT", "Họ và tên", "Năm sinh", "Đơn vị, địa phương", "Hình thức")
ID_HEADS = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD")
BANK_HEADS = ("STT", "Họ và tên", "Số CCCD", "Số tài khoản", "Tiền thưởng")
MEMBERS = [
    "Đồng chí {person}, Chủ tịch UBND tỉnh – Trưởng ban",
    "Đồng chí Đại tá {man}, Giám đốc Công an tỉnh – Phó Trưởng ban Thường trực",
    "Mời đồng chí {person}, Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh – Phó Trưởng ban",
    "Đồng chí {person}, Giám đốc Sở Dân tộc và Tôn giáo – Thành viên",
    "Đồng chí {person}, {post} {office} – Thành viên",
    "Đồng chí {person}, {post} {office} – Thành viên",
    "Đồng chí {person}, {post} {office} – Thành viên, kiêm Thư ký",
]
TASKS = [
    "Đồng chí {person}, Trưởng ban: chỉ đạo chung; chủ trì họp giao ban quý.",
    "Đồng chí Đại tá {man}, Phó Trưởng ban: phụ trách công tác phòng, chống tội phạm, ma túy.",
    "Đồng chí {person}, {post} {office}: tuyên truyền, theo dõi {n} xã.",
    "Đồng chí {person}, {post} {office}: kinh phí {sum} đồng, báo cáo trước ngày {day}.",
    "Đồng chí {person}, Giám đốc Sở Dân tộc và Tôn giáo: vận động người có uy tín.",
]
AWARDED = [
    "Ông {man}, Tổ trưởng Tổ bảo vệ ANTT {thon}, {xa}",
    "Bà {woman}, Chi hội trưởng Phụ nữ {thon}, {xa}",
    "Tập thể {body}, {xa}",
    "Đồng chí {rank} {man}, Phó Trưởng Công an {xa}",
    "Ông {man}, Trưởng {thon}, {xa}",
    "Tập thể cán bộ, Nhân dân {thon}, {xa}",
]
SECRETS = [
    ("MẬT", "header"),
    ("MẬT", "body"),
    ("TỐI MẬT", "body"),
    ("TUYỆT MẬT", "header"),
    ("Độ mật: MẬT", "body"),
    ("TỐI MẬT", "header"),
]


def _text(genre: str, answer: Answer, why: str, count: int) -> Iterator[Entry]:
    for at in range(count):
        yield genre, answer, why, partial(texts.paper, genre, f"{genre}-{answer}-{at}")


def _with_contact(genre: str, count: int) -> Iterator[Entry]:
    contacts, places = load("papers")["contacts"], ("end", "middle", "end", "footer", "cell")
    why = "a contact phone or mail of an issuing body"
    for at in range(count):
        line = contacts[(at + len(genre)) % len(contacts)]
        make = partial(texts.paper, genre, f"{genre}-hold-{at}", line, places[at % len(places)])
        yield genre, "hold", why, make


def _with_case(genre: str, count: int) -> Iterator[Entry]:
    cases = load("papers")["cases"]
    for at in range(count):
        kind = list(cases)[at % len(cases)]
        place = ("middle", "end", "cell")[at % 3]
        make = partial(texts.paper, genre, f"{genre}-case-{at}", cases[kind], place)
        yield genre, "refuse", f"a private person's {kind}", make


def _with_accusation(genre: str, count: int) -> Iterator[Entry]:
    lines = load("papers")["accusations"]
    why = "a private person's name near an offence or a faith: asked, so the file waits"
    for at in range(count):
        line = lines[at % len(lines)]
        yield genre, "hold", why, partial(texts.paper, genre, f"{genre}-name-{at}", line, "middle")


def _compositions() -> Iterator[Entry]:
    about, lead = decisions.COMPOSITION, "Điều 1. Kiện toàn Ban Chỉ đạo gồm các đồng chí sau:"
    why = "a composition decision: posts and names of officials"
    for at in range(8):
        yield (
            "composition",
            "accept",
            why,
            partial(decisions.listed, f"composition-{at}", about, lead, MEMBERS),
        )
    columns = ("STT", "Họ và tên", "Chức vụ, đơn vị", "Nhiệm vụ")
    row = "{person}|{post} {office}|Thành viên"
    for at in range(8):
        yield (
            "composition",
            "accept",
            why,
            partial(decisions.tabled, f"composition-table-{at}", about, lead, columns, row),
        )


def _compositions_with_numbers() -> Iterator[Entry]:
    about, lead = decisions.COMPOSITION, "Điều 1. Kiện toàn Ban Chỉ đạo gồm các đồng chí sau:"
    for at in range(4):
        yield (
            "composition",
            "hold",
            "contact phones of officials",
            partial(
                decisions.tabled,
                f"composition-phones-{at}",
                about,
                lead,
                PHONE_HEADS,
                "{person}|{post} {office}|{mobile}",
            ),
        )
    for at in range(4):
        yield (
            "composition",
            "refuse",
            "identity numbers of the members",
            partial(
                decisions.tabled,
                f"composition-ids-{at}",
                about,
                lead,
                ID_HEADS,
                "{person}|{day}|{cccd}",
            ),
        )


def _delegations() -> Iterator[Entry]:
    about, lead = decisions.DELEGATION, "Điều 1. Phân công nhiệm vụ các thành viên như sau:"
    why = "a delegation decision: posts, names and tasks of officials"
    for at in range(8):
        yield (
            "delegation",
            "accept",
            why,
            partial(decisions.listed, f"delegation-{at}", about, lead, TASKS),
        )
    columns = ("TT", "Họ và tên", "Chức danh", "Địa bàn phụ trách")
    for at in range(6):
        yield (
            "delegation",
            "accept",
            why,
            partial(
                decisions.tabled,
                f"delegation-table-{at}",
                about,
                lead,
                columns,
                "{person}|{post} {office}|{xa}, {xa}",
            ),
        )


def _awards() -> Iterator[Entry]:
    about, lead = decisions.AWARD, "Điều 1. Tặng Giấy khen cho các tập thể, cá nhân có tên sau:"
    why = "an award decision: the published award lines"
    for at in range(8):
        yield "award", "accept", why, partial(decisions.listed, f"award-{at}", about, lead, AWARDED)
    columns = ("STT", "Họ và tên", "Chức vụ, đơn vị", "Hình thức khen thưởng")
    for at in range(7):
        yield (
            "award",
            "accept",
            why,
            partial(
                decisions.tabled,
                f"award-table-{at}",
                about,
                lead,
                columns,
                "{person}|Thành viên Tổ bảo vệ ANTT {xa}|Giấy khen",
            ),
        )


def _awards_with_more() -> Iterator[Entry]:
    about, lead = decisions.AWARD, "Điều 1. Tặng Giấy khen cho các tập thể, cá nhân có tên sau:"
    for at in range(5):
        yield (
            "award",
            "accept",
            "award lines; the parser leaves the birth year out",
            partial(
                decisions.tabled,
                f"award-born-{at}",
                about,
                lead,
                BORN_HEADS,
                "{person}|{born}|{thon}, {xa}|Giấy khen",
            ),
        )
    for at in range(6):
        yield (
            "award",
            "refuse",
            "identity and bank numbers of awarded persons",
            partial(
                decisions.tabled,
                f"award-ids-{at}",
                about,
                lead,
                BANK_HEADS,
                "{person}|{cccd}|{bank}|{sum}",
            ),
        )


def _unlawful() -> Iterator[Entry]:
    for at in range(24):
        yield (
            "private-list",
            "refuse",
            "a list of private persons",
            partial(decisions.private_list, f"list-{at}", at),
        )
    for at in range(6):
        yield (
            "citizen-form",
            "refuse",
            "a citizen's own numbers and home",
            partial(decisions.citizen_form, f"form-{at}"),
        )
    for at, (mark, place) in enumerate(SECRETS):
        yield (
            "secret",
            "refuse",
            "marked secret",
            partial(texts.secret, f"secret-{at}", mark, place),
        )


def _entries() -> Iterator[Entry]:
    for genre, count in (
        ("plan", 16),
        ("report", 18),
        ("minutes", 12),
        ("notice", 12),
        ("dispatch", 12),
        ("invitation", 14),
    ):
        yield from _text(genre, "accept", "figures, posts and law only", count)
    for genre, count in (
        ("plan", 14),
        ("report", 6),
        ("minutes", 3),
        ("notice", 8),
        ("dispatch", 6),
        ("invitation", 9),
    ):
        yield from _with_contact(genre, count)
    for genre, count in (("report", 8), ("minutes", 7), ("notice", 4)):
        yield from _with_case(genre, count)
    yield from _with_accusation("report", 4)
    yield from _compositions()
    yield from _compositions_with_numbers()
    yield from _delegations()
    yield from _awards()
    yield from _awards_with_more()
    yield from _unlawful()


NAMES = {
    "plan": "KH",
    "report": "BC",
    "minutes": "Bien ban",
    "notice": "TB",
    "dispatch": "CV",
    "invitation": "Giấy mời",
    "composition": "QĐ kiện toàn",
    "delegation": "QĐ phân công",
    "award": "QĐ khen thưởng",
    "private-list": "Danh sách",
    "citizen-form": "Don de nghi",
    "secret": "Bao cao",
}


def state_papers() -> Iterator[Paper]:
    """Every paper, each with its own identifier and file name."""
    for at, (genre, answer, why, make) in enumerate(_entries(), 1):
        name = f"{NAMES[genre]} {at:03d}.docx"
        yield Paper(f"third-{at:03d}", genre, answer, why, name, make)
