"""The pages of committees: list, a day, a decision, its form; who sees and who may write."""

import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core import clock
from phongtrao.core.inbox_sources import lines_of
from phongtrao.org.actions import compositions as actions
from phongtrao.org.models import Body, Composition, Posting, SeatTitle
from phongtrao.org.queries.committee_inbox import MOST, inbox_sources
from phongtrao.org.roles import Role
from tests.org.acts import send, text
from tests.org.committees import (
    KIND,
    committee,
    committee_kind,
    confirmed,
    draft,
    form_sent,
)

pytestmark = pytest.mark.django_db
MOST_QUERIES = 20
LIST = reverse("org:composition-list")


def _page(name, pk):
    return reverse(f"org:{name}", args=[pk])


def _rows(answer):
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def _vacant(world, area="dak-ha", *, by="Chi"):
    """A committee whose only linked holder left yesterday."""
    holder = world.posting("Cường")
    seat = actions.SeatTerms(SeatTitle.HEAD, "Trưởng Công an", None, "Phụ trách chung", holder)
    made = confirmed(world, area, by=by, seats=[seat])
    left = clock.today() - timedelta(days=1)
    Posting.objects.filter(pk=holder.pk).update(valid_to=left)
    return made


def test_a_committee_that_is_due_stands_first_in_the_list_with_its_reason(world, client_for):
    confirmed(world, "quang-ngai", by="An")
    _vacant(world)
    shown = text(client_for(world.posting("An")).get(LIST))
    assert shown.index("Ban Chỉ đạo 138 xã Đăk Hà") < shown.index("Ban Chỉ đạo 138 tỉnh Quảng Ngãi")
    assert "người giữ đã thôi chức vụ từ ngày" in shown
    assert "Đủ thành phần" in shown


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?tinh_trang=can-kien-toan", ["xã Đăk Hà"]),
        ("?tinh_trang=du", ["tỉnh Quảng Ngãi"]),
        ("?tinh_trang=chua-co", ["xã Ba Tơ"]),
        ("?tim=dak ha", ["xã Đăk Hà"]),
        ("?loai=bcd-antq", []),
    ],
)
def test_the_list_and_its_workbook_are_filtered_alike(world, client_for, query, names):
    confirmed(world, "quang-ngai", by="An")
    committee(world, "ba-to")
    _vacant(world)
    an = client_for(world.posting("An"))
    rows = _rows(an.get(reverse("org:composition-excel") + query))
    expected = [f"Ban Chỉ đạo 138 {name}" for name in names]
    assert [row[0] for row in rows if row[0] and row[0].startswith("Ban Chỉ đạo 138 ")] == expected
    shown = text(an.get(LIST + query))
    for name in ("xã Đăk Hà", "tỉnh Quảng Ngãi", "xã Ba Tơ"):
        assert (f">Ban Chỉ đạo 138 {name}<" in shown) == (name in names)


def test_a_former_composition_is_read_by_its_day(world, client_for):
    first = confirmed(world)
    seats = [actions.SeatTerms(SeatTitle.HEAD, "Bí thư Đảng ủy, Chủ tịch UBND")]
    confirmed(world, decision_number="3/QĐ-UBND", valid_from=date(2026, 3, 1), seats=seats)
    chi = client_for(world.posting("Chi"))
    address = _page("committee-detail", first.body_id)
    now, before = text(chi.get(address)), text(chi.get(address + "?ngay=28/02/2026"))
    assert "Bí thư Đảng ủy" in now
    assert "Thành phần ngày 28/02/2026" in before
    assert "Bí thư Đảng ủy" not in before
    assert "Chỉ huy trưởng Ban Chỉ huy quân sự" in before
    none = text(chi.get(address + "?ngay=01/07/2025"))
    assert "chưa có quyết định nào" in none


