"""The minutes of a session drafted from what was recorded. Vietnamese, whatever the page speaks."""

from collections.abc import Iterable, Iterator

from phongtrao.core.formats import date_vn, number
from phongtrao.oversight.models import Attendance, CheckLine, InspectionSession, SeenDocument
from phongtrao.oversight.rules import (
    OF_DELEGATION,
    OF_INSPECTED,
    UNCHECKED,
    criteria_of,
    result_name,
)
from phongtrao.oversight.workflow import DocumentState

_NOTHING = "Không có."
_HANDED = {
    DocumentState.ASKED: "chưa cung cấp",
    DocumentState.REFUSED: "từ chối cung cấp",
}


def drafted_minutes(session: InspectionSession) -> str:
    """The text of the minutes as the data give it; whoever writes them amends it.

    Attendance, documents and findings are those of the bodies that the session was held with.
    """
    bodies = list(session.bodies.select_related("body"))
    attendances = list(session.attendances.select_related("body"))
    held_with = [each.body_id for each in bodies]
    documents = list(session.entry.documents.filter(body_id__in=held_with).select_related("body"))
    checks = list(session.entry.checks.filter(body_id__in=held_with).select_related("body"))
    parts = (
        ("THỜI GIAN, ĐỊA ĐIỂM", _time_and_place(session)),
        ("THÀNH PHẦN", _attended(attendances)),
        ("NỘI DUNG LÀM VIỆC", _told(session)),
        ("TÀI LIỆU ĐÃ XEM", _documents(documents)),
        ("KẾT QUẢ THEO NỘI DUNG KIỂM TRA", _findings(session, checks)),
    )
    written = (
        f"{_ROMAN[place]}. {title}\n" + "\n".join(lines)
        for place, (title, lines) in enumerate(parts)
    )
    return "\n\n".join(written)


_ROMAN = ("I", "II", "III", "IV", "V")


def _time_and_place(session: InspectionSession) -> list[str]:
    begun = f"{session.starts_at:%H} giờ {session.starts_at:%M}, " if session.starts_at else ""
    ended = (
        f" Kết thúc lúc {session.ends_at:%H} giờ {session.ends_at:%M}." if session.ends_at else ""
    )
    lines = [f"- Thời gian: {begun}ngày {date_vn(session.held_on)}.{ended}"]
    lines += [
        f"- Đã chuyển từ ngày {date_vn(move.from_day)}: {move.reason}."
        for move in session.moves.all()
    ]
    if session.venue:
        lines.append(f"- Địa điểm: {session.venue}.")
    return [*lines, f"- Chủ trì: {session.presider}."]


def _attended(rows: Iterable[Attendance]) -> list[str]:
    rows = list(rows)
    lines = []
    for place, (side, title) in enumerate(
        ((OF_DELEGATION, "Đoàn kiểm tra"), (OF_INSPECTED, "Cơ quan được kiểm tra")), 1
    ):
        of_side = [row for row in rows if row.side == side]
        lines.append(f"{place}. {title}: {number(sum(row.headcount for row in of_side))} người")
        lines += [f"- {row.whose}: {row.post} ({number(row.headcount)})" for row in of_side]
    return lines


def _told(session: InspectionSession) -> list[str]:
    parts = (
        ("Nội dung trình bày", session.presented),
        ("Đoàn kiểm tra đề nghị làm rõ", session.questions),
        ("Giải trình, trả lời", session.answers),
    )
    return [
        line
        for place, (title, text) in enumerate(parts, 1)
        for line in (f"{place}. {title}", text.strip() or _NOTHING)
    ]


def _documents(rows: Iterable[SeenDocument]) -> list[str]:
    return [f"- {_document(row)}" for row in rows] or [_NOTHING]


def _document(row: SeenDocument) -> str:
    dated = f"ngày {date_vn(row.issued_on)}" if row.issued_on else ""
    head = " ".join(part for part in (row.number, dated) if part)
    told = "; ".join(part for part in (head, row.issuer, row.subject) if part)
    state = DocumentState(row.state)
    if state is DocumentState.SEEN:
        late = (
            f" (cung cấp ngày {date_vn(row.seen_on)}, trước đó: {row.reason})" if row.reason else ""
        )
        return f"{row.body.name}: {told}{late}"
    return f"{row.body.name}: {told} ({_HANDED[state]}: {row.reason})"


def _findings(session: InspectionSession, checks: Iterable[CheckLine]) -> Iterator[str]:
    """Each body with what was found of it; the points nobody looked at stand in one line."""
    found = {(row.body_id, row.criterion): row for row in checks}
    points = criteria_of(session.entry.criteria_version, session.entry.starts_on).points
    for place, each in enumerate(session.bodies.select_related("body"), 1):
        yield f"{place}. {each.body.name}"
        left = []
        for point in points:
            row = found.get((each.body_id, point.code))
            if row is None or row.result == UNCHECKED:
                left.append(point.name)
            else:
                yield from _finding(point.name, row)
        if left:
            yield f"- {result_name(UNCHECKED)}: {'; '.join(left)}."


def _finding(name: str, row: CheckLine) -> Iterator[str]:
    yield f"- {name}: {result_name(row.result).lower()}."
    parts = (
        ("Ưu điểm", row.strengths),
        ("Tồn tại, hạn chế", row.limits),
        ("Nguyên nhân", row.causes),
        ("Căn cứ", row.evidence),
    )
    yield from (f"+ {label}: {text.strip()}" for label, text in parts if text.strip())
