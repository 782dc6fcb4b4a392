"""What the entry views share: whose report it is, what was typed in it, and who typed it."""

from dataclasses import replace

from django.http import QueryDict

from phongtrao.core.errors import N_, Forbidden, Refused
from phongtrao.org.permissions import Actor
from phongtrao.reporting import permissions, queries
from phongtrao.reporting.forms.entry import claimed_sources, entry_content, figure_used
from phongtrao.reporting.grid.content import Content, read_content, specs_of
from phongtrao.reporting.models import Report


def own_report(actor: Actor, pk: int) -> Report:
    """A visible report of the actor's own body. Raises NotFound and Forbidden."""
    report = queries.report_for(actor, pk)
    if not permissions.can_fill(actor, report):
        raise Forbidden(N_("Chỉ cán bộ của cơ quan báo cáo mới nhập được số liệu của báo cáo này."))
    return report


def typed_content(report: Report, sent: QueryDict) -> Content:
    """What the form says, with the sources that its figures can have."""
    form = report.round.template_version
    specs = specs_of(form.cells)
    content = entry_content(form, specs, sent)
    claimed = claimed_sources(specs, sent)
    known = queries.offered_figures(report, specs)
    used = figure_used(sent)
    if used is not None:
        place, key = used
        taken = next((each for each in known.get(place, ()) if each.key == key), None)
        if taken is not None:
            content = _with_figure(content, place, taken.figure, report)
            claimed[place] = key
    stored = queries.stored_content_of(report, specs)
    return queries.with_sources(specs, content, claimed, known, stored)


def _with_figure(content: Content, place: int, figure: str, report: Report) -> Content:
    specs = specs_of(report.round.template_version.cells)
    [cell] = read_content([specs[place]], {place: figure}).cells
    cells = [*content.cells]
    cells[place] = cell
    typed = {index: text for index, text in content.typed.items() if index != place}
    return replace(content, cells=tuple(cells), typed=typed)


def require_same_account(account_id: int | None, sent: QueryDict) -> None:
    """Refuse what a page of another account sends: somebody else signed in on this machine."""
    said = sent.get("tai_khoan", "")
    if said and said != str(account_id):
        raise Refused(
            N_(
                "Trang này được mở bằng tài khoản khác nên chưa lưu gì. Hãy đăng nhập lại bằng tài"
                " khoản đã nhập số liệu."
            ),
            code="other_account",
        )