def test_a_former_decision_shows_its_seats_as_they_were_on_its_last_day(world, client_for):
    holder = world.posting("Cường")
    seat = actions.SeatTerms(SeatTitle.HEAD, "Trưởng Công an", None, "", holder)
    former = confirmed(world, seats=[seat])
    chi, address = client_for(world.posting("Chi")), _page("composition-detail", former.pk)
    confirmed(world, decision_number="3/QĐ-UBND", valid_from=date(2026, 3, 1))
    Posting.objects.filter(pk=holder.pk).update(valid_to=date(2026, 3, 1))
    assert "thôi chức vụ" not in text(chi.get(address))
    Posting.objects.filter(pk=holder.pk).update(valid_to=date(2026, 2, 28))
    assert "thôi chức vụ" in text(chi.get(address))


def test_the_page_of_a_place_leads_to_its_committee_and_says_that_it_is_due(world, client_for):
    made = _vacant(world)
    shown = text(
        client_for(world.posting("Chi")).get(_page("area-detail", world.area("dak-ha").pk))
    )
    assert _page("committee-detail", made.body_id) in shown
    assert "Cần kiện toàn" in shown
    assert LIST in shown


def test_the_desk_offers_the_committee_to_those_who_record_it(world):
    made = _vacant(world)
    for name, verb in (("Chi", "Ghi quyết định"), ("Quản", "Ghi quyết định")):
        (item,) = lines_of(inbox_sources(world.actor(name), clock.today()))
        assert (item.url, str(item.verb)) == (_page("committee-detail", made.body_id), verb)
    Posting.objects.filter(pk=world.posting("Cường").pk).update(valid_to=None)
    assert lines_of(inbox_sources(world.actor("Chi"), clock.today())) == []
    for name in ("An", "Ba", "Giang", "Dũng"):
        assert lines_of(inbox_sources(world.actor(name), clock.today())) == []


def test_a_desk_with_many_committees_leads_to_the_list(world, django_assert_max_num_queries):
    _many_due(world, MOST + 5)
    with django_assert_max_num_queries(MOST_QUERIES):
        items = lines_of(inbox_sources(world.actor("Quản"), clock.today()))
    assert len(items) == MOST + 1
    assert "Còn 5 ban khác" in items[-1].title


def test_choosing_the_committee_makes_it_and_its_draft(world, client_for):
    committee_kind()
    chi = client_for(world.posting("Chi"))
    answer = send(chi, reverse("org:composition-make"), kind=KIND, area="xã Đăk Hà")
    made = Composition.objects.get()
    assert answer["Location"] == _page("composition-edit", made.pk)
    assert made.issuer_text == "Chủ tịch Ủy ban nhân dân xã Đăk Hà"
    assert made.standing_body == world.body("ca", "dak-ha")
    page = text(chi.get(answer["Location"]))
    assert "vi-tri-0-post" in page
    assert 'value="Công an xã Đăk Hà"' in page


@pytest.mark.parametrize(
    ("area", "status"), [("xã Không Có", 422), ("xã Ba Tơ", 403), ("tỉnh Gia Lai", 403)]
)
def test_no_draft_is_made_for_a_place_that_is_unknown_or_of_others(world, client_for, area, status):
    committee_kind()
    chi = client_for(world.posting("Chi"))
    sent = send(chi, reverse("org:composition-make"), kind=KIND, area=area)
    assert sent.status_code == status
    assert not Composition.objects.exists()


