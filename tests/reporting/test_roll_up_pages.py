"""The roll-up of a round equals the pure specification; every figure leads to its reports."""

import random
import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from django.test import Client
from django.urls import reverse

from phongtrao.core.formats import number
from phongtrao.core.periods import parse_period
from phongtrao.core.vietnamese import fold, sort_key
from phongtrao.org import scope
from phongtrao.org.models import AreaLineage, AreaVersion, Body, Posting, Succession
from phongtrao.reporting import actions, queries
from phongtrao.reporting.cells import CellState, pack, parse_cell
from phongtrao.reporting.models import Indicator, Report, ReportVersion, Round
from phongtrao.reporting.queries.catalogue import rule_of
from phongtrao.reporting.rules.figures import Figure, FigureTable, Geography
from phongtrao.reporting.rules.roll_up import roll_up as specified
from tests.reporting import cases
from tests.world import HORIZON, MERGER, World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]
_TYPED = ["0", "-", "", "1", "7", "25", "1.234"]


def _put(
    world: World, round_: Round, area: str, texts: list[str], state: str = "submitted"
) -> None:
    """A submitted version with any cells, past the checks: the record may hold older rules."""
    report = cases.report_of(round_, world, area)
    posting = world.posting("Chi")
    moment = round_.opened_at
    report.state, report.version_count = state, report.version_count + 1
    report.submitted_at = report.first_submitted_at = moment
    report.submitted_by = posting
    report.save()
    ReportVersion.objects.create(
        report=report,
        n=report.version_count,
        cells=pack([parse_cell(text) for text in texts]),
        text={},
        prev_hash="0" * 64,
        hash="1" * 64,
        submitted_by=posting,
        account=posting.account,
        submitted_at=moment,
    )


def _figures(round_: Round, texts_by_area: dict[int, list[str]], codes: list[str]) -> list[Figure]:
    period = parse_period(round_.period)
    found = []
    for area, texts in texts_by_area.items():
        for code, text in zip(codes, texts, strict=True):
            cell = parse_cell(text)
            value = cell.figure(0) or Fraction(0)
            found.append(Figure(area, code, period, cell.state, value, body=area))
    return found


@pytest.mark.parametrize("seed", range(6))
def test_the_page_shows_what_the_specification_says(
    world: World, client_for: ClientFor, seed: int
) -> None:
    chance = random.Random(seed)
    keys = ["dak-ha", "ba-to", "ly-son", *cases.add_communes(world, 4)]
    round_ = cases.open_round(world)
    codes = [cell["indicator"] for cell in round_.template_version.cells]
    texts: dict[int, list[str]] = {}
    for key in keys:
        if chance.random() < 0.8:
            texts[world.area(key).pk] = chosen = [chance.choice(_TYPED) for _ in codes]
            _put(world, round_, key, chosen, chance.choice(["submitted", "approved"]))
    table = queries.roll_up(world.actor("An"), round_)
    rules = {row.code: rule_of(row) for row in Indicator.objects.all()}
    areas = frozenset(world.area(key).pk for key in keys)
    geography = Geography(areas, groups=dict.fromkeys(areas, "all"))
    data = FigureTable(_figures(round_, texts, codes))
    html = _text(client_for(world.posting("An")), "rollup-detail", round_.pk)
    for line in table.lines:
        code = line.indicator.code
        expected = specified(code, rules, data, parse_period("2026-H1"), geography)["all"]
        assert line.current == expected, code
        shown = number(expected.value, line.decimals)
        address = reverse("reporting:rollup-sources", args=[round_.pk, code])
        assert re.search(rf'{address}"[^>]*>{re.escape(shown)}</a>', html), code
        assert f"{expected.n}/{expected.of}" in html
    assert [line.indicator.code for line in table.lines[:14]] == codes


def _text(client: Client, name: str, *args: object) -> str:
    answer = client.get(reverse(f"reporting:{name}", args=args))
    assert answer.status_code == 200
    return str(answer.content.decode())


def _line(world: World, round_: Round, code: str, **asked: bool) -> queries.RollUpLine:
    return queries.roll_up(world.actor("An"), round_, [code], **asked).lines[0]


def test_missing_is_never_zero_and_not_applicable_leaves_both(world: World) -> None:
    round_ = cases.open_round(world)
    assert _line(world, round_, "TT01").current.value is None
    assert (_line(world, round_, "TT01").current.n, _line(world, round_, "TT01").current.of) == (
        0,
        3,
    )
    cases.submitted(world, round_, changes={3: "0", 4: "0"})
    first = _line(world, round_, "TT01").current
    assert (first.value, first.n, first.of) == (0, 1, 3)
    cases.submitted(world, round_, "ba-to", "Ba", {3: "-"})
    assert (_line(world, round_, "TT01").current.n, _line(world, round_, "TT01").current.of) == (
        1,
        2,
    )


