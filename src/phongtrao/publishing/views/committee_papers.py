"""The Word drafts of a decision on a committee; it is read through its own door of scope."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from phongtrao.core.http import requires
from phongtrao.org.middleware import actor_of
from phongtrao.publishing import exports
from phongtrao.publishing.queries.committees import committee_paper


@requires("area.read")
@require_safe
def committee_decision(request: HttpRequest, composition_pk: int) -> FileResponse:
    """*Quyết định* on how a committee is made up, as a Word file."""
    return exports.committee_decision(committee_paper(actor_of(request), composition_pk))


@requires("area.read")
@require_safe
def committee_notice(request: HttpRequest, composition_pk: int) -> FileResponse:
    """*Thông báo* of who is in charge of what, as a Word file."""
    return exports.committee_notice(committee_paper(actor_of(request), composition_pk))