def test_the_form_keeps_filled_rows_in_their_order_and_leaves_out_what_is_ticked(world, client_for):
    made = draft(world)
    chi = client_for(world.posting("Chi"))
    rows = [
        ("member", "Trưởng Quân sự", "", ""),
        ("head", "Chủ tịch UBND", "Ủy ban nhân dân xã Đăk Hà", "Phụ trách chung"),
        ("", "", "", ""),
        ("member", "Người bị bỏ", "", ""),
    ]
    sent = form_sent(
        rows, **{"vi-tri-1-place": "1", "vi-tri-0-place": "2", "vi-tri-3-leave_out": "on"}
    )
    answer = send(chi, _page("composition-edit", made.pk), **sent)
    assert answer["Location"] == _page("composition-detail", made.pk)
    made.refresh_from_db()
    assert made.decision_number == "15/QĐ-UBND"
    assert [(s.title, s.post, s.body) for s in made.seats.all()] == [
        ("head", "Chủ tịch UBND", world.body("ubnd", "dak-ha")),
        ("member", "Trưởng Quân sự", None),
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("member", "")], "Hãy ghi chức vụ"),
        ([("", "Chủ tịch")], "Hãy chọn chức danh"),
        ([("member", "Cán bộ", "Công an xã Không Có")], "Công an xã Không Có"),
        ([("head", "Chủ tịch"), ("head", "Bí thư")], "một Trưởng ban"),
    ],
)
def test_a_row_that_cannot_be_used_says_why_and_nothing_is_lost(world, client_for, rows, said):
    made = draft(world)
    chi = client_for(world.posting("Chi"))
    filled = [(*row, "", "", "")[:4] for row in rows]
    if filled[0][1] == "":
        filled[0] = ("member", "", "", "An ninh")
    answer = send(chi, _page("composition-edit", made.pk), **form_sent(filled))
    assert answer.status_code == 422
    assert said in text(answer)
    assert made.seats.count() == 5


def test_a_holder_of_another_body_is_refused_and_one_of_the_body_is_kept(world, client_for):
    made = draft(world)
    chi, holder = client_for(world.posting("Chi")), world.posting("Cường")
    address = _page("composition-edit", made.pk)
    rows = [("head", "Trưởng Công an", "Ủy ban nhân dân xã Đăk Hà", "")]
    sent = form_sent(rows, **{"vi-tri-0-posting": str(holder.pk)})
    refused = send(chi, address, **sent)
    assert "không thuộc cơ quan của dòng này" in text(refused)
    assert send(chi, address, **(sent | {"vi-tri-0-body": ""})).status_code == 302
    seat = made.seats.get()
    assert (seat.posting, seat.body) == (holder, holder.body)
    assert "Cường" in text(chi.get(_page("composition-detail", made.pk)))


def test_rows_pasted_from_a_workbook_stand_in_the_table_before_anything_is_saved(world, client_for):
    made = draft(world)
    chi = client_for(world.posting("Chi"))
    pasted = "\n".join(
        (
            "1\tTrưởng ban\tChủ tịch UBND\tỦy ban nhân dân xã Đăk Hà\tPhụ trách chung",
            "2\tỦy viên\tTrưởng Công an\tCông an xã Đăk Hà\tAn ninh",
        )
    )
    sent = form_sent([("secretary", "Cán bộ", "", "")], paste=pasted)
    page = text(send(chi, _page("composition-edit", made.pk), **sent))
    assert made.seats.count() == 5
    assert '<option value="head" selected' in page
    assert '<option value="member" selected' in page
    assert '<option value="secretary" selected' in page
    assert 'value="Chủ tịch UBND"' in page
    assert 'value="15/QĐ-UBND"' in page


def test_personal_data_typed_into_a_row_is_refused(world, client_for):
    made = draft(world)
    rows = [("head", "Chủ tịch, CCCD 051199000123", "", "")]
    chi = client_for(world.posting("Chi"))
    answer = send(chi, _page("composition-edit", made.pk), **form_sent(rows))
    assert answer.status_code == 422
    assert made.seats.count() == 5


def test_two_versions_of_one_draft_stand_beside_each_other(world, client_for):
    made = draft(world)
    chi = client_for(world.posting("Chi"))
    answer = send(chi, _page("composition-edit", made.pk), **form_sent([], row_version="1"))
    assert answer.status_code == 409
    assert "Bản đang lưu" in text(answer)


def test_confirming_ends_in_the_decision_and_correcting_is_over(world, client_for):
    made = draft(world)
    chi = client_for(world.posting("Chi"))
    assert send(chi, _page("composition-confirm", made.pk)).status_code == 302
    detail = text(chi.get(_page("composition-detail", made.pk)))
    assert "Đã xác nhận" in detail
    assert _page("composition-edit", made.pk) not in detail
    assert chi.get(_page("composition-edit", made.pk)).status_code == 302
    assert send(chi, _page("composition-drop", made.pk)).status_code == 409


