"""Several papers at once: what became of each, in which order they are looked at, which are one."""

import re
import uuid

import pytest

from phongtrao.core.models import AuditEntry, StoredFile
from phongtrao.intake import actions, queries
from phongtrao.intake.models import Draft
from phongtrao.intake.workflow import DraftState
from tests.core.uploads.doors import CONTACT
from tests.intake.papers import PLAN, UPLOAD, plan_docx, plan_txt, posted, sent, upload

pytestmark = pytest.mark.database
SECOND = PLAN.replace("86/KH-CAT", "91/KH-CAT").replace("24 tháng 3", "25 tháng 3")
THIRD = PLAN.replace("86/KH-CAT", "92/KH-CAT").replace("24 tháng 3", "26 tháng 3")


def _three(client):
    files = [plan_txt("a.txt"), plan_txt("b.txt", SECOND), plan_txt("c.txt", THIRD)]
    answer = sent(client, *files, upload("hong.docx", b"not a word file"))
    assert answer.status_code == 302
    return answer["Location"], list(Draft.objects.order_by("pk"))


def test_an_upload_leads_to_a_list_of_its_papers_with_what_is_left_in_each(
    world, client_for, received
):
    received(PLAN.replace("86/KH-CAT", "50/KH-CAT"), name="truoc.txt")
    client = client_for(world.posting("An"))
    address, drafts = _three(client)
    page = client.get(address).content.decode()
    assert "3 dòng" in page
    assert "50/KH-CAT" not in page
    left = sum(draft.items.count() for draft in drafts[1:])
    assert f"3 văn bản: 3 chờ xác nhận, còn {left} nội dung chưa xem" in page
    assert "hong.docx" in page
    assert "Chưa lưu gì từ tệp này" in page
    assert f'href="/van-ban-den/{drafts[1].pk}/"' in page
    again = client.get(address).content.decode()
    assert "hong.docx" not in again  # what became of the files is told once; the papers stay
    assert "3 dòng" in again


def test_each_paper_of_an_upload_leads_to_the_one_before_and_the_one_after(world, client_for):
    client = client_for(world.posting("An"))
    _address, (first, second, third) = _three(client)
    page = client.get(f"/van-ban-den/{second.pk}/").content.decode()
    assert "Văn bản 2 trong 3 của lần tiếp nhận này" in page
    named = dict(re.findall(r'data-queue="(\w+)" href="([^"]+)"', page))
    assert named == {
        "previous": f"/van-ban-den/{first.pk}/",
        "next": f"/van-ban-den/{third.pk}/",
    }
    assert 'data-queue="next"' not in client.get(f"/van-ban-den/{third.pk}/").content.decode()


def test_papers_that_came_one_by_one_are_a_queue_as_long_as_they_wait(received, world):
    first = received().draft
    second = received(SECOND, name="hai.txt").draft
    assert queries.queue_of(first).next == second.pk
    assert not queries.queue_of(first).is_batch
    actions.reject_draft(second, reason="Không thuộc chương trình", by=world.actor("An"))
    assert queries.queue_of(first) is None


def test_the_list_of_an_upload_is_closed_to_others_and_to_invented_numbers(world, client_for):
    _address, drafts = _three(client_for(world.posting("An")))
    for name, first in (("Dũng", drafts[0].pk), ("An", 10**11), ("An", -1)):
        page = client_for(world.posting(name)).get(f"/van-ban-den/?lan={first}").content.decode()
        assert "KH-CAT" not in page
    assert client_for(world.posting("An")).get("/van-ban-den/?lan=x").status_code == 200


def test_a_held_file_that_is_kept_covered_belongs_to_the_upload_it_came_with(world, client_for):
    client = client_for(world.posting("An"))
    answer = sent(client, plan_txt("a.txt"), plan_txt("b.txt", f"{SECOND}\n{CONTACT}"))
    page = answer.content.decode()
    first = Draft.objects.get()
    assert f'name="lan" value="{first.pk}"' in page
    token = re.search(r'name="_ban_che" value="([^"]+)"', page)[1]
    values = {"_once": uuid.uuid4().hex, "_ban_che": token, "lan": str(first.pk)}
    answer = client.post(UPLOAD, values)
    assert answer["Location"] == f"/van-ban-den/?lan={first.pk}&sap_xep=nhan"
    assert queries.batch_of(first).count() == 2


