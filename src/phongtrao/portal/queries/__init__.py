"""What the door shows: the frame of a page, *Việc cần xử lý*, notices, the audit chain."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import audit, formats, working_days
from phongtrao.core.boundary import disclosure
from phongtrao.core.calendar import CalendarRow, DayKind, YearStatus
from phongtrao.core.errors import NotFound
from phongtrao.core.inbox import InboxItem, Tab, tab_of
from phongtrao.core.inbox_sources import Source, counts_of, lines_of
from phongtrao.core.models import AuditEntry, CalendarDay, Notice, StoredFile
from phongtrao.core.navigation import (
    Frame,
    MenuEntry,
    MenuPart,
    Standing,
)
from phongtrao.core.vietnamese import sort_key
from phongtrao.org.models import AreaVersion, Delegation, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.roles import Role
from phongtrao.planning import queries as planning
from phongtrao.planning.models import InternalAssignment, ProgrammeDocument, Task
from phongtrao.planning.rules import CLASS_LABELS, TaskClass
from phongtrao.portal import permissions, rules
from phongtrao.portal.queries import menu
from phongtrao.portal.rules import help_section
from phongtrao.reporting import imports as catalogue
from phongtrao.reporting import queries as reporting
from phongtrao.reporting.exports import period_name
from phongtrao.reporting.models import Indicator, Report, official
from phongtrao.reporting.queries.definitions import definition_of

InboxProvider = Callable[[Actor, date], Iterable[Source | InboxItem]]
TABS: dict[Tab, Any] = {
    "waiting": _("Chờ xử lý"),
    "soon": _("Sắp đến hạn"),
    "late": _("Quá hạn"),
    "returned": _("Bị trả lại"),
    "done": _("Đã xử lý"),
}
SLUGS: dict[str, Tab] = {
    "cho-xu-ly": "waiting",
    "sap-den-han": "soon",
    "qua-han": "late",
    "bi-tra-lai": "returned",
    "da-xu-ly": "done",
}
_INSIDE = InternalAssignment._meta.label_lower
_inbox_providers: list[InboxProvider] = []
# The lines of this week for the first page, and how many there are.
WeekSource = Callable[[Actor, date], tuple[list[Any], int]]
_week_sources: list[WeekSource] = []


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the four figures of *địa bàn của tôi*."""

    name: Any
    figure: str
    note: Any = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """One year of the calendar in force: its status, its days off and worked Saturdays."""

    status: YearStatus
    days: list[CalendarRow]
    corrections: list[CalendarDay]
    corrected: frozenset[date]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a correction file would do; `mark` fits only while the calendar stands as it does."""

    changes: list[rules.CalendarChange]
    new: list[CalendarRow]
    # Packaged days of a year that the file confirms: they would count as official too.
    taken_over: list[CalendarRow]
    mark: str


@dataclass(frozen=True, slots=True)
class CountedThings:
    """The catalogue in four figures, as the public page tells it."""

    indicators: int
    scored: int
    of_people: int
    splits: list[str]


def offer_inbox(providers: Sequence[InboxProvider]) -> None:
    """Name the stages whose items stand in *Việc cần xử lý*; called once by the wiring."""
    _inbox_providers[:] = providers


def offer_week(source: WeekSource) -> None:
    """Name the calendar that stands under *Việc cần xử lý*; called once by the wiring."""
    _week_sources[:] = [source]


def this_week(actor: Actor, day: date) -> tuple[list[Any], int]:
    """What the acting body's approved calendar still holds this week."""
    return _week_sources[0](actor, day) if _week_sources else ([], 0)


def inbox(actor: Actor, day: date) -> list[InboxItem]:
    """Everything the acting body is asked to do or has done lately, the nearest deadline first."""
    items = lines_of(each for offer in _inbox_providers for each in offer(actor, day))
    return sorted(items, key=lambda item: (item.due_on or date.max, item.title))


def inbox_tabs(items: Sequence[InboxItem], chosen: str) -> list[dict[str, Any]]:
    """The tabs with their counts; `chosen` is the slug of the open one."""
    return [
        {
            "label": TABS[tab],
            "url": f"?muc={slug}",
            "active": slug == chosen,
            "count": sum(1 for item in items if item.tab == tab),
        }
        for slug, tab in SLUGS.items()
    ]


def standings(actor: Actor) -> list[Standing]:
    """The capacities the account may act in today: its own postings, then those lent to it."""
    own = [_of_posting(posting) for posting in actor.own_postings]
    lent = [_of_delegation(row) for row in actor.lent_postings]
    return own + lent


