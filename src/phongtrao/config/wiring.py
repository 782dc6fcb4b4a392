"""Plugs the stages together: the menu of the cycle, and what earlier stages show of later ones."""

from dataclasses import replace
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import ResolverMatch, reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.analytics import generations
from phongtrao.analytics.actions import note_change
from phongtrao.config.indicators import ReportingCatalogue
from phongtrao.config.known_figures import FieldworkRegisters, PlanningRegisters
from phongtrao.core import http, navigation, search
from phongtrao.core.navigation import Frame, MenuEntry, MenuPart, ShownEntry
from phongtrao.fieldwork.coreforce import queries as coreforce
from phongtrao.fieldwork.events import queries as events
from phongtrao.fieldwork.events.queries.engagements import engagements as festivals_held
from phongtrao.fieldwork.exemplars import queries as exemplars
from phongtrao.fieldwork.forums import queries as forums
from phongtrao.fieldwork.funds import queries as funds
from phongtrao.fieldwork.grassroots import queries as grassroots
from phongtrao.fieldwork.meetings import queries as meetings
from phongtrao.fieldwork.meetings.queries.engagements import engagements as meetings_held
from phongtrao.fieldwork.outreach import queries as outreach
from phongtrao.fieldwork.register.queries import occasions
from phongtrao.fieldwork.training import queries as classes
from phongtrao.fieldwork.weeks import queries as weeks
from phongtrao.intake import queries as intake
from phongtrao.org import sign_in
from phongtrao.org.actions import open_work
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import committee_inbox, held_work, places
from phongtrao.oversight import queries as oversight
from phongtrao.oversight.queries.engagements import engagements as inspections_held
from phongtrao.planning import queries as planning
from phongtrao.planning.queries import engagements, search_registers, targets
from phongtrao.planning.queries import search as planning_search
from phongtrao.planning.queries.internal import step_from_draft
from phongtrao.portal import queries as portal
from phongtrao.publishing import queries as publishing
from phongtrao.publishing.queries import search as publishing_search
from phongtrao.reporting import queries as reporting
from phongtrao.reporting.actions import counting, training
from phongtrao.reporting.queries import known, offline
from phongtrao.reporting.queries import search as reporting_search

MENU = (
    MenuEntry(_("Việc cần xử lý"), "inbox", "portal:inbox", "inbox.read"),
    MenuEntry(_("Tổng quan"), "layout-dashboard", "analytics:overview", "rollup.read"),
    MenuPart(_("Chỉ đạo, giao việc")),
    MenuEntry(
        _("Chương trình, kế hoạch"), "target-arrow", "planning:programme-list", "document.read"
    ),
    MenuEntry(_("Văn bản"), "file-text", "planning:document-list", "document.read"),
    MenuEntry(_("Tiếp nhận văn bản"), "file-upload", "intake:draft-list", "intake.read"),
    MenuEntry(_("Nhiệm vụ"), "list-check", "planning:task-list", "task.read"),
    MenuEntry(_("Giao việc nội bộ"), "users-group", "planning:internal-list", "internal.read"),
    MenuEntry(_("Kiến nghị, đề xuất"), "message-reply", "planning:proposal-list", "proposal.read"),
    MenuEntry(_("Lấy ý kiến dự thảo"), "messages", "planning:commentround-list", "comment.read"),
    MenuEntry(_("Đề án, dự thảo văn bản"), "timeline", "planning:scheme-list", "scheme.read"),
    MenuEntry(_("Lịch công tác"), "calendar-week", "weeks:week-now", "week.read"),
    MenuPart(_("Hoạt động phong trào")),
    MenuEntry(_("Mô hình, điển hình"), "award", "exemplars:model-list", "movement.read"),
    MenuEntry(_("Hội nghị, họp"), "presentation", "meetings:meeting-list", "movement.read"),
    MenuEntry(_("Ngày hội"), "confetti", "events:site-list", "movement.read"),
    MenuEntry(_("Tuyên truyền"), "speakerphone", "outreach:session-list", "movement.read"),
    MenuEntry(
        _("Diễn đàn lắng nghe Nhân dân"),
        "message-circle-user",
        "forums:forum-list",
        "movement.read",
    ),
    MenuEntry(_("Lực lượng nòng cốt"), "shield-check", "coreforce:team-list", "movement.read"),
    MenuEntry(_("Tập huấn"), "school", "training:class-list", "movement.read"),
    MenuEntry(_("Dân chủ ở cơ sở"), "scale", "grassroots:supervision-list", "movement.read"),
    MenuEntry(_("Kinh phí"), "coins", "funds:line-list", "movement.read"),
    MenuEntry(
        _("Kiểm tra, giám sát"), "clipboard-check", "oversight:inspection-list", "movement.read"
    ),
    MenuPart(_("Báo cáo, số liệu")),
    MenuEntry(_("Báo cáo"), "report", "reporting:round-list", "report.read"),
    MenuEntry(
        _("Biểu mẫu, chỉ tiêu"), "table-options", "reporting:template-list", "template.design"
    ),
    MenuEntry(_("Báo cáo tổng hợp"), "writing", "publishing:paper-list", "paper.read"),
    MenuEntry(_("Kiểm tra thể thức"), "ruler-measure", "publishing:layout-check", "paper.read"),
    MenuEntry(_("Tra cứu, thống kê"), "chart-bar", "analytics:figure-table", "rollup.read"),
    MenuPart(_("Danh mục, quản lý")),
    MenuEntry(_("Cơ quan, địa bàn"), "map-pin", "org:area-list", "area.read"),
    MenuEntry(_("Tài khoản cán bộ"), "users", "org:account-list", "account.manage"),
    MenuEntry(_("Lịch nghỉ, làm bù"), "calendar", "portal:calendar-detail", "calendar.manage"),
    MenuEntry(_("Nhật ký"), "history", "portal:audit-list", "audit.read"),
)

