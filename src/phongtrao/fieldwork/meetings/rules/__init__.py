"""Kinds of meetings and conclusions, and how an agenda is typed. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.vietnamese import tidy_line

BRIEFING, COMMITTEE = "giao_ban", "ban_chi_dao"
REVIEWS = ("so_ket", "tong_ket", "chuyen_de")
KINDS = (
    (BRIEFING, N_("Giao ban")),
    (COMMITTEE, N_("Họp Ban Chỉ đạo, Tổ giúp việc")),
    ("so_ket", N_("Hội nghị sơ kết")),
    ("tong_ket", N_("Hội nghị tổng kết")),
    ("chuyen_de", N_("Hội nghị chuyên đề")),
    ("bieu_duong", N_("Hội nghị biểu dương")),
    ("trao_doi", N_("Trao đổi, học tập kinh nghiệm")),
    ("khac", N_("Cuộc họp khác")),
)
FORMS = (
    ("truc_tiep", N_("Trực tiếp")),
    ("truc_tuyen", N_("Trực tuyến")),
    ("ket_hop", N_("Trực tiếp kết hợp trực tuyến")),
)
DIRECTIVE, DECISION, VIEW = "chi_dao", "quyet_nghi", "ghi_nhan"
CONCLUSION_KINDS = (
    (DIRECTIVE, N_("Chỉ đạo, giao việc")),
    (DECISION, N_("Quyết nghị")),
    (VIEW, N_("Ghi nhận")),
)
ATTENDS, SPEAKS, CHAIRS_POINT = "du", "phat_bieu", "dau_cau"
ROLES = (
    (ATTENDS, N_("Dự")),
    (SPEAKS, N_("Dự và phát biểu")),
    (CHAIRS_POINT, N_("Chủ trì điểm cầu")),
)
MAIN_REPORT, SPEECH = "bao_cao", "tham_luan"
PAPER_KINDS = (
    (MAIN_REPORT, N_("Báo cáo chính")),
    (SPEECH, N_("Tham luận")),
    ("tai_lieu", N_("Tài liệu")),
    ("du_thao", N_("Dự thảo")),
)
# How a later conclusion stands to an earlier one.
REPEATS, REPLACES = "nhac_lai", "thay_the"
BONDS = ((REPEATS, N_("Nhắc lại")), (REPLACES, N_("Thay thế")))
# The closed list `cap` of the indicators, by the level of a body's area.
LEVEL_CODES = {"country": "tw", "province": "tinh", "commune": "xa"}
MOST_ATTENDANCES = 100_000
_MOST_ITEMS, _MOST_MINUTES = 60, 600


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One item: what, who presents it (body or post, never a name), for how many minutes."""

    content: str
    presenter: str = ""
    minutes: int = 0
    section: str = ""


def read_agenda(text: str) -> list[AgendaLine]:
    """The items of a typed agenda: "content | who presents | minutes", one a line.

    A line "[name]" begins the section of a programme, "[]" goes back to the whole meeting. Raises
    InvalidInput with the line that cannot be read.
    """
    found, section = [], ""
    for line in text.splitlines():
        typed = tidy_line(line)
        if not typed:
            continue
        if typed.startswith("[") and typed.endswith("]"):
            section = tidy_line(typed[1:-1])
            continue
        parts = [tidy_line(part) for part in line.split("|")]
        if not parts[0] or len(parts) > 3:
            _refuse(line)
        minutes = parts[2] if len(parts) == 3 else ""
        if minutes and not (minutes.isascii() and minutes.isdecimal() and len(minutes) < 4):
            _refuse(line)
        long = int(minutes or 0)
        if long > _MOST_MINUTES:
            _refuse(line)
        presenter = parts[1][:150] if len(parts) > 1 else ""
        found.append(AgendaLine(parts[0][:300], presenter, long, section))
    if len(found) > _MOST_ITEMS:
        said = Sentence(N_("Chương trình ghi nhiều nhất %(most)s mục."), {"most": _MOST_ITEMS})
        raise InvalidInput(said, fields={"agenda": said})
    return found


def written_agenda(lines: Sequence[AgendaLine]) -> str:
    """An agenda as it may be typed again."""
    written, section = [], ""
    for line in lines:
        if line.section != section:
            section = line.section
            written.append(f"[{section}]")
        written.append(_written(line))
    return "\n".join(written)


def _written(line: AgendaLine) -> str:
    if line.minutes:
        return " | ".join((line.content, line.presenter or " ", str(line.minutes)))
    return " | ".join(filter(None, (line.content, line.presenter)))


def _refuse(line: str) -> None:
    said = Sentence(
        N_('Không đọc được dòng "%(line)s": ghi nội dung | người trình bày | số phút.'),
        {"line": tidy_line(line)[:80]},
    )
    raise InvalidInput(said, fields={"agenda": said})
