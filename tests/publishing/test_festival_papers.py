"""The papers of a festival site: invitation and report in state layout, links to the models."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.fieldwork.events import actions
from phongtrao.fieldwork.events.models import FestivalSite
from phongtrao.org.models import Account
from phongtrao.publishing.layout_check.check import check
from tests.fieldwork import events_cases, exemplars_cases
from tests.packs import load_pack
from tests.publishing.docx_text import docx_of, text_of
from tests.world import World

pytestmark = pytest.mark.database


@pytest.fixture
def site(world: World, settings: Any, tmp_path: Any) -> FestivalSite:
    """A site of Đăk Hà that was held and reported, with one invitation."""
    settings.FILES_DIR = tmp_path
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    load_pack()
    plan = events_cases.plan(world)
    made = events_cases.site(world, plan, venue="Sân vận động xã")
    actor = world.actor("Chi")
    actions.invite(made, [world.body("ca", "ba-to")], "Trưởng", by=actor)
    actions.approve(made, day=events_cases.yesterday(), by=actor)
    for verb in ("prepare", "open"):
        actions.take_step(made, verb, by=actor)
    terms = actions.ResultTerms(**events_cases.FIGURES)
    actions.record_result(made, terms, by=actor)
    made.refresh_from_db()
    return made


def _word(client: Client, name: str, pk: int) -> bytes:
    return docx_of(client.get(reverse(f"publishing:{name}", args=[pk])))


def test_an_invitation_names_posts_bodies_day_and_place_and_is_laid_out_by_the_rules(
    world: World, site: FestivalSite, client_for: Any
) -> None:
    word = _word(client_for(world.posting("Chi")), "festival-invitation", site.pk)
    text = text_of(word)
    assert "Trưởng Công an xã Ba Tơ" in text
    assert "Sân vận động xã" in text
    assert "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc năm" in text
    assert check(word) == []


def test_a_report_holds_the_figures_that_are_not_nought_and_is_laid_out_by_the_rules(
    world: World, site: FestivalSite, client_for: Any
) -> None:
    word = _word(client_for(world.posting("Chi")), "festival-report", site.pk)
    text = text_of(word)
    attended = events_cases.FIGURES["attendances"]
    assert f"{attended:,}".replace(",", ".") in text
    assert not re.search(r"- 0 ", text)
    assert check(word) == []


def test_papers_are_offered_only_where_there_is_something_to_write(
    world: World, site: FestivalSite, client_for: Any
) -> None:
    client = client_for(world.posting("Chi"))
    bare = events_cases.site(world, site.plan, title="Điểm khác")
    page = client.get(reverse("events:site-detail", args=[bare.pk])).content.decode()
    assert "Giấy mời (Word)" not in page
    for name in ("festival-invitation", "festival-report"):
        assert client.get(reverse(f"publishing:{name}", args=[bare.pk])).status_code == 409
    page = client.get(reverse("events:site-detail", args=[site.pk])).content.decode()
    assert "Giấy mời (Word)" in page
    assert "Báo cáo kết quả (Word)" in page


def test_a_model_launched_that_day_is_shown_at_the_festival_and_the_festival_at_the_model(
    world: World, site: FestivalSite, client_for: Any
) -> None:
    since = (clock.today() - events_cases.yesterday()).days
    model = exemplars_cases.running(world, since=since)
    client = client_for(world.posting("Chi"))
    shown = client.get(reverse("events:site-detail", args=[site.pk])).content.decode()
    assert reverse("exemplars:model-detail", args=[model.pk]) in shown
    back = client.get(reverse("exemplars:model-detail", args=[model.pk])).content.decode()
    assert reverse("events:site-detail", args=[site.pk]) in back
    result = client.get(reverse("events:site-result", args=[site.pk])).content.decode()
    assert "Sổ mô hình: 1 mô hình" in result


def test_other_provinces_take_no_paper(world: World, site: FestivalSite, client_for: Any) -> None:
    client = client_for(world.posting("Giang"))
    for name in ("festival-invitation", "festival-report"):
        assert client.get(reverse(f"publishing:{name}", args=[site.pk])).status_code == 404
