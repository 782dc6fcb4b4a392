"""The packaged areas and bodies, loaded into the database."""

import time
from datetime import date

import pytest
from django.db import transaction
from django.db.models import Count

from phongtrao.core import clock
from phongtrao.core.models import LoadedPack
from phongtrao.org import imports, queries, scope
from phongtrao.org.gazetteer.country import load_country
from phongtrao.org.models import AreaLineage, AreaVersion, Body, BodyKind, Succession

pytestmark = [pytest.mark.database, pytest.mark.django_db]
AFTER, BEFORE = date(2025, 7, 2), date(2025, 6, 30)
QUANG_NGAI, OLD_QUANG_NGAI, OLD_KON_TUM = 2051, 1051, 1062


@pytest.fixture(scope="module")
def country(django_db_setup, django_db_blocker):
    """Everything the package knows, loaded once for this file; each test then rolls back itself."""
    with django_db_blocker.unblock(), transaction.atomic():
        started = time.perf_counter()
        imports.load_country()
        areas_in = time.perf_counter()
        imports.load_bodies()
        bodies_in = time.perf_counter()
        print(f"areas {areas_in - started:.2f} s, bodies {bodies_in - areas_in:.2f} s")  # noqa: T201 - figures, not asserted
        yield load_country()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def fresh_scopes():
    """Scopes are kept for half a minute; other tests have other countries."""
    scope.forget()
    yield
    scope.forget()


def test_every_row_of_the_file_stands_in_the_database(country):
    assert AreaLineage.objects.count() == len(country.lineages)
    assert AreaVersion.objects.count() == len(country.versions)
    assert Succession.objects.count() == len(country.successions)
    for day in (BEFORE, AFTER, clock.today()):
        stored = set(
            queries.area_versions_on(day).values_list("lineage_id", "code", "name", "path")
        )
        packaged = {
            (each.lineage_id, each.code, each.name, each.path)
            for each in country.tree_on(day).versions
        }
        assert stored == packaged


def test_the_tree_of_the_merger_has_34_provinces_and_3321_communes(country):
    assert queries.areas_at_level_under(1, "province", AFTER).count() == 34
    assert queries.areas_at_level_under(1, "commune", AFTER).count() == 3321
    assert queries.areas_at_level_under(QUANG_NGAI, "commune", AFTER).count() == 96
    assert queries.areas_at_level_under(QUANG_NGAI, "commune", BEFORE).count() == 0
    assert queries.children_on(1, date(2024, 1, 1)).count() == 63


def test_every_area_in_force_has_one_body_of_each_kind_of_its_level(country):
    today = clock.today()
    by_level = dict(
        queries.area_versions_on(today).values_list("level").annotate(Count("pk")).order_by()
    )
    for kind, levels in {
        "ca": ("country", "province", "commune"),
        "mttq": ("country", "province", "commune"),
        "ubnd": ("province", "commune"),
        "pv05": ("country", "province"),
        "ldld": ("country", "province"),
    }.items():
        bodies = Body.objects.on(today).filter(kind_id=kind)
        assert bodies.count() == sum(by_level[level] for level in levels), kind
        assert bodies.values("area_id").distinct().count() == bodies.count()
    pv05 = queries.body_for_kind("pv05", QUANG_NGAI, today)
    assert pv05.symbol == "PV05"
    assert pv05.parent == queries.body_for_kind("ca", QUANG_NGAI, today)
    assert pv05.parent.name == "Công an tỉnh Quảng Ngãi"
    assert queries.body_for_kind("pv05", 1, today).parent.name == "Bộ Công an"


def test_loading_again_changes_nothing_and_says_so(country):
    counts = (AreaVersion.objects.count(), Succession.objects.count(), Body.objects.count())
    assert imports.load_country() is False
    assert imports.load_bodies() is False
    LoadedPack.objects.update(version="an older one")
    assert imports.load_country() is True
    assert imports.load_bodies() is True
    assert counts == (
        AreaVersion.objects.count(),
        Succession.objects.count(),
        Body.objects.count(),
    )


def test_an_older_state_is_brought_up_to_the_file_and_own_work_stays(country):
    own = Succession.objects.filter(predecessor_id=OLD_KON_TUM).get()
    Succession.objects.filter(pk=own.pk).update(source="12/BC-UBND")
    AreaVersion.objects.filter(lineage_id=1022, valid_to=None).delete()
    AreaVersion.objects.filter(lineage_id=1022).update(valid_to=None, name="Tên cũ")
    Body.objects.filter(kind_id="ca", area_id=QUANG_NGAI).update(name="Công an Quảng Ngãi")
    LoadedPack.objects.update(version="an older one")
    imports.load_country()
    imports.load_bodies()
    assert Succession.objects.get(pk=own.pk).source == "12/BC-UBND"
    versions = AreaVersion.objects.filter(lineage_id=1022).order_by("valid_from")
    assert [each.name for each in versions] == ["Quảng Ninh", "Quảng Ninh"]
    assert versions[0].valid_to == versions[1].valid_from
    assert queries.body_for_kind("ca", QUANG_NGAI, clock.today()).name == "Công an Quảng Ngãi"


