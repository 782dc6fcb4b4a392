"""The papers of an inspection: what was concluded for whom, what became of it, in state layout."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.org.models import Account
from phongtrao.oversight import actions
from phongtrao.oversight.models import Inspection
from phongtrao.publishing.layout_check.check import check
from tests.oversight import inspection_cases as cases
from tests.packs import load_pack
from tests.publishing.docx_text import docx_of, text_of
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _ready(world: World) -> None:
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    load_pack()


def _two_levels(world: World) -> Inspection:
    """The Front of the province and the police of Đăk Hà were inspected, each is asked for one."""
    front = world.body("mttq", "quang-ngai")
    inspection = cases.planned(world, inspected=[world.body("ca", "dak-ha"), front])
    an = world.actor("An")
    leader = {"leader_body": world.body("ubnd", "quang-ngai")}
    actions.decide(inspection, cases.team(world, **leader), by=an)
    actions.take_step(inspection, "begin", by=an)
    actions.conclude(inspection, cases.conclusion(), by=an)
    actions.recommend(inspection, cases.wanted(world), by=an)
    asked = cases.wanted(world, body=front, text="Phân công Mặt trận các xã", criterion="chi_dao")
    actions.recommend(inspection, asked, by=an)
    inspection.refresh_from_db()
    return inspection


def test_a_conclusion_is_laid_out_by_the_rules_with_its_grounds_findings_and_what_is_asked(
    world: World, client_for: Any
) -> None:
    inspection = _two_levels(world)
    address = reverse("publishing:inspection-conclusion", args=[inspection.pk])
    word = docx_of(client_for(world.posting("An")).get(address))
    text = text_of(word)
    decided = f"Căn cứ Quyết định 12/QĐ-BCĐ ngày {date_vn(clock.today() - timedelta(days=3))}"
    for told in (decided, cases.LIMITS, "NGUYÊN NHÂN", "Phân công Mặt trận các xã",
                 "2. ", "cơ quan xác nhận: Công an tỉnh Quảng Ngãi", "PHÓ CHỦ TỊCH"):  # fmt: skip
        assert told in text
    assert "Thông báo" not in text
    assert check(word) == []


def test_each_inspected_body_gets_a_paper_with_what_is_asked_of_it_alone(
    world: World, client_for: Any
) -> None:
    inspection = _two_levels(world)
    own = world.body("ca", "dak-ha")
    address = reverse("publishing:inspection-conclusion-to", args=[inspection.pk, own.pk])
    word = docx_of(client_for(world.posting("Chi")).get(address))
    assert "Ký kết chương trình phối hợp cấp xã" in text_of(word)
    assert "Phân công Mặt trận các xã" not in text_of(word)
    assert check(word) == []
    whole = reverse("publishing:inspection-conclusion", args=[inspection.pk])
    assert client_for(world.posting("Chi")).get(whole).status_code == 404
    assert client_for(world.posting("Dũng")).get(address).status_code == 404
    assert client_for(world.posting("Giang")).get(address).status_code == 404


def test_before_the_conclusion_there_is_no_paper_and_a_sentence_says_so(
    world: World, client_for: Any
) -> None:
    inspection = cases.under_way(world)
    address = reverse("publishing:inspection-conclusion", args=[inspection.pk])
    answer = client_for(world.posting("An")).get(address)
    assert answer.status_code == 409
    assert "chưa có kết luận" in answer.content.decode()


def test_the_owner_reports_what_was_done_for_each_recommendation_with_its_papers_and_state(
    world: World, client_for: Any
) -> None:
    asked = cases.sent_in(world)
    address = reverse("publishing:inspection-remedies", args=[asked.entry_id, asked.body_id])
    word = docx_of(client_for(world.posting("Chi")).get(address))
    text = text_of(word)
    for told in ("Việc đã làm: Đã ký kết.", "01/CTrPH ngày 20/11/2026", "chờ xác nhận"):
        assert told in text
    assert check(word) == []
    assert client_for(world.posting("Giang")).get(address).status_code == 404
