"""Models: entered, taken through their life, counted the official way, adopted without circles."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any
from urllib.parse import unquote

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from openpyxl import Workbook, load_workbook

from phongtrao.core import clock
from phongtrao.core.errors import (
    Forbidden,
    InvalidInput,
    NotFound,
    StaleVersion,
    TransitionRefused,
)
from phongtrao.fieldwork.exemplars import actions, queries
from phongtrao.fieldwork.exemplars.models import ModelStep, PracticeModel
from phongtrao.fieldwork.register.rules import Asked
from phongtrao.planning.models import Programme
from tests.fieldwork.exemplars_cases import days_ago, proposed, running, step, terms
from tests.world import World

pytestmark = pytest.mark.database


def _counts(world: World, *keys: str, body: str = "dak-ha", until: int = 0) -> dict[str, int]:
    return {found.cell: found.figure for found in _offered(world, *keys, body=body, until=until)}


def _offered(world: World, *keys: str, body: str = "dak-ha", until: int = 0) -> list[Any]:
    last = days_ago(until)
    asked = Asked(
        world.body("ca", body).pk,
        world.area(body).pk,
        last - timedelta(days=30),
        last,
        frozenset(keys),
    )
    return list(queries.counts(asked))


def test_a_model_goes_from_a_proposal_to_a_recognised_example(
    world: World, programme: Programme
) -> None:
    chi, model = world.actor("Chi"), proposed(world)
    for verb in ("survey", "approve", "launch", "recognise"):
        model = step(model, verb, by=chi)
    assert (model.state, model.launched_on) == ("exemplary", clock.today())
    verbs = ModelStep.objects.filter(model=model).values_list("verb", flat=True)
    assert list(verbs) == ["propose", "survey", "approve", "launch", "recognise"]


@pytest.mark.parametrize("verb", ["approve", "launch", "recognise", "pause", "remove"])
def test_no_step_is_jumped_over(world: World, programme: Programme, verb: str) -> None:
    model = proposed(world)
    with pytest.raises(TransitionRefused):
        step(model, verb, by=world.actor("Chi"))
    assert PracticeModel.objects.get().state == "proposed"


@pytest.mark.parametrize(
    ("verb", "facts", "field"),
    [
        ("pause", {"reason": " "}, "reason"),
        ("recognise", {"paper": ""}, "paper"),
        ("pause", {"ago": -1}, "on"),
        ("pause", {"ago": 40}, "on"),
    ],
)
def test_a_step_needs_its_paper_its_reason_and_a_day_in_order(
    world: World, programme: Programme, verb: str, facts: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        step(running(world), verb, by=world.actor("Chi"), **facts)
    assert field in refused.value.fields


def test_the_database_refuses_what_the_table_does_not_allow(
    world: World, programme: Programme
) -> None:
    model = proposed(world)
    for facts in ({"state": "running"}, {"state": "exemplary"}, {"adopted_from": model.pk}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PracticeModel.objects.filter(pk=model.pk).update(**facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        ModelStep.objects.filter(model=model).update(before="removed")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": " "}, "name"),
        ({"field": "khong_co"}, "field"),
        ({"kind": "khong_co"}, "kind"),
        ({"size": actions.Size(0)}, "sites"),
        ({"launch": actions.Launch("", days_ago(5), days_ago(2))}, "approval_paper"),
        ({"launch": actions.Launch("1", days_ago(1), days_ago(2))}, "approved_on"),
        ({"launch": actions.Launch("1", days_ago(1), days_ago(-2))}, "launched_on"),
        ({"area": "ba-to"}, "area"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    world: World, programme: Programme, facts: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        proposed(world, **facts)
    assert field in refused.value.fields
    assert not PracticeModel.objects.exists()


def test_names_sites_and_teams_are_counted_apart_and_by_field(
    world: World, programme: Programme
) -> None:
    running(world)
    running(world, since=100, field="pccc", kind="lien_gia", size=actions.Size(10, 8))
    proposed(world)
    keys = ("MH02", "MH02.linh_vuc.pccc", "MH02.cap.xa", "MH02.cap.tinh", "MH03", "MH04", "MH06",
            "MH20")  # fmt: skip
    assert _counts(world, *keys) == {
        "MH02": 2,
        "MH02.linh_vuc.pccc": 1,
        "MH02.cap.xa": 2,
        "MH03": 14,
        "MH04": 10,
        "MH06": 1,
        "MH20": 8,
    }


def test_a_past_period_keeps_what_stood_then(world: World, programme: Programme) -> None:
    chi, model = world.actor("Chi"), running(world, since=90)
    actions.change_model(model, terms(world, size=actions.Size(9, 2)), by=chi)
    model.refresh_from_db()
    step(model, "pause", by=chi)
    assert _counts(world, "MH02", "MH03", "MH11", until=40) == {"MH02": 1, "MH03": 4}
    assert _counts(world, "MH02", "MH03", "MH11") == {"MH11": 1}


def test_a_figure_leads_to_the_very_models_it_counted(
    world: World, programme: Programme, desk: Any
) -> None:
    source = running(world, since=400, name="Mẫu gốc")
    running(
        world,
        name="Nhân rộng",
        origin=actions.Origin(source, days_ago(25)),
        size=actions.Size(3),
    )
    client = desk("Chi")
    keys = ("MH02", "MH03", "MH06", "MH07", "MH08", "MH24", "MH02.linh_vuc.trat_tu")
    offered = _offered(world, *keys)
    assert {found.cell: found.figure for found in offered} == {
        "MH02": 2, "MH03": 7, "MH06": 1, "MH07": 1, "MH08": 3, "MH24": 1,
        "MH02.linh_vuc.trat_tu": 2,
    }  # fmt: skip
    for found in offered:
        html = client.get(found.address).content.decode()
        names, sites = re.search(r"(\d+) mô hình \(tên\), (\d+) điểm", html).groups()
        shown = sites if found.cell in ("MH03", "MH08") else names
        assert int(shown) == found.figure, unquote(found.address)


def test_a_model_is_adopted_neither_from_itself_nor_in_a_circle(
    world: World, programme: Programme
) -> None:
    chi = world.actor("Chi")
    first, second = running(world, name="Một"), running(world, name="Hai")
    with pytest.raises(InvalidInput):
        actions.set_origin(first, actions.Origin(first, clock.today()), by=chi)
    actions.set_origin(first, actions.Origin(second, clock.today()), by=chi)
    with pytest.raises(InvalidInput) as refused:
        actions.set_origin(second, actions.Origin(first, clock.today()), by=chi)
    assert "vòng tròn" in str(refused.value)
    with pytest.raises(InvalidInput) as early:
        actions.set_origin(second, actions.Origin(running(world), days_ago(50)), by=chi)
    assert "adopted_on" in early.value.fields


def test_few_members_are_shown_to_the_body_in_charge_alone(
    world: World, programme: Programme, desk: Any
) -> None:
    model = running(world, size=actions.Size(1, 1, 7))
    address = f"/mo-hinh/{model.pk}/"
    assert "<dd>7</dd>" in desk("Chi").get(address).content.decode()
    html = desk("An").get(address).content.decode()
    assert "Dưới 10" in html
    assert "<dd>7</dd>" not in html


def test_superiors_see_a_model_and_other_provinces_do_not(
    world: World, programme: Programme
) -> None:
    model = running(world)
    for name in ("An", "Chi", "Dũng"):
        assert queries.model_for(world.actor(name), model.pk).pk == model.pk
    with pytest.raises(NotFound):
        queries.model_for(world.actor("Giang"), model.pk)
    with pytest.raises(Forbidden):
        step(model, "pause", by=world.actor("An"))


def test_two_who_change_at_once_do_not_overwrite_each_other(
    world: World, programme: Programme
) -> None:
    model, chi = running(world), world.actor("Chi")
    actions.change_model(model, terms(world, name="Tên mới"), by=chi, expected_version=1)
    with pytest.raises(StaleVersion):
        actions.change_model(model, terms(world, name="Tên khác"), by=chi, expected_version=1)


def test_a_sheet_is_read_with_the_rules_of_the_screen(world: World, desk: Any) -> None:
    client = desk("Chi")
    book = load_workbook(BytesIO(b"".join(client.get("/mo-hinh/tep-mau/").streaming_content)))
    titles = [str(cell.value).removesuffix(" *") for cell in book.worksheets[0][1]]
    good = {
        "Tên mô hình": "Tiếng kẻng an ninh",
        "Lĩnh vực": "Phòng, chống tội phạm",
        "Loại": "Kẻng, loa, đèn an ninh",
        "Văn bản phê duyệt": "12/QĐ-UBND",
        "Ngày phê duyệt": "05/01/2026",
        "Ngày ra mắt": "10/01/2026",
        "Số điểm": 6,
    }
    refused = _sheet_sent(client, titles, [good, good | {"Ngày phê duyệt": None}])
    assert "Ngày phê duyệt" in refused.content.decode()
    assert not PracticeModel.objects.exists()
    later = dict.fromkeys(("Ngày ra mắt", "Ngày phê duyệt", "Văn bản phê duyệt"))
    assert _sheet_sent(client, titles, [good, good | later]).status_code == 302
    states = PracticeModel.objects.order_by("pk").values_list("state", "sites")
    assert list(states) == [("running", 6), ("proposed", 6)]


def _sheet_sent(client: Client, titles: list[str], rows: list[dict[str, Any]]) -> Any:
    book = Workbook()
    book.active.append(titles)
    for row in rows:
        book.active.append([row.get(title) for title in titles])
    file = BytesIO()
    book.save(file)
    file.seek(0)
    file.name = "mo-hinh.xlsx"
    html = client.get("/mo-hinh/nhap-excel/").content.decode()
    once = html.split('name="_once" value="', 1)[1].split('"', 1)[0]
    return client.post("/mo-hinh/nhap-excel/", {"_once": once, "file": file})


def test_the_list_costs_the_same_at_any_size(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(40):
        running(world, name=f"Mô hình {number}")
    client = desk("An")
    with django_assert_max_num_queries(20):
        assert client.get("/mo-hinh/").status_code == 200