# Pages of org whose paper publishing writes: who reads the page may take the paper.
_PAPERS = {
    "org:handover-detail": [("publishing:handover-word", _("Biên bản (Word)"))],
    "org:delegation-detail": [("publishing:delegation-word", _("Giấy ủy quyền (Word)"))],
    "planning:programme-matrix": [("publishing:programme-duties", _("Bảng phân công (Word)"))],
    "org:composition-detail": [
        ("publishing:committee-decision", _("Quyết định (Word)")),
        ("publishing:committee-notice", _("Thông báo phân công (Word)")),
    ],
    "planning:urging-detail": [("publishing:urging-word", _("Công văn đôn đốc (Word)"))],
    "weeks:week-detail": [("publishing:week-word", _("Lịch tuần (Word)"))],
    "meetings:meeting-detail": [
        ("publishing:meeting-notice", _("Thông báo kết luận (Word)")),
        ("meetings:meeting-calendar", _("Tệp lịch (.ics)")),
        ("publishing:meeting-book", _("Tập tài liệu (PDF)")),
    ],
    "meetings:invitation-list": [("publishing:meeting-invitation", _("Giấy mời (Word)"))],
    "events:site-detail": [
        ("publishing:festival-invitation", _("Giấy mời (Word)")),
        ("publishing:festival-report", _("Báo cáo kết quả (Word)")),
    ],
}

# Pages of what may stand in the calendar of a week, with the kind of their object.
_IN_WEEKS = {
    "meetings:meeting-detail": "meetings.meeting",
    "oversight:inspection-detail": "oversight.inspection",
    "oversight:session-detail": "oversight.inspectionsession",
    "events:site-detail": "events.festivalsite",
}
# Papers that there is nothing to write of yet are not offered.
_ONLY_WHERE = {
    "publishing:festival-invitation": events.has_invitations,
    "publishing:festival-report": events.has_result,
    "publishing:meeting-invitation": meetings.has_invitations,
}
# And those that are not for everybody who may open the object.
_ONLY_FOR = {"publishing:meeting-notice": meetings.has_notice_for}
_OCCASIONS = {occasions.LAUNCHES: exemplars.launched_on, occasions.FESTIVALS: events.held_on}


def _write_general(building: generations.Building) -> None:
    from phongtrao.analytics.actions.general_files import write_general  # late: imports Arrow

    write_general(building)


# The slices of fieldwork: each offers what goes on, what search finds, and its counts.
_SLICES = (classes, coreforce, events, exemplars, forums, funds, grassroots, meetings, outreach)
_FOUND_IN = (
    planning_search,
    search_registers,
    *_SLICES,
    reporting_search,
    oversight,
    publishing_search,
)

# What waits for an official, of every stage.
_INBOX: list[portal.InboxProvider] = [
    intake.inbox_sources,
    planning.inbox_sources,
    classes.inbox_sources,
    coreforce.inbox_sources,
    events.inbox_sources,
    forums.inbox_sources,
    grassroots.inbox_sources,
    meetings.inbox_sources,
    outreach.inbox_sources,
    oversight.inbox_sources,
    reporting.inbox_sources,
    publishing.inbox_sources,
    exemplars.inbox_sources,
    committee_inbox.inbox_sources,
    weeks.inbox_sources,
    portal.calendar_items,
]

# What a body is engaged in on a day, of every register; calendar programs are told these too.
_HELD = [meetings_held, festivals_held, inspections_held]


