"""What keeps a designed form from being issued, and what its designer should look at. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.reporting.grid.design import Design, cell_rows, key_of
from phongtrao.reporting.rules.cell_checks import parse_check

_LEVEL_CODES = {"country": "TW", "province": "T", "commune": "X", "residential_area": "KDC"}


@dataclass(frozen=True)
class CountedThing:
    """What must be known of an indicator that a form may use."""

    code: str
    name: str
    kind: str
    levels: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    disabled_reason: str = ""


Known = Mapping[str, CountedThing]


def design_faults(design: Design, known: Known) -> list[Sentence]:
    """Every reason why the form cannot be issued yet."""
    return [
        *_frame_faults(design),
        *_section_faults(design),
        *_cell_faults(design, known),
        *_check_faults(design),
        *_computed_faults(design, known),
    ]


def design_questions(design: Design, known: Known) -> list[Sentence]:
    """What may be meant, but is worth a second look before issuing."""
    levels = {_LEVEL_CODES[level] for level in design["approvals"] if level in _LEVEL_CODES}
    found = []
    for row in cell_rows(design):
        thing = known.get(row["indicator"])
        told = set(thing.levels) & set(_LEVEL_CODES.values()) if thing else set()
        if thing and told and not told & levels:
            said = N_(
                "%(code)s %(name)s theo danh mục không do cấp báo cáo của biểu này thực hiện."
            )
            found.append(Sentence(said, {"code": thing.code, "name": thing.name}))
        if not row["order"]:
            said = N_("Dòng %(code)s chưa có số thứ tự.")
            found.append(Sentence(said, {"code": key_of(row)}))
    return found


def _frame_faults(design: Design) -> Iterator[Sentence]:
    if not design["name"].strip():
        yield Sentence(N_("Biểu mẫu chưa có tên."))
    if not design["kinds"]:
        yield Sentence(N_("Chưa chọn loại cơ quan báo cáo."))
    if not design["approvals"]:
        yield Sentence(N_("Chưa chọn cấp báo cáo."))
    for level, needs in design["approvals"].items():
        if not any(need["kind"] == "approve" for need in needs):
            yield Sentence(N_("Cấp “%(level)s” chưa có cơ quan duyệt."), {"level": level})


def _section_faults(design: Design) -> Iterator[Sentence]:
    codes = Counter(section["code"] for section in design["sections"])
    for code, times in codes.items():
        if times > 1:
            yield Sentence(N_("Có hai phần cùng số %(code)s."), {"code": code})
    if sum(bool(section["topics"]) for section in design["sections"]) > 1:
        yield Sentence(N_("Biểu mẫu chỉ có một phần lời văn."))
    for section in design["sections"]:
        if not section["topics"] and not any(row["kind"] == "cell" for row in section["rows"]):
            said = N_("Phần %(code)s. %(name)s chưa có chỉ tiêu nào.")
            yield Sentence(said, {"code": section["code"], "name": section["name"]})


def _cell_faults(design: Design, known: Known) -> Iterator[Sentence]:
    rows = cell_rows(design)
    if not rows:
        yield Sentence(N_("Biểu mẫu chưa có ô số liệu nào."))
    for key, times in Counter(map(key_of, rows)).items():
        if times > 1:
            yield Sentence(N_("%(code)s đứng ở hai dòng; mỗi chỉ tiêu chỉ hỏi một lần."),
                           {"code": key})  # fmt: skip
    for row in rows:
        thing = known.get(row["indicator"])
        if thing is None:
            yield Sentence(N_("Không có chỉ tiêu %(code)s."), {"code": row["indicator"]})
        elif thing.disabled_reason:
            said = N_("Chỉ tiêu %(code)s đang tắt: %(reason)s")
            yield Sentence(said, {"code": thing.code, "reason": thing.disabled_reason})
        elif thing.kind in ("ratio", "distinct"):
            said = N_("%(code)s không nhập tay được; hãy để hệ thống tính.")
            yield Sentence(said, {"code": thing.code})


def _check_faults(design: Design) -> Iterator[Sentence]:
    keys = {key_of(row) for row in cell_rows(design)}
    for each in design["checks"]:
        try:
            missing = [code for code in parse_check(each["check"]).codes if code not in keys]
        except InvalidInput as refusal:
            yield refusal.sentence
            continue
        if missing:
            said = N_("Ràng buộc “%(check)s” nêu %(codes)s không có trong biểu.")
            yield Sentence(said, {"check": each["check"], "codes": ", ".join(missing)})


def _computed_faults(design: Design, known: Known) -> Iterator[Sentence]:
    keys = {key_of(row) for row in cell_rows(design)}
    for code in design["computed"]:
        thing = known.get(code)
        parts: Sequence[str] = thing.parts if thing else ()
        missing = [part for part in parts if part not in keys]
        if thing is None:
            yield Sentence(N_("Không có chỉ tiêu %(code)s."), {"code": code})
        elif missing:
            said = N_("%(code)s tính từ %(parts)s chưa có trong biểu.")
            yield Sentence(said, {"code": code, "parts": ", ".join(missing)})
