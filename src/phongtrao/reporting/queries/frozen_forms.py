"""What a version of a form is frozen with: its cells as the catalogue is now, who takes part."""

from collections.abc import Mapping
from typing import Any

from phongtrao.core.errors import N_, Refused
from phongtrao.org.models import BodyKind
from phongtrao.reporting.models import Indicator
from phongtrao.reporting.queries.catalogue import frozen_cell
from phongtrao.reporting.rules.cell_checks import parse_check


def frozen_content(form: dict[str, Any]) -> dict[str, Any]:
    """What a version of the form holds: its cells with all that the indicators are now.

    Raises ``Refused`` for an indicator that is unknown or disabled, ``InvalidInput`` for a check
    that cannot be read.
    """
    codes = [cell["indicator"] for cell in form["cells"]]
    known = {row.code: row for row in Indicator.objects.filter(code__in=codes)}
    missing = sorted(set(codes) - known.keys())
    if missing:
        raise Refused(
            N_("Không có chỉ tiêu %(codes)s."), code="indicator_missing", codes=", ".join(missing)
        )
    cells = [_frozen_cell(cell, known[cell["indicator"]]) for cell in form["cells"]]
    for check in form["checks"]:
        parse_check(check["check"])  # a form with an unreadable check is never frozen
    content = {
        "sections": form["sections"],
        "cells": cells,
        "checks": form["checks"],
        "computed": form.get("computed", []),
        "kinds": form["kinds"],
        "approvals": form["approvals"],
        "period_kind": form["period_kind"],
    }
    # A form without deadlines keeps the hash that it had before forms could have any.
    return content | ({"deadlines": form["deadlines"]} if form.get("deadlines") else {})


def participants_of(content: Mapping[str, Any]) -> list[BodyKind]:
    """The kinds of bodies that report or approve. Raises ``Refused`` for an unknown one."""
    approving = {need["body_kind"] for needs in content["approvals"].values() for need in needs}
    wanted = {*content["kinds"], *approving}
    found = list(BodyKind.objects.filter(code__in=wanted))
    missing = wanted - {kind.code for kind in found}
    if missing:
        raise Refused(
            N_("Chưa có loại cơ quan %(kinds)s. Hãy nạp danh mục cơ quan trước rồi nạp lại."),
            code="kinds_missing",
            kinds=", ".join(sorted(missing)),
        )
    return found


def _frozen_cell(cell: dict[str, Any], indicator: Indicator) -> dict[str, Any]:
    if not indicator.is_enabled:
        raise Refused(
            N_("Chỉ tiêu %(indicator)s đang tắt (%(reason)s), không đưa vào biểu mẫu được."),
            code="indicator_disabled",
            indicator=indicator.code,
            reason=indicator.disabled_reason,
        )
    frozen = frozen_cell(
        indicator,
        section=cell["section"],
        order=cell["order"],
        name=cell.get("name", ""),
        split=cell.get("disaggregation", ""),
    )
    return frozen | {name: cell[name] for name in ("depth", "above") if cell.get(name)}
