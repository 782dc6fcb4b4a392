"""Officials correct a proposal card by card; what was proposed stays beside it."""

import uuid

import pytest

from phongtrao.core.errors import Forbidden, Refused, StaleVersion
from phongtrao.core.models import AuditEntry
from phongtrao.intake import actions
from phongtrao.intake.actions import ItemChange
from phongtrao.intake.models import Draft
from phongtrao.intake.workflow import ItemState
from tests.intake.papers import posted

pytestmark = pytest.mark.database


def _change(item, **changed):
    values = {
        "action": item.action,
        "leads": tuple(item.leads),
        "coordinators": tuple(item.coordinators),
        "deadline_norm": item.deadline_norm,
        "due_on": item.due_on,
    }
    return ItemChange(**(values | changed))


def test_a_kept_item_says_so_and_is_in_the_audit_chain(plan, client_for, world):
    answer = posted(client_for(world.posting("An")), plan.verb("giu"), row_version=1)
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"#the-n{plan.item().pk}")
    assert plan.item().state == ItemState.KEPT
    assert AuditEntry.objects.filter(verb="draft.item_kept").count() == 1


def test_a_double_click_on_keep_acts_once(plan, client_for, world):
    client, values = client_for(world.posting("An")), {"_once": uuid.uuid4().hex, "row_version": 1}
    answers = [client.post(plan.verb("giu"), values).status_code for _ in range(2)]
    assert answers == [302, 302]
    assert plan.item().row_version == 2


def test_a_corrected_deadline_keeps_what_was_proposed(plan, client_for, world):
    item = plan.item()
    tokens = [f"b:{row['body_id']}" for row in item.leads]
    answer = posted(
        client_for(world.posting("An")),
        plan.verb("sua"),
        row_version=item.row_version,
        action=item.action,
        leads=tokens,
        deadline="ngay",
        due_on="20/05/2026",
    )
    assert answer.status_code == 302, answer.content.decode()
    after = plan.item()
    assert after.state == ItemState.EDITED
    assert f"{after.due_on:%d/%m/%Y}" == "20/05/2026"
    assert after.deadline_norm == "BY:2026-05-20"
    assert after.deadline_text == item.deadline_text  # as printed
    assert after.proposed["due_on"] == "2026-05-15"
    assert after.coordinators == []


def test_a_second_correction_still_remembers_the_first_proposal(plan, world):
    first = plan.item()
    for words in ("Một", "Hai"):
        actions.edit_item(plan.item(), _change(plan.item(), action=words), by=world.actor("An"))
    assert plan.item().proposed["action"] == first.action


def test_a_body_is_added_by_a_name_typed_without_marks(plan, client_for, world):
    item = plan.item()
    answer = posted(
        client_for(world.posting("An")),
        plan.verb("sua"),
        row_version=item.row_version,
        action=item.action,
        leads=[f"b:{row['body_id']}" for row in item.leads],
        deadline="giu",
        find_leads="cong an dac khu ly son",
    )
    assert answer.status_code == 302, answer.content.decode()
    assert world.body("ca", "ly-son").pk in [row["body_id"] for row in plan.item().leads]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"find_leads": "công an"}, "Có nhiều cơ quan"),
        ({"find_leads": "không có đâu"}, "Không thấy cơ quan nào"),
        ({"find_leads": "Công an xã Chư Sê"}, "Không thấy cơ quan nào"),  # another province
        ({"deadline": "ngay", "due_on": "31/02/2026"}, "Không có ngày"),
        ({"deadline": "ngay", "due_on": ""}, "Hãy nhập ngày"),
        ({"action": "  "}, "Nội dung"),
        ({"deadline": "EVERY:P9Z"}, "Cách tính hạn"),
    ],
)
def test_what_cannot_be_used_is_said_and_what_was_typed_stays(
    plan, client_for, world, changed, sentence
):
    values = {"row_version": 1, "action": "Nội dung đã gõ", "deadline": "giu"} | changed
    answer = posted(client_for(world.posting("An")), plan.verb("sua"), **values)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert values["action"].strip() in page
    assert plan.item().state == ItemState.PROPOSED


def test_a_body_of_another_province_cannot_be_slipped_in(plan, client_for, world):
    foreign = world.body("ca", "chu-se").pk
    values = {"row_version": 1, "action": "Nội dung", "deadline": "giu", "leads": [f"b:{foreign}"]}
    assert posted(client_for(world.posting("An")), plan.verb("sua"), **values).status_code == 302
    assert plan.item().leads == []