def test_a_returned_report_leaves_the_figures_until_it_comes_back(world: World) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    assert _line(world, round_, "TT01").current.value == 20
    actions.return_report(ReportVersion.objects.get(), reason="Xem", by=world.actor("An"))
    assert _line(world, round_, "TT01").current.value is None
    cases.submitted(world, round_, changes={3: "30"})
    assert _line(world, round_, "TT01").current.value == 30


def test_what_is_only_typed_counts_nowhere(world: World) -> None:
    round_ = cases.open_round(world)
    actions.save_working_copy(
        cases.report_of(round_, world),
        cases.content(round_),
        expected_version=0,
        by=world.actor("Chi"),
    )
    assert _line(world, round_, "TT01").current.value is None


def test_a_paper_for_signature_takes_approved_reports_only(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    cases.submitted(world, round_, "ba-to", "Ba", {3: "5"})
    every = queries.roll_up(world.actor("An"), round_, ["TT01"])
    signed = queries.roll_up(world.actor("An"), round_, ["TT01"], approved_only=True)
    assert (every.lines[0].current.value, every.reports, every.not_approved) == (25, 2, 1)
    assert (signed.lines[0].current.value, signed.lines[0].current.of) == (20, 3)


def test_percentages_are_computed_from_their_parts(world: World) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_, changes={6: "10", 7: "8"})
    cases.submitted(world, round_, "ba-to", "Ba", {6: "2", 7: "1"})
    assert _line(world, round_, "HG05").current.value == Fraction(900, 12)


def _sent_by_all(world: World, round_: Round, figures: tuple[str, str, str]) -> None:
    people = (("dak-ha", "Chi"), ("ba-to", "Ba"), ("ly-son", "Lý"))
    for (area, by), figure in zip(people, figures, strict=True):
        cases.submitted(world, round_, area, by, {3: figure})


def test_cumulative_last_year_and_change_stand_beside(world: World) -> None:
    _sent_by_all(world, cases.open_round(world, period="2025-H2"), ("16", "10", "14"))
    _sent_by_all(world, cases.open_round(world, period="2026-H1"), ("10", "10", "10"))
    now = cases.open_round(world, period="2026-H2")
    _sent_by_all(world, now, ("20", "20", "10"))
    line = _line(world, now, "TT01")
    assert (line.current.value, line.cumulative.value, line.last_year.value) == (50, 80, 40)
    assert (line.change, line.change_shown, line.change_percent) == (10, "+10", "+25,0%")
    stock = _line(world, now, "LL01")
    assert stock.cumulative.value == stock.current.value


def test_no_change_is_told_while_a_report_is_missing(world: World) -> None:
    _sent_by_all(world, cases.open_round(world, period="2025-H2"), ("16", "10", "14"))
    now = cases.open_round(world, period="2026-H2")
    cases.submitted(world, now, changes={3: "20"})
    line = _line(world, now, "TT01")
    assert (line.current.n, line.last_year.n) == (1, 3)
    assert (line.change, line.change_shown, line.change_percent) == (None, "–", "–")


def test_no_figure_last_year_gives_a_dash(world: World) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    line = _line(world, round_, "TT01")
    assert line.last_year.value is None
    assert (line.change_shown, line.change_percent) == ("–", "–")


def _former_commune(world: World, pk: int, share: tuple[int, int]) -> str:
    """A commune before the merger, a share of which became Đăk Hà."""
    key = f"cu-{pk}"
    world.areas[key] = AreaLineage.objects.create(id=pk)
    AreaVersion.objects.create(
        lineage=world.areas[key],
        code=f"8{pk}",
        name=f"Cũ {pk}",
        type="xã",
        level="commune",
        parent=world.area("kon-tum"),
        path=f"000001/000002/{pk:06d}/",
        name_folded=fold(f"Cũ {pk}"),
        sort_key=sort_key(f"Cũ {pk}"),
        valid_from=HORIZON,
        valid_to=MERGER,
    )
    world.bodies["ca", key] = Body.objects.create(
        kind_id="ca",
        area=world.areas[key],
        name=f"Công an xã Cũ {pk}",
        name_folded="x",
        valid_from=HORIZON,
        valid_to=MERGER,
    )
    Succession.objects.create(
        predecessor=world.areas[key],
        successor=world.area("dak-ha"),
        share_numerator=share[0],
        share_denominator=share[1],
        kind="merge",
        on=MERGER,
        source="default",
        is_estimated=share != (1, 1),
    )
    scope.forget()
    return key


