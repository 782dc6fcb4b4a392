"""Saying which figure of the paper a number in one of its sentences is."""

from collections.abc import Mapping

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import StaleVersion
from phongtrao.org.permissions import Actor
from phongtrao.publishing import queries
from phongtrao.publishing.actions.editing import held, touch
from phongtrao.publishing.models import PaperLine
from phongtrao.publishing.workflow import PAPER
from phongtrao.reporting.rules.said_numbers import numbers_in


@transaction.atomic
def link_line_numbers(
    line: PaperLine, links: Mapping[int, str], *, expected_version: int, by: Actor
) -> PaperLine:
    """Link numbers of a line (by place) to figures of the paper (by code); others have no link.

    ``StaleVersion`` where the line was changed since; places and codes that are not there are
    left out.
    """
    found = held(line.section.paper, by)
    PAPER.target("edit", current=found.state)
    row = PaperLine.objects.select_for_update().get(pk=line.pk)
    if row.row_version != expected_version:
        raise StaleVersion
    codes = {figure["code"] for figure in queries.newest_figures(found).figures}
    places = range(len(numbers_in(row.text)))
    kept = [[n, code] for n, code in sorted(links.items()) if n in places and code in codes]
    if kept != row.links:
        row.links = kept
        row.row_version += 1
        row.save(update_fields=["links", "row_version"])
        touch(found)
        audit.record("paper.numbers_linked", found, by=by, line=row.pk, links=kept)
    return row
