"""Pages of the door: *Việc cần xử lý*, notices, capacities, the audit chain, the calendar."""

from datetime import date
from itertools import islice
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import audit, clock, lists, navigation, uploads, working_days
from phongtrao.core.boundary import disclosure
from phongtrao.core.calendar import CalendarRow, DayKind, parse_corrections
from phongtrao.core.errors import InvalidInput, NotFound, Refused
from phongtrao.core.http import page, public, requires
from phongtrao.org import sign_in
from phongtrao.portal import actions, imports, permissions, queries, rules
from phongtrao.portal.exports import AUDIT_LIST, NOTICE_LIST
from phongtrao.portal.forms import AuditFilter, CorrectionFileForm, NoticeFilter
from phongtrao.portal.queries import guides
from phongtrao.portal.samples import samples

MOST_FAULTS = 200  # more would not help whoever reads them
# The rows of a correction file wait here between the upload and the confirmation.
_PROPOSED = "calendar_proposal"


@requires("inbox.read")
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """What the acting body has to do today."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    items = queries.inbox(actor, clock.today())
    slug = request.GET.get("muc", "")
    if slug not in queries.SLUGS:
        slug = "cho-xu-ly"
    week, week_count = queries.this_week(actor, clock.today())
    context = {
        "week": week,
        "week_count": week_count,
        "items": [item for item in items if item.tab == queries.SLUGS[slug]],
        "tabs": queries.inbox_tabs(items, slug),
        "figures": queries.area_figures(actor, clock.today()),
        "asks_second_factor": sign_in.must_set_up_second_factor(actor),
    }
    return page(request, "portal/inbox.html", context)


@requires("inbox.read")
@require_POST
def acting_switch(request: HttpRequest) -> HttpResponse:
    """Act in another capacity from now on."""
    key = request.POST.get("chuc_trach", "")
    actions.choose_standing(request, key, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Đã đổi chức trách đang làm việc."))
    return redirect("portal:inbox")


@requires("notice.read")
@require_safe
def notice_list(request: HttpRequest) -> HttpResponse:
    """The account's notices."""
    filters = NoticeFilter(request.GET, queries.notices(request.actor))  # type: ignore[attr-defined]
    found = lists.list_page(request, NOTICE_LIST, filters.qs, filters=filters)
    return page(request, "portal/notice_list.html", {"list": found})


