"""What two bodies of one area probably reported of one thing is shown, and changes no figure."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from phongtrao.org import scope
from phongtrao.org.models import Posting
from phongtrao.reporting.models import Round
from phongtrao.reporting.rules.doubles import Told, probable_doubles
from tests.packs import load_catalogue
from tests.reporting.small_country import take, write
from tests.world import World

HEAD = "area_code,on,period,indicator,value,body"


def test_only_the_same_figure_of_two_bodies_about_one_area_is_a_probable_double() -> None:
    led, joined = Told(1, 10, "PH02", 7, 100), Told(1, 11, "PH02", 7, 101)
    others = [
        Told(2, 12, "PH02", 7, 102),  # another area
        Told(1, 11, "TT01", 7, 101),  # another indicator
        Told(1, 13, "PH02", 8, 103),  # another figure
        Told(1, 10, "PH02", 7, 104),  # the same body, in another form
    ]
    assert probable_doubles([led, joined, *others]) == [[led, joined, others[3]]]
    assert probable_doubles([led, *others]) == []


def test_nothing_or_one_told_twice_is_no_sign_of_anything() -> None:
    assert probable_doubles([Told(1, 10, "PH02", n, n) for n in (0, 1)] * 2) == []
    once = [Told(1, body, "PH02", 1, body) for body in (10, 11)]
    assert probable_doubles(once) == []


@pytest.mark.django_db
def test_the_roll_up_page_names_both_reports(
    world: World, client_for: Callable[[Posting], Client], tmp_path: Path
) -> None:
    load_catalogue()
    scope.forget()
    lines = [
        "23500,2026-01-05,2026-H1,PH02,14,ca",
        "23500,2026-01-05,2026-H1,PH02,14,mttq",
        "21484,2026-01-05,2026-H1,PH02,6,ca",
        "21484,2026-01-05,2026-H1,PH02,5,mttq",
    ]
    take(write(tmp_path / "so-lieu-cu.csv", lines, HEAD))
    address = f"/bao-cao/dot/{Round.objects.get().pk}/tong-hop/"
    page = client_for(world.posting("An")).get(address).content.decode()
    _before, _title, panel = page.partition("Số liệu có thể tính trùng")
    panel = panel.partition("Lời văn từ cơ sở")[0]
    assert "PH02" in panel
    assert "Công an xã Đăk Hà" in panel
    assert "Mặt trận Tổ quốc Việt Nam xã Đăk Hà" in panel
    assert "Ba Tơ" not in panel
