"""Rounds and reports to test with: the shipped form, asked of the communes of Quảng Ngãi."""

import io
import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.test import Client
from openpyxl import load_workbook

from phongtrao.core import clock
from phongtrao.core.periods import DEFAULT_SCHEME, training
from phongtrao.core.vietnamese import fold, sort_key
from phongtrao.org import scope
from phongtrao.org.models import AreaLineage, AreaVersion, Body
from phongtrao.reporting import actions, queries
from phongtrao.reporting.grid.content import Content, Statement, read_content, specs_of
from phongtrao.reporting.models import Report, Round, TemplateVersion
from tests.packs import half_year_form
from tests.world import MERGER, World

DEADLINE = datetime(2099, 6, 30, 17, tzinfo=clock.VIETNAM)
# One sound answer for each cell of the shipped form, in its order.
SOUND = ["5", "2", "7", "20", "1200", "3", "10", "8", "6", "9", "2", "4", "20", "3"]


def load_form(world: World) -> TemplateVersion:
    """The shipped half-year form, frozen."""
    return half_year_form()


def open_round(
    world: World,
    *,
    period: str = "2026-H1",
    scheme: str = "ADMIN_15_14",
    deadline_at: datetime = DEADLINE,
    by: str = "An",
) -> Round:
    """A round of the communes of Quảng Ngãi, opened by An."""
    form = load_form(world)
    opened = actions.open_round(
        form,
        period=period,
        scheme=scheme,
        area_id=world.area("quang-ngai").pk,
        level="commune",
        deadline_at=deadline_at,
        by=world.actor(by),
    )
    return opened.round


def open_training(world: World, **changes: Any) -> Round:
    """A training round about the same form, period and area."""
    return open_round(world, scheme=training(DEFAULT_SCHEME).code, **changes)


def report_of(round_: Round, world: World, area: str = "dak-ha") -> Report:
    """The report of one commune, fresh from the database."""
    found = Report.objects.select_related("round__template_version__template", "body")
    return found.get(round=round_, area=world.area(area))


def content(
    round_: Round,
    changes: Mapping[int, str] | None = None,
    *,
    notes: Mapping[int, str] | None = None,
    told: tuple[tuple[str, str], ...] = (("result", "Ra mắt hai mô hình mới"),),
    reason: str = "",
) -> Content:
    """Sound figures with some changed; a change to "" leaves the cell empty."""
    figures = dict(enumerate(SOUND)) | dict(changes or {})
    statements = [Statement(topic, text) for topic, text in told]
    specs = specs_of(round_.template_version.cells)
    return read_content(specs, figures, notes=notes, statements=statements, reason=reason)


def submitted(
    world: World,
    round_: Round,
    area: str = "dak-ha",
    by: str = "Chi",
    changes: Mapping[int, str] | None = None,
    **said: Any,
) -> Report:
    """A report filled and sent by its commune."""
    report = report_of(round_, world, area)
    saved(world, report, by, changes, **said)
    actions.submit_report(report, by=world.actor(by))
    return report_of(round_, world, area)


def saved(
    world: World, report: Report, by: str, changes: Mapping[int, str] | None = None, **said: Any
) -> None:
    """What a commune has typed and kept, not sent."""
    copy = getattr(report, "working_copy", None)
    actions.save_working_copy(
        report,
        content(report.round, changes, **said),
        expected_version=copy.version if copy else 0,
        by=world.actor(by),
    )


def approved(world: World, round_: Round, area: str = "dak-ha", by: str = "Chi") -> Report:
    """A report sent, approved by the police above and agreed to by the Front."""
    report = submitted(world, round_, area, by)
    agreed(world, report)
    return report_of(round_, world, area)


def agreed(world: World, report: Report, *kinds: str) -> None:
    """The newest version of a report approved by the police above and agreed to by the Front."""
    version = queries.newest_version(report)
    assert version is not None
    for kind, name in (("approve", "Bình"), ("concur", "Dương")):
        if not kinds or kind in kinds:
            actions.approve_version(version, kind=kind, by=world.actor(name))


def once() -> dict[str, str]:
    """The hidden one-time key of a form."""
    return {"_once": uuid.uuid4().hex}


def typed(changes: Mapping[int, str] | None = None, **more: str) -> dict[str, str]:
    """The entry form as a browser sends it."""
    figures = dict(enumerate(SOUND)) | dict(changes or {})
    return {f"o-{index}": text for index, text in figures.items()} | more | once()


def post(client: Client, address: str, data: Mapping[str, Any] | None = None) -> Any:
    """Send a form with its one-time key."""
    return client.post(address, once() | dict(data or {}))


def workbook_rows(answer: Any) -> dict[Any, tuple[Any, ...]]:
    """The rows of a served workbook by their first cell."""
    sheet = load_workbook(io.BytesIO(answer.getvalue())).active
    return {row[0]: row for row in sheet.iter_rows(values_only=True)}


def add_communes(world: World, count: int) -> list[str]:
    """More communes of Quảng Ngãi with their police; returns their keys."""
    keys = []
    for number in range(count):
        key = f"xa-{number}"
        lineage = AreaLineage.objects.create(id=1000 + number)
        name = f"Bình Minh {number}"
        AreaVersion.objects.create(
            lineage=lineage,
            code=f"9{number:04d}",
            name=name,
            type="xã",
            level="commune",
            parent=world.area("quang-ngai"),
            path=f"000001/000004/{1000 + number:06d}/",
            name_folded=fold(name),
            sort_key=sort_key(name),
            valid_from=MERGER,
        )
        world.areas[key] = lineage
        full = f"Công an xã {name}"
        world.bodies["ca", key] = Body.objects.create(
            kind_id="ca",
            area=lineage,
            name=full,
            name_folded=fold(full),
            valid_from=date(2025, 7, 1),
        )
        keys.append(key)
    scope.forget()
    return keys
