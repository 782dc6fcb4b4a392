"""Signed lines at reports: proposed, approved by a second person, counted, shown, withdrawn."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phongtrao.analytics.actions import rebuild
from phongtrao.analytics.queries import figures_everywhere
from phongtrao.core.errors import Forbidden, InvalidInput, Refused
from phongtrao.core.inbox_sources import lines_of
from phongtrao.core.periods import parse_period
from phongtrao.org.models import Account, Posting
from phongtrao.reporting import actions, queries
from phongtrao.reporting.actions import AdjustmentDraft
from phongtrao.reporting.models import Adjustment, ReportVersion, Round
from tests.reporting import cases
from tests.world import World

ClientFor = Callable[[Posting], Client]


@pytest.fixture
def round_(world: World) -> Round:
    """A round in which Đăk Hà has sent 5 for the first figure."""
    found = cases.open_round(world)
    cases.submitted(world, found)
    return found


def _code(round_: Round) -> str:
    return str(round_.template_version.cells[0]["key"])


def _version(world: World, round_: Round) -> ReportVersion:
    version = queries.newest_version(cases.report_of(round_, world))
    assert version is not None
    return version


def _propose(world: World, round_: Round, by: str = "An", **changes: Any) -> Adjustment:
    plain: dict[str, Any] = {"cell_key": _code(round_), "difference": "+3", "reason": "Đếm sót"}
    draft = AdjustmentDraft(**plain | changes)
    return actions.propose_adjustment(_version(world, round_), draft, by=world.actor(by))


def _in_force(world: World, round_: Round, **changes: Any) -> Adjustment:
    made = _propose(world, round_, **changes)
    return actions.decide_adjustment(made, approve=True, by=world.actor("Bình"))


def _line(world: World, round_: Round, name: str) -> queries.RollUpLine:
    return queries.roll_up(world.actor(name), round_, [_code(round_)]).lines[0]


@pytest.mark.database
def test_an_approved_line_enters_from_the_level_of_who_adjusts_and_the_report_stays(
    world: World, round_: Round
) -> None:
    before = bytes(_version(world, round_).cells)
    made = _propose(world, round_)
    assert _line(world, round_, "An").current.value == 5  # one person alone changes nothing
    actions.decide_adjustment(made, approve=True, by=world.actor("Bình"))
    found = _line(world, round_, "An").current
    assert (found.value, found.adjusted, found.n, found.of) == (8, 3, 1, 3)
    assert _line(world, round_, "Chi").current.value == 5  # below the level of who adjusts
    assert bytes(_version(world, round_).cells) == before
    asked = (
        queries.FiguresAsked([_code(round_)], [parse_period(round_.period)], level)
        for level in ("country", "province", "commune")
    )
    values = [
        [row.figure.value for row in queries.figure_rows(each) if row.figure.n] for each in asked
    ]
    assert values == [[8], [8], [5]]


def test_a_line_still_counts_when_the_files_of_figures_are_made_anew(
    world: World, round_: Round
) -> None:
    _in_force(world, round_)
    asked = queries.FiguresAsked([_code(round_)], [parse_period(round_.period)], "country")
    for _build in range(2):
        rebuild()
        (row,) = figures_everywhere(asked).rows()
        assert (row.figure.value, row.figure.adjusted) == (8, 3)


def test_withdrawing_takes_the_line_out_of_figures_and_keeps_it_listed(
    world: World, round_: Round
) -> None:
    made = _in_force(world, round_)
    with pytest.raises(InvalidInput):
        actions.withdraw_adjustment(made, reason=" ", by=world.actor("An"))
    actions.withdraw_adjustment(made, reason="Cơ sở đã gửi lại", by=world.actor("An"))
    assert _line(world, round_, "An").current.adjusted == 0
    (row,) = queries.adjustments_of_report(world.actor("An"), cases.report_of(round_, world))
    assert (row.state, row.withdrawal_reason) == ("withdrawn", "Cơ sở đã gửi lại")


def test_a_new_version_leaves_the_line_without_ground(world: World, round_: Round) -> None:
    _in_force(world, round_)
    actions.return_report(_version(world, round_), reason="Sửa", by=world.actor("An"))
    assert _line(world, round_, "An").current.value is None
    cases.submitted(world, round_, changes={0: "7"})
    assert (
        _line(world, round_, "An").current.value,
        _line(world, round_, "An").current.adjusted,
    ) == (7, 0)


def test_nobody_approves_his_own_line_and_others_bodies_none(world: World, round_: Round) -> None:
    made = _propose(world, round_)
    for name in ("An", "Dương", "Cường", "Gấm", "Vân"):
        with pytest.raises(Forbidden):
            actions.decide_adjustment(made, approve=True, by=world.actor(name))
    with pytest.raises(InvalidInput):  # a refusal says why
        actions.decide_adjustment(made, approve=False, by=world.actor("Bình"))
    done = actions.decide_adjustment(made, approve=False, reason="Sai", by=world.actor("Bình"))
    assert done.state == "refused"


@pytest.mark.parametrize("name", ["Chi", "Cường", "Dũng", "Giang", "Vân"])
def test_only_a_body_above_that_approves_proposes(world: World, round_: Round, name: str) -> None:
    with pytest.raises(Forbidden):
        _propose(world, round_, by=name)


@pytest.mark.parametrize("difference", ["", "0", "ba", "1,5", "1e400"])
def test_a_difference_is_a_signed_figure_of_the_cell(
    world: World, round_: Round, difference: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        _propose(world, round_, difference=difference)
    assert "difference" in refusal.value.fields


def test_a_line_is_refused_where_there_is_nothing_to_adjust(world: World, round_: Round) -> None:
    with pytest.raises(InvalidInput):
        _propose(world, round_, cell_key="XX99")
    _propose(world, round_)
    with pytest.raises(Refused):  # one at a time waits at a figure
        _propose(world, round_)
    actions.lock_round(round_, by=world.actor("An"))
    with pytest.raises(Refused):
        _propose(world, round_, difference="-1")


@pytest.mark.database
def test_the_database_holds_the_second_person_and_the_paper(world: World, round_: Round) -> None:
    made = _in_force(world, round_, paper_number="12/CAT", paper_date=round_.last_day)
    wrong: list[dict[str, Any]] = [
        {"decided_account": made.proposed_account},
        {"difference": 0},
        {"state": "withdrawn"},
        {"state": "proposed"},
        {"paper_date": None},
    ]
    for change in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            Adjustment.objects.filter(pk=made.pk).update(**change)


def test_the_pages_show_the_figure_and_of_it_the_adjustment(
    world: World, round_: Round, client_for: ClientFor
) -> None:
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    client = client_for(world.posting("An"))
    report = cases.report_of(round_, world)
    address = reverse("reporting:report-adjustments", args=[report.pk])
    sent = {"cell_key": _code(round_), "difference": "-2", "reason": "Trùng với xã bên"}
    assert cases.post(client, address, sent).status_code == 302
    made = Adjustment.objects.get()
    second = client_for(world.posting("Bình"))
    assert "Duyệt điều chỉnh" in second.get(address).content.decode()
    decide = reverse("reporting:adjustment-decide", args=[made.pk])
    assert cases.post(second, decide, {"verb": "duyet"}).status_code == 302
    page = client.get(reverse("reporting:rollup-detail", args=[round_.pk])).content.decode()
    assert "trong đó điều chỉnh -2" in page
    sources = reverse("reporting:rollup-sources", args=[round_.pk, _code(round_)])
    assert "Trùng với xã bên" in client.get(sources).content.decode()
    book = client.get(reverse("reporting:rollup-excel", args=[round_.pk]))
    assert cases.workbook_rows(book)[_code(round_)][3:5] == (3, -2)
    own = client_for(world.posting("Chi")).get(reverse("reporting:report-detail", args=[report.pk]))
    assert "Báo cáo giữ nguyên số" in own.content.decode()


def test_the_lines_of_a_round_take_few_questions(
    world: World, round_: Round, client_for: ClientFor
) -> None:
    for place in range(6):
        _propose(world, round_, cell_key=round_.template_version.cells[place]["key"])
    client = client_for(world.posting("An"))
    for name in ("round-adjustments", "round-adjustments-excel"):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse(f"reporting:{name}", args=[round_.pk])).status_code == 200
        assert len(asked) <= 20
    items = lines_of(queries.inbox_sources(world.actor("Bình"), round_.last_day))
    assert sum("Điều chỉnh số liệu" in item.title for item in items) == 6
    assert not any(
        "Điều chỉnh" in item.title
        for item in lines_of(queries.inbox_sources(world.actor("An"), round_.last_day))
    )
