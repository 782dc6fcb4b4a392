"""What the inspections of a year came to: by criterion, inspecting body and area; as a workbook."""

from datetime import date
from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core.criteria import CriteriaVersion
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.oversight import forms, queries
from phongtrao.oversight.exports import year_workbook
from phongtrao.oversight.queries.year import YearResult
from phongtrao.oversight.rules import criteria_versions, criterion_name


@requires("movement.read")
@require_safe
def year_summary(request: ActingRequest) -> HttpResponse:
    """What the inspections of a year came to."""
    year, form, found = _asked(request)
    context = {
        "year": year,
        "form": form,
        "rows": _by_criterion(year, found),
        "found": found,
        "criteria": _points(year),
    }
    return page(request, "oversight/year_summary.html", context)


@requires("movement.read")
@require_safe
def year_excel(request: ActingRequest) -> FileResponse:
    """The same tables as a workbook, a sheet each."""
    year, _form, found = _asked(request)
    return year_workbook(year, found, _by_criterion(year, found), request.actor.label)


def _asked(request: ActingRequest) -> tuple[int, Any, YearResult]:
    form = forms.YearForm(request.GET)
    day = request.actor.day
    year = (form.cleaned_data.get("nam") if form.is_valid() else None) or day.year
    return year, form, queries.year_result(request.actor, year, day)


def _points(year: int) -> CriteriaVersion:
    return criteria_versions().on(date(year, 12, 31))


def _by_criterion(year: int, found: YearResult) -> list[Any]:
    """The criteria in the order of the outline of the year, those of other versions last."""
    order = [point.code for point in _points(year).points]
    codes = [*order, *sorted(set(found.criteria) - set(order))]
    for code, tally in found.criteria.items():
        tally.name = _(criterion_name(code))
    return [found.criteria[code] for code in codes if code in found.criteria]