@requires("notice.read")
@require_POST
def notice_read(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one notice as read and go to what it speaks of."""
    notice = actions.read_notice(queries.notice_for(request.actor, pk))  # type: ignore[attr-defined]
    return HttpResponseRedirect(_own_address(request, notice.address))


@requires("notice.read")
@require_POST
def notice_read_all(request: HttpRequest) -> HttpResponse:
    """Mark every notice as read."""
    actions.read_all_notices(by=request.actor)  # type: ignore[attr-defined]
    return redirect("portal:notice-list")


@requires("audit.read")
@require_safe
def audit_list(request: HttpRequest) -> HttpResponse:
    """The audit chain within the auditor's area."""
    filters = AuditFilter(request.GET, queries.audit_entries(request.actor))  # type: ignore[attr-defined]
    found = lists.list_page(request, AUDIT_LIST, filters.qs, filters=filters)
    return page(request, "portal/audit_list.html", {"list": found})


@requires("audit.read")
@require_safe
def audit_excel(request: HttpRequest) -> FileResponse:
    """The filtered chain as a workbook."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    filters = AuditFilter(request.GET, queries.audit_entries(actor))
    return lists.excel(request, AUDIT_LIST, filters.qs, heading=[actor.label])


@requires("audit.read")
@require_safe
def audit_verify(request: HttpRequest) -> HttpResponse:
    """Walk the whole chain and show every place where it does not hold."""
    faults = list(islice(audit.faults(), MOST_FAULTS))
    length, last_hash = audit.head()
    context = {"faults": faults, "length": length, "last_hash": last_hash, "at": clock.now()}
    return page(request, "portal/audit_verify.html", context)


@requires("inbox.read")
@require_safe
def calendar_detail(request: HttpRequest) -> HttpResponse:
    """The days off and the worked Saturdays of a year, each with its paper."""
    today = clock.today()
    years = queries.calendar_years(today)
    asked = request.GET.get("nam", "")
    year = next((known for known in years if str(known) == asked), today.year)
    context = {
        "year": year,
        "tabs": [{"label": str(y), "url": f"?nam={y}", "active": y == year} for y in years],
        "table": queries.calendar_year(year),
        "warnings": working_days.work_calendar().warnings(today),
        "weekdays": rules.WEEKDAYS,
        "kinds": rules.KIND_WORDS,
        "may_correct": permissions.may_correct_calendar(request.actor),  # type: ignore[attr-defined]
    }
    return page(request, "portal/calendar_detail.html", context)


def _read_table(request: HttpRequest) -> tuple[str, str]:
    """The text of the sent file and the sentence of its refusal; outside the transaction."""
    table = uploads.judged(request, reader=imports.READER)
    if table is None:
        return "", ""
    if table.accepted and table.kind not in imports.TABLE_KINDS:
        return "", _("Đây không phải là tệp CSV; lịch được giữ nguyên. Hãy lưu lại dạng CSV UTF-8.")
    return str(table.result or ""), table.refusal


@requires("calendar.manage", before=_read_table)
def calendar_import(request: HttpRequest) -> HttpResponse:
    """Bring a correction file; nothing is changed before its preview is confirmed."""
    permissions.require_calendar(request.actor)  # type: ignore[attr-defined]
    posted = request.method == "POST"
    form = CorrectionFileForm(request.POST, request.FILES) if posted else CorrectionFileForm()
    faults: dict[str, Any] = {}
    if form.is_valid():
        try:
            request.session[_PROPOSED] = _rows_to_propose(*request.prepared)  # type: ignore[attr-defined]
        except InvalidInput as refusal:
            form.add_error("file", refusal.shown(_))
            faults = refusal.fields
        else:
            return redirect("portal:calendar-preview")
    context = {"form": form, "faults": faults}
    return page(request, "portal/calendar_import.html", context, status=422 if posted else 200)


def _rows_to_propose(text: str, refusal: str) -> list[list[str]]:
    """The rows of a readable file as the session keeps them. Raises InvalidInput."""
    if refusal:
        raise InvalidInput(refusal, code="calendar.file")
    rows = parse_corrections(text)
    if not queries.proposal(rows).new:
        raise InvalidInput(_("Mọi dòng của tệp đã có trong lịch; không có gì để thay đổi."))
    return [[row.day.isoformat(), str(row.kind), row.name, row.source] for row in rows]


@requires("calendar.manage", unread=("mark",))
def calendar_preview(request: HttpRequest) -> HttpResponse:
    """What the file would change; confirmed here."""
    permissions.require_calendar(request.actor)  # type: ignore[attr-defined]
    rows = [_row(*kept) for kept in request.session.get(_PROPOSED, [])]
    if not rows:
        messages.info(request, _("Không còn tệp nào chờ xác nhận; hãy chọn lại tệp."))
        return redirect("portal:calendar-import")
    fault = None
    if request.method == "POST":
        actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
        try:
            count = actions.correct_calendar(rows, seen=request.POST.get("mark", ""), by=actor)
        except Refused as refusal:
            fault = refusal
        else:
            return _corrected(request, rows, count)
    context = {"proposal": queries.proposal(rows), "kinds": rules.KIND_WORDS, "fault": fault}
    return page(request, "portal/calendar_preview.html", context, status=409 if fault else 200)


def _row(day: str, kind: str, name: str, source: str) -> CalendarRow:
    return CalendarRow(date.fromisoformat(day), DayKind(kind), name, source)


def _corrected(request: HttpRequest, rows: list[CalendarRow], count: int) -> HttpResponse:
    del request.session[_PROPOSED]
    messages.success(request, _("Đã ghi %(count)s điều chỉnh lịch làm việc.") % {"count": count})
    return _to_year(rows[0].day.year)


def _to_year(year: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('portal:calendar-detail')}?nam={year}")


@requires("calendar.manage")
@require_POST
def correction_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a correction."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    correction = queries.correction_for(actor, pk)
    actions.withdraw_correction(correction, by=actor)
    messages.success(request, _("Đã bỏ điều chỉnh; ngày này trở lại như bảng kèm phần mềm."))
    return _to_year(correction.day.year)


@requires("inbox.read")
@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every component in every state, for those who build pages; not there in real use."""
    if not (settings.DEBUG or settings.DEMO):
        raise NotFound
    return page(request, "portal/components.html", samples(request))


@requires("inbox.read")
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """What each page is for and how its work is done, in a few lines each."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    return page(request, "portal/help.html", {"guides": guides.guides_for(actor)})


@requires("inbox.read")
@require_safe
def still_here(request: HttpRequest) -> HttpResponse:
    """The sign of life that a page sends while somebody types; the session then lives on."""
    return HttpResponse(status=204)


@public
@require_safe
def transparency(request: HttpRequest) -> HttpResponse:
    """Everything that can be stored here, made from the running code; the same for everybody."""
    navigation.show_bare(request)
    today = clock.today()
    context = {
        "same_for_all": True,
        "classes": [(rules.CLASS_WORDS[c.code], c) for c in disclosure.stored_classes()],
        "roles": queries.accounts_by_role(today),
        "counts": queries.stored_counts(today),
        "counted": queries.counted_things(),
        "never": rules.NEVER_STORED,
        "retention": rules.RETENTION,
        "structure_hash": queries.structure_hash(),
        "chain_hash": audit.head()[1],
    }
    response = page(request, "portal/transparency.html", context)
    # The answer to somebody signed in may renew his session: no shared cache may keep that.
    kept_by = "private" if request.user.is_authenticated else "public"
    response["Cache-Control"] = f"{kept_by}, max-age={rules.TRANSPARENCY_KEPT_SECONDS}"
    patch_vary_headers(response, ["Cookie"])  # the language is chosen in one
    return response


@public
@require_POST
def language_switch(request: HttpRequest) -> HttpResponse:
    """Show the pages in another language; kept in a cookie on this machine."""
    response = HttpResponseRedirect(_own_address(request, request.POST.get("next", "/")))
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES) and check_for_language(language):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=365 * 24 * 3600,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def _own_address(request: HttpRequest, asked: str) -> str:
    """The address asked for when it is one of ours, else the first page."""
    safe = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if safe else "/"
