"""Papers that direct and report work: plans, letters, reports, notices, inspections."""

from random import Random

from . import invent, slots
from .marks import lines_of
from .paper_model import Block, Paper, paragraphs, pool, started, title_of

SHOWN = (
    lambda v: v,
    lambda v: f"{v[:4]}.{v[4:7]}.{v[7:]}",
    lambda v: f"{v[:4]} {v[4:7]} {v[7:]}",
    lambda v: f"{v[:3]}.{v[3:6]}.{v[6:]}",
    lambda v: f"{v[:4]}-{v[4:7]}-{v[7:]}",
)


def shown_mobile(rng: Random) -> str:
    """Return a mobile number as papers print it."""
    return rng.choice(SHOWN)(invent.mobile(rng))


def shown_landline(rng: Random) -> str:
    """Return an office landline as papers print it."""
    value = invent.landline(rng)
    area = 3 if value[:3] in ("024", "028") else 4
    return rng.choice(
        (value, f"{value[:area]}.{value[area:]}", f"({value[:area]}) {value[area:]}",
         f"{value[:area]}.{value[area:-3]}.{value[-3:]}", f"{value[:area]} {value[area:]}")
    )  # fmt: skip


def _who(rng: Random) -> str:
    return slots.official(rng) if rng.random() < 0.5 else slots.civil(rng)


def _say(pool_name: str, contact: str, rng: Random) -> str:
    form = rng.choice(lines_of("papers", f"{pool_name}.txt"))
    form = form.replace("{c}", contact).replace("{who}", _who(rng))
    return slots.filled(form, rng)


def add_contact(paper: Paper, sort: str, rng: Random) -> None:
    """Put a contact line of one sort into the paper and record it with the verdict."""
    makers = {
        "mobile": (shown_mobile, "contacts"), "landline": (shown_landline, "contacts_desk"),
        "mail": (invent.mail, "contacts_mail"), "gov": (slots.SLOTS["mailgov"], "contacts_mail"),
        "hotline": (lambda r: f"1900 {invent.digits(r, 4)}", "contacts_desk"),
    }  # fmt: skip
    make, where = makers[sort]
    value = make(rng)
    if sort in ("gov", "hotline"):
        paper.public_contacts.append(value)
        paper.blocks.append(Block("p", _say(where, value, rng)))
        return
    paper.contacts.append(value)
    paper.expected, paper.why = "hold", f"contact line of the issuing body: {sort}"
    line = _say(where, value, rng)
    if rng.random() < 0.15:
        paper.foot = line
    else:
        paper.blocks.append(Block("p", line))


def _with_contacts(paper: Paper, sorts: tuple[str, ...], rng: Random) -> Paper:
    for sort in sorts:
        add_contact(paper, sort, rng)
    if paper.expected == "accept":
        paper.why = "only public contacts" if sorts else "no contacts"
    return paper


def plan(paper_id: str, rng: Random, sorts: tuple[str, ...] = ()) -> Paper:
    """Return a plan with purposes, tasks, organisation and contact lines."""
    title = slots.filled(rng.choice(lines_of("papers", "titles_plan.txt")), rng)
    paper = started(paper_id, "plan", "KẾ HOẠCH", rng)
    paper.subject = title
    paper.blocks += [Block("h", "I. MỤC ĐÍCH, YÊU CẦU"), *paragraphs(pool("purposes", rng, 4), "1")]
    paper.blocks += [
        Block("h", "II. NỘI DUNG"),
        *paragraphs(pool("tasks", rng, rng.randint(5, 9)), "1"),
    ]
    paper.blocks += [Block("h", "III. TỔ CHỨC THỰC HIỆN")]
    paper.blocks += paragraphs(pool("organisation", rng, 5), "1")
    if rng.random() < 0.3:
        paper.blocks.append(_assignment(rng))
    paper = _with_contacts(paper, sorts, rng)
    paper.blocks.append(Block("p", "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện./."))
    return paper


def _assignment(rng: Random) -> Block:
    head = ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Hoàn thành")
    bodies = (
        "Công an tỉnh",
        "Sở Nội vụ",
        "Ủy ban MTTQ tỉnh",
        "Sở Tư pháp",
        "UBND xã, phường",
        "Tỉnh đoàn",
    )
    rows = [
        (str(n), text[:90], rng.choice(bodies), rng.choice(bodies), slots.date(rng))
        for n, text in enumerate(pool("tasks", rng, 6), 1)
    ]
    return Block("table", rows=(head, *rows))


