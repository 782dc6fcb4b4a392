"""What a version of a form changed against the one before it, as sentences. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from phongtrao.core.errors import N_, Sentence

Form = Mapping[str, Any]
_TOLD = {
    "period_kind": N_("Loại kỳ báo cáo thay đổi."),
    "kinds": N_("Loại cơ quan báo cáo thay đổi."),
    "approvals": N_("Cấp báo cáo hoặc việc duyệt, thống nhất thay đổi."),
    "deadlines": N_("Hạn gửi theo cấp thay đổi."),
}


def form_changes(before: Form, now: Form) -> list[Sentence]:
    """Every difference: sections, cells by their code, lines, checks, computed, who and when.

    Both are frozen contents or forms as `grid.design.form_of` gives them. A cell is the same one
    where its code is: its series goes on, wherever it stands.
    """
    return [
        *_section_changes(before, now),
        *_cell_changes(before, now),
        *_check_changes(before, now),
        *_computed_changes(before, now),
        *(Sentence(said) for key, said in _TOLD.items() if _plain(before, key) != _plain(now, key)),
    ]


def _plain(form: Form, key: str) -> Any:
    return form.get(key) or None


def _section_changes(before: Form, now: Form) -> Iterator[Sentence]:
    old = {section["code"]: section for section in before["sections"]}
    new = {section["code"]: section for section in now["sections"]}
    for code, section in new.items():
        told = {"code": code, "name": section["name"]}
        if code not in old:
            yield Sentence(N_("Thêm phần %(code)s. %(name)s"), told)
            continue
        if section["name"] != old[code]["name"]:
            said = N_("Phần %(code)s đổi tên từ “%(old)s” thành “%(name)s”")
            yield Sentence(said, told | {"old": old[code]["name"]})
        if any(_plain(section, key) != _plain(old[code], key) for key in ("topics", "required")):
            yield Sentence(N_("Phần %(code)s. %(name)s: các mục lời văn thay đổi"), told)
    for code, section in old.items():
        if code not in new:
            told = {"code": code, "name": section["name"]}
            yield Sentence(N_("Bỏ phần %(code)s. %(name)s"), told)


def _cells(form: Form) -> dict[str, tuple[int, Mapping[str, Any]]]:
    found = {}
    for place, cell in enumerate(form["cells"]):
        split = cell.get("disaggregation", "")
        key = f"{cell['indicator']}.{split}" if split else cell["indicator"]
        found[key] = (place, cell)
    return found


def _cell_changes(before: Form, now: Form) -> Iterator[Sentence]:
    old, new = _cells(before), _cells(now)
    moved = _moved([key for key in old if key in new], [key for key in new if key in old])
    for key, (_place, cell) in new.items():
        told = {"code": key, "name": cell.get("name", ""), "order": cell["order"]}
        if key not in old:
            yield Sentence(N_("Thêm dòng %(order)s %(name)s (%(code)s)"), told)
            continue
        was = old[key][1]
        if cell["order"] != was["order"]:
            said = N_("%(code)s: số thứ tự %(was)s thành %(order)s")
            yield Sentence(said, told | {"was": was["order"]})
        if cell.get("name") and was.get("name") and cell["name"] != was["name"]:
            said = N_("%(code)s: “%(was)s” thành “%(name)s”")
            yield Sentence(said, told | {"was": was["name"]})
        if cell["section"] != was["section"]:
            said = N_("%(code)s: chuyển từ phần %(was)s sang phần %(section)s")
            yield Sentence(said, told | {"was": was["section"], "section": cell["section"]})
        elif key in moved:
            yield Sentence(N_("%(code)s: đổi chỗ trong phần"), told)
        if _plain(cell, "above") != _plain(was, "above"):
            yield Sentence(N_("%(code)s: các dòng chữ phía trên thay đổi"), told)
    for key, (_place, cell) in old.items():
        if key not in new:
            told = {"code": key, "name": cell.get("name", ""), "order": cell["order"]}
            said = N_("Bỏ dòng %(order)s %(name)s (%(code)s); chuỗi số liệu cũ vẫn còn")
            yield Sentence(said, told)


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The fewest keys that had to move to come from the old order to the new one."""
    place = {key: number for number, key in enumerate(old)}
    best: list[list[str]] = [[]]
    for key in new:  # the longest run that kept its order; forms have some dozens of rows
        fitting = [run for run in best if not run or place[run[-1]] < place[key]]
        longest: list[str] = max(fitting, key=len)
        best.append([*longest, key])
    kept: list[str] = max(best, key=len)
    return set(new) - set(kept)


def _check_changes(before: Form, now: Form) -> Iterator[Sentence]:
    old = {each["check"]: each for each in before["checks"]}
    new = {each["check"]: each for each in now["checks"]}
    for check, each in new.items():
        if check not in old:
            yield Sentence(N_("Thêm ràng buộc %(check)s"), {"check": check})
        elif each != old[check]:
            yield Sentence(N_("Ràng buộc %(check)s: mức độ hoặc lời thay đổi"), {"check": check})
    for check in old:
        if check not in new:
            yield Sentence(N_("Bỏ ràng buộc %(check)s"), {"check": check})


def _computed_changes(before: Form, now: Form) -> Iterator[Sentence]:
    old, new = set(before.get("computed", [])), set(now.get("computed", []))
    for code in sorted(new - old):
        yield Sentence(N_("Thêm chỉ tiêu tự tính %(code)s"), {"code": code})
    for code in sorted(old - new):
        yield Sentence(N_("Bỏ chỉ tiêu tự tính %(code)s"), {"code": code})
