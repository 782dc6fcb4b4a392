"""Lists and pages cost the same number of queries at any size; filters and Excel agree."""

import io
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.org import scope
from phongtrao.org.models import Posting
from phongtrao.reporting import actions, queries
from phongtrao.reporting.models import Report
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]
MOST = 20


def _queries(client: Client, address: str) -> int:
    client.get(address)  # the first request of a session may cost more
    scope.forget()
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


@pytest.mark.parametrize(
    "name",
    [
        "round-list",
        "report-list",
        "indicator-list",
        "round-detail",
        "rollup-detail",
        "rollup-sources",
        "round-excel",
        "report-list-excel",
        "rollup-excel",
    ],
)
def test_a_page_costs_the_same_with_3_and_with_more_than_60_reports(
    world: World, client_for: ClientFor, name: str
) -> None:
    round_ = cases.open_round(world)
    args = [] if "list" in name else [round_.pk]
    address = reverse(f"reporting:{name}", args=[*args, "HG05"] if "sources" in name else args)
    an = client_for(world.posting("An"))
    for area, by in (("dak-ha", "Chi"), ("ba-to", "Ba"), ("ly-son", "Lý")):
        cases.submitted(world, round_, area, by)
    few = _queries(an, address)
    _add_reports(world, round_.pk, 62)
    many = _queries(an, address)
    assert few == many <= MOST


def _add_reports(world: World, round_pk: int, count: int) -> None:
    """More communes whose reports are copies of the first one's, versions and all."""
    keys = cases.add_communes(world, count)
    first = Report.objects.get(round_id=round_pk, area=world.area("dak-ha"))
    version = first.versions.get()
    for key in keys:
        first.pk, first._state.adding = None, True
        first.area, first.body = world.area(key), world.bodies["ca", key]
        first.save()
        version.pk, version._state.adding = None, True
        version.report = first
        version.save()


@pytest.mark.parametrize("name", ["report-detail", "report-review", "report-fill"])
def test_a_report_page_stays_under_the_limit(
    world: World, client_for: ClientFor, name: str
) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    version = queries.newest_version(report)
    assert version is not None
    drafts = [actions.CommentDraft("Xem lại", cell=i) for i in range(14)]
    actions.return_report(version, reason="Sai", comments=drafts, by=world.actor("An"))
    posting = world.posting("An" if name != "report-fill" else "Chi")
    address = reverse(f"reporting:{name}", args=[report.pk])
    assert _queries(client_for(posting), address) <= MOST


def test_filters_stand_in_the_address_and_the_workbook_follows_them(
    world: World, client_for: ClientFor
) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    an = client_for(world.posting("An"))
    address = reverse("reporting:round-detail", args=[round_.pk])
    for query, names in {
        "trang_thai=submitted": {"Công an xã Đăk Hà"},
        "thoi_han=chua-gui": {"Công an xã Ba Tơ", "Công an đặc khu Lý Sơn"},
        "thoi_han=dung-han": {"Công an xã Đăk Hà"},
        "thoi_han=tre-han": set(),
        "thoi_han=qua-han": set(),
        "tim=ba+to": {"Công an xã Ba Tơ"},
        "tim=kh%C3%B4ng+c%C3%B3": set(),
        "trang_thai=vo-ly": {
            "Công an xã Đăk Hà",
            "Công an xã Ba Tơ",
            "Công an đặc khu Lý Sơn",
        },
    }.items():
        answer = an.get(f"{address}?{query}")
        assert answer.status_code == 200, query
        book = an.get(f"{address}xuat-excel/?{query}")
        rows = list(load_workbook(io.BytesIO(book.getvalue())).active.iter_rows(values_only=True))
        heads = [i for i, row in enumerate(rows) if row[0] == "Cơ quan báo cáo"]
        found = {row[0] for row in rows[heads[0] + 1 :]}
        assert found == names, query


def test_the_workbook_of_a_roll_up_leaves_missing_figures_empty(
    world: World, client_for: ClientFor
) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_, changes={3: "0", 4: "0", 5: "-"})
    answer = client_for(world.posting("An")).get(
        reverse("reporting:rollup-excel", args=[round_.pk])
    )
    rows = cases.workbook_rows(answer)
    assert (rows["TT01"][3], rows["TT01"][5]) == (0, "1/3")
    assert (rows["TT19"][3], rows["TT19"][5]) == (None, "0/2")
    assert rows["CD01"][3] == 5