def test_past_bodies_are_computed_and_stored_only_when_a_record_needs_them(country):
    day = date(2025, 1, 15)
    stored = Body.objects.count()
    police = queries.body_on("ca", OLD_KON_TUM, day)
    assert (police.pk, police.name) == (None, "Công an tỉnh Kon Tum")
    assert police.valid_to == date(2025, 7, 1)
    assert Body.objects.count() == stored
    kept = queries.body_on("ca", OLD_KON_TUM, day, create=True)
    assert queries.body_on("ca", OLD_KON_TUM, day, create=True) == kept
    # before the horizon: the body of its tree, not a second row
    assert queries.body_on("ca", OLD_KON_TUM, date(2023, 10, 5), create=True) == kept
    assert Body.objects.count() == stored + 1
    assert queries.body_on("ca", OLD_KON_TUM, AFTER) is None
    assert queries.body_on("ca", 999_999, day) is None
    assert queries.body_on("khong-co", OLD_KON_TUM, day) is None


def test_district_police_end_on_1_march_2025(country):
    district = queries.children_on(OLD_QUANG_NGAI, BEFORE).at_level("district").first()
    assert queries.body_on("ca", district.lineage_id, date(2025, 2, 28)).valid_to == date(
        2025, 3, 1
    )
    assert queries.body_on("ca", district.lineage_id, date(2025, 3, 1)) is None
    assert queries.body_on("ubnd", district.lineage_id, date(2025, 6, 30)) is not None


def test_unions_of_communes_are_made_when_named(country):
    commune = queries.areas_at_level_under(QUANG_NGAI, "commune", AFTER).first()
    assert queries.body_for_kind("ldld", commune.lineage_id, AFTER) is None
    made = queries.body_on("ldld", commune.lineage_id, AFTER, create=True)
    assert made.name == f"Công đoàn {commune.full_name}"


@pytest.mark.parametrize(
    ("org_id", "name"),
    [
        ("bca", "Bộ Công an"),
        ("mttq-tw", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
        ("v05", "Cục Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc"),
        ("tld", "Tổng Liên đoàn Lao động Việt Nam"),
        ("ca@quang-ngai", "Công an tỉnh Quảng Ngãi"),
        (
            "pv05@quang-ngai",
            "Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc, Công an tỉnh Quảng Ngãi",
        ),
        ("ubnd@quang-ngai/dak-ha", "Ủy ban nhân dân xã Đăk Hà"),
        ("ubnd@quang-ngai/xa-dak-ha", "Ủy ban nhân dân xã Đăk Hà"),
        ("ca@kon-tum", None),
        ("ca@khong-co", None),
        ("ca@quang-ngai/khong-co", None),
        ("grp:so-nganh", None),
        ("grp:ubnd-xa@quang-ngai", None),
        ("bgddt", None),
        ("so-yt@quang-ngai", None),
        ("", None),
        ("@", None),
        ("ca@", None),
        ("ca@quang-ngai/", "Công an tỉnh Quảng Ngãi"),
    ],
)
def test_the_ids_of_papers_lead_to_bodies(country, org_id, name):
    body = queries.body_for_org_id(org_id, AFTER)
    assert (body.name if body else None) == name


def test_ids_of_past_papers_lead_to_past_bodies_when_asked_to_make_them(country):
    day = date(2024, 5, 6)
    assert queries.body_for_org_id("ca@kon-tum", day) is None
    made = queries.body_for_org_id("ca@kon-tum", day, create=True)
    assert (made.area_id, made.name) == (OLD_KON_TUM, "Công an tỉnh Kon Tum")
    assert queries.body_for_org_id("ca@kon-tum", day) == made


def test_bodies_are_found_without_marks_and_by_symbol(country):
    today = clock.today()
    assert (
        queries.find_bodies("cong an tinh quang ngai", today)[0].name == "Công an tỉnh Quảng Ngãi"
    )
    assert {body.symbol for body in queries.find_bodies("pv05", today, most=40)} == {"PV05"}
    near = scope.scope_of(QUANG_NGAI, today)
    found = queries.find_bodies("công an đăk", today, within=near)
    assert found
    assert all(body.area_id in near.current for body in found)
    for hostile in ("", "   ", "%", "_____", "'; --", "\x00", "a" * 5_000):
        assert queries.find_bodies(hostile, today, within=near) == []


def test_a_name_that_two_places_share_is_decided_by_the_place_after_the_comma(country):
    today = clock.today()
    name = (
        Body.objects.on(today)
        .filter(kind_id="ca")
        .values_list("name", flat=True)
        .annotate(times=Count("pk"))
        .filter(times__gt=1)
        .order_by("name")
        .first()
    )
    several = queries.named_bodies(name, today)
    assert len(several) > 1
    province = queries.superior_area(several[0].area_id, today)
    assert queries.named_bodies(f"{name}, {province.full_name}", today) == [several[0]]


def test_kinds_of_the_pack_and_of_the_database_agree(country):
    assert queries.standing_kind() == "ca"
    assert set(BodyKind.objects.values_list("code", flat=True)) >= {
        "ca", "mttq", "ubnd", "hlhpn", "tinhdoan", "hnd", "hccb", "ldld", "pv05",
    }  # fmt: skip


def test_a_province_reads_its_predecessors_and_acts_only_today(country):
    found = scope.scope_of(QUANG_NGAI, clock.today())
    assert found.covers(OLD_KON_TUM)
    assert not found.covers_now(OLD_KON_TUM)
    assert found.covers(OLD_QUANG_NGAI)
    assert not found.covers(2052)
    district = queries.children_on(OLD_KON_TUM, BEFORE).first()
    assert found.covers(district.lineage_id)
