"""Papers that lawfully name people in a public role, and directories of offices."""

from random import Random

from . import invent, slots
from .marks import lines_of
from .paper_model import Block, Paper, paragraphs, pool, started, title_of
from .paper_work import add_contact, shown_landline, shown_mobile

ROLES = (
    "Trưởng ban",
    "Phó Trưởng ban Thường trực",
    "Phó Trưởng ban",
    "Ủy viên",
    "Ủy viên",
    "Thư ký",
)
BASIS = (
    "Căn cứ Luật Tổ chức chính quyền địa phương;",
    "Căn cứ Quy chế làm việc của Ủy ban nhân dân;",
    "Theo đề nghị của Giám đốc Công an tỉnh.",
)


def _decision(paper_id: str, genre: str, subject: str, rng: Random) -> Paper:
    paper = started(paper_id, genre, "QUYẾT ĐỊNH", rng)
    paper.subject, paper.basis = subject, BASIS
    return paper


COMMITTEES = (
    "Ban Chỉ đạo 138 tỉnh", "Tổ giúp việc Ban Chỉ đạo", "Đoàn kiểm tra số 3",
    "Ban Tổ chức Ngày hội", "Hội đồng Thi đua - Khen thưởng xã",
)  # fmt: skip
COMPOSITION_END = (
    "Điều 2. Ban Chỉ đạo hoạt động theo Quy chế, tự giải thể khi hoàn thành nhiệm vụ.",
    "Điều 3. Chánh Văn phòng và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành./.",
)
AWARD_SUBJECT = "Tặng Giấy khen cho các tập thể, cá nhân có thành tích trong phong trào"


def composition(paper_id: str, rng: Random) -> Paper:
    """Return a decision that sets up or renews a committee: names and posts."""
    verb = rng.choice(("Thành lập", "Kiện toàn", "Bổ sung thành viên"))
    body = rng.choice(COMMITTEES)
    paper = _decision(paper_id, "composition", f"{verb} {body}", rng)
    paper.why = "composition decision: names and posts of officials"
    members = [
        (ROLES[n] if n < len(ROLES) else "Thành viên", invent.full_name(rng), _post(rng))
        for n in range(rng.randint(7, 22))
    ]
    paper.blocks.append(Block("p", f"Điều 1. {verb} {body} gồm các ông, bà có tên sau:"))
    if rng.random() < 0.6:
        rows = [(str(n), name, post, role) for n, (role, name, post) in enumerate(members, 1)]
        head = ("STT", "Họ và tên", "Chức vụ, đơn vị công tác", "Chức danh")
        paper.blocks.append(Block("table", rows=(head, *rows)))
    else:
        call = rng.choice(("Ông", "Bà", "Đồng chí"))
        paper.blocks += paragraphs([f"{call} {n}, {p}: {r};" for r, n, p in members], "1")
    paper.blocks += paragraphs(list(COMPOSITION_END))
    return paper


def _post(rng: Random) -> str:
    return rng.choice((*slots.CIVIL_POSTS, *slots.POLICE_POSTS))


def delegation(paper_id: str, rng: Random) -> Paper:
    """Return a decision of delegation or acting charge."""
    paper = _decision(
        paper_id,
        "delegation",
        rng.choice(("Ủy quyền ký văn bản", "Giao phụ trách cơ quan", "Phân công công tác")),
        rng,
    )
    paper.why = "delegation decision: officials by name and post"
    one, other = slots.civil(rng), slots.civil(rng)
    days = f"từ ngày {slots.date(rng)} đến ngày {slots.date(rng)}"
    text = (
        f"Điều 1. Ủy quyền cho đồng chí {one}, ký các văn bản của Ban Chỉ đạo "
        f"trong thời gian đồng chí {other}, đi công tác {days}."
    )
    paper.blocks += paragraphs(
        [
            text,
            "Điều 2. Người được ủy quyền không được ủy quyền lại.",
            "Điều 3. Quyết định có hiệu lực kể từ ngày ký./.",
        ]
    )
    return paper


def invitation(paper_id: str, rng: Random, sorts: tuple[str, ...] = ()) -> Paper:
    """Return an invitation to posts, with or without a contact line."""
    paper = started(paper_id, "invitation", "GIẤY MỜI", rng)
    guests = [f"Đồng chí {slots.civil(rng)};" for _ in range(rng.randint(2, 5))]
    texts = [
        "Trân trọng kính mời:", *guests,
        slots.filled("Đến dự: Hội nghị sơ kết phong trào, lúc {gio} ngày {dmy}.", rng),
        f"Địa điểm: Hội trường UBND {invent.commune(rng)}, tầng {rng.randint(1, 4)}.",
        f"Chủ trì: đồng chí {slots.civil(rng)}.",
    ]  # fmt: skip
    paper.blocks += paragraphs(texts)
    paper.why = "invitation: posts only"
    for sort in sorts:
        add_contact(paper, sort, rng)
    return paper


