"""Papers that hold data of private persons: every one must be refused whole."""

from collections.abc import Callable
from random import Random

from . import invent, slots
from .marks import lines_of
from .paper_model import Block, Paper, paragraphs, pool, started

HAMLETS = ["An Hòa", "Vĩnh Tân", "Phước Lộc", "Đông Yên", "Làng Mới", "3", "5", "Tân Lập"]
PEOPLE: dict[str, Callable[[Random], str]] = {
    "name": invent.full_name, "cccd": invent.cccd, "cmnd": invent.cmnd, "bhyt": invent.bhyt,
    "bhxh": invent.ten, "tax": invent.ten, "mobile": invent.mobile, "plate": invent.plate,
    "bank": invent.bank, "bankname": lambda r: r.choice(invent.BANKS),
    "hamlet": lambda r: r.choice(HAMLETS), "k": lambda r: str(r.randint(1, 8)),
    "money": lambda r: slots.dotted(r.randint(2, 40) * 100_000),
    "dob": lambda r: f"{r.randint(1, 28):02d}/{r.randint(1, 12):02d}/{r.randint(1950, 2014)}",
    "year": lambda r: str(r.randint(1945, 2008)), "age": lambda r: str(r.randint(5, 80)),
    "class": lambda r: f"{r.randint(6, 12)}{r.choice('ABC')}",
    "period": lambda r: f"{r.randint(3, 24)} tháng",
    "home": lambda r: f"thôn {r.choice(HAMLETS)}, {invent.commune(r)}",
    "faith": lambda r: r.choice(("Phật giáo", "Công giáo", "Tin Lành", "Cao Đài")),
    "ethnic": lambda r: r.choice(("Kinh", "Hrê", "Co", "Ca Dong", "Xơ Đăng")),
    "crime": lambda r: r.choice(("Trộm cắp tài sản", "Đánh bạc", "Cố ý gây thương tích")),
    "case": lambda r: r.choice(("Bị lừa qua mạng", "Bị hành hung", "Tin về tụ điểm", "Tai nạn")),
    "relation": lambda r: r.choice(("Chủ hộ", "Vợ", "Con", "Cháu")),
    "clergy": lambda r: r.choice(("Trụ trì", "Linh mục", "Mục sư", "Trưởng ban hộ tự")),
    "post": lambda r: r.choice(("Tổ trưởng", "Tổ viên", "Hội viên")),
    "province": lambda r: r.choice(invent.PROVINCES), "commune": invent.commune,
    "clinic": lambda r: f"Trạm Y tế {invent.commune(r)}", "blank": lambda _r: "",
}  # fmt: skip
SHAPED = frozenset(["cccd", "cmnd", "bhyt", "bhxh", "tax", "mobile", "plate", "bank"])


def listed(paper_id: str, form: str, rng: Random) -> Paper:
    """Return a list of private persons, under a covering paper or alone."""
    title, heads, sorts = (part.strip() for part in form.split("|"))
    paper = started(paper_id, "list", slots.filled(title, rng), rng)
    paper.expected, paper.why = "refuse", "list of private persons"
    if rng.random() < 0.6:
        paper.blocks += paragraphs(pool("tasks", rng, 3), "1")
        paper.blocks.append(Block("c", "Phụ lục kèm theo"))
    rows = []
    for n in range(1, rng.randint(6, 20)):
        cells = []
        for sort in sorts.split(";"):
            cells.append(str(n) if sort == "n" else PEOPLE[sort](rng))
            if sort in SHAPED:
                paper.private.append(cells[-1])
        rows.append(tuple(cells))
    paper.blocks.append(Block("table", rows=(tuple(heads.split(";")), *rows)))
    return paper


def narrated(paper_id: str, form: str, rng: Random) -> Paper:
    """Return a letter, record or confirmation that tells of a private person."""
    paper = started(
        paper_id,
        "narrative",
        rng.choice(("BIÊN BẢN", "GIẤY XÁC NHẬN", "BÁO CÁO", "ĐƠN ĐỀ NGHỊ")),
        rng,
    )
    paper.expected, paper.why = "refuse", "identity, address or account of a private person"
    for sort in sorted(SHAPED):
        while "{" + sort + "}" in form:
            value = PEOPLE[sort](rng)
            paper.private.append(value)
            form = form.replace("{" + sort + "}", value, 1)
    while "{name}" in form:
        form = form.replace("{name}", invent.full_name(rng), 1)
    paper.blocks += paragraphs([slots.filled(part, rng) for part in form.split("#")])
    paper.blocks += paragraphs(pool("organisation", rng, 1))
    return paper


def refused_papers(rng: Random) -> list[Paper]:
    """Return all papers to refuse: each list form twice, each narrative form twice."""
    papers = []
    for turn in range(2):
        for n, form in enumerate(lines_of("papers", "refuse_lists.txt"), 1):
            papers.append(listed(f"refuse-list-{n:02d}-{turn}", form, rng))
        for n, form in enumerate(lines_of("papers", "refuse_letters.txt"), 1):
            papers.append(narrated(f"refuse-text-{n:02d}-{turn}", form, rng))
    return papers
