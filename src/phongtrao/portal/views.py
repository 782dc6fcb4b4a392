"""Pages of the door: *Việc cần xử lý*, notices, whom one acts for, the audit chain."""

from itertools import islice

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phongtrao.core import audit, clock, lists
from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, public, requires
from phongtrao.org import sign_in
from phongtrao.portal import actions, queries
from phongtrao.portal.exports import AUDIT_LIST, NOTICE_LIST
from phongtrao.portal.forms import AuditFilter, NoticeFilter
from phongtrao.portal.samples import samples

MOST_FAULTS = 200  # more would not help whoever reads them


@requires("inbox.read")
@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """What the acting body has to do today."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    items = queries.inbox(actor, clock.today())
    slug = request.GET.get("muc", "")
    if slug not in queries.SLUGS:
        slug = "cho-xu-ly"
    context = {
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
@require_GET
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
@require_GET
def audit_list(request: HttpRequest) -> HttpResponse:
    """The audit chain within the auditor's area."""
    filters = AuditFilter(request.GET, queries.audit_entries(request.actor))  # type: ignore[attr-defined]
    found = lists.list_page(request, AUDIT_LIST, filters.qs, filters=filters)
    return page(request, "portal/audit_list.html", {"list": found})


@requires("audit.read")
@require_GET
def audit_excel(request: HttpRequest) -> FileResponse:
    """The filtered chain as a workbook."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    filters = AuditFilter(request.GET, queries.audit_entries(actor))
    return lists.excel(request, AUDIT_LIST, filters.qs, heading=[actor.label])


@requires("audit.read")
@require_GET
def audit_verify(request: HttpRequest) -> HttpResponse:
    """Walk the whole chain and show every place where it does not hold."""
    faults = list(islice(audit.faults(), MOST_FAULTS))
    length, last_hash = audit.head()
    context = {"faults": faults, "length": length, "last_hash": last_hash, "at": clock.now()}
    return page(request, "portal/audit_verify.html", context)


@requires("inbox.read")
@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """Every component in every state, for those who build pages; not there in real use."""
    if not (settings.DEBUG or settings.DEMO):
        raise NotFound
    return page(request, "portal/components.html", samples(request))


@requires("inbox.read")
@require_GET
def help_page(request: HttpRequest) -> HttpResponse:
    """What each page is for and how its work is done, in a few lines each."""
    return page(request, "portal/help.html")


@requires("inbox.read")
@require_GET
def still_here(request: HttpRequest) -> HttpResponse:
    """The sign of life that a page sends while somebody types; the session then lives on."""
    return HttpResponse(status=204)


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
