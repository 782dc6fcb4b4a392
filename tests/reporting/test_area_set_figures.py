"""Tập địa bàn in reporting: lists and figures narrowed to a set, an area beside its peers."""

from datetime import timedelta
from fractions import Fraction
from statistics import median

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.core.vietnamese import fold
from phongtrao.org.models import AreaSet, AreaSetMember
from phongtrao.reporting import queries
from phongtrao.reporting.queries.peers import peer_table
from tests.reporting import cases
from tests.world import MERGER

pytestmark = pytest.mark.django_db
MOST_QUERIES = 20
PEOPLE = {"dak-ha": ("Chi", "7"), "ba-to": ("Ba", "2"), "ly-son": ("Lý", "10")}


def _set(world, name, *areas, since=MERGER, until=None):
    made = AreaSet.objects.create(
        code=fold(name).replace(" ", "-"),
        name=name,
        kind="cluster",
        level="commune",
        basis="x",
        name_folded=fold(name),
    )
    for area in areas:
        AreaSetMember.objects.create(
            area_set=made, area=world.area(area), valid_from=since, valid_to=until
        )
    return made


@pytest.fixture
def round_(world):
    """A round in which all three communes have reported different figures."""
    made = cases.open_round(world)
    for area, (name, figure) in PEOPLE.items():
        cases.submitted(world, made, area, name, changes={0: figure})
    return made


def _names(text):
    return {name for name in ("Đăk Hà", "Ba Tơ", "Lý Sơn") if f"Công an xã {name}" in text
            or f"Công an đặc khu {name}" in text}  # fmt: skip


def test_the_lists_of_reports_are_narrowed_to_the_members(world, round_, client_for):
    tap = _set(world, "Cụm 1", "dak-ha", "ly-son").pk
    client = client_for(world.posting("An"))
    for address in (
        reverse("reporting:report-list"),
        reverse("reporting:round-detail", args=[round_.pk]),
    ):
        assert _names(client.get(address).content.decode()) == {"Đăk Hà", "Ba Tơ", "Lý Sơn"}
        narrowed = client.get(address, {"tap": tap}).content.decode()
        assert _names(narrowed) == {"Đăk Hà", "Lý Sơn"}


def test_the_list_of_late_reports_follows_the_set(world, client_for):
    round_ = cases.open_round(world, deadline_at=clock.now() + timedelta(minutes=1))
    type(round_).objects.update(deadline_at=clock.now() - timedelta(minutes=1))
    tap = _set(world, "Cụm 1", "ba-to").pk
    page = reverse("reporting:round-detail", args=[round_.pk])
    text = client_for(world.posting("An")).get(page, {"tap": tap}).content.decode()
    assert "Trễ hạn (1)" in text
    assert _names(text) == {"Ba Tơ"}


def test_a_round_takes_the_members_of_its_last_day(world, round_, client_for):
    left = round_.last_day + timedelta(days=1)
    tap = _set(world, "Cụm 1", "dak-ha", until=left)
    _set_member_later(world, tap, "ba-to", left)
    page = reverse("reporting:round-detail", args=[round_.pk])
    # On today's list the set is offered for its present member, in the round it means the former.
    text = client_for(world.posting("An")).get(page, {"tap": tap.pk}).content.decode()
    assert _names(text) == {"Đăk Hà"}


def _set_member_later(world, area_set, area, since):
    AreaSetMember.objects.create(area_set=area_set, area=world.area(area), valid_from=since)


def test_the_roll_up_sums_the_members_only_and_says_so(world, round_, client_for):
    area_set = _set(world, "Cụm 1", "dak-ha", "ly-son")
    actor = world.actor("An")
    whole = queries.roll_up(actor, round_).lines[0].current
    ground = queries.ground_of(
        actor, round_, within={world.area("dak-ha").pk, world.area("ly-son").pk}
    )
    part = queries.roll_up(actor, round_, ground=ground).lines[0].current
    assert (whole.value, part.value, part.n, part.of) == (19, 17, 2, 2)
    page = reverse("reporting:rollup-detail", args=[round_.pk])
    text = client_for(world.posting("An")).get(page, {"tap": area_set.pk}).content.decode()
    assert "Chỉ tính 2 địa bàn thuộc Cụm 1" in text
    assert f"{reverse('reporting:rollup-excel', args=[round_.pk])}?tap={area_set.pk}" in text