def _round_before_the_merger(world: World, keys: list[str]) -> Round:
    form = cases.load_form(world)
    an = world.actor("An")
    round_ = Round.objects.create(
        template_version=form,
        scheme="ADMIN_15_14",
        period="2025-H1",
        first_day=date(2024, 12, 15),
        last_day=date(2025, 6, 14),
        area=world.area("kon-tum"),
        level="commune",
        opened_at=cases.DEADLINE,
        opened_on=date(2025, 6, 1),
        opened_by=an.posting,
        deadline_at=cases.DEADLINE,
    )
    for key in keys:
        Report.objects.create(
            round=round_,
            area=world.area(key),
            body=world.bodies["ca", key],
            superior=world.area("kon-tum"),
        )
    return round_


def test_last_year_of_a_merged_commune_is_the_sum_of_those_it_came_from(world: World) -> None:
    keys = [_former_commune(world, 501, (1, 1)), _former_commune(world, 502, (1, 2))]
    before = _round_before_the_merger(world, keys)
    for key, figure in zip(keys, ("10", "6"), strict=True):
        _put(world, before, key, [figure] * 14)
    round_ = cases.open_round(world)
    cases.submitted(world, round_, changes={3: "26"})
    line = _line(world, round_, "TT01")
    assert (line.last_year.value, line.last_year.n, line.last_year.of) == (13, 2, 2)
    assert line.last_year.estimated
    assert line.change is None


def test_a_commune_sees_its_own_figures_only(world: World, client_for: ClientFor) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_, changes={3: "21"})
    cases.submitted(world, round_, "ba-to", "Ba", {3: "4"})
    table = queries.roll_up(world.actor("Chi"), round_, ["TT01"])
    assert (table.lines[0].current.value, table.lines[0].current.of) == (21, 1)
    html = _text(client_for(world.posting("Chi")), "rollup-sources", round_.pk, "TT01")
    assert "Đăk Hà" in html
    assert "Ba Tơ" not in html


def test_two_forms_that_ask_for_one_figure_do_not_count_it_twice(world: World) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    other = Round.objects.get(pk=round_.pk)
    other.pk, other._state.adding = None, True
    other.level, other.area = "commune", world.area("vn")
    other.save()
    report = cases.report_of(round_, world)
    report.pk, report._state.adding = None, True
    report.round, report.version_count, report.state = other, 0, "draft"
    report.submitted_at = report.first_submitted_at = report.submitted_by = None
    report.save()
    _put(world, other, "dak-ha", ["20"] * 14)
    assert _line(world, round_, "TT01").current.value == 20


def test_every_figure_leads_to_its_reports_also_to_those_that_are_missing(
    world: World, client_for: ClientFor
) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_, changes={6: "10", 7: "8"})
    cases.submitted(world, round_, "ba-to", "Ba", {6: "-", 7: "-"})
    sources = queries.sources_of(world.actor("An"), round_, "HG05")
    assert [s.area for s in sources] == ["xã Ba Tơ", "xã Đăk Hà", "đặc khu Lý Sơn"]
    ba_to, dak_ha, ly_son = sources
    assert [(i.code, c.scaled if c else None) for i, c in dak_ha.cells] == [
        ("HG04", 8),
        ("HG03", 10),
    ]
    assert dak_ha.report == report
    assert [c.state for _i, c in ba_to.cells if c] == [CellState.NOT_APPLICABLE] * 2
    assert (ly_son.version, [c for _i, c in ly_son.cells]) == (None, [None, None])
    html = _text(client_for(world.posting("An")), "rollup-sources", round_.pk, "HG05")
    assert reverse("reporting:report-detail", args=[report.pk]) + "?ban=1" in html
    assert html.count("chưa có số liệu") == 2


def test_statements_from_below_stand_with_their_report(world: World, client_for: ClientFor) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_, told=(("proposal", "Bổ sung loa truyền thanh"),))
    cases.submitted(world, round_, "ba-to", "Ba", told=(("result", "Ra mắt <b>tổ</b> liên gia"),))
    topics = queries.statements_by_topic(world.actor("An"), round_)
    assert [str(t.topic) for t in topics] == ["result", "proposal"]
    html = _text(client_for(world.posting("An")), "rollup-detail", round_.pk)
    assert "Ra mắt &lt;b&gt;tổ&lt;/b&gt; liên gia" in html
    assert reverse("reporting:report-detail", args=[report.pk]) in html


@pytest.mark.parametrize("code", ["KHONG", "tt01", "x" * 60])
def test_an_unknown_indicator_is_not_found(world: World, client_for: ClientFor, code: str) -> None:
    round_ = cases.open_round(world)
    address = reverse("reporting:rollup-sources", args=[round_.pk, code])
    assert client_for(world.posting("An")).get(address).status_code == 404