def frame(request: HttpRequest, entries: Sequence[MenuEntry | MenuPart]) -> Frame:
    """The frame as this reader may see it; a bare one for a visitor."""
    language_url, told = reverse("portal:language-switch"), reverse("portal:transparency")
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return Frame(language_url=language_url, disclosure_url=told)
    actor: Actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    return Frame(
        bare=False,
        rail=request.COOKIES.get("rail") == "1",
        person=actor.account.full_name or actor.account.username,
        acting=_acting(actor),
        choices=standings(actor),
        menu=menu.shown(actor, entries, request.path),
        unread=Notice.objects.filter(account=actor.account, read_at=None).count(),
        notices_url=reverse("portal:notice-list"),
        switch_url=reverse("portal:acting-switch"),
        language_url=language_url,
        sign_out_url=reverse("account_logout"),
        search_url=reverse("portal:search"),
        palette_url=reverse("portal:search-palette"),
        help_url=f"{reverse('portal:help')}#{help_section(request.path)}",
        alive_url=reverse("portal:still-here"),
        disclosure_url=told,
        account_links=(
            (_("Công việc đang giữ"), reverse("org:held-work")),
            (_("Ủy quyền"), reverse("org:delegation-list")),
            (_("Đổi mật khẩu"), reverse("account_change_password")),
            (_("Xác thực hai lớp"), reverse("mfa_index")),
            *([(_("Mã truy cập"), reverse("org:token-list"))] if actor.can("token.keep") else []),
        ),
    )


def notices(actor: Actor) -> QuerySet[Notice]:
    """The account's notices, newest first; they follow the person through his postings."""
    return Notice.objects.filter(account=actor.account)


def notice_for(actor: Actor, pk: int) -> Notice:
    """One of the account's own notices; raises NotFound."""
    notice = notices(actor).filter(pk=pk).first()
    if notice is None:
        raise NotFound
    return notice


def area_figures(actor: Actor, day: date) -> list[Figure]:
    """My area in four figures: its places, running and late tasks, reports of the last round."""
    if actor.posting is None:
        return []
    return [*_counted_figures(actor, day), *_report_figure(actor)]


def audit_entries(actor: Actor) -> QuerySet[AuditEntry]:
    """The links of the chain about the acting body's area: all of them for the centre.

    Work given inside a body is told to the auditors of that body alone.
    """
    own = Posting.objects.filter(Q(body=actor.body_id) | Q(body__parent=actor.body_id))
    inside_others = Q(target_type=_INSIDE) & ~Q(posting_id__in=own.values("pk"))
    entries = AuditEntry.objects.select_related("auditpayload").exclude(inside_others)
    if actor.scope.everything:
        return entries
    inside = Posting.objects.filter(actor.scope.where("body__area_id")).values("pk")
    return entries.filter(posting_id__in=inside)


def accounts_by_role(day: date) -> list[tuple[Any, int]]:
    """How many accounts hold each role on a day; an account with two roles counts in both."""
    held = Posting.objects.on(day).filter(account__is_active=True)
    counted = dict(held.values_list("role").annotate(Count("account", distinct=True)).order_by())
    return [(role.label, counted.get(role.value, 0)) for role in Role]


def stored_counts(day: date) -> list[tuple[Any, int]]:
    """How much of the work is stored; counts of the installation, never of persons."""
    return [
        (_("Đơn vị hành chính cấp xã"), AreaVersion.objects.on(day).at_level("commune").count()),
        (_("Văn bản của chương trình"), ProgrammeDocument.objects.count()),
        (_("Nhiệm vụ"), Task.objects.count()),
        (_("Báo cáo phải nộp"), Report.objects.filter(official("round__")).count()),
        (_("Tệp lưu trữ"), StoredFile.objects.count()),
        (_("Mục nhật ký hành động"), audit.head()[0]),
    ]


def counted_things() -> CountedThings:
    """What the indicators of this installation count and by what they are split."""
    rows = list(Indicator.objects.all())
    splits = {part for row in rows for part in row.disaggregation}
    return CountedThings(
        indicators=len(rows),
        scored=sum(row.is_scored for row in rows),
        of_people=sum(row.counts_people for row in rows),
        splits=sorted(splits, key=sort_key),
    )


@cache
def structure_hash() -> str:
    """The hash of what the running code can store and count; the same in every installation."""
    definitions = [definition_of(row) for row in catalogue.packaged_indicators()]
    return disclosure.structure_hash(definitions, catalogue.packaged_forms())


def calendar_years(day: date) -> list[int]:
    """The years that the page shows: those with a table or a correction, this one and the next."""
    calendar = working_days.work_calendar()
    tabled = {row.day.year for row in calendar.rows}
    return sorted(tabled | {day.year, day.year + 1} | set(_corrected_years()))


