"""From rows of org to Word: the minutes of a handover, the paper of a delegation. Stores nothing.

Both are drafts for the pen and the register of the body; the words are Vietnamese whatever the
language of the page.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone, translation

from phongtrao.core import clock
from phongtrao.core.formats import date_vn, number
from phongtrao.org.models import Body, Delegation, Handover, Posting
from phongtrao.org.queries import nearest_posting, recorded_counts
from phongtrao.org.queries.held_work import Held
from phongtrao.publishing.queries.names import head_of
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import (
    Letterhead,
    OfficialPaper,
    PaperSection,
    Recipients,
    SectionLevel,
    Statement,
    side,
)
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper


def minutes_bytes(handover: Handover, held: Sequence[Held] | None) -> bytes:
    """The *biên bản bàn giao* as .docx; `held` None: counts only, for who reads no content."""
    with translation.override("vi"):
        return _rendered(minutes_of(handover, held), handover.on)


def authorisation_bytes(delegation: Delegation) -> bytes:
    """The *giấy ủy quyền* of a delegation as .docx."""
    with translation.override("vi"):
        return _rendered(authorisation_of(delegation), delegation.paper_date)


def minutes_of(handover: Handover, held: Sequence[Held] | None) -> OfficialPaper:
    """The typed content of the minutes."""
    giver, receiver = handover.from_posting, handover.to_posting
    made_on = timezone.localtime(handover.made_at, clock.VIETNAM).date()
    bases = []
    if handover.paper_date:
        bases = [f"Căn cứ văn bản số {handover.paper_number} {_dated(handover.paper_date)}"]
    return OfficialPaper(
        kind=PaperKind.MINUTES,
        letterhead=_letterhead(giver.body, PaperKind.MINUTES, made_on),
        abstract=f"Về việc bàn giao công tác tại {giver.body.name}",
        legal_bases=tuple(bases),
        opening=(
            f"Từ ngày {date_vn(handover.on)}, công tác của chức vụ {giver.capacity} được bàn giao"
            " như sau:"
        ),
        sections=tuple(_minutes_sections(handover, held)),
        closing=(
            "Công việc của cơ quan không gắn với người ở lại cơ quan; người đã làm giữ tên trong"
            " hồ sơ. Biên bản lập thành 03 bản: mỗi bên giữ một bản, một bản lưu."
        ),
        signatures=(
            side("Bên giao", giver.capacity, giver.account.full_name),
            side("Bên nhận", receiver.capacity, receiver.account.full_name),
        ),
        recipients=Recipients((f"Lãnh đạo {giver.body.name}", "Bên giao, bên nhận")),
    )


def authorisation_of(delegation: Delegation) -> OfficialPaper:
    """The typed content of a *giấy ủy quyền*; another paper it rests on becomes its basis."""
    giver, receiver = delegation.from_posting, delegation.to_account
    own_number = _own_number(delegation)
    dated = _dated(delegation.paper_date)
    bases = () if own_number else (f"Căn cứ văn bản số {delegation.paper_number} {dated}",)
    head = _letterhead(giver.body, PaperKind.AUTHORISATION, delegation.paper_date, own_number)
    stands = nearest_posting(receiver, giver.body, delegation.valid_from)
    return OfficialPaper(
        kind=PaperKind.AUTHORISATION,
        letterhead=head,
        abstract=f"Thực hiện quyền của chức vụ {giver.capacity}",
        legal_bases=bases,
        sections=tuple(_authorisation_sections(delegation, stands)),
        closing="Hai bên chịu trách nhiệm thực hiện đúng nội dung và thời hạn ủy quyền",
        signatures=(
            side("Người được ủy quyền", stands.capacity if stands else "", receiver.full_name),
            side("Người ủy quyền", giver.capacity, giver.account.full_name),
        ),
        recipients=Recipients(("Người được ủy quyền", f"Lãnh đạo {giver.body.name}")),
    )


def _minutes_sections(handover: Handover, held: Sequence[Held] | None) -> list[PaperSection]:
    giver, receiver = handover.from_posting, handover.to_posting
    sides = (f"Bên giao: {_person(giver)}", f"Bên nhận: {_person(receiver)}")
    record = handover.record
    loans = [
        *(f"- Đã giao, hết từ ngày bàn giao: {paper}" for paper in record["lent"]),
        *(f"- Được nhận, hết từ ngày bàn giao: {paper}" for paper in record["borrowed"]),
    ]
    left = [f"- {noun}: {number(count)}" for noun, count in record["body"]]
    titled = [
        ("Hai bên", sides),
        ("Công việc bàn giao", _items(handover, held)),
        ("Công việc của cơ quan, ở lại cơ quan", left or ["Không có."]),
        ("Ủy quyền hết hiệu lực", loans or ["Không có."]),
    ]
    return _numbered(titled)


def _items(handover: Handover, held: Sequence[Held] | None) -> list[str]:
    """Counts by kind, and where they may be read the items, numbered within their kind."""
    counts = recorded_counts(handover)
    if not counts:
        return ["Không có công việc nào ghi tên chức vụ này."]
    if held is None:
        return [f"- {noun}: {number(count)}" for noun, count in counts]
    lines = []
    for kind in held:
        lines.append(f"- {kind.kind.noun}: {number(len(kind.items))}")
        lines += [f"{place}. {item.title}" for place, item in enumerate(kind.items, 1)]
    return lines


def _authorisation_sections(delegation: Delegation, stands: Posting | None) -> list[PaperSection]:
    giver, receiver = delegation.from_posting, delegation.to_account
    last_day = delegation.valid_to - timedelta(days=1) if delegation.valid_to else None
    until = f" đến hết ngày {date_vn(last_day)}" if last_day else ""
    office = f", {stands.capacity}, {stands.body.name}" if stands else ""
    content = (
        f"Thực hiện quyền của {giver.capacity}, {giver.body.name} trong hệ thống; ký thừa ủy"
        " quyền (TUQ.) các việc thuộc quyền đó."
    )
    titled = [
        ("Người ủy quyền", [_person(giver)]),
        ("Người được ủy quyền", [f"{receiver.full_name}{office}"]),
        ("Nội dung ủy quyền", [content]),
        ("Thời hạn", [f"Từ ngày {date_vn(delegation.valid_from)}{until}."]),
        ("Không ủy quyền lại", ["Người được ủy quyền không được ủy quyền lại cho người khác."]),
    ]
    return _numbered(titled)


def _numbered(titled: Sequence[tuple[str, Sequence[str]]]) -> list[PaperSection]:
    return [
        PaperSection(SectionLevel.CLAUSE, str(place), title, tuple(map(Statement, lines)))
        for place, (title, lines) in enumerate(titled, 1)
    ]


def _person(posting: Posting) -> str:
    return f"{posting.account.full_name}, {posting.capacity}, {posting.body.name}"


def _letterhead(
    body: Body, kind: PaperKind, issued_on: date, own_number: tuple[str, str] | None = None
) -> Letterhead:
    head = head_of(body, kind.abbreviation, issued_on)
    number_, symbol = own_number or (None, head.symbol)
    return Letterhead(head.parent_body, head.issuer, number_, symbol, head.place, issued_on)


def _own_number(delegation: Delegation) -> tuple[str, str] | None:
    """Number and symbol where the paper of the delegation is a *giấy ủy quyền* itself."""
    typed, slash, symbol = delegation.paper_number.partition("/")
    is_own = bool(slash) and symbol.upper().startswith(PaperKind.AUTHORISATION.abbreviation)
    return (typed, symbol) if is_own else None


def _dated(day: date) -> str:
    return f"ngày {date_vn(day)}"


def _rendered(paper: OfficialPaper, day: date) -> bytes:
    return render_paper(paper, profile=profile_on(day), demo_mark=settings.DEMO)
