"""Đợt tập làm: a round for practice beside the real one, marked everywhere, counted nowhere."""

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core import clock, search
from phongtrao.core.errors import InvalidInput
from phongtrao.core.inbox_sources import lines_of
from phongtrao.core.models import Notice
from phongtrao.core.periods import (
    CALENDAR,
    DEFAULT_SCHEME,
    cumulative,
    is_training,
    parse_period,
    parse_scheme,
    scheme_of_round,
    training,
    window,
)
from phongtrao.org.models import Posting
from phongtrao.portal import queries as portal
from phongtrao.reporting import permissions, queries
from phongtrao.reporting.grid.content import specs_of
from phongtrao.reporting.models import Report, Round
from phongtrao.reporting.queries.known import offered_figures
from tests.reporting import cases
from tests.world import World

ClientFor = Callable[[Posting], Client]
MARK = "TẬP LÀM – số liệu không dùng chính thức"


@pytest.mark.parametrize("base", [DEFAULT_SCHEME, CALENDAR, cumulative(clock.today(), CALENDAR)])
def test_a_training_scheme_has_the_days_of_its_base_and_is_asked_by_nobody(base: object) -> None:
    scheme = training(base)  # type: ignore[arg-type]  # a scheme
    assert scheme_of_round(scheme.code) == scheme
    assert is_training(scheme.code)
    period = parse_period("2099-Q1")
    assert window(period, scheme) == window(period, base)  # type: ignore[arg-type]  # a scheme
    with pytest.raises(InvalidInput, match="Không có cách tính kỳ"):
        parse_scheme(scheme.code)


@pytest.mark.database
def test_practice_stands_beside_the_real_round_and_neither_sees_the_other(world: World) -> None:
    real, practice = cases.open_round(world), cases.open_training(world)
    cases.submitted(world, practice, changes={3: "9"})
    cases.submitted(world, real, changes={3: "4"})
    by_round = [queries.roll_up(world.actor("An"), each, ["TT01"]) for each in (real, practice)]
    assert [table.lines[0].current.value for table in by_round] == [4, 9]
    other = cases.report_of(practice, world, "ba-to")
    own = cases.report_of(real, world, "ba-to")
    assert not offered_figures(own, specs_of(real.template_version.cells))
    cases.submitted(world, practice, "ba-to", "Ba")
    assert not offered_figures(own, specs_of(real.template_version.cells))
    assert not offered_figures(other, specs_of(real.template_version.cells))


@pytest.mark.database
def test_work_in_practice_is_marked_and_is_in_no_count_of_the_late(world: World) -> None:
    practice = cases.open_training(world, deadline_at=clock.now() + timedelta(minutes=1))
    (item,) = lines_of(queries.inbox_sources(world.actor("Chi"), clock.today()))
    assert item.title.endswith("(TẬP LÀM)")
    assert "(TẬP LÀM)" in Notice.objects.filter(kind="round.opened")[0].text
    Round.objects.filter(pk=practice.pk).update(deadline_at=clock.now() - timedelta(days=3))
    practice.refresh_from_db()
    assert not permissions.can_urge(world.actor("An"), practice)
    assert not queries.overdue_in(world.actor("An"), practice, clock.now())
    owed = dict(portal.stored_counts(clock.today()))
    assert next(n for label, n in owed.items() if str(label) == "Báo cáo phải nộp") == 0
    (report_kind,) = (kind for kind in search.offered() if kind.kind == "reporting.report")
    entries = report_kind.entries(None)
    assert all("(TẬP LÀM)" in entry.title for entry in entries)


@pytest.mark.database
def test_the_box_on_the_page_opens_a_training_round_before_its_period_ends(
    world: World, client_for: ClientFor
) -> None:
    form = cases.load_form(world)
    client = client_for(world.posting("An"))
    sent = {
        "template_version": form.pk, "period": f"{clock.today().year + 1}-H1",
        "scheme": "ADMIN_15_14", "level": "commune", "step": "2", "is_training": "on",
        "deadline_on": (clock.today() + timedelta(days=5)).strftime("%d/%m/%Y"),
        "deadline_time": "17:00",
    }  # fmt: skip
    answer = cases.post(client, reverse("reporting:round-open"), sent)
    opened = Round.objects.get()
    assert answer.status_code == 302
    assert opened.scheme == "TRAINING(ADMIN_15_14)"
    assert opened.reports.count() == 3


@pytest.mark.database
def test_every_page_of_a_training_round_says_so_and_its_workbooks_too(
    world: World, client_for: ClientFor
) -> None:
    practice = cases.open_training(world)
    report = cases.submitted(world, practice)
    real = cases.open_round(world)
    an, chi = (client_for(world.posting(name)) for name in ("An", "Chi"))
    pages = [
        (an, f"reporting:{name}", practice.pk)
        for name in ("round-detail", "round-close", "rollup-detail", "rollup-peers",
                     "round-adjustments", "training-erase")
    ]  # fmt: skip
    pages += [
        (an, f"reporting:{name}", report.pk)
        for name in ("report-detail", "report-review", "report-time", "report-adjustments")
    ]
    open_one = Report.objects.get(round=practice, area=world.area("dak-ha"))
    Report.objects.filter(pk=open_one.pk).update(state="returned")
    pages += [
        (chi, f"reporting:{name}", open_one.pk)
        for name in ("report-fill", "report-import", "report-numbers")
    ]
    for client, name, pk in pages:
        answer = client.get(reverse(name, args=[pk]))
        assert answer.status_code == 200, name
        assert MARK in answer.content.decode(), name
    assert MARK not in an.get(reverse("reporting:round-detail", args=[real.pk])).content.decode()
    listed = an.get(reverse("reporting:round-list")).content.decode()
    assert listed.count("(TẬP LÀM)") == 1
    books = [(an, "round-excel", practice.pk), (an, "rollup-excel", practice.pk),
             (an, "round-adjustments-excel", practice.pk),
             (chi, "report-workbook", open_one.pk)]  # fmt: skip
    for client, name, pk in books:
        answer = client.get(reverse(f"reporting:{name}", args=[pk]))
        sheets = load_workbook(io.BytesIO(answer.getvalue())).worksheets
        assert {str(sheet.oddHeader.center.text) for sheet in sheets} == {MARK}, name
