"""The pages of figures: what they show is in the record, in files, and behind every number."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from phongtrao.analytics.actions import rebuild
from phongtrao.analytics.exports.small_counts import hides_total, small_cells
from phongtrao.analytics.exports.tables import _harmless
from phongtrao.analytics.forms import TableForm, periods_between
from phongtrao.analytics.queries.figures import forget
from phongtrao.analytics.queries.pages_load import LoadRound, _twice
from phongtrao.analytics.queries.pages_scope import Offered
from phongtrao.core import clock
from phongtrao.core.formats import number
from phongtrao.core.periods import Period, parse_period
from phongtrao.org import scope
from phongtrao.org.middleware import SESSION_KEY
from phongtrao.org.queries.tiles import tile_places
from phongtrao.reporting.models import Round
from tests.reporting import cases
from tests.world import MERGER, World, build_world

pytestmark = pytest.mark.django_db
MOST = 20
LL02, TT01 = 12, 3  # places in the shipped form


@dataclass
class Stage:
    """Three communes of 33 have reported: one late, one with few people."""

    world: World
    round_: Round

    def client(self, name: str) -> Client:
        """One of the cast at his desk."""
        posting = self.world.posting(name)
        client = Client()
        client.force_login(posting.account, backend="phongtrao.org.sign_in.AccountBackend")
        session = client.session
        session[SESSION_KEY] = posting.pk
        session.save()
        return client

    def page(self, name: str, address: str) -> str:
        """A page as one of the cast reads it."""
        answer = self.client(name).get(address)
        assert answer.status_code == 200, address
        return str(answer.content.decode())


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker: Any) -> Iterator[Stage]:
    """Made once, undone at the end of the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        scope.forget()
        forget()
        yield _made()
        transaction.set_rollback(True)
    scope.forget()
    forget()


def _made() -> Stage:
    world = build_world()
    cases.add_communes(world, 30)
    round_ = cases.open_round(world)
    cases.submitted(world, round_, "dak-ha", "Chi", {LL02: "7"})
    cases.submitted(world, round_, "ba-to", "Ba", {TT01: "1.100"})
    cases.submitted(world, round_, "ly-son", "Lý")
    Round.objects.filter(pk=round_.pk).update(deadline_at=clock.now() - timedelta(days=1))
    rebuild()
    return Stage(world, round_)


