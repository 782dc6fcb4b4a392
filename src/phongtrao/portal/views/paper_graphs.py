"""*Quan hệ văn bản*: the papers around one paper, as a table and as a picture."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from phongtrao.core import lists
from phongtrao.core.http import page, requires
from phongtrao.org.exports.areas import FixedRows
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import ProgrammeDocument
from phongtrao.planning.queries import document_for
from phongtrao.portal.drawing import drawn
from phongtrao.portal.exports import PAPER_GRAPH, RELATION_WORDS, paper_rows
from phongtrao.portal.queries.paper_graph import DEPTHS, PaperGraph, graph_of
from phongtrao.portal.queries.paper_results import made_of


@requires("document.read")
@require_safe
def paper_graph(request: HttpRequest, pk: int) -> HttpResponse:
    """What a paper names, what names it, and what it has made."""
    actor, document, graph = _asked(request, pk)
    context = {
        "document": document,
        "graph": graph,
        "rows": paper_rows(graph),
        "picture": drawn(graph.nodes, graph.edges, graph.centre.key),
        "depth": _depth(request),
        "depths": DEPTHS,
        "made": made_of(actor, document),
        "relations": RELATION_WORDS,
    }
    return page(request, "portal/paper_graph.html", context)


@requires("document.read")
@require_safe
def paper_graph_excel(request: HttpRequest, pk: int) -> HttpResponse:
    """The table as a workbook."""
    actor, document, graph = _asked(request, pk)
    rows: Any = FixedRows(paper_rows(graph))
    heading = [document.heading, actor.label]
    return lists.excel(request, PAPER_GRAPH, rows, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


def _asked(request: HttpRequest, pk: int) -> tuple[Actor, ProgrammeDocument, PaperGraph]:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    document = document_for(actor, pk)
    return actor, document, graph_of(actor, document, _depth(request))


def _depth(request: HttpRequest) -> int:
    asked = request.GET.get("bac", "")
    return int(asked) if asked in {str(each) for each in DEPTHS} else 1