def test_a_dropped_item_comes_back_with_its_corrections(plan, world):
    by = world.actor("An")
    actions.edit_item(plan.item(), _change(plan.item(), action="Đã sửa"), by=by)
    actions.drop_item(plan.item(), by=by)
    assert plan.item().state == ItemState.DROPPED
    actions.restore_item(plan.item(), by=by)
    assert (plan.item().action, plan.item().state) == ("Đã sửa", ItemState.EDITED)


def test_a_split_item_becomes_two_with_their_own_words(plan, world):
    item, before = plan.item(), plan.draft.items.count()
    at = plan.draft.text.index("tổ chức Ngày hội", item.start)
    first, second = actions.split_item(item, at, by=world.actor("An"))
    assert plan.draft.items.count() == before + 1
    assert [row.position for row in plan.draft.items.all()] == list(range(1, before + 2))
    assert second.action.startswith("tổ chức Ngày hội")
    assert "tổ chức Ngày hội" not in first.action
    assert second.leads == first.leads
    text = plan.draft.text
    assert text[first.start : first.end] == first.action
    assert text[second.start : second.end] == second.action


@pytest.mark.parametrize("shift", [-5, 0, 10_000])
def test_a_cut_outside_the_item_is_refused(plan, client_for, world, shift):
    at = max(plan.item().start + shift, 1)
    answer = posted(client_for(world.posting("An")), plan.verb("tach"), at=at, row_version=1)
    assert answer.status_code == 422
    assert "Chưa tách" in answer.content.decode()


def test_joined_items_are_one_with_the_bodies_of_both(plan, client_for, world):
    last = plan.draft.items.count()
    first, second = plan.item(last - 1), plan.item(last)
    address = f"{plan.verb('gop', last - 1)}{second.pk}/"
    assert posted(client_for(world.posting("An")), address, row_version=1).status_code == 302
    joined = plan.item(last - 1)
    assert second.action.rstrip(".") in joined.action
    assert {r["body_id"] for r in joined.leads} == {
        r["body_id"] for r in [*first.leads, *second.leads]
    }
    assert plan.item(last).state == ItemState.DROPPED


def test_a_pasted_stretch_becomes_an_item_in_its_place(plan, client_for, world):
    quote = "Tạo chuyển biến rõ nét\nvề nhận thức"
    answer = posted(client_for(world.posting("An")), f"{plan.address}noi-dung/them/", quote=quote)
    assert answer.status_code == 302
    added = plan.draft.items.get(state=ItemState.ADDED)
    assert added.position == 1
    assert plan.draft.text[added.start : added.end] == "Tạo chuyển biến rõ nét về nhận thức"


def test_a_stretch_that_is_not_in_the_paper_is_said(plan, client_for, world):
    address = f"{plan.address}noi-dung/them/"
    answer = posted(client_for(world.posting("An")), address, quote="chữ không có")
    assert answer.status_code == 422
    assert "Không thấy đoạn này" in answer.content.decode()
    assert "chữ không có" in answer.content.decode()


def test_offsets_outside_the_text_add_nothing(plan, client_for, world):
    address = f"{plan.address}noi-dung/them/"
    answer = posted(client_for(world.posting("An")), address, start=5, end=10**8)
    assert answer.status_code == 422
    assert not plan.draft.items.filter(state=ItemState.ADDED).exists()


def test_a_corrected_date_of_issue_moves_the_dates_that_hang_on_it(received, client_for, world):
    text = "Số: 9/KH-CAT\nQuảng Ngãi, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nVề việc mẫu\n"
    text += "II. PHÂN CÔNG\n1. Công an xã Đăk Hà\n- Tổ chức rà soát, báo cáo hằng quý.\n"
    paper = received(text)
    before = paper.item().due_on
    values = {"number": "9/KH-CAT", "issued_on": "02/07/2026", "document_type": "Kế hoạch"}
    values |= {"issuer_text": "Công an tỉnh", "title": "Mẫu", "row_version": 1}
    answer = posted(client_for(world.posting("An")), f"{paper.address}dau-van-ban/", **values)
    assert answer.status_code == 302, answer.content.decode()
    draft = Draft.objects.get(pk=paper.draft.pk)
    assert (draft.number, draft.row_version) == ("9/KH-CAT", 2)
    assert before is not None
    assert paper.item().due_on > before
    assert draft.extraction["metadata"]["date"]["value"] == "2026-03-02"