def _table(html: str) -> list[list[str]]:
    """The rows of the table of figures: the head of each row, then its figures."""
    body = html[html.index("figure-table") :]
    body = body[body.index("<tbody>") : body.index("</tbody>")]
    rows = []
    for row in re.findall(r"<tr[^>]*>(.*?)</tr>", body, re.S):
        cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)
        rows.append([" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in cells])
    return rows


def _sheet(answer: Any) -> list[tuple[Any, ...]]:
    rows = list(load_workbook(io.BytesIO(answer.getvalue())).active.iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if row[0] == "Địa bàn")
    return [row for row in rows[head + 1 :] if row[0]]


def _shown(value: Any, share: str) -> str:
    if value is None:
        return f"chưa có số liệu {share}"
    return f"{number(value)} {share}"


def test_the_workbook_and_the_text_file_say_what_the_page_says(stage: Stage) -> None:
    an = stage.client("An")
    query = "?ct=TT01&ct=HG03&kieu=dia-ban"
    shown = _table(stage.page("An", f"/tra-cuu/{query}"))
    assert shown[0] == ["Tổng cộng", "1.140 3/33", "30 3/33"]
    sheet = _sheet(an.get(f"/tra-cuu/xuat-excel/{query}"))
    assert [[row[0], _shown(row[1], row[2]), _shown(row[3], row[4])] for row in sheet] == shown
    text = b"".join(an.get(f"/tra-cuu/xuat-csv/{query}").streaming_content).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert ["Tổng cộng", "1140", "3/33", "30", "3/33"] in lines
    assert ["xã Ba Tơ", "1100", "1/1", "10", "1/1"] in lines


def test_every_layout_holds_the_same_figures(stage: Stage) -> None:
    for layout in ("chi-tieu", "ky", "doi-cho", "so-sanh"):
        rows = _table(stage.page("An", f"/tra-cuu/?ct=TT01&kieu={layout}"))
        assert any("1.140 3/33" in row for row in rows), layout
    swapped = _table(stage.page("An", "/tra-cuu/?ct=TT01&kieu=doi-cho"))
    assert len(swapped) == 1
    assert len(swapped[0]) == 2 + 34


def test_a_figure_leads_to_the_areas_below_and_to_the_reports(stage: Stage) -> None:
    html = stage.page("Trung", "/tra-cuu/?ct=TT01")
    quang_ngai = stage.world.area("quang-ngai").pk
    [address] = re.findall(rf'href="(/tra-cuu/nguon/{quang_ngai}/TT01/[^"]+)"', html)
    html = stage.page("Trung", address.replace("&amp;", "&"))
    assert "xã Ba Tơ" in html
    report = cases.report_of(stage.round_, stage.world, "ba-to")
    assert f'href="{reverse("reporting:report-detail", args=[report.pk])}?ban=1"' in html
    assert "(3 trong 33 đã gửi)" in html


def test_nothing_is_answered_outside_scope(stage: Stage) -> None:
    quang_ngai = stage.world.area("quang-ngai").pk
    for address in (
        f"/tra-cuu/nguon/{quang_ngai}/TT01/",
        f"/tra-cuu/?dia_ban={quang_ngai}",
        f"/tra-cuu/xu-huong/?dia_ban={quang_ngai}",
        f"/tong-quan/?dia_ban={quang_ngai}",
        f"/tra-cuu/tai-bao-cao/{quang_ngai}/",
    ):
        assert stage.client("Giang").get(address).status_code == 404, address
        assert stage.client("Chi").get(address).status_code == 404, address
    assert "Ba Tơ" not in stage.page("Giang", "/tra-cuu/?ct=TT01")


def test_small_counts_of_people_are_shown_on_the_page_and_hidden_in_the_file(stage: Stage) -> None:
    query = "?ct=LL02&kieu=dia-ban"
    by_area = {row[0]: row[1] for row in _table(stage.page("An", f"/tra-cuu/{query}"))}
    assert by_area["xã Đăk Hà"] == "7 1/1"
    sheet = {r[0]: r[1] for r in _sheet(stage.client("An").get(f"/tra-cuu/xuat-excel/{query}"))}
    assert sheet["xã Đăk Hà"] == "<10"
    assert sheet["Tổng cộng"] == 47
    # One more is hidden, or the small one could be subtracted out of the total.
    assert sorted([str(sheet["xã Ba Tơ"]), str(sheet["đặc khu Lý Sơn"])]) == ["20", "không hiện"]
    compared = _sheet(stage.client("An").get("/tra-cuu/xuat-excel/?ct=LL02&kieu=so-sanh"))
    assert {row[0]: row[4] for row in compared}["xã Đăk Hà"] == "<10"


@given(values=st.lists(st.integers(0, 60), min_size=1, max_size=8))
def test_no_hidden_count_can_be_told_from_the_others(values: list[int]) -> None:
    exact = [Fraction(value) for value in values]
    small, further = small_cells(exact, sum(exact))
    if not small or hides_total(exact, sum(exact), further):
        return
    hidden = sum(values) - sum(v for i, v in enumerate(values) if i not in small | further)
    others = hidden - sum(10 for _each in further)  # what is hidden further is at least 10
    for _each in small:
        # Each small count may still be anything from 0 to 9.
        assert others >= 9, (values, small, further)


@pytest.mark.parametrize(
    "address",
    [
        "/tra-cuu/",
        "/tra-cuu/?kieu=so-sanh",
        "/tra-cuu/xuat-excel/",
        "/tra-cuu/nguon/{area}/TT01/",
        "/tra-cuu/xu-huong/?ct=TT01",
        "/tra-cuu/dung-han/",
        "/tra-cuu/tai-bao-cao/",
        "/tra-cuu/tai-bao-cao/{area}/",
        "/tong-quan/",
        "/tong-quan/?o=TT01",
    ],
)
def test_a_page_costs_at_most_twenty_queries_for_one_area_and_for_many(
    stage: Stage, address: str
) -> None:
    for name, area in (("Chi", "dak-ha"), ("An", "quang-ngai"), ("Trung", "vn")):
        client = stage.client(name)
        asked = address.format(area=stage.world.area(area).pk)
        client.get(asked)  # the first question reads how boundaries changed
        scope.forget()
        with CaptureQueriesContext(connection) as seen:
            assert client.get(asked).status_code == 200
        assert len(seen) <= MOST, (name, len(seen), [each["sql"][:90] for each in seen])


def test_completeness_tells_missing_and_late_in_words(stage: Stage) -> None:
    html = stage.page("An", "/tra-cuu/dung-han/?tu=01/2026&den=12/2026")
    rows = {row[0]: row[1:] for row in _table(html)}
    assert rows["Tổng cộng"] == ["3/33 thiếu 30", "9,1%", "0,0%"]
    assert rows["xã Ba Tơ"] == ["1/1 đủ, 1 trễ", "100,0%", "0,0%"]
    assert rows["xã Bình Minh 1"][0] == "0/1 chưa gửi, quá hạn"
    above = {row[0]: row[1:] for row in _table(stage.page("Trung", "/tra-cuu/dung-han/?tu=1/2026"))}
    assert above["tỉnh Quảng Ngãi"][0] == "3/33 thiếu 30"
    assert above["tỉnh Gia Lai"][0] == "không phải gửi"


def test_what_two_forms_ask_of_one_body_for_one_period_is_named() -> None:
    half, year = parse_period("2026-H1"), parse_period("2026")
    rounds = [
        LoadRound(1, "CALENDAR", half, 1, "A", "Bộ", ("TT01", "HG03")),
        LoadRound(2, "CALENDAR", half, 2, "B", "Tỉnh", ("TT01",)),
        LoadRound(3, "CALENDAR", year, 2, "B", "Tỉnh", ("HG03",)),
        LoadRound(4, "ADMIN_15_14", half, 3, "C", "Sở", ("HG03",)),
    ]
    [found] = _twice(7, rounds)
    assert (found.code, found.period, [each.pk for each in found.rounds]) == ("TT01", half, [1, 2])


def test_the_load_of_a_commune_counts_forms_reports_and_cells(stage: Stage) -> None:
    html = stage.page("An", "/tra-cuu/tai-bao-cao/?tu=01/2026&den=12/2026&tim=ba+to")
    assert "1 dòng" in html
    assert re.search(r'data-label="Số ô phải điền" class="numeric">14<', html)
    html = stage.page("An", f"/tra-cuu/tai-bao-cao/{stage.world.area('ba-to').pk}/?tu=1/2026")
    assert "Báo cáo 6 tháng" in html
    assert "Công an tỉnh Quảng Ngãi" in html


def test_a_trend_marks_the_merger_and_names_the_areas_before_it(stage: Stage) -> None:
    html = stage.page("An", "/tra-cuu/xu-huong/?ct=TT01&tu=01/2025&den=06/2026&buoc=6-thang")
    assert f"{MERGER.day:02d}/{MERGER.month:02d}/{MERGER.year}: sắp xếp" in html
    assert "1.140" in html
    html = stage.page("An", "/tra-cuu/xu-huong/?ct=TT01&tu=01/2025&den=06/2026&buoc=6-thang"
                      "&dia_gioi=tung-thoi-ky")  # fmt: skip
    assert "tỉnh Kon Tum (đến 01/07/2025)" in html
    assert "đã kết thúc" in html
    assert "chưa lập" in html


def test_the_overview_has_a_tile_for_each_area_below(stage: Stage) -> None:
    html = stage.page("An", "/tong-quan/?o=TT01")
    assert html.count('class="tile tile-') == 33
    assert re.search(r"Ba Tơ</span><b[^>]*>1\.100</b>", html)
    html = stage.page("Trung", "/tong-quan/")
    assert re.search(r"Quảng Ngãi</span><b[^>]*>9%</b><span[^>]*>3/33<", html)
    assert "Công an xã Bình Minh" in html  # whose report is overdue
    assert 'class="tile ' not in stage.page("Chi", "/tong-quan/")


def test_the_map_has_every_province_once_and_the_islands_in_their_rows() -> None:
    places = {place.code: place for place in tile_places(MERGER)}
    assert len(places) == 36
    assert len({(place.row, place.column) for place in places.values()}) == 36
    assert places["20333"].row == places["48"].row
    assert places["22736"].row == places["56"].row
    assert not tile_places(MERGER - timedelta(days=1))


@given(first=st.integers(24000, 24100), months=st.integers(1, 60), step=st.sampled_from([1, 3, 6]))
def test_steps_lose_no_month(first: int, months: int, step: int) -> None:
    last = Period(first + months - 1, first + months - 1)
    found = periods_between(Period(first, first), last, step)
    assert [m for p in found for m in range(p.first, p.last + 1)] == [*range(first, last.last + 1)]


def test_a_question_that_cannot_be_asked_is_told_at_its_field(stage: Stage) -> None:
    offered = Offered(stage.world.actor("An"))
    for query, field in (
        ("tu=13/2026", "tu"),
        ("tu=6/2026&den=1/2026", "den"),
        ("tu=1/2010&den=12/2026&buoc=thang", "buoc"),
        ("ct=XX99", "ct"),
        ("ngay=31/02/2026", "ngay"),
    ):
        form = TableForm(QueryDict(query), offered=offered)
        assert field in form.errors, query
    assert "Chưa lập được bảng" in stage.page("An", "/tra-cuu/?tu=13/2026")


def test_a_text_cell_is_never_a_formula() -> None:
    assert _harmless("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert _harmless("-12,5") == "-12,5"
