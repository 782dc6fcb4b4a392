"""Tập địa bàn as a filter of areas, bodies and tasks, within the scope of the reader."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core import clock
from phongtrao.core.boundary.pages import page_faults
from phongtrao.org.models import AreaSet, AreaSetMember, Posting
from phongtrao.org.roles import Role
from phongtrao.planning.models import ProgrammeDocument, RequirementAddressee
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


def test_arrived_papers_are_narrowed_to_those_that_ask_a_body_of_the_set(
    world, plan, cluster, client_for
):
    asking = plan.draft(number="1/KH-TRONG")
    other = plan.draft(number="2/KH-NGOAI")
    other.items.exclude(leads__0__body_id=world.body("ca", "ba-to").pk).update(
        leads=[{"text": "x", "body_id": world.body("ca", "ba-to").pk}], coordinators=[]
    )
    client, page = client_for(world.posting("An")), reverse("intake:draft-list")
    with CaptureQueriesContext(connection) as asked:
        text = client.get(page, {"tap": cluster.pk}).content.decode()
    assert asking.number in text
    assert other.number not in text
    assert len(asked) <= MOST_QUERIES
    asking.items.update(state="dropped")
    assert asking.number not in client.get(page, {"tap": cluster.pk}).content.decode()


def test_the_register_is_narrowed_to_papers_of_bodies_in_the_set_and_to_those_asking_them(
    world, plan, cluster, client_for
):
    asking = plan.document(number="1/KH-TRONG")
    own = plan.document(number="2/KH-XA")
    ProgrammeDocument.objects.filter(pk=own.pk).update(home_body=world.body("ca", "dak-ha"))
    other = plan.document(number="3/KH-NGOAI")
    for paper in (own, other):
        RequirementAddressee.objects.filter(requirement__document=paper).delete()
    client, page = client_for(world.posting("An")), reverse("planning:document-list")
    assert other.number in client.get(page).content.decode()
    with CaptureQueriesContext(connection) as asked:
        text = client.get(page, {"tap": cluster.pk}).content.decode()
    assert {asking.number, own.number} == _numbers(text, (asking, own, other))
    assert len(asked) <= MOST_QUERIES
    sheet = load_workbook(
        io.BytesIO(
            b"".join(
                client.get(
                    reverse("planning:document-excel"), {"tap": cluster.pk}
                ).streaming_content
            )
        )
    ).active
    cells = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert {asking.number, own.number} == _numbers(cells, (asking, own, other))


def _numbers(text, papers):
    return {paper.number for paper in papers if paper.number in text}


def test_a_paper_is_not_found_by_whom_it_asks_beyond_what_its_reader_follows(
    world, plan, cluster, client_for
):
    """A paper of the centre asks a commune of Gia Lai; who reads it in Quảng Ngãi is not told."""
    paper = plan.document(number="9/KH-BCA")
    centre = world.body("ca", "vn")
    ProgrammeDocument.objects.filter(pk=paper.pk).update(home_body=centre, issuer_body=centre)
    RequirementAddressee.objects.filter(requirement__document=paper).delete()
    requirement = paper.requirements.first()
    for body in (world.body("ca", "quang-ngai"), world.body("ca", "chu-se")):
        RequirementAddressee.objects.create(
            requirement=requirement, body=body, part="lead", addressed_on=TODAY
        )
    client, page = client_for(world.posting("An")), reverse("planning:document-list")
    assert paper.number in client.get(page).content.decode()
    assert paper.number not in client.get(page, {"tap": cluster.pk}).content.decode()


def test_accounts_are_narrowed_to_those_who_act_today_in_an_area_of_the_set_within_reach(
    world, cluster, client_for
):
    quy = world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR)
    world.add_posting("Ninh", "ca", "dak-ha", Role.OFFICER, valid_to=TODAY)
    elsewhere = world.add_posting("Thục", "ca", "ba-to", Role.OFFICER)
    Posting.objects.create(
        account=elsewhere.account, body=world.body("ca", "chu-se"), role=Role.OFFICER,
        capacity="Cán bộ", valid_from=MERGER,
    )  # fmt: skip
    client, page = client_for(quy), reverse("org:account-list")
    names = {"Chi", "Lý", "Ba", "Ninh", "Thục"}
    assert _linked(client.get(page).content.decode(), names) == names
    with CaptureQueriesContext(connection) as asked:
        text = client.get(page, {"tap": cluster.pk}).content.decode()
    assert _linked(text, names) == {"Chi", "Lý"}
    assert len(asked) <= MOST_QUERIES
    answer = client.get(reverse("org:account-excel"), {"tap": cluster.pk})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert cells & names == {"Chi", "Lý"}


def _linked(text, names):
    return {name for name in names if f">{name}</a>" in text}


def test_the_look_at_every_field_when_a_server_starts_leaves_the_sets_to_choose_from(
    world, cluster, client_for
):
    client, page = client_for(world.posting("An")), reverse("org:area-rows")
    assert not page_faults()
    assert "Cụm 1" in client.get(page).content.decode()


def test_a_set_without_an_area_of_the_reader_is_no_choice(world, cluster, client_for):
    AreaSetMember.objects.exclude(area=world.area("chu-se")).delete()
    text = client_for(world.posting("An")).get(reverse("org:area-rows")).content.decode()
    assert "Cụm 1" not in text
    assert (
        "Cụm 1" in client_for(world.posting("Giang")).get(reverse("org:area-rows")).content.decode()
    )
