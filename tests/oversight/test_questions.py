"""An inspector's questions: each opens the list that answers it, with what is an answer alone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from phongtrao.core import clock
from phongtrao.fieldwork.meetings.models import Conclusion
from phongtrao.oversight import actions
from phongtrao.oversight.models import Inspection, LinkState, Recommendation, RecurrenceLink
from phongtrao.oversight.queries import gaps
from phongtrao.oversight.queries.questions import Question, questions
from phongtrao.planning.models import Programme
from tests.fieldwork import coreforce_cases, forum_cases, fund_cases, meetings_cases
from tests.oversight import inspection_cases as cases
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]
YEAR = clock.today().year


def _all(world: World, name: str = "An") -> list[Question]:
    return [each for _group, asked in questions(world.actor(name)) for each in asked]


def _asked(world: World, words: str) -> Question:
    return next(each for each in _all(world) if str(each.text).startswith(words))


def test_each_of_the_twenty_and_more_opens_its_list(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    cases.recommended(world)
    client, asked = desk("An"), _all(world)
    assert len(asked) >= 20
    with django_assert_max_num_queries(20):
        html = client.get("/kiem-tra/cau-hoi/").content.decode()
    for each in asked:
        assert str(each.text) in html
        assert client.get(each.url).status_code == 200


def _late(world: World) -> tuple[str, str]:
    """One past its day, and one that is not."""
    late = cases.recommended(world, text="Ký kết ngay chương trình")
    day = clock.today() - timedelta(days=9)
    Recommendation.objects.filter(pk=late.pk).update(asked_by=day, due_on=day)
    cases.recommended(world, text="Phân công lại nhiệm vụ", finding="Chưa phân công")
    return "Ký kết ngay chương trình", "Phân công lại nhiệm vụ"


def _of_last_year(world: World) -> tuple[str, str]:
    old = cases.recommended(world, text="Ký kết ngay chương trình")
    Inspection.objects.filter(pk=old.entry_id).update(year=YEAR - 1)
    cases.recommended(world, text="Phân công lại nhiệm vụ", finding="Chưa phân công")
    return "Ký kết ngay chương trình", "Phân công lại nhiệm vụ"


def _recurring(world: World) -> tuple[str, str]:
    first = cases.recommended(world, text="Ký kết lần đầu")
    again = cases.recommended(world, text="Ký kết ngay chương trình")
    RecurrenceLink.objects.all().delete()
    RecurrenceLink.objects.create(
        earlier=first, later=again, state=LinkState.CONFIRMED, at=clock.now(),
        reason="Cùng việc", by=world.posting("An"),
    )  # fmt: skip
    return "Ký kết ngay chương trình", "Ký kết lần đầu"


def _under_way(world: World) -> tuple[str, str]:
    cases.under_way(world, title="Kiểm tra đang làm")
    cases.concluded(world, title="Kiểm tra đã kết luận")
    return "Kiểm tra đang làm", "Kiểm tra đã kết luận"


def _undecided(world: World) -> tuple[str, str]:
    cases.planned(world, title="Kiểm tra mới có kế hoạch")
    cases.decided(world, title="Kiểm tra đã quyết định")
    return "Kiểm tra mới có kế hoạch", "Kiểm tra đã quyết định"


def _never_visited(world: World) -> tuple[str, str]:
    cases.concluded(world)
    return "xã Ba Tơ", "xã Đăk Hà"


def _without_team(world: World) -> tuple[str, str]:
    coreforce_cases.team(world)
    return "xã Ba Tơ", "xã Đăk Hà"


def _without_paper(world: World) -> tuple[str, str]:
    for number, paper in ((1, ""), (2, "Quyết định 9/QĐ-UBND")):
        fund_cases.line(
            world, kind="da_chi", source="xa_hoi_hoa", paper=paper, amount=number * 1_000_000
        )
    return "1.000.000", "2.000.000"


def _not_carried_out(world: World) -> tuple[str, str]:
    held = meetings_cases.held(world)
    meetings_cases.directive(world, held, text="Rà soát mô hình trước hạn")
    late = meetings_cases.directive(world, held, text="Ký kết trước hạn")
    Conclusion.objects.filter(pk=late.pk).update(due_on=clock.today() - timedelta(days=3))
    return "Ký kết trước hạn", "Rà soát mô hình trước hạn"


def _unanswered(world: World) -> tuple[str, str]:
    open_ = forum_cases.forum(world, theme="Diễn đàn còn câu hỏi")
    forum_cases.remark(world, open_)
    forum_cases.forum(world, theme="Diễn đàn không ai hỏi")
    return "Diễn đàn còn câu hỏi", "Diễn đàn không ai hỏi"


@pytest.mark.parametrize(
    ("words", "make"),
    [
        ("Kiến nghị nào đã quá hạn", _late),
        (f"Kiến nghị năm {YEAR - 1}", _of_last_year),
        ("Tồn tại nào lặp lại", _recurring),
        ("Cuộc kiểm tra nào đang", _under_way),
        ("Cuộc kiểm tra nào trong kế hoạch", _undecided),
        ("Xã nào chưa được kiểm tra", _never_visited),
        ("Xã nào chưa có tổ", _without_team),
        ("Khoản chi nào", _without_paper),
        ("Kết luận họp nào", _not_carried_out),
        ("Diễn đàn nào", _unanswered),
    ],
)
def test_the_rows_are_what_the_question_asks_for(
    world: World,
    programme: Programme,
    desk: Any,
    words: str,
    make: Callable[[World], tuple[str, str]],
) -> None:
    answer, other = make(world)
    html = desk("An").get(_asked(world, words).url).content.decode()
    table = html.split("<tbody>", 1)[1].split("</tbody>", 1)[0]
    assert answer in table
    assert other not in table


def test_what_a_commune_lacks_is_counted_and_what_it_has_is_not(
    world: World, programme: Programme
) -> None:
    an = world.actor("An")
    before = gaps.gap_counts(an, "commune")
    assert before == dict.fromkeys(before, 3)
    meetings_cases.held(world, by="Chi", area="dak-ha")
    coreforce_cases.team(world)
    actions.decide(cases.planned(world), cases.team(world), by=an)
    after = gaps.gap_counts(an, "commune")
    assert (after["hop_quy"], after["nong_cot"], after["kiem_tra"]) == (2, 2, 2)
    assert after["ky_ket"] == 3


def test_only_what_the_reader_may_use_is_asked(world: World, programme: Programme) -> None:
    for name in ("An", "Kiểm"):
        actor = world.actor(name)
        assert all(actor.can(each.capability) for each in _all(world, name))
