"""What the page of a paper shows beside its requirements: events, doubts, provisional days."""

import re

import pytest

from tests.intake.papers import PLAN, posted

pytestmark = pytest.mark.database
NEWS = """Rà soát tiến độ công tác xây dựng phong trào

Tại buổi làm việc, Thứ trưởng yêu cầu Công an xã Đăk Hà ngay trong tuần này phải hoàn thành \
dự thảo kế hoạch. Trước đó, đoàn đã kiểm tra tại Tỉnh ủy Hưng Yên (ngày 03/03/2023). \
Năm nay tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc năm 2023.
"""


def _page(client_for, world, paper):
    return client_for(world.posting("An")).get(paper.address).content.decode()


def test_events_have_their_cards_and_their_words(received, client_for, world):
    page = _page(client_for, world, received(NEWS))
    assert "Sự kiện nêu trong văn bản" in page
    assert "03/03/2023" in page
    keys = re.findall(r'id="the-(e\d+)"', page)
    assert keys
    for key in keys:
        assert f'id="doan-{key}"' in page


def test_a_term_without_a_date_of_issue_is_said_to_be_provisional_until_the_date_is_known(
    received, client_for, world
):
    paper = received(NEWS)
    item = paper.draft.items.get(deadline_norm="REL:this_week")
    assert "tạm tính" in _page(client_for, world, paper)
    values = {"issued_on": "25/05/2023", "title": "Rà soát", "row_version": 1}
    client = client_for(world.posting("An"))
    assert posted(client, f"{paper.address}dau-van-ban/", **values).status_code == 302
    item.refresh_from_db()
    assert f"{item.due_on:%d/%m/%Y}" == "28/05/2023"  # the Sunday of that week
    assert "tạm tính" not in _page(client_for, world, paper)


def test_a_doubt_leads_to_its_place_in_the_text(received, client_for, world):
    told = "Đã kiểm tra tại 8 địa phương gồm: Hưng Yên, Hải Dương, Lạng Sơn."
    text = PLAN.replace("I. MỤC ĐÍCH", f"{told}\nI. MỤC ĐÍCH")
    page = _page(client_for, world, received(text))
    assert "Số lượng nêu ra không khớp" in page
    [key] = re.findall(r'href="#doan-(d\d+)"', page)
    assert re.search(rf'class="m m-doubt"[^>]*id="doan-{key}"', page)


def test_j_joins_a_card_with_the_next(plan, client_for, world):
    page = _page(client_for, world, plan)
    assert f'gop/{plan.item(2).pk}/" data-key="j"' in page
