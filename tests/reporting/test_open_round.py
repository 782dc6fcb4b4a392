"""Opening a round: whom it asks, on which boundaries, until when."""

from datetime import date, datetime

import pytest

from phongtrao.core import audit, clock
from phongtrao.core.errors import Forbidden, InvalidInput, Refused
from phongtrao.core.models import Notice
from phongtrao.org.models import AreaLineage, AreaVersion
from phongtrao.reporting import actions
from phongtrao.reporting.models import Report, Round, TemplateVersion
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database


def _open(world: World, **changes: object) -> actions.OpenedRound:
    asked = {
        "period": "2026-H1",
        "scheme": "ADMIN_15_14",
        "area_id": world.area("quang-ngai").pk,
        "level": "commune",
        "deadline_at": cases.DEADLINE,
        "by": world.actor("An"),
    } | changes
    return actions.open_round(cases.load_form(world), **asked)  # type: ignore[arg-type]


def test_every_commune_police_of_the_province_is_asked_once(world: World) -> None:
    opened = _open(world)
    asked = set(Report.objects.values_list("area_id", "body_id", "superior_id"))
    above = world.area("quang-ngai").pk
    assert asked == {
        (world.area(key).pk, world.body("ca", key).pk, above)
        for key in ("dak-ha", "ba-to", "ly-son")
    }
    assert opened.reports == 3
    assert opened.without_body == []


def test_the_window_is_that_of_the_scheme(world: World) -> None:
    round_ = _open(world).round
    assert (round_.first_day, round_.last_day) == (date(2025, 12, 15), date(2026, 6, 14))


def test_an_area_without_a_reporting_body_is_named(world: World) -> None:
    body = world.body("ca", "ba-to")
    body.valid_to = date(2026, 1, 1)
    body.save()
    opened = _open(world)
    assert opened.reports == 2
    assert opened.without_body == ["xã Ba Tơ"]


def test_the_areas_are_those_in_force_on_the_last_day(world: World) -> None:
    version = world.area("ly-son").versions.get()
    version.valid_to = date(2026, 6, 14)
    version.save()
    assert _open(world).reports == 2


def test_the_same_round_cannot_be_opened_twice(world: World) -> None:
    _open(world)
    with pytest.raises(Refused, match="đã được mở"):
        _open(world)
    assert Round.objects.count() == 1
    assert Report.objects.count() == 3


def test_a_newer_version_of_the_form_asks_nobody_twice(world: World) -> None:
    _open(world)
    form = cases.load_form(world)
    newer = TemplateVersion.objects.get(pk=form.pk)
    newer.pk, newer._state.adding, newer.n = None, True, 2
    newer.save()
    newer.participants.set(form.participants.all())
    with pytest.raises(Refused):
        actions.open_round(
            newer,
            period="2026-H1",
            scheme="ADMIN_15_14",
            area_id=world.area("quang-ngai").pk,
            level="commune",
            deadline_at=cases.DEADLINE,
            by=world.actor("An"),
        )


@pytest.mark.parametrize("name", ["Bình", "Vân", "Dũng", "Chi", "Giang", "Trung", "Kiểm"])
def test_only_an_officer_of_the_standing_body_of_the_area_opens(world: World, name: str) -> None:
    with pytest.raises(Forbidden):
        _open(world, by=world.actor(name))
    assert not Round.objects.exists()


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        (datetime(2026, 6, 14, 23, 59, tzinfo=clock.VIETNAM), False),
        (datetime(2026, 6, 15, 0, 0, tzinfo=clock.VIETNAM), True),
    ],
)
def test_the_deadline_is_a_working_day_after_the_window(
    world: World, moment: datetime, allowed: bool
) -> None:
    if allowed:
        assert _open(world, deadline_at=moment).reports == 3
        return
    with pytest.raises(InvalidInput, match="15/06/2026"):
        _open(world, deadline_at=moment)


@pytest.mark.parametrize("period", ["2026-H3", "", "x" * 500, "2026-13", "9999999"])
def test_an_impossible_period_is_refused_with_a_sentence(world: World, period: str) -> None:
    with pytest.raises(InvalidInput):
        _open(world, period=period)


def test_those_who_report_are_told_and_it_is_audited(world: World) -> None:
    round_ = _open(world).round
    told = set(Notice.objects.values_list("account_id", flat=True))
    assert told == {world.posting(name).account_id for name in ("Chi", "Cường", "Ba", "Lý")}
    assert [entry.verb for entry in audit.entries_of(round_)] == ["round.opened"]


def test_a_national_round_of_communes_is_approved_by_their_province(world: World) -> None:
    opened = _open(world, area_id=world.area("vn").pk, by=world.actor("Trung"))
    assert opened.reports == 4
    above = dict(Report.objects.values_list("area_id", "superior_id"))
    assert above[world.area("dak-ha").pk] == world.area("quang-ngai").pk
    assert above[world.area("chu-se").pk] == world.area("gia-lai").pk


def test_below_a_district_without_police_the_province_approves(world: World) -> None:
    district, province = AreaLineage.objects.create(id=50), world.area("quang-ngai")
    version = world.area("ba-to").versions.get()
    path = version.path.replace(f"{province.pk:06d}/", f"{province.pk:06d}/{district.pk:06d}/")
    AreaVersion.objects.create(
        lineage=district, code="535", name="Ba Tơ", type="huyện", level="district",
        parent=province, path=path.removesuffix(f"{version.lineage_id:06d}/"),
        name_folded="ba to", sort_key="ba to", valid_from=version.valid_from,
    )  # fmt: skip
    version.path, version.parent = path, district
    version.save()
    _open(world)
    above = dict(Report.objects.values_list("area_id", "superior_id"))
    assert above[version.lineage_id] == province.pk
