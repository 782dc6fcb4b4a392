"""Recurrences: what is one defect in other words, what is another; proposed, decided, a chain."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, NotFound, Refused
from phongtrao.oversight import actions, queries
from phongtrao.oversight.models import Inspection, LinkState, Recommendation, RecurrenceLink
from phongtrao.oversight.rules.finding_banks import kept_from, read_from
from phongtrao.oversight.rules.recurrence import Finding, same_defect
from phongtrao.planning.models import Programme
from tests.oversight import inspection_cases as cases
from tests.world import World

DATA = Path(__file__).parent / "data"
READ_SETS = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
UNSIGNED = "Chưa ký kết chương trình phối hợp giữa Công an và Mặt trận xã"


@pytest.mark.parametrize("name", ["recurrence_dev", "recurrence_own"])
def test_the_rules_link_our_own_examples_and_part_what_only_sounds_alike(name: str) -> None:
    lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    found = [(same_defect(Finding(r["a"]), Finding(r["b"])).same, r["same"]) for r in rows]
    both = sum(is_same and wanted for is_same, wanted in found)
    given, wanted = (sum(column) for column in zip(*found, strict=True))
    assert 2 * both / (given + wanted) >= 0.88


def _as_inspected(side: dict[str, Any]) -> Finding:
    known = {name: side.get(name, "") for name in ("text", "asked", "criterion")}
    return Finding(**known, body=side["unit"], place="here", year=side["year"])


@pytest.mark.parametrize(
    ("name", "least"), [*((name, 0.88) for name in READ_SETS), ("tenth", 0.9), ("eleventh", 0.9)]
)
def test_most_of_what_others_labelled_without_sight_of_the_rules_is_told_apart(
    name: str, least: float
) -> None:
    lines = (DATA / f"findings_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    found = [
        (same_defect(_as_inspected(r["a"]), _as_inspected(r["b"])).same, r["same"]) for r in rows
    ]
    both = sum(is_same and wanted for is_same, wanted in found)
    given, wanted = (sum(column) for column in zip(*found, strict=True))
    assert 2 * both / (given + wanted) >= least


def test_the_kept_banks_are_those_of_the_wordings() -> None:
    assert kept_from() == read_from(), "run scripts/fit_findings.py"


@pytest.mark.parametrize(
    ("earlier", "later", "same", "said"),
    [
        (  # other words, and a request instead of a defect
            "Loa thôn hỏng, mấy tháng không phát tin an ninh",
            "Đề nghị sửa loa truyền thanh ở thôn để phát lại tin an ninh",
            True,
            "Cùng đối tượng",
        ),
        (  # praise
            "Số hộ ký cam kết thấp, mới 12/60",
            "Số hộ ký cam kết đạt 58/60",
            False,
            "Một bên nêu kết quả tốt",
        ),
        (  # worded alike, about others
            "Chưa ký cam kết với các hộ tiểu thương ở chợ",
            "Chưa ký cam kết với các chủ tàu cá ở cảng",
            False,
            "Lời gần giống nhưng nói về việc khác",
        ),
        (  # only the year is another one
            "Chưa ban hành kế hoạch phối hợp năm 2024",
            "Chưa ban hành kế hoạch phối hợp năm 2025",
            True,
            "Ghi như nhau",
        ),
        (  # nothing is said
            "Chưa trang bị đèn pin cho tổ bảo vệ",
            "Tiếp tục nâng cao chất lượng phong trào",
            False,
            "Khác đối tượng",
        ),
    ],
)
def test_what_officials_mean_counts_more_than_the_words(
    earlier: str, later: str, same: bool, said: str
) -> None:
    found = same_defect(Finding(earlier), Finding(later))
    assert found.same == same
    assert said in found.reasons


def test_what_another_office_of_the_commune_was_told_is_less_likely_its_defect() -> None:
    old = Finding("Thông báo tình hình chưa thường xuyên", body="Công an xã A", place="one")
    new = Finding("Việc thông báo tình hình còn thưa", body="Công an xã A", place="one")
    other = Finding(new.text, body="Ủy ban MTTQ Việt Nam xã A", place="one")
    assert same_defect(old, other).score < same_defect(old, new).score


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("Chua ky ket CTPH giua Cong an va Mat tran", True),
        ("Đã ký kết chương trình phối hợp nhưng chưa phân công nhiệm vụ", False),
        ("Chưa sơ kết chương trình phối hợp", False),
    ],
)
def test_the_answer_is_the_same_from_either_side_and_says_why(other: str, same: bool) -> None:
    there, back = (
        same_defect(Finding(a), Finding(b)) for a, b in ((UNSIGNED, other), (other, UNSIGNED))
    )
    assert there.same == back.same == same
    assert there.score == back.score
    assert there.reasons


def test_a_defect_comes_back_only_where_one_area_became_of_both() -> None:
    old = Finding(UNSIGNED, body="Công an tỉnh Quảng Nam")
    assert same_defect(old, Finding(UNSIGNED, body="Công an thành phố Đà Nẵng")).same
    assert not same_defect(old, Finding(UNSIGNED, body="Công an tỉnh Gia Lai")).same


def _earlier(world: World, number: int, **facts: Any) -> Recommendation:
    """One of an inspection that was concluded some days ago."""
    asked = cases.recommended(world, **facts)
    day = clock.today() - timedelta(days=10 * number)
    Inspection.objects.filter(pk=asked.entry_id).update(concluded_on=day)
    return asked


@pytest.mark.database
class TestWithTheDatabase:
    """With the database."""

    pytestmark = pytest.mark.django_db

    def test_entering_a_recommendation_proposes_what_was_found_before(
        self, world: World, programme: Programme
    ) -> None:
        first = _earlier(world, 3)
        _earlier(world, 2, finding="Kinh phí chi chưa có chứng từ", text="Bổ sung chứng từ")
        again = cases.recommended(world, finding=UNSIGNED)
        [link] = RecurrenceLink.objects.all()
        assert (link.earlier, link.later, link.state) == (first, again, LinkState.PROPOSED)
        assert link.reason == "Ghi như nhau"
        other = cases.wanted(world, finding="Báo cáo gửi chậm", text="Gửi báo cáo đúng hạn")
        actions.change_recommendation(again, other, by=world.actor("An"))
        assert not RecurrenceLink.objects.exists()

    def test_a_person_decides_and_the_chain_over_years_is_one(
        self, world: World, programme: Programme, desk: Any
    ) -> None:
        first, second = _earlier(world, 3), _earlier(world, 2)
        third, an = cases.recommended(world), world.actor("An")
        for link in RecurrenceLink.objects.exclude(earlier=first, later=third):
            with pytest.raises(Forbidden):
                actions.settle_recurrence(link, is_same=True, by=world.actor("Chi"))
            actions.settle_recurrence(link, is_same=True, by=an)
        assert queries.times_found_before([first.pk, second.pk, third.pk]) == {
            second.pk: 1,
            third.pk: 2,
        }
        page = desk("An").get(f"/kiem-tra/kien-nghi/{third.pk}/").content.decode()
        assert "Lặp lại lần thứ 2" in page
        listed = desk("An").get("/kiem-tra/kien-nghi/?lap_lai=co").content.decode()
        assert listed.count("Lặp lại lần thứ") == 2
        with pytest.raises(Refused):
            actions.settle_recurrence(RecurrenceLink.objects.all()[0], is_same=True, by=an)

    def test_what_a_person_rejected_is_not_proposed_again(
        self, world: World, programme: Programme, desk: Any
    ) -> None:
        _earlier(world, 3)
        again = cases.recommended(world)
        page = f"/kiem-tra/kien-nghi/{again.pk}/"
        client, link = desk("An"), RecurrenceLink.objects.get()
        once = client.get(page).content.decode().split('name="_once" value="', 1)[1].split('"')[0]
        sent = {"_once": once, "verdict": "khong"}
        assert client.post(f"/kiem-tra/lap-lai/{link.pk}/", sent).status_code == 302
        assert actions.propose_for_all() == (2, 0)
        assert RecurrenceLink.objects.get().state == LinkState.REJECTED
        assert 'id="lap-lai"' not in client.get(page).content.decode()

    def test_the_body_of_a_merged_area_reads_what_its_predecessor_was_asked(
        self, world: World, programme: Programme
    ) -> None:
        former = world.body("ca", "kon-tum")
        trung = world.actor("Trung")
        inspection = actions.plan_inspection(cases.terms(world, inspected=[former]), by=trung)
        actions.decide(inspection, cases.team(world, leader_body=world.body("ca", "vn")), by=trung)
        actions.take_step(inspection, "begin", by=trung)
        wanted = cases.wanted(world, body=former, verifier=world.body("ca", "vn"))
        asked = actions.recommend(inspection, wanted, by=trung)
        with pytest.raises(NotFound):
            queries.recommendation_for(world.actor("An"), asked.pk)
        actions.conclude(inspection, cases.conclusion(), by=trung)
        assert queries.inspection_for(world.actor("An"), inspection.pk) == inspection
        assert queries.recommendation_for(world.actor("An"), asked.pk) == asked
        with pytest.raises(Forbidden):
            actions.take_remedy_step(asked, "submit", by=world.actor("An"), text="Đã ký")
        for stranger in ("Giang", "Dũng"):
            with pytest.raises(NotFound):
                queries.inspection_for(world.actor(stranger), inspection.pk)