def award(paper_id: str, rng: Random, extra: str = "") -> Paper:
    """Return an award decision; ``extra`` adds year of birth or hamlet, which must be held."""
    paper = _decision(paper_id, "award", AWARD_SUBJECT, rng)
    paper.why = "award lines: name with post or commune"
    count = rng.randint(3, 9)
    paper.blocks.append(Block("p", f"Điều 1. Tặng Giấy khen cho {count} tập thể và các cá nhân:"))
    head = ["STT", "Họ và tên", "Chức vụ, đơn vị"]
    rows = []
    for n in range(1, rng.randint(6, 18)):
        place = invent.commune(rng)
        who = rng.choice((_post(rng), f"Công dân {place}", f"Trưởng thôn, {place}"))
        rows.append([str(n), f"{rng.choice(('Ông', 'Bà'))} {invent.full_name(rng)}", who])
    if extra:
        paper.expected, paper.why = "accept", f"the parser keeps award lines without: {extra}"
        _add_extra(head, rows, extra, rng)
    paper.blocks.append(Block("table", rows=(tuple(head), *(tuple(row) for row in rows))))
    money = "Điều 2. Tiền thưởng kèm theo {tien}, trích từ Quỹ thi đua, khen thưởng."
    end = "Điều 3. Các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành./."
    paper.blocks += paragraphs([slots.filled(money, rng), end])
    return paper


def _add_extra(head: list[str], rows: list[list[str]], extra: str, rng: Random) -> None:
    if extra == "year of birth":
        head.insert(2, "Năm sinh")
        for row in rows:
            row.insert(2, str(rng.randint(1950, 2004)))
        return
    for row in rows:
        row[2] = (
            f"thôn {rng.choice(('An Hòa', 'Vĩnh Tân', '3', 'Phước Lộc'))}, {invent.commune(rng)}"
        )


def seminar(paper_id: str, rng: Random) -> Paper:
    """Return a seminar or conference programme with speakers."""
    paper = started(paper_id, "seminar", "CHƯƠNG TRÌNH", rng)
    paper.subject, paper.why = f"Hội thảo “{title_of('seminar', rng)}”", "speakers by name and post"
    head = ("Thời gian", "Nội dung", "Người thực hiện")
    items = pool("agenda", rng, 9)
    rows = [
        (f"{7 + n // 2:02d}h{(n % 2) * 3}0", item, rng.choice((slots.civil, slots.official))(rng))
        for n, item in enumerate(items)
    ]
    paper.blocks.append(Block("table", rows=(head, *rows)))
    return paper


def directory(paper_id: str, rng: Random) -> Paper:
    """Return a directory of offices: held, every number recorded."""
    paper = started(paper_id, "directory", "DANH BẠ", rng)
    paper.subject = "Cơ quan Thường trực Ban Chỉ đạo các xã, phường"
    paper.expected, paper.why = "hold", "directory of offices: landlines and mobiles"
    head = ("STT", "Cơ quan", "Đầu mối", "Điện thoại", "Thư điện tử")
    rows = []
    for n in range(1, rng.randint(8, 25)):
        number = shown_landline(rng) if rng.random() < 0.6 else shown_mobile(rng)
        box = slots.SLOTS["mailgov"](rng)
        paper.contacts.append(number)
        paper.public_contacts.append(box)
        rows.append((str(n), f"UBND {invent.commune(rng)}", slots.civil(rng), number, box))
    paper.blocks.append(Block("table", rows=(head, *rows)))
    return paper


def statistics(paper_id: str, rng: Random) -> Paper:
    """Return a statistics table with long rows of figures."""
    paper = started(paper_id, "statistics", "BIỂU SỐ LIỆU", rng)
    paper.subject, paper.why = "Số liệu tổng hợp theo xã, phường", "aggregate figures only"
    heads = tuple(rng.choice(lines_of("papers", "statistics_heads.txt")).split(";"))
    write = rng.choice((slots.dotted, str, lambda v: slots.dotted(v).replace(".", " ")))
    rows = [
        (str(n), invent.commune(rng), *(write(rng.randint(10, 99_999)) for _ in range(4)))
        for n in range(1, rng.randint(20, 60))
    ]
    paper.blocks.append(Block("table", rows=(heads, *rows)))
    return paper