def test_nobody_puts_a_paper_into_the_upload_of_another(world, client_for):
    _address, drafts = _three(client_for(world.posting("An")))
    values = {"_once": uuid.uuid4().hex, "files": [plan_txt("d.txt", THIRD + ".")]}
    client_for(world.posting("Vân")).post(UPLOAD, values | {"lan": str(drafts[0].pk)})
    assert queries.batch_of(drafts[0]).count() == 3
    assert Draft.objects.count() == 4


@pytest.mark.parametrize(
    "spelling", ["Số: 86/KH–CAT", "Số: 086/KH - CAT", "Số: 86/KH-CAT"], ids=["dash", "zero", "same"]
)
def test_the_same_paper_as_another_file_is_pointed_out_however_its_number_is_spelled(
    plan, received, client_for, world, spelling
):
    other = received(PLAN.replace("Số: 86/KH-CAT", spelling) + "\nBản khác.", name="quet.txt")
    page = client_for(world.posting("An")).get(other.address).content.decode()
    assert "có thể đã được tiếp nhận" in page
    assert "ke-hoach.txt" in page
    assert "Mở văn bản đó" in page
    assert "Đính kèm tệp này vào văn bản đó" in page


def test_a_word_file_and_the_text_of_its_scan_without_number_are_one_paper(world, client_for):
    client = client_for(world.posting("An"))
    sent(client, upload("ke-hoach.docx", plan_docx()))
    scanned = PLAN.replace("Số: 86/KH-CAT\n", "").replace("tổ chức", "tồ chửc")
    sent(client, plan_txt("ban-quet.txt", scanned))
    newest = Draft.objects.order_by("-pk").first()
    assert newest.number == ""
    [twin] = queries.twins_of(newest)
    assert twin.draft.number == "86/KH-CAT"
    page = client.get(f"/van-ban-den/{newest.pk}/").content.decode()
    assert "nội dung gần như trùng nhau" in page


def test_the_plan_of_another_year_with_the_same_words_is_another_paper(plan, received):
    other = received(SECOND, name="nam-sau.txt").draft
    assert queries.twins_of(other) == []


def test_the_same_number_of_another_issuer_is_another_paper(plan, received):
    text = PLAN.replace("CÔNG AN TỈNH QUẢNG NGÃI", "CÔNG AN TỈNH GIA LAI")
    other = received(text, name="gia-lai.txt").draft
    assert "Gia Lai".casefold() in other.issuer_text.casefold()
    assert [twin.draft for twin in queries.twins_of(other)] == []


def test_a_copy_is_laid_beside_its_paper_and_makes_nothing(plan, received, client_for, world):
    copy = received(PLAN + "\nBản khác.", name="quet.txt")
    client = client_for(world.posting("An"))
    answer = posted(client, f"{copy.address}ban-khac/", van_ban=plan.draft.pk)
    assert answer["Location"] == plan.address
    copy.draft.refresh_from_db()
    assert copy.draft.state == DraftState.REJECTED
    assert "Là bản khác của văn bản 86/KH-CAT" in copy.draft.reject_reason
    assert StoredFile.objects.count() == 2
    page = client.get(plan.address).content.decode()
    assert "Tệp khác của văn bản này" in page
    assert f'href="{copy.address}"' in page
    assert AuditEntry.objects.filter(verb="draft.attached").count() == 1
    again = posted(client, f"{copy.address}ban-khac/", van_ban=plan.draft.pk)
    assert again.status_code == 409, again.content.decode()


def test_a_file_is_not_laid_beside_a_paper_that_is_another(plan, received, client_for, world):
    other = received(SECOND, name="khac.txt")
    client = client_for(world.posting("An"))
    for sent_pk in (plan.draft.pk, other.draft.pk):
        answer = posted(client, f"{other.address}ban-khac/", van_ban=sent_pk)
        assert answer.status_code == 422
    assert posted(client, f"{other.address}ban-khac/", van_ban="x").status_code == 422
    assert Draft.objects.get(pk=other.draft.pk).state == DraftState.PROPOSED
    clerk = client_for(world.posting("Vân"))
    assert posted(clerk, f"{other.address}ban-khac/", van_ban=plan.draft.pk).status_code == 403
