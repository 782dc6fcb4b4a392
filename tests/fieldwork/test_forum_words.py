"""What is typed at a forum: no names, nothing that the law sends another way, nothing kept of it.

The sentences were written by hand, without the product's rules of words.
"""

import io
import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from phongtrao.core import clock
from phongtrao.core.errors import InvalidInput, TransitionRefused
from phongtrao.core.models import IdempotencyRecord
from phongtrao.fieldwork.forums import queries, rules
from phongtrao.fieldwork.forums.models import Remark
from phongtrao.fieldwork.forums.workflow import CLOSED, REMARK, RemarkState
from phongtrao.planning.models import Programme
from tests.extent import drawn
from tests.fieldwork.forum_cases import forum, remark
from tests.world import World

HONEST = (
    "Đề nghị lắp gương cầu lồi ở ngã ba chợ vì nhiều xe tải rẽ khuất tầm nhìn.",
    "Mong công an xã tăng ca tuần tra ban đêm dịp Tết và công bố số điện thoại trực ban.",
    "Loa truyền thanh thôn 4 phát nhỏ quá, bà con cuối xóm không nghe được.",
    "Thủ tục đăng ký tạm trú cho sinh viên còn chậm; xin cho nộp trên mạng.",
    "Nên tuyên truyền phòng, chống lừa đảo qua điện thoại cho người cao tuổi.",
    "Kiến nghị bổ sung bình chữa cháy và mở lối thoát hiểm tại khu nhà trọ công nhân.",
    "Thanh niên chạy xe nẹt pô tối thứ bảy trên đường liên xã, đề nghị xử lý.",
    "Đề nghị xã tập huấn kỹ năng phòng chống ma túy trong trường học.",
    "Đường Trần Hưng Đạo ngập khi mưa, cống thoát nước bị tắc.",
    "Cán bộ tiếp dân nhiệt tình; đề nghị treo thêm bảng hướng dẫn ở bộ phận một cửa.",
    "Camera an ninh ở cổng chào hỏng ba tháng chưa sửa.",
    "Đề nghị Ủy ban nhân dân xã Đăk Hà cho biết kế hoạch làm cầu treo.",
)
ANOTHER_WAY = {
    "khieu_nai": (
        "Tôi khiếu nại việc xã không cấp sổ đỏ cho hộ tôi.",
        "Gia đình không đồng ý với quyết định thu hồi đất, yêu cầu giải quyết lại.",
        "Đề nghị hủy quyết định xử phạt số 12 vì xe tôi không vi phạm.",
    ),
    "to_cao": (
        "Xin tố cáo cán bộ địa chính làm sai hồ sơ.",
        "Có cán bộ thôn nhận tiền của người dân để làm giấy tờ.",
        "Lãnh đạo xã bao che cho việc khai thác cát.",
    ),
    "tin_bao": (
        "Đêm qua nhà tôi bị trộm mất hai xe máy.",
        "Ở cuối xóm có nhà thường xuyên bán ma túy cho thanh niên.",
        "Nhóm người lạ đến cho vay nặng lãi trong chợ.",
        "Tôi muốn tố giác một vụ lừa bán đất.",
    ),
    "khan_cap": (
        "Đang đánh nhau trước cổng trường, đến ngay.",
        "Kho hàng sau chợ đang cháy lớn.",
    ),
}
NAMED = (
    "Ông Nguyễn Văn Tám ở thôn 3 đề nghị sửa cống.",
    "Bà Lê Thị Hoa phản ánh loa phát thanh hỏng.",
    "trần văn bảy đề nghị lắp thêm đèn",
    "Người dự: 1. Phạm Minh Tuấn 2. Võ Thị Hạnh 3. Đinh Công Sơn",
    "Y Moan Niê nêu việc thiếu nước.",
)


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_proposal_is_noted_without_a_question(
    world: World, programme: Programme, text: str
) -> None:
    assert remark(world, forum(world), text=text).text == text


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in ANOTHER_WAY.items() for text in texts]
)
def test_what_has_a_legal_way_of_its_own_is_asked_about_before_it_is_stored(
    world: World, programme: Programme, kind: str, text: str
) -> None:
    assert kind in {way.code for way in rules.looks_like(text)}
    held = forum(world)
    with pytest.raises(InvalidInput):
        remark(world, held, text=text)
    assert not Remark.objects.exists()


@pytest.mark.parametrize("text", NAMED)
def test_a_name_is_refused_even_where_the_writer_insists(
    world: World, programme: Programme, text: str
) -> None:
    held = forum(world)
    for facts in ({"text": text, "seen": True}, {"answer_text": text}):
        with pytest.raises(InvalidInput):
            remark(world, held, **facts)
    with pytest.raises(InvalidInput):
        forum(world, theme=text)
    assert not Remark.objects.exists()


def test_a_form_of_address_is_asked_about_and_an_official_in_his_post_is_not(
    world: World, programme: Programme
) -> None:
    held = forum(world)
    with pytest.raises(InvalidInput):
        remark(world, held, text="Anh Bảy cuối xóm nuôi heo gây mùi hôi.")
    assert remark(world, held, text="Đề nghị đồng chí Trưởng Công an xã cho biết lịch tiếp dân.")
    assert remark(world, held, text="Suối Bà Nà hay có lũ quét.", seen=True)


