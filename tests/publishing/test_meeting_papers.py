"""The notice of a meeting's conclusions: who acts and by when, in state layout."""

from typing import Any

import pytest
from django.urls import reverse

from phongtrao.core.formats import date_vn
from phongtrao.org.models import Account
from phongtrao.planning.actions import PartSpec
from phongtrao.planning.models import Programme
from phongtrao.publishing.layout_check.check import check
from tests.fieldwork import meetings_cases
from tests.packs import load_pack
from tests.publishing.docx_text import docx_of, text_of
from tests.world import World

pytestmark = pytest.mark.database


def test_a_notice_says_who_acts_and_by_when_and_is_laid_out_by_the_rules(
    world: World, client_for: Any
) -> None:
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    load_pack()
    client = client_for(world.posting("An"))
    held = meetings_cases.held(world, chair="Giám đốc Công an tỉnh", venue="Hội trường")
    address = reverse("publishing:meeting-notice", args=[held.pk])
    assert client.get(address).status_code == 409
    asked = meetings_cases.directive(world, held)
    word = docx_of(client.get(address))
    text = text_of(word)
    assert asked.due_on is not None
    assert f"Giao Công an xã Đăk Hà thực hiện, xong trước ngày {date_vn(asked.due_on)}" in text
    assert "TL. GIÁM ĐỐC" in text
    assert check(word) == []
    assert client_for(world.posting("Giang")).get(address).status_code == 404


def test_a_notice_of_two_programmes_has_a_section_for_each_and_the_post_of_its_signer(
    world: World, client_for: Any
) -> None:
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    pack = load_pack()
    other = Programme.objects.create(
        code="09/CTr",
        name="Chương trình thứ hai",
        short_name="Chương trình 09",
        signed_on=pack.signed_on,
        first_year=2026,
        last_year=2030,
    )
    held = meetings_cases.held(world, chair="Giám đốc Công an tỉnh", others=[other])
    front = world.body("mttq", "quang-ngai")
    meetings_cases.directive(world, held, parts=(PartSpec(front, "Tuyên truyền"),))
    meetings_cases.directive(world, held, text="Mở rộng mô hình", programme=other)
    address = reverse("publishing:meeting-notice", args=[held.pk])
    word = docx_of(client_for(world.posting("An")).get(address, {"chuc_vu": "Trưởng phòng PV05"}))
    text = text_of(word)
    assert f"Về {pack.short_name}".upper() in text
    assert "VỀ CHƯƠNG TRÌNH 09" in text
    assert f"chủ trì, phối hợp với {front.name} thực hiện" in text
    assert "TRƯỞNG PHÒNG PV05" in text
    assert check(word) == []