def test_the_figure_is_compared_with_middle_least_and_greatest_of_the_others(world, round_):
    _set(world, "Cụm 1", "dak-ha", "ly-son", "ba-to")
    table = peer_table(world.actor("An"), round_, world.area("ly-son").pk)
    line = table.lines[0]
    [peers] = line.groups
    others = [Fraction(7), Fraction(2)]
    assert line.own.value == 10
    assert (peers.middle, peers.least, peers.greatest) == (median(others), 2, 7)
    assert (peers.n, peers.of) == (2, 2)


def test_every_set_of_the_area_is_compared_by_itself(world, round_):
    _set(world, "Cụm 1", "dak-ha", "ly-son")
    _set(world, "Đảo", "ly-son", "ba-to")
    table = peer_table(world.actor("An"), round_, world.area("ly-son").pk)
    assert [group.area_set.name for group in table.groups] == ["Cụm 1", "Đảo"]
    assert [peers.middle for peers in table.lines[0].groups] == [7, 2]


def test_who_has_not_reported_counts_as_missing_and_never_as_nothing(world):
    round_ = cases.open_round(world)
    cases.submitted(world, round_, "dak-ha", "Chi", changes={0: "7"})
    _set(world, "Cụm 1", "dak-ha", "ly-son", "ba-to")
    table = peer_table(world.actor("An"), round_, world.area("ly-son").pk)
    [peers] = table.lines[0].groups
    assert table.lines[0].own.value is None
    assert (peers.least, peers.n, peers.of) == (7, 1, 2)


def test_peers_outside_the_scope_are_neither_shown_nor_counted(world, round_, client_for):
    _set(world, "Cụm 1", "dak-ha", "ly-son", "chu-se")
    table = peer_table(world.actor("An"), round_, world.area("dak-ha").pk)
    assert (table.groups[0].compared, table.groups[0].others) == (1, 2)
    own = peer_table(world.actor("Chi"), round_, world.area("dak-ha").pk)
    assert own.groups[0].compared == 0
    assert own.lines[0].groups[0].middle is None
    with pytest.raises(NotFound):
        peer_table(world.actor("Chi"), round_, world.area("ly-son").pk)
    page = reverse("reporting:rollup-peers", args=[round_.pk])
    asked = {"dia-ban": world.area("ly-son").pk}
    alone = client_for(world.posting("Chi"))
    assert alone.get(page, asked).status_code == 404
    shown = alone.get(page, {"dia-ban": world.area("dak-ha").pk}).content.decode()
    assert "so với 0 trong 2" in shown
    assert "Trung vị" not in shown
    assert client_for(world.posting("Giang")).get(page).status_code == 404


def test_the_page_offers_areas_with_peers_and_shows_the_comparison(world, round_, client_for):
    _set(world, "Cụm 1", "dak-ha", "ly-son")
    client = client_for(world.posting("An"))
    page = reverse("reporting:rollup-peers", args=[round_.pk])
    offered = client.get(page).content.decode()
    assert "Đăk Hà" in offered
    assert "Ba Tơ" not in offered
    with CaptureQueriesContext(connection) as asked:
        text = client.get(page, {"dia-ban": world.area("ly-son").pk}).content.decode()
    assert "Trung vị" in text
    assert 'data-label="Trung vị">7<' in text
    assert len(asked) <= MOST_QUERIES


def test_only_sets_with_an_area_of_the_reader_are_offered(world, round_, client_for):
    _set(world, "Cụm 1", "dak-ha")
    _set(world, "Cụm Gia Lai", "chu-se")
    address = reverse("reporting:report-list")
    text = client_for(world.posting("An")).get(address).content.decode()
    assert "Cụm 1" in text
    assert "Cụm Gia Lai" not in text


@pytest.mark.parametrize("name", ["report-list", "round-detail", "rollup-detail"])
def test_the_filter_keeps_the_pages_within_their_queries(world, round_, client_for, name):
    tap = _set(world, "Cụm 1", "dak-ha", "ly-son").pk
    client = client_for(world.posting("An"))
    page = reverse(f"reporting:{name}", args=[] if name == "report-list" else [round_.pk])
    client.get(page, {"tap": tap})
    with CaptureQueriesContext(connection) as asked:
        client.get(page, {"tap": tap})
    assert len(asked) <= MOST_QUERIES