def _sent(**fields: str) -> dict[str, str]:
    return {"_once": uuid.uuid4().hex, "nature": "y_kien", "matter": "khac"} | fields


def _everything_stored() -> str:
    """Every text of every table, as a search through the raw database sees it."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [str(row) for row in cursor.fetchall()]
    return "\n".join(found)


def test_nothing_typed_is_kept_of_what_is_no_proposal(
    world: World, programme: Programme, desk: Any
) -> None:
    held, client = forum(world), desk("An")
    secret = "chuyện kể riêng về bãi cát zyxw"
    place = f"/dien-dan/{held.pk}/ghi-y-kien/"
    for kind, words in (("to_cao", "Luật Tố cáo 2018"), ("khan_cap", "113")):
        answer = client.post(place, _sent(nature=kind, text=secret))
        assert answer.status_code == 302
        page = client.get(answer.headers["Location"]).content.decode()
        assert words in page
        assert secret not in page
    asked = client.post(place, _sent(text=f"Tôi tố cáo {secret}"))
    assert asked.status_code == 422
    assert "Đã xem lại" in asked.content.decode()
    assert not Remark.objects.exists()
    assert "zyxw" not in _everything_stored()
    assert IdempotencyRecord.objects.count() == 2


def test_a_pasted_list_of_persons_is_refused_at_both_doors(
    world: World, programme: Programme, desk: Any
) -> None:
    held, client = forum(world), desk("An")
    people = "\n".join(f"{n}. Nguyễn Văn {name}, sinh năm 19{n}0" for n, name in
                       enumerate(("An", "Bình", "Cường", "Dũng", "Hải"), start=4))  # fmt: skip
    typed = client.post(f"/dien-dan/{held.pk}/ghi-y-kien/", _sent(text=people))
    assert typed.status_code == 422
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Lĩnh vực", "Ý kiến (tóm tắt)"])
    sheet.append(["Giao thông", "Đề nghị kẻ vạch sang đường."])
    sheet.append(["Lĩnh vực khác", people])
    file = io.BytesIO()
    book.save(file)
    upload = SimpleUploadedFile("y-kien.xlsx", file.getvalue())
    sent = {"_once": uuid.uuid4().hex, "file": upload}
    assert client.post(f"/dien-dan/{held.pk}/nhap-y-kien/", sent).status_code == 422
    assert not Remark.objects.exists()


def test_the_forms_of_a_forum_withstand_nonsense(
    world: World, programme: Programme, desk: Any
) -> None:
    held, client = forum(world), desk("An")
    for nature in ("", "khac", "to_cao'--", "y_kien\x00"):
        answer = client.post(f"/dien-dan/{held.pk}/ghi-y-kien/", _sent(nature=nature, text="x" * 9))
        assert answer.status_code == 422, nature
    assert client.get(f"/dien-dan/{held.pk}/huong-dan/?them=%00<script>").status_code == 200
    wrong = {"_once": uuid.uuid4().hex, "to_cao": "-1", "khieu_nai": "nhiều"}
    assert client.post(f"/dien-dan/{held.pk}/huong-dan/", wrong).status_code == 422
    assert not held.guided.exists()


_DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(st.none() | _DAYS, _DAYS), max_size=12), _DAYS)
@settings(max_examples=drawn(60))
def test_the_rate_is_what_was_answered_in_time_of_what_was_due(
    pairs: list[tuple[date | None, date]], day: date
) -> None:
    found = rules.rate(pairs, day)
    late = [until for answered, until in pairs if answered is None and until < day]
    answered = [pair for pair in pairs if pair[0] is not None]
    assert found.due == len(late) + len(answered)
    assert 0 <= found.in_time <= len(answered) <= found.due <= len(pairs)
    assert (found.percent is None) == (found.due == 0)
    assert rules.rate([*pairs, (day, day)], day).in_time == found.in_time + 1
    assert rules.rate([*pairs, (None, day + timedelta(days=1))], day) == found


_VERBS = st.lists(st.sampled_from([step.verb for step in REMARK.transitions]), max_size=15)
_GIVES_ONE, _TAKES_IT = {"answer", "answer_on_spot"}, {"correct"}


@given(_VERBS)
@settings(max_examples=drawn(80))
def test_no_way_through_the_states_closes_a_remark_without_an_answer(verbs: list[str]) -> None:
    state, has_answer = str(RemarkState.NOTED), False
    for verb in verbs:
        if verb not in REMARK.verbs(state):
            with pytest.raises(TransitionRefused):
                REMARK.target(verb, RemarkState(state))
            continue
        state = REMARK.target(verb, state)
        has_answer = (has_answer or verb in _GIVES_ONE) and verb not in _TAKES_IT
        assert (state in CLOSED) == has_answer


def test_the_rate_of_a_list_is_the_rate_of_its_rows(world: World, programme: Programme) -> None:
    held = forum(world, held_on=clock.today() - timedelta(days=40))
    remark(world, held)
    remark(world, held, answer_text="Đã nhận.")
    rows = queries.remark_rows(world.actor("An"))
    by_hand = rules.rate(rows.values_list("answered_on", "due_on"), clock.today())
    assert queries.rate_of(rows, clock.today()) == by_hand == rules.Rate(2, 1)
