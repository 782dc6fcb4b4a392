"""Pages of figures that came by file: their origin is told, and nobody is asked for them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client

from phongtrao.core import audit, clock
from phongtrao.core.inbox_sources import lines_of
from phongtrao.org import scope
from phongtrao.org.models import Posting
from phongtrao.reporting.models import Report, Round
from phongtrao.reporting.queries import inbox_sources, newest_templates, roll_up
from tests.packs import load_catalogue
from tests.reporting.cases import open_round, submitted
from tests.reporting.small_country import take, write
from tests.world import World

pytestmark = pytest.mark.django_db
HEAD = "area_code,on,period,indicator,value"


@pytest.fixture
def round_(world: World, tmp_path: Path) -> Round:
    """The first half of 2026 of two communes, by file."""
    load_catalogue()
    scope.forget()
    lines = ["23500,2026-01-05,2026-H1,TT01,14", "21484,2026-01-05,2026-H1,TT01,6"]
    take(write(tmp_path / "so-lieu-cu.csv", lines, HEAD))
    return Round.objects.get()


ClientFor = Callable[[Posting], Client]


def test_the_report_says_it_came_from_a_file(
    world: World, client_for: ClientFor, round_: Round
) -> None:
    report = Report.objects.get(area=world.area("dak-ha"))
    page = client_for(world.posting("An")).get(f"/bao-cao/{report.pk}/").content.decode()
    assert "nhập từ tệp so-lieu-cu.csv" in page
    assert "thực hiện: cli:thu" in page
    assert "không có ai duyệt trên hệ thống" in page
    assert "Người gửi" not in page
    assert "Trễ hạn" not in page


def test_the_round_and_its_lists_and_exports_say_so(
    world: World, client_for: ClientFor, round_: Round
) -> None:
    client = client_for(world.posting("Trung"))
    page = client.get(f"/bao-cao/dot/{round_.pk}/").content.decode()
    assert "nhập từ tệp so-lieu-cu.csv" in page
    assert '"four-name">Gửi đúng hạn' not in page
    assert "Nhập từ tệp" in client.get("/bao-cao/").content.decode()
    for page in ("danh-sach/", "danh-sach/xuat-excel/", "xuat-excel/"):
        assert client.get(f"/bao-cao/{page}").status_code == 200, page
    for page in ("xuat-excel/", "tong-hop/", "tong-hop/xuat-excel/", "tong-hop/TT01/"):
        assert client.get(f"/bao-cao/dot/{round_.pk}/{page}").status_code == 200, page


def test_nobody_is_asked_for_figures_that_came_by_file(world: World, round_: Round) -> None:
    assert lines_of(inbox_sources(world.actor("Chi"), clock.today())) == []
    assert "nhap-tu-tep" not in {form.template.code for form in newest_templates()}
    assert mail.outbox == []


def test_others_see_nothing_of_them(world: World, client_for: ClientFor, round_: Round) -> None:
    report = Report.objects.get(area=world.area("dak-ha"))
    assert client_for(world.posting("Giang")).get(f"/bao-cao/{report.pk}/").status_code == 404


def test_the_newest_word_counts_where_a_body_also_reported_itself(
    world: World, round_: Round, tmp_path: Path
) -> None:
    own = open_round(world)
    submitted(world, own)
    (line,) = roll_up(world.actor("An"), own, ["TT01"]).lines
    assert line.current.value == 20 + 6
    take(write(tmp_path / "lan-hai.csv", ["23500,2026-01-05,2026-H1,TT01,15"], HEAD))
    (line,) = roll_up(world.actor("An"), own, ["TT01"]).lines
    assert line.current.value == 15 + 6


def test_the_audit_page_has_words_for_the_import(
    world: World, client_for: ClientFor, round_: Round
) -> None:
    assert [entry.verb for entry in audit.entries_of(round_.value_import)] == ["values.imported"]
    page = client_for(world.posting("Kiểm")).get("/nhat-ky/").content.decode()
    assert "Nhập số liệu từ tệp" in page
