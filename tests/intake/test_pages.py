"""Pages of arrived papers: who sees them, how many queries they take, how text is shown."""

import re
from datetime import date

import pytest

from phongtrao.core.inbox_sources import lines_of
from phongtrao.intake import queries
from phongtrao.intake.models import Draft
from tests.intake.papers import PLAN, posted

pytestmark = pytest.mark.database

ADDRESSES = [
    "",
    "tep/",
    "dau-van-ban/",
    "khong-tiep-nhan/",
    "noi-dung/{item}/sua/",
    "noi-dung/{item}/tach/",
    "noi-dung/{item}/co-quan/?find_leads=cong",
]
FORMS = [
    "dau-van-ban/",
    "khong-tiep-nhan/",
    "noi-dung/them/",
    "noi-dung/giu-muc-chac-chan/",
    "noi-dung/{item}/giu/",
    "noi-dung/{item}/sua/",
    "noi-dung/{item}/bo/",
    "noi-dung/{item}/phuc-hoi/",
    "noi-dung/{item}/tach/",
    "noi-dung/{item}/gop/{item}/",
]


@pytest.mark.parametrize("name", ["Giang", "Chi", "Dũng", "Trung"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_but_the_receiving_body_finds_a_paper(plan, client_for, world, name, address):
    at = plan.address + address.format(item=plan.item().pk)
    assert client_for(world.posting("An")).get(at).status_code == 200
    assert client_for(world.posting(name)).get(at).status_code == 404


@pytest.mark.parametrize("address", FORMS)
def test_gia_lai_finds_no_form_either(plan, client_for, world, address):
    at = plan.address + address.format(item=plan.item().pk)
    values = {"reason": "x", "quote": "Công an", "action": "x", "deadline": "giu", "at": 5}
    assert posted(client_for(world.posting("Giang")), at, **values).status_code == 404
    assert set(plan.draft.items.values_list("row_version", flat=True)) == {1}


def test_an_item_is_not_reached_through_another_paper(plan, received, client_for, world):
    other = received(PLAN.replace("86/KH", "87/KH"))
    at = f"{other.address}noi-dung/{plan.item().pk}/sua/"
    assert client_for(world.posting("An")).get(at).status_code == 404


def test_lists_show_own_papers_only(plan, client_for, world):
    mine = client_for(world.posting("An")).get("/van-ban-den/").content.decode()
    theirs = client_for(world.posting("Dũng")).get("/van-ban-den/").content.decode()
    assert "86/KH-CAT" in mine
    assert "86/KH-CAT" not in theirs
    assert lines_of(queries.inbox_sources(world.actor("Giang"), date(2026, 1, 1))) == []
    item = lines_of(queries.inbox_sources(world.actor("An"), date(2026, 1, 1)))[0]
    assert (item.tab, item.url) == ("waiting", plan.address)


@pytest.mark.parametrize("count", [3, 60])
def test_the_list_takes_the_same_few_queries_at_any_length(
    received, client_for, world, count, django_assert_max_num_queries
):
    first = received().draft
    fields = {f.attname: getattr(first, f.attname) for f in first._meta.fields if not f.primary_key}
    Draft.objects.bulk_create(Draft(**fields) for _ in range(count - 1))
    client = client_for(world.posting("An"))
    client.get("/van-ban-den/")
    with django_assert_max_num_queries(20):
        page = client.get("/van-ban-den/?tim=86").content.decode()
    assert f"{count} dòng" in page
    with django_assert_max_num_queries(20):
        assert client.get("/van-ban-den/xuat-excel/").status_code == 200


def test_filters_find_without_marks_and_by_state(plan, client_for, world):
    client = client_for(world.posting("An"))
    assert "86/KH-CAT" in client.get("/van-ban-den/?tim=ngay+hoi").content.decode()
    assert "86/KH-CAT" not in client.get("/van-ban-den/?tim=khac").content.decode()
    assert "86/KH-CAT" not in client.get("/van-ban-den/?trang_thai=rejected").content.decode()
    assert client.get("/van-ban-den/?trang_thai=x&tu_ngay=32/13&trang=-1").status_code == 200


def test_a_long_paper_is_one_page_of_few_queries(
    received, client_for, world, django_assert_max_num_queries
):
    body = PLAN[PLAN.index("II. ") :]
    long = received(PLAN + body * (200_000 // len(body)))
    assert long.draft.items.count() > 300
    client = client_for(world.posting("An"))
    with django_assert_max_num_queries(20):
        page = client.get(long.address).content.decode()
    assert page.count('class="item-card') == long.draft.items.count()


def test_markup_and_hidden_marks_in_a_paper_are_shown_as_text(received, client_for, world):
    hostile = '<script>alert(1)</script><img src=x onerror="alert(2)">{{ 7*7 }}'
    text = PLAN.replace("Tạo chuyển biến", f"{hostile} \u202egnirts\u202c Tạo chuyển biến")
    text = text.replace("tổ chức Ngày hội;", "tổ chức <b onclick=x>Ngày hội</b>;")
    paper = received(text, name="<b>.txt")
    page = client_for(world.posting("An")).get(paper.address).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b onclick" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page
    assert "\u202e" not in page
    assert "U+202E" in page


def test_every_card_has_its_words_and_every_word_its_card(plan, client_for, world):
    page = client_for(world.posting("An")).get(plan.address).content.decode()
    cards = set(re.findall(r'data-card="([\w-]+)"', page))
    links = set(re.findall(r'href="#doan-([\w-]+)"', page))
    words = set(re.findall(r'id="doan-([\w-]+)"', page))
    named = {key for keys in re.findall(r'data-cards="([^"]+)"', page) for key in keys.split()}
    assert links <= words
    assert named == words
    assert words <= cards
    assert {f"n{item.pk}" for item in plan.draft.items.all()} <= words
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_text_on_the_page_is_the_paper_letter_for_letter(plan, client_for, world):
    page = client_for(world.posting("An")).get(plan.address).content.decode()
    start = page.index("data-paper>") + len("data-paper>")
    shown = re.sub(r"<[^>]+>", "", page[start : page.index("</div>", start)])
    assert shown.replace("&#34;", '"') == plan.draft.text


def test_the_summary_counts_what_will_be_created(plan, client_for, world):
    client = client_for(world.posting("An"))
    total = plan.draft.items.count()
    posted(client, plan.verb("bo"), row_version=1)
    page = client.get(plan.address).content.decode()
    assert f"Còn {total - 1} trong {total} nội dung chưa xem" in page
    assert f"{total - 1} nội dung chỉ đạo" in page
    assert "1 nội dung đã bỏ" in page
    accept = f"/chuong-trinh/tiep-nhan/{plan.draft.pk}/xac-nhan/"
    assert f'href="{accept}"' in page
    assert client.get(accept).status_code == 200


def test_a_twin_by_number_and_date_is_pointed_out(plan, received, client_for, world):
    twin = received(PLAN + "\nBản khác.")
    page = client_for(world.posting("An")).get(twin.address).content.decode()
    assert "cùng số, ký hiệu và ngày" in page
    assert f'href="{plan.address}"' in page


def test_the_original_file_comes_back_as_an_attachment(plan, client_for, world):
    answer = client_for(world.posting("An")).get(f"{plan.address}tep/")
    assert b"".join(answer.streaming_content) == PLAN.encode()
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_search_offers_bodies_of_the_own_area_only(plan, client_for, world):
    at = f"{plan.address}noi-dung/{plan.item().pk}/co-quan/?vai=leads&find_leads=cong+an+xa"
    page = client_for(world.posting("An")).get(at).content.decode()
    assert "Công an xã Ba Tơ" in page
    assert "Chư Sê" not in page


@pytest.mark.parametrize("number", [0, 10**12, 10**30])
def test_numbers_that_no_paper_has_are_not_found(plan, client_for, world, number):
    client = client_for(world.posting("An"))
    assert client.get(f"/van-ban-den/{number}/").status_code == 404
    assert client.get(f"{plan.address}noi-dung/{number}/sua/").status_code == 404
    at = f"{plan.address}noi-dung/{plan.item().pk}/co-quan/?leads=b:{number}&leads=b:-1&leads=t:x"
    assert client.get(at).status_code == 200


def test_what_the_reader_was_not_sure_of_stands_over_the_proposal(received, client_for, world):
    headless = received("Kính gửi: Công an các xã. Đề nghị báo cáo trước ngày 15/12/2026.\n" * 3)
    page = client_for(world.posting("An")).get(headless.address).content.decode()
    assert "Phần đọc được cần xem lại" in page
    assert "cần nhập tay" in page
    whole = received(name="khac.txt")
    sound = client_for(world.posting("An")).get(whole.address).content.decode()
    assert "cần nhập tay" not in sound