def connect() -> None:
    """Hand every stage what it needs of a later one; called once, when the site is loaded."""
    navigation.furnish_with(_frame)
    http.check_also(sign_in.check_second_factor)
    search.offer([kind for stage in _FOUND_IN for kind in stage.FINDABLE])
    stages = (intake, planning, reporting, publishing)
    owners = (*stages, *_SLICES, oversight)
    open_work.register([each for stage in owners for each in stage.OPEN_WORK])
    held_work.offer([each for stage in stages for each in stage.HELD_WORK], portal.inbox)
    counting.follow([note_change])
    training.know_pages({"publishing.paper": "publishing:paper-detail"})
    generations.also_write(_write_general)
    targets.use_catalogue(ReportingCatalogue())
    known.offer_figures([PlanningRegisters(), FieldworkRegisters([s.counts for s in _SLICES])])
    places.offer_links([_tasks_of_place, _inspections_of_place])
    occasions.find_with(_OCCASIONS)
    portal.offer_inbox(_INBOX)
    portal.offer_week(weeks.this_week)
    engagements.offer_engagements(
        [weeks.engagements, *_HELD, engagements.due_engagements],
        to_feeds=[*_HELD, weeks.feed_engagements],
    )


def _frame(request: HttpRequest) -> Frame:
    """The frame of a page with what a later stage offers to do with its object."""
    return replace(
        portal.frame(request, entries=MENU),
        steps=_steps(request),
        scripts=offline.SCRIPTS,
        script_data=offline.script_data(_account_id(request)),
    )


def _account_id(request: HttpRequest) -> int | None:
    user = getattr(request, "user", None)
    return user.pk if user is not None and user.is_authenticated else None


def _steps(request: HttpRequest) -> list[ShownEntry]:
    """From the object of a page to the paper that is written from it."""
    found = request.resolver_match
    if found is None:
        return []
    actor: Actor = request.actor  # type: ignore[attr-defined]  # put there by the middleware
    if found.view_name in _IN_WEEKS and actor.can("week.read"):
        return [*_papers(actor, found), _to_week(found)]
    if found.view_name in _PAPERS:
        return _papers(actor, found)
    if found.view_name == "planning:document-detail":
        url = reverse("portal:paper-graph", args=[found.kwargs["pk"]])
        return [ShownEntry(_("Quan hệ văn bản"), "affiliate", url, active=False)]
    offered = {
        "reporting:rollup-detail": publishing.step_from_roll_up,
        "planning:commentround-detail": publishing.step_from_comment_round,
        "intake:draft-detail": step_from_draft,
    }.get(found.view_name)
    if offered is None:
        return []
    step = offered(request.actor, found.kwargs["pk"])  # type: ignore[attr-defined]  # put there by the middleware
    return [step] if step else []


def _papers(actor: Actor, found: ResolverMatch) -> list[ShownEntry]:
    """The papers and files that are written of the object of a page."""
    pk = found.kwargs["pk"]
    return [
        ShownEntry(label, "file-download", reverse(name, args=[pk]), active=False)
        for name, label in _PAPERS.get(found.view_name, ())
        if (name not in _ONLY_WHERE or _ONLY_WHERE[name](pk))
        and (name not in _ONLY_FOR or _ONLY_FOR[name](actor, pk))
    ]


def _to_week(found: ResolverMatch) -> ShownEntry:
    """The week of the body in which the object of a page lies, to be taken into it."""
    key = f"{_IN_WEEKS[found.view_name]}:{found.kwargs['pk']}"
    url = f"{reverse('weeks:week-now')}?{urlencode({'viec': key})}"
    return ShownEntry(_("Lịch tuần, trùng lịch"), "calendar-week", url, active=False)


def _tasks_of_place(actor: Actor, area: AreaVersion) -> list[ShownEntry]:
    """The tasks led by bodies that are named after a place."""
    if not actor.can("task.read"):
        return []
    url = f"{reverse('planning:task-list')}?{urlencode({'co_quan': area.full_name})}"
    return [ShownEntry(_("Nhiệm vụ do cơ quan ở đây chủ trì"), "list-check", url, active=False)]


def _inspections_of_place(actor: Actor, area: AreaVersion) -> list[ShownEntry]:
    """The inspections of bodies of a place and of the places that went into it."""
    if not actor.can("movement.read"):
        return []
    url = f"{reverse('oversight:inspection-list')}?{urlencode({'o_dia_ban': area.lineage_id})}"
    return [ShownEntry(_("Cuộc kiểm tra cơ quan ở đây"), "clipboard-check", url, active=False)]