def test_what_is_missing_stands_on_the_page_and_a_draft_can_be_dropped(world, client_for):
    made = draft(world, decision_number="")
    chi = client_for(world.posting("Chi"))
    refused = send(chi, _page("composition-confirm", made.pk))
    assert refused.status_code == 422
    assert "số, ký hiệu quyết định" in text(refused)
    send(chi, _page("composition-drop", made.pk))
    assert not Composition.objects.exists()


def test_a_draft_is_seen_by_those_who_record_it_alone(world, client_for):
    made = draft(world)
    address = _page("composition-detail", made.pk)
    found = {n: client_for(world.posting(n)).get(address).status_code
             for n in ("Chi", "Quản", "Cường", "An", "Ba", "Giang")}  # fmt: skip
    assert found == {"Chi": 200, "Quản": 200, "Cường": 404, "An": 404, "Ba": 404, "Giang": 404}
    page = text(client_for(world.posting("Cường")).get(_page("committee-detail", made.body_id)))
    assert "Chưa xác nhận" not in page


@pytest.mark.parametrize("name", ["composition-edit", "composition-confirm", "composition-drop"])
def test_others_are_kept_from_writing(world, client_for, name):
    made = draft(world)
    for who, status in (("Cường", 403), ("An", 404), ("Giang", 404), ("Dũng", 404)):
        client = client_for(world.posting(who))
        assert send(client, _page(name, made.pk)).status_code == status, who


def test_a_committee_outside_ones_area_is_not_there(world, client_for):
    made = confirmed(world)
    for who, status in (("An", 200), ("Trung", 200), ("Kiểm", 200), ("Ba", 404), ("Giang", 404)):
        client = client_for(world.posting(who))
        for name, pk in (("committee-detail", made.body_id), ("composition-detail", made.pk)):
            assert client.get(_page(name, pk)).status_code == status, who
        assert ("Đăk Hà" in text(client.get(LIST))) == (status == 200)


def _many_due(world, count):
    """A stored committee with a vacant seat in each of many bodies of one kind."""
    holder = world.add_posting(
        "Hà", "ca", "dak-ha", Role.CLERK, valid_to=clock.today() - timedelta(days=2)
    )
    first = confirmed(
        world, seats=[actions.SeatTerms(SeatTitle.HEAD, "Chủ tịch", holder.body, "", holder)]
    )
    for number in range(count - 1):
        body = Body.objects.create(
            kind_id=KIND, area=world.area("dak-ha"), parent=first.body, name=f"Ban {number:02d}",
            name_folded=f"ban {number:02d}", valid_from=first.body.valid_from,
        )  # fmt: skip
        copy = Composition.objects.get(pk=first.pk)
        copy.pk, copy.body = None, body
        copy._state.adding = True
        copy.save()
        seat = first.seats.get()
        seat.pk, seat.composition = None, copy
        seat._state.adding = True
        seat.save()


def test_lists_and_pages_cost_the_same_few_queries_at_any_size(
    world, client_for, django_assert_max_num_queries
):
    _many_due(world, 60)
    pending = draft(world, valid_from=clock.today())
    chi = client_for(world.posting("Chi"))
    for address in (
        LIST,
        LIST + "?tinh_trang=can-kien-toan&trang=2",
        reverse("org:composition-excel"),
        _page("committee-detail", pending.body_id),
        _page("composition-detail", pending.pk),
        _page("composition-seats", pending.pk),
        _page("composition-edit", pending.pk),
        _page("area-detail", world.area("dak-ha").pk),
    ):
        chi.get(address)
        with django_assert_max_num_queries(MOST_QUERIES):
            answer = chi.get(address)
            assert b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_seats_are_a_workbook(world, client_for):
    made = confirmed(world)
    rows = _rows(client_for(world.posting("Chi")).get(_page("composition-seats", made.pk)))
    assert rows[-5][1:3] == ["Trưởng ban", "Chủ tịch UBND"]
