"""The dossier of an issued paper: its contents list, and all of it as PDF or XML."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of
from phongtrao.publishing import exports, permissions, queries
from phongtrao.publishing.workflow import OUT


@requires("paper.read")
@require_safe
def paper_dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """The contents list; each line leads to what it names."""
    dossier = _dossier(request, pk)
    context = {"paper": dossier.paper, "dossier": dossier}
    return page(request, "publishing/paper_dossier.html", context)


@requires("paper.read")
@require_safe
def dossier_portable(request: HttpRequest, pk: int) -> FileResponse:
    """The dossier as one PDF."""
    return exports.dossier_pdf_download(_dossier(request, pk))


@requires("paper.read")
@require_safe
def dossier_markup(request: HttpRequest, pk: int) -> FileResponse:
    """The dossier as XML."""
    return exports.dossier_xml_download(_dossier(request, pk))


def _dossier(request: HttpRequest, pk: int) -> queries.Dossier:
    """Only the body of the paper reads the dossier, and only once the paper is out."""
    actor = actor_of(request)
    paper = queries.paper_for(actor, pk)
    if paper.state not in OUT or not permissions.can_follow(actor, paper):
        raise NotFound
    return queries.dossier_of(paper)
