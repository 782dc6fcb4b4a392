"""Noting a letter that urges bodies to send their late reports."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.reporting import permissions, queries
from phongtrao.reporting.models import Round


@transaction.atomic
def note_urging(
    round_: Round, report_ids: Collection[int], *, paper: str, issued_on: date, by: Actor
) -> int:
    """Note number and day of a letter that was issued: each report it names says so from now on.

    A draft counts for nothing: only what is noted here makes the next letter the second one.
    Returns how many reports; raises ``Forbidden`` and ``InvalidInput`` (no number, a day to come
    or before the deadline, a report that is no longer late or was never the body's to urge).
    """
    if not permissions.can_urge(by, round_):
        raise Forbidden(N_("Chỉ cơ quan duyệt báo cáo của cấp này mới đôn đốc được."))
    wanted = set(report_ids)
    items = queries.overdue_in(by, round_, clock.now(), only=wanted)
    if not wanted or len(items) != len(wanted):
        raise InvalidInput(
            N_("Hãy chọn ít nhất một cơ quan chưa gửi; cơ quan vừa gửi báo cáo đã được bỏ ra."),
            "urging.reports",
        )
    told = tidy_line(paper)[:200]
    if not told or not round_.deadline_at.astimezone(clock.VIETNAM).date() <= issued_on <= by.day:
        raise InvalidInput(
            N_("Hãy ghi số, ký hiệu và ngày ban hành: từ ngày hết hạn đến hôm nay."),
            "urging.paper",
        )
    for item in items:
        day = issued_on.isoformat()
        audit.record("report.urged", item.report, by=by, paper=told, on=day, ordinal=item.ordinal)
    notify.notify(
        postings_in([item.report.body_id for item in items], "report.submit", by.day),
        kind="report.urged",
        text=_("Đôn đốc gửi báo cáo theo %(paper)s ngày %(day)s: %(report)s.")
        % {
            "paper": told,
            "day": date_vn(issued_on),
            "report": str(round_.template_version.template),
        },
        address=reverse("reporting:round-detail", args=[round_.pk]),
    )
    return len(items)