def test_certain_items_are_kept_in_one_act(plan, client_for, world):
    address = f"{plan.address}noi-dung/giu-muc-chac-chan/"
    certain = plan.draft.items.filter(certainty="certain").count()
    assert posted(client_for(world.posting("An")), address).status_code == 302
    assert plan.draft.items.filter(state=ItemState.KEPT).count() == certain > 0
    assert AuditEntry.objects.filter(verb="draft.items_kept").count() == 1


def test_an_item_that_somebody_else_saved_meanwhile_shows_both_sides(plan, client_for, world):
    mine = plan.item()
    actions.edit_item(mine, _change(mine, action="Bản của đồng nghiệp"), by=world.actor("Vân"))
    values = {"row_version": 1, "action": "Bản của tôi", "deadline": "giu"}
    answer = posted(client_for(world.posting("An")), plan.verb("sua"), **values)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Bản của đồng nghiệp" in page
    assert "Bản của tôi" in page
    assert plan.item().action == "Bản của đồng nghiệp"
    again = posted(
        client_for(world.posting("An")), plan.verb("sua"), **(values | {"row_version": 2})
    )
    assert again.status_code == 302
    assert plan.item().action == "Bản của tôi"


@pytest.mark.parametrize("verb", ["keep_item", "drop_item"])
def test_a_stale_verb_does_nothing(plan, world, verb):
    actions.edit_item(plan.item(), _change(plan.item(), action="Mới"), by=world.actor("Vân"))
    with pytest.raises(StaleVersion):
        getattr(actions, verb)(plan.item(), by=world.actor("An"), expected_version=1)
    assert plan.item().state == ItemState.EDITED


def test_a_stale_header_shows_both_sides(plan, client_for, world):
    client = client_for(world.posting("An"))
    address = f"{plan.address}dau-van-ban/"
    assert posted(client, address, number="1/A", row_version=1).status_code == 302
    answer = posted(client, address, number="2/B", row_version=1)
    assert answer.status_code == 409
    assert "1/A" in answer.content.decode()
    assert Draft.objects.get().number == "1/A"


def test_a_leader_reads_and_does_not_correct(plan, client_for, world):
    client = client_for(world.posting("Bình"))
    page = client.get(plan.address)
    assert page.status_code == 200
    assert "data-key" not in page.content.decode()
    assert posted(client, plan.verb("giu"), row_version=1).status_code == 403
    with pytest.raises(Forbidden):
        actions.drop_item(plan.item(), by=world.actor("Bình"))


def test_a_decided_paper_is_closed_to_corrections(plan, client_for, world):
    client = client_for(world.posting("An"))
    address = f"{plan.address}khong-tiep-nhan/"
    assert posted(client, address, reason=" ").status_code == 422
    assert posted(client, address, reason="Không thuộc chương trình").status_code == 302
    with pytest.raises(Refused):
        actions.keep_item(plan.item(), by=world.actor("An"))
    page = client.get(plan.address).content.decode()
    assert "Không thuộc chương trình" in page
    assert posted(client, address, reason="lần nữa").status_code == 409


def test_a_clerk_corrects_and_does_not_decide(plan, client_for, world):
    client = client_for(world.posting("Vân"))
    assert posted(client, plan.verb("giu"), row_version=1).status_code == 302
    answer = posted(client, f"{plan.address}khong-tiep-nhan/", reason="x")
    assert answer.status_code == 403


def test_a_card_answers_alone_when_htmx_asks(plan, client_for, world):
    answer = client_for(world.posting("An")).post(
        plan.verb("giu"), {"_once": uuid.uuid4().hex, "row_version": 1}, HTTP_HX_REQUEST="true"
    )
    part = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in part
    assert f'id="the-n{plan.item().pk}"' in part
    assert 'hx-swap-oob="true"' in part


def test_a_body_that_is_ticked_and_typed_is_named_once(plan, client_for, world):
    body = world.body("ca", "ly-son")
    values = {"row_version": 1, "action": "Nội dung", "deadline": "giu"}
    values |= {"leads": [f"b:{body.pk}"], "find_leads": body.name}
    assert posted(client_for(world.posting("An")), plan.verb("sua"), **values).status_code == 302
    assert [row["body_id"] for row in plan.item().leads] == [body.pk]