def calendar_year(year: int) -> CalendarYear:
    """One year as deadlines are counted with it now."""
    calendar = working_days.work_calendar()
    corrections = list(CalendarDay.objects.filter(day__year=year))
    days = working_days.days_of(calendar, year)
    corrected = frozenset(c.day for c in corrections if c.kind != DayKind.CONFIRM_YEAR)
    return CalendarYear(calendar.year_status(year), days, corrections, corrected)


def correction_for(actor: Actor, pk: int) -> CalendarDay:
    """A stored correction for whoever may change it; raises NotFound."""
    found = None
    if permissions.may_correct_calendar(actor):
        found = CalendarDay.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def corrections_like(row: CalendarRow) -> QuerySet[CalendarDay]:
    """The stored correction that speaks of the same day, or confirms the same year."""
    rows = CalendarDay.objects.filter(day=row.day)
    if row.kind is DayKind.CONFIRM_YEAR:
        return rows.filter(kind=DayKind.CONFIRM_YEAR)
    return rows.exclude(kind=DayKind.CONFIRM_YEAR)


def proposal(rows: Sequence[CalendarRow]) -> Proposal:
    """What these rows would change in the calendar in force, without changing it."""
    stored = working_days.stored_corrections()
    now = working_days.corrected_calendar(stored)
    then = working_days.corrected_calendar((*stored, *rows))
    known = set(stored)
    corrected = {row.day for row in (*stored, *rows) if row.kind is not DayKind.CONFIRM_YEAR}
    confirmed = sorted({row.day.year for row in rows if row.kind is DayKind.CONFIRM_YEAR})
    return Proposal(
        changes=rules.calendar_changes(rows, now, then),
        new=[row for row in rows if row not in known],
        taken_over=[
            row
            for year in confirmed
            for row in working_days.days_of(then, year)
            if row.day not in corrected
        ],
        mark=rules.calendar_mark([*stored, *rows]),
    )


def calendar_items(actor: Actor, day: date) -> list[InboxItem]:
    """For an administrator, each year whose days off still wait for their paper."""
    if not permissions.may_correct_calendar(actor):
        return []
    return [
        InboxItem(
            kind=_("Lịch làm việc"),
            title=warning.shown(gettext),
            body="",
            due_on=(due_on := date(int(warning.data["year"]) - 1, 12, 31)),
            state_label=_("Chưa xác nhận"),
            tone="warning",
            url=f"{reverse('portal:calendar-detail')}?nam={warning.data['year']}",
            verb=_("Xem và nhập điều chỉnh"),
            tab=tab_of(due_on, day),
        )
        for warning in working_days.work_calendar().warnings(day)
        if rules.is_reminded(day, warning.data["year"])
    ]


def _corrected_years() -> list[int]:
    return [row.day.year for row in working_days.stored_corrections()]


def _acting(actor: Actor) -> Standing | None:
    if actor.posting is None:
        return None
    if actor.delegation is not None:
        return _of_delegation(actor.delegation)
    return _of_posting(actor.posting)


def _of_posting(posting: Posting) -> Standing:
    return Standing(str(posting.pk), posting.body.name, posting.capacity)


def _of_delegation(row: Delegation) -> Standing:
    lent = row.from_posting
    return Standing(str(lent.pk), lent.body.name, lent.capacity, row.paper_number)


def _counted_figures(actor: Actor, day: date) -> list[Figure]:
    places = AreaVersion.objects.on(day).filter(actor.scope.where("lineage_id"), level="commune")
    classes = (TaskClass.RUNNING_IN_TIME, TaskClass.RUNNING_LATE) if actor.can("task.read") else ()
    seen, tasks_page = planning.visible_tasks(actor), reverse("planning:task-list")
    of_tasks = (planning.in_class(seen, name, day) for name in classes)
    count, *running = counts_of(places, *of_tasks)
    note = _("trong cả nước") if actor.scope.everything else _("thuộc địa bàn của tôi")
    return [
        Figure(_("Đơn vị hành chính cấp xã"), formats.number(count), note),
        *(
            Figure(
                CLASS_LABELS[name],
                formats.number(figure),
                _("nhiệm vụ trên địa bàn"),
                f"{tasks_page}?phan_loai={name}",
            )
            for name, figure in zip(classes, running, strict=True)
        ),
    ]


def _report_figure(actor: Actor) -> list[Figure]:
    if not actor.can("report.read"):
        return []
    # What is asked beside the periods, as of an inspection, is not the round of the area.
    periodic = reporting.rounds_for(actor).filter(official(), one_off__isnull=True)
    last = periodic.first()
    if last is None:
        return []
    counted: Any = last  # `rounds_for` counts reports within scope as `sent` and `of`
    sent = f"{formats.number(counted.sent)}/{formats.number(counted.of)}"
    address = reverse("reporting:round-detail", args=[last.pk])
    return [Figure(_("Báo cáo đã gửi, đợt gần nhất"), sent, period_name(last), address)]
