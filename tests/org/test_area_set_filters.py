"""Tập địa bàn as a filter of areas, bodies and tasks, within the scope of the reader."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core import clock
from phongtrao.org.models import AreaSet, AreaSetMember
from tests.world import MERGER

pytestmark = pytest.mark.django_db
TODAY = clock.today()
MOST_QUERIES = 20


@pytest.fixture
def cluster(world):
    """A set with Đăk Hà and Lý Sơn; Ba Tơ left it yesterday, Chư Sê of Gia Lai is in it."""
    made = AreaSet.objects.create(
        code="cum-1", name="Cụm 1", kind="cluster", level="commune", basis="x", name_folded="cum 1"
    )
    for area, until in (
        ("dak-ha", None),
        ("ly-son", None),
        ("chu-se", None),
        ("ba-to", TODAY - timedelta(days=1)),
    ):
        AreaSetMember.objects.create(
            area_set=made, area=world.area(area), valid_from=MERGER, valid_to=until
        )
    return made


def _found(text, names=("Đăk Hà", "Ba Tơ", "Lý Sơn", "Chư Sê")):
    return {name for name in names if f"{name}</a>" in text or f" {name}</td>" in text}


@pytest.mark.parametrize("name", ["org:area-rows", "org:body-rows"])
def test_areas_and_bodies_are_narrowed_to_the_members_of_today(world, cluster, client_for, name):
    client = client_for(world.posting("An"))
    page = reverse(name)
    assert _found(client.get(page).content.decode()) == {"Đăk Hà", "Ba Tơ", "Lý Sơn"}
    with CaptureQueriesContext(connection) as asked:
        text = client.get(page, {"tap": cluster.pk}).content.decode()
    assert _found(text) == {"Đăk Hà", "Lý Sơn"}
    assert len(asked) <= MOST_QUERIES


def test_the_workbook_of_areas_holds_the_members_only(world, cluster, client_for):
    answer = client_for(world.posting("An")).get(
        reverse("org:area-rows-excel"), {"tap": cluster.pk}
    )
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"Đăk Hà", "Lý Sơn"} <= cells
    assert not {"Ba Tơ", "Chư Sê"} & cells


def test_areas_are_found_by_name_without_marks_by_code_and_by_level(world, client_for):
    client, page = client_for(world.posting("An")), reverse("org:area-rows")
    for asked, expected in (
        ({"tim": "dak ha"}, {"Đăk Hà"}),
        ({"tim": "21484"}, {"Ba Tơ"}),
        ({"cap": "province"}, set()),
        ({"cap": "commune"}, {"Đăk Hà", "Ba Tơ", "Lý Sơn"}),
    ):
        assert _found(client.get(page, asked).content.decode()) == expected, asked


def test_tasks_are_narrowed_to_leads_in_the_set(world, plan, cluster, client_for):
    inside = plan.task(title="Việc của Đăk Hà")
    outside = plan.task(title="Việc của Ba Tơ", lead=world.body("ca", "ba-to"))
    client, page = client_for(world.posting("An")), reverse("planning:task-list")
    with CaptureQueriesContext(connection) as asked:
        text = client.get(page, {"tap": cluster.pk}).content.decode()
    assert inside.title in text
    assert outside.title not in text
    assert len(asked) <= MOST_QUERIES


def test_a_set_without_an_area_of_the_reader_is_no_choice(world, cluster, client_for):
    AreaSetMember.objects.exclude(area=world.area("chu-se")).delete()
    text = client_for(world.posting("An")).get(reverse("org:area-rows")).content.decode()
    assert "Cụm 1" not in text
    assert (
        "Cụm 1" in client_for(world.posting("Giang")).get(reverse("org:area-rows")).content.decode()
    )