def letter(paper_id: str, rng: Random, sorts: tuple[str, ...] = ()) -> Paper:
    """Return an official letter (công văn)."""
    paper = started(paper_id, "letter", title_of("letter", rng), rng)
    paper.number = slots.SLOTS["cv"](rng)
    paper.blocks.append(Block("p", "Kính gửi: Các sở, ban, ngành; UBND các xã, phường, đặc khu."))
    paper.blocks.append(
        Block("p", slots.filled("Thực hiện Kế hoạch số {vb} ngày {dmy}, đề nghị:", rng))
    )
    paper.blocks += paragraphs(pool("tasks", rng, 3) + pool("organisation", rng, 2), "1")
    return _with_contacts(paper, sorts, rng)


def report(paper_id: str, rng: Random, sorts: tuple[str, ...] = ()) -> Paper:
    """Return a report with many figures and a table."""
    paper = started(paper_id, "report", "BÁO CÁO", rng)
    paper.subject = title_of("report", rng)
    paper.blocks += [Block("h", "I. KẾT QUẢ"), *paragraphs(pool("results", rng, 9), "1")]
    paper.blocks += [Block("h", "II. HẠN CHẾ"), *paragraphs(pool("limits", rng, 4), "- ")]
    paper.blocks += [Block("h", "III. NHIỆM VỤ KỲ TỚI"), *paragraphs(pool("tasks", rng, 5), "1")]
    paper.blocks.append(figures_table(rng, rng.randint(8, 30)))
    return _with_contacts(paper, sorts, rng)


def figures_table(rng: Random, count: int) -> Block:
    """Return a table of figures by commune."""
    head = ("STT", "Đơn vị", "Số hộ", "Hộ ký cam kết", "Tỷ lệ (%)", "Số mô hình", "Kinh phí (đồng)")
    rows = [
        (str(n), invent.commune(rng), slots.dotted(rng.randint(900, 9999)),
         slots.dotted(rng.randint(500, 9000)), slots.SLOTS["thap"](rng), str(rng.randint(1, 40)),
         slots.dotted(rng.randint(1000, 99_999) * 1000))
        for n in range(1, count + 1)
    ]  # fmt: skip
    return Block("table", rows=(head, *rows))


def notice(paper_id: str, rng: Random, sorts: tuple[str, ...] = ()) -> Paper:
    """Return a notice of a leader's conclusion, an inspection conclusion included."""
    paper = started(paper_id, "notice", "THÔNG BÁO", rng)
    paper.subject = title_of("notice", rng)
    opening = (
        "Ngày {dmy}, đồng chí {cb} chủ trì cuộc họp. Dự họp có đồng chí {quan}; đồng chí {cb}."
    )
    paper.blocks.append(Block("p", slots.filled(opening, rng)))
    paper.blocks += paragraphs(pool("conclusions", rng, 6), "1")
    return _with_contacts(paper, sorts, rng)


def inspection(paper_id: str, rng: Random, sorts: tuple[str, ...] = ()) -> Paper:
    """Return an inspection plan with its schedule by unit."""
    paper = started(paper_id, "inspection_plan", "KẾ HOẠCH", rng)
    paper.subject = "Kiểm tra việc thực hiện Chương trình phối hợp số 07 năm 2026"
    paper.blocks += paragraphs(pool("purposes", rng, 2) + pool("conclusions", rng, 2), "1")
    head = ("TT", "Đơn vị được kiểm tra", "Thời gian", "Địa điểm", "Trưởng đoàn")
    rows = [
        (
            str(n),
            f"UBND {invent.commune(rng)}",
            slots.date(rng),
            "Hội trường UBND xã",
            slots.civil(rng),
        )
        for n in range(1, 9)
    ]
    paper.blocks.append(Block("table", rows=(head, *rows)))
    return _with_contacts(paper, sorts, rng)


def minutes(paper_id: str, rng: Random, sorts: tuple[str, ...] = ()) -> Paper:
    """Return minutes of a working session with officials named by post."""
    paper = started(paper_id, "minutes", "BIÊN BẢN", rng)
    paper.subject = "Làm việc giữa Đoàn kiểm tra và UBND xã"
    paper.blocks.append(
        Block("p", slots.filled("Hôm nay, hồi {gio} ngày {dmy}, tại trụ sở UBND {xa}.", rng))
    )
    paper.blocks.append(Block("h", "Thành phần"))
    people = [f"Đồng chí {_who(rng)}" for _ in range(rng.randint(4, 8))]
    paper.blocks += paragraphs(people, "- ")
    paper.blocks += [Block("h", "Nội dung"), *paragraphs(pool("results", rng, 4), "- ")]
    paper.blocks += paragraphs(pool("conclusions", rng, 4), "- ")
    paper.blocks.append(
        Block("p", "Biên bản lập thành 03 bản, đọc cho mọi người nghe và thống nhất ký tên.")
    )
    return _with_contacts(paper, sorts, rng)
