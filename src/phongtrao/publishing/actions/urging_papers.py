"""From a letter that urges to its Word draft. Stores nothing.

The words are Vietnamese whatever the language of the page.
"""

from collections.abc import Sequence
from itertools import groupby

from django.conf import settings
from django.utils import translation

from phongtrao.core.formats import date_vn
from phongtrao.planning.models import UrgedTask, Urging
from phongtrao.publishing.actions.letterheads import letterhead_of
from phongtrao.publishing.queries.names import head_of
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import (
    Authority,
    AuthorityLine,
    OfficialPaper,
    PaperSection,
    Recipients,
    SectionLevel,
    SignatureBlock,
    Statement,
)
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper

_MOST_ADDRESSEES = 12  # more are named in the text, not at the head


def urging_bytes(urging: Urging, items: Sequence[UrgedTask]) -> bytes:
    """The letter as .docx, with the demo mark on a demo installation."""
    with translation.override("vi"):
        return render_paper(
            urging_letter(urging, items),
            profile=profile_on(urging.made_on),
            demo_mark=settings.DEMO,
        )


def urging_letter(urging: Urging, items: Sequence[UrgedTask]) -> OfficialPaper:
    """The typed content of the letter; number and signature stay open for the pen."""
    head = head_of(urging.body, "", urging.made_on)
    ordinal = max((item.ordinal for item in items), default=1)
    again = f" (lần {ordinal})" if ordinal > 1 else ""
    leads = list(dict.fromkeys(item.task.lead.name for item in items))
    many = len(leads) > _MOST_ADDRESSEES
    return OfficialPaper(
        kind=PaperKind.LETTER,
        letterhead=letterhead_of(head, symbol=urging.body.symbol),
        abstract=f"đôn đốc thực hiện nhiệm vụ quá hạn{again}",
        addressees=("Các cơ quan có tên dưới đây",) if many else tuple(leads),
        opening=(
            f"Qua theo dõi, đến ngày {date_vn(urging.made_on)}, các nhiệm vụ do {head.issuer} giao"
            " dưới đây đã quá hạn, chưa có báo cáo hoàn thành:"
        ),
        sections=tuple(_sections(items)),
        closing=(
            f"{head.issuer} đề nghị các cơ quan khẩn trương hoàn thành, báo cáo kết quả; trường hợp"
            " có khó khăn, vướng mắc, nêu rõ nguyên nhân và đề xuất biện pháp giải quyết"
        ),
        recipients=Recipients(("Như trên",)),
        signatures=(SignatureBlock((AuthorityLine(Authority.OWN, ""),)),),
    )


def _sections(items: Sequence[UrgedTask]) -> list[PaperSection]:
    grouped = groupby(items, key=lambda item: (item.task.lead_id, item.task.lead.name))
    return [
        PaperSection(SectionLevel.CLAUSE, str(place), name, tuple(map(_line, tasks)))
        for place, ((_pk, name), tasks) in enumerate(grouped, start=1)
    ]


def _line(item: UrgedTask) -> Statement:
    task = item.task
    source = f"theo {task.requirement.document.heading}, " if task.requirement else ""
    again = f", đôn đốc lần {item.ordinal}" if item.ordinal > 1 else ""
    late = f", quá hạn {item.days_late} ngày" if item.days_late else ""
    return Statement(f"- {task.title} ({source}hạn {date_vn(item.due_on)}{late}{again}).")
